/** What the service offers, each with the JSON Schema by which it is checked and described. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { advise, type Locale, locales } from 'timbang'
import {
  cards,
  type DecisionRecord,
  decisions,
  discovery,
  parseFeedback,
  parseRequest,
  pseudonym,
  record,
  replay,
} from 'timbang/embed'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'
import { openFields, planning } from './planning.js'
import type { Store } from './store.js'

export interface Service {
  readonly store: Store
  /** The key under which people, cases and situations are told in records. */
  readonly key: Uint8Array
  /** The time, in milliseconds. */
  readonly now: () => number
}

const hook = 'org.example.dilemma-consult'
const services = locales.map((locale) => ({ locale, hook, id: `dilemma-consult-${locale}` }))

const uuid = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }
const name = { type: 'string', maxLength: 100, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }
const byId = { type: 'object', required: ['id'], properties: { id: uuid } }
const situation = { type: 'object', description: 'The stated facts; schema/situation.json of the package says which.' }

/** The hooks of CDS Hooks 2.0. */
export function hookRoutes(app: FastifyInstance, { store }: Service): void {
  const summary = (text: string) => ({ schema: { summary: text } })
  app.get('/cds-services', summary('The services of CDS Hooks'), () => discovery(socialWork, services))

  app.post<{ Params: { id: string } }>(
    '/cds-services/:id',
    summary('Weighs a situation and gives cards'),
    async ({ params, body }, reply) => {
      const service = services.find(({ id }) => id === params.id)
      if (!service) return notFound(reply)
      const asked = parseRequest(body)
      if (asked.hook !== hook) return refused(reply, 400, 'another-hook')
      const situation = asked.situation as SocialWorkSituation
      const advice = await advise(situation, socialWork)
      const made = cards(advice, {
        locale: service.locale,
        instance: asked.instance,
        pack: socialWork,
        situation,
        ...(asked.step !== undefined && { step: asked.step }),
      })
      await store.show(made.map(({ uuid, indicator }) => ({ uuid, indicator, instance: asked.instance })))
      const open = openFields(advice, service.locale)
      return { cards: made, ...(open.length > 0 && { extension: { [hook]: { open } } }) }
    },
  )

  app.post<{ Params: { id: string } }>(
    '/cds-services/:id/feedback',
    summary('Takes what became of cards'),
    async ({ params, body }, reply) => {
      if (!services.some(({ id }) => id === params.id)) return notFound(reply)
      const known = await store.answer(parseFeedback(body))
      return known ? { status: 'kept' } : refused(reply, 404, 'card-not-shown')
    },
  )
}

const decisionSchema = {
  summary: 'Keeps what a worker decided',
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'locale', 'worker', 'situation', 'decision'],
    properties: {
      id: { ...uuid, description: 'The `hookInstance` of the call; sent again, it is kept once.' },
      locale: { enum: [...locales] },
      worker: { type: 'string', minLength: 1, maxLength: 200, description: 'Never kept: a pseudonym is.' },
      case: { type: 'string', minLength: 1, maxLength: 200, description: 'Never kept: a pseudonym is.' },
      situation,
      step: name,
      decision: { enum: [...decisions] },
      reason: name,
      taken: { type: 'array', maxItems: 100, items: name },
      card: uuid,
    },
  },
}

interface DecisionBody {
  readonly id: string
  readonly locale: Locale
  readonly worker: string
  readonly case?: string
  readonly situation: SocialWorkSituation
  readonly step?: string
  readonly decision: (typeof decisions)[number]
  readonly reason?: string
  readonly taken?: readonly string[]
  readonly card?: string
}

/** Decisions: kept, found again, and weighed again. */
export function decisionRoutes(app: FastifyInstance, service: Service): void {
  const { store, key } = service
  app.post<{ Body: DecisionBody }>('/decisions', { schema: decisionSchema }, async ({ body }, reply) => {
    const made = await recordOf(body, service)
    const { kept, record: stands } = await store.keep(made)
    if (!kept && !isSameDecision(made, stands)) return refused(reply, 409, 'decided-otherwise')
    return reply.code(kept ? 201 : 200).send(stands)
  })

  app.get<{ Querystring: { most: number } }>(
    '/decisions',
    { schema: { summary: 'The latest decisions', querystring: { type: 'object', properties: { most: mostSchema } } } },
    async ({ query }) => ({ decisions: await store.latest(query.most) }),
  )

  app.get<{ Params: { id: string } }>(
    '/decisions/:id',
    { schema: { summary: 'One decision', params: byId } },
    async ({ params }, reply) => (await store.find(params.id)) ?? notFound(reply),
  )

  app.post<{ Params: { id: string }; Body: { situation: SocialWorkSituation } }>(
    '/decisions/:id/replay',
    {
      schema: {
        summary: 'What the rules say today of a situation decided then',
        params: byId,
        body: { type: 'object', required: ['situation'], additionalProperties: false, properties: { situation } },
      },
    },
    async ({ params, body }, reply) => {
      const found = await store.find(params.id)
      if (!found) return notFound(reply)
      const { advice: _, ...replayed } = await replay(found, body.situation, socialWork, { key })
      return replayed
    },
  )
}

const mostSchema = { type: 'integer', minimum: 1, maximum: 200, default: 20 }

async function recordOf(body: DecisionBody, { key, now }: Service): Promise<DecisionRecord> {
  const { worker, case: subject, situation: stated, ...rest } = body
  return record(await advise(stated, socialWork), {
    ...rest,
    at: new Date(now()).toISOString(),
    actor: pseudonym(worker, key),
    ...(subject !== undefined && { subject: pseudonym(subject, key) }),
    situation: stated,
    pack: socialWork,
    key,
  })
}

/** Whether a decision that was sent again is the one that is kept; only the moment differs. */
function isSameDecision({ at: _, ...one }: DecisionRecord, { at: __, ...other }: DecisionRecord): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The page, with what it needs; it holds nothing of a case, and is given without a token. */
export function pageRoutes(app: FastifyInstance): void {
  const types = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
  }
  for (const type of ['html', 'js', 'css'] as const) {
    const content = readFileSync(new URL(`page.${type}`, import.meta.url), 'utf8')
    app.get(type === 'html' ? '/' : `/page.${type}`, { config: { open: true }, schema: { hide: true } }, (_, reply) =>
      reply.type(types[type]).send(content),
    )
  }
  app.get<{ Querystring: { locale: Locale } }>(
    '/planning',
    {
      schema: {
        summary: 'Steps, facts and reasons in words',
        querystring: { type: 'object', properties: { locale: localeSchema } },
      },
    },
    ({ query }: FastifyRequest<{ Querystring: { locale: Locale } }>) => planning(query.locale),
  )
}

const localeSchema = { enum: [...locales], default: 'id' }

/** A refusal: a code to branch on, and nothing of what was sent. */
export function refused(
  reply: FastifyReply,
  status: number,
  code: string,
  issues: readonly unknown[] = [],
): FastifyReply {
  return reply.code(status).send({ code, ...(issues.length > 0 && { issues }) })
}

export function notFound(reply: FastifyReply): FastifyReply {
  return refused(reply, 404, 'not-found')
}
