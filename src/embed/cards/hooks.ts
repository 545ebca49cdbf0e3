import * as z from 'zod'
import { TimbangError } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { wording } from '../../pack/texts/languages.js'
import { nameSchema } from '../../pack/texts/textSchema.js'
import { type Locale, locales } from '../../vocabulary.js'
import { parsedAtDoor } from '../parseInput.js'
import { embedWords } from '../words.js'

/** One service of the discovery document of CDS Hooks. */
export interface HookService {
  readonly hook: string
  readonly id: string
  readonly title: string
  readonly description: string
  readonly usageRequirements: string
}

/** What a service that a host offers is called. */
export interface DiscoveryOptions {
  readonly locale: Locale
  /** The hook: of the host's own, it bears a reverse-domain name such as `org.example.dilemma-consult`. */
  readonly hook: string
  /** The last part of the address of the service. */
  readonly id: string
}

const hookSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*){2,}$/, 'must be a reverse-domain name such as `org.example.consult`')

const discoverySchema = z.strictObject({ locale: z.enum(locales), hook: hookSchema, id: nameSchema })

/**
 * The discovery document of CDS Hooks for the services that weigh with a pack.
 * @throws TimbangError `invalid-options` also where two services have one id
 */
export function discovery<S>(pack: Pack<S>, services: readonly DiscoveryOptions[]): { services: HookService[] } {
  const checked = parsedAtDoor(services, z.array(discoverySchema).max(50), 'invalid-options', 'services')
  if (new Set(checked.map(({ id }) => id)).size < checked.length)
    throw new TimbangError('invalid-options', [{ place: 'services', message: 'two have the same id' }])
  return {
    services: checked.map(({ locale, hook, id }) => ({
      hook,
      id,
      title: embedWords[locale].service,
      description: `${embedWords[locale].serviceMeans} (${wording(pack.title, locale)} ${pack.version})`,
      usageRequirements: embedWords[locale].usage,
    })),
  }
}

const instanceSchema = z.guid('must be a UUID')

/** Parts that CDS Hooks knows and that are not read here are left out; so is what it does not know. */
const requestSchema = z
  .object({
    hook: hookSchema,
    hookInstance: instanceSchema,
    context: z.object({ situation: z.unknown().optional(), step: nameSchema.optional() }),
    fhirServer: z.string().optional(),
    fhirAuthorization: z.unknown().optional(),
  })
  .refine(({ fhirServer, fhirAuthorization }) => fhirAuthorization === undefined || fhirServer !== undefined, {
    error: 'must name `fhirServer` where it gives `fhirAuthorization`',
  })

/** A call of a service: which one it is, the situation as it was stated, and the planned step. */
export interface HookRequest {
  readonly hook: string
  readonly instance: string
  readonly situation: unknown
  readonly step?: string
}

/**
 * Reads a call of a service. The situation is passed on as it stands, to be weighed; access tokens are left out.
 * @throws TimbangError `invalid-request`; nothing that was sent is repeated in it
 */
export function parseRequest(body: unknown): HookRequest {
  const { hook, hookInstance, context } = parsedAtDoor(body, requestSchema, 'invalid-request', 'request')
  const { situation, step } = context
  if (situation === undefined)
    throw new TimbangError('invalid-request', [{ place: 'request.context.situation', message: 'is missing' }])
  return { hook, instance: hookInstance.toLowerCase(), situation, ...(step !== undefined && { step }) }
}
