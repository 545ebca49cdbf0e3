import { type CryptoKey, SignJWT } from 'jose'
import { inTime } from './patience.js'

/*
 * What the sandbox of CDS Hooks (github.com/cds-hooks/sandbox) sends as a page of its own origin: headers, tokens and bodies as its
 * source makes them, each call asked for by a browser beforehand.
 */

export interface Sandbox {
  readonly url: string
  /** The address by which the service is known, which a token names. */
  readonly base: string
  readonly origin: string
  readonly key: CryptoKey
}

export const issuer = 'https://sandbox.cds-hooks.org'
export const kid = '44823f3d-0b01-4a6c-a80e-b9d3e8a7226f'

const token = ({ key }: Sandbox, audience: string) =>
  new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid, jku: `${issuer}/.well-known/jwks.json` })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)

/** One call of the page: the browser asks whether it may, then it is made. */
async function called(sandbox: Sandbox, path: string, body?: object, accept: object = { accept: 'application/json' }) {
  const { url, base, origin } = sandbox
  const headers = { origin, ...accept, ...(body && { 'content-type': 'application/json' }) }
  const method = body ? 'POST' : 'GET'
  const asked = await inTime(
    `whether ${path} may be called`,
    fetch(`${url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': body ? 'authorization,content-type' : 'authorization',
      },
    }),
  )
  const mayCall =
    asked.ok &&
    asked.headers.get('access-control-allow-origin') === origin &&
    (asked.headers.get('access-control-allow-methods') ?? '').includes(method)
  const authorization = `Bearer ${await token(sandbox, `${base}${path}`)}`
  const answer = await inTime(
    `an answer of ${path}`,
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, authorization },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
  const readable = answer.headers.get('access-control-allow-origin') === origin
  return { mayCall, readable, status: answer.status, body: (await answer.json()) as unknown }
}

/** It asks which services there are. */
export const discovers = (sandbox: Sandbox) => called(sandbox, '/cds-services')

/** It calls a service, as the one who is signed in, of the patient who is open, with what was fetched for it. */
export const calls = (sandbox: Sandbox, id: string, hook: string, context: object) =>
  called(sandbox, `/cds-services/${id}`, {
    hookInstance: crypto.randomUUID(),
    hook,
    fhirServer: 'https://launch.smarthealthit.org/v/r4/fhir',
    context: { patientId: 'smart-1288992', userId: 'Practitioner/COREPRACTITIONER1', ...context },
    fhirAuthorization: {
      access_token: 'some-opaque-fhir-access-token',
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'patient/*.* user/*.* launch openid profile online_access',
      subject: '48163c5e-88b5-4cb3-92d3-23b800caa927',
    },
    prefetch: { patient: { resourceType: 'Patient', id: 'smart-1288992' } },
  })

interface Card {
  readonly uuid?: string | undefined
  readonly suggestions?: readonly { readonly uuid?: string | undefined }[] | undefined
  readonly overrideReasons?: readonly { readonly code: string; readonly system: string }[] | undefined
}

/** It tells that the first suggestion of a card was taken. */
export const accepts = (sandbox: Sandbox, id: string, { uuid, suggestions = [] }: Card) =>
  tells(sandbox, id, { card: uuid, outcome: 'accepted', acceptedSuggestions: [{ id: suggestions[0]?.uuid }] })

/** It tells that a card was put away, for the first of its reasons by code and system alone, or for none. */
export function dismisses(sandbox: Sandbox, id: string, { uuid, overrideReasons = [] }: Card, why: boolean) {
  const [{ code, system } = {}] = overrideReasons
  return tells(sandbox, id, {
    ...{ card: uuid, outcome: 'overridden' },
    ...(why && { overrideReason: { reason: { code, system } } }),
  })
}

function tells(sandbox: Sandbox, id: string, about: object) {
  const feedback = [{ ...about, outcomeTimestamp: new Date().toISOString() }]
  return called(sandbox, `/cds-services/${id}/feedback`, { feedback }, {})
}
