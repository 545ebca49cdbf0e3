/** What the service offers: the hooks of CDS Hooks, and decisions that are kept, found again and weighed again. */
import type { FastifyInstance } from 'fastify'
import { type Locale, locales, TimbangError } from 'timbang'
import { type DecisionRecord, type decisions, discovery, parseFeedback, parseRequest, pseudonym } from 'timbang/embed'
import { notFound, refused } from './answers.js'
import { packIn } from './packs.js'
import { byId, decisionBody, decisionQuery, replayBody } from './shapes.js'
import type { Store } from './store.js'
import type { Tenant } from './tenants.js'
import type { Weighing } from './weighing.js'

export interface Service {
  readonly store: Store
  readonly weighing: Weighing
  /** The time, in milliseconds. */
  readonly now: () => number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** For whom it counts; set for every route that is not open. */
    tenant: Tenant
  }
}

const hook = 'org.example.dilemma-consult'
const services = locales.map((locale) => ({ locale, hook, id: `dilemma-consult-${locale}` }))

/** The hooks of CDS Hooks 2.0. */
export function hookRoutes(app: FastifyInstance, { store, weighing, now }: Service): void {
  const discovering = { operationId: 'services', summary: 'The services of CDS Hooks', gives: 'Services' } as const
  app.get('/cds-services', { schema: discovering }, ({ tenant }) => discovery(packIn(tenant.pack), services))

  const calling = {
    operationId: 'callService',
    summary: 'Weighs a situation and gives cards',
    sends: 'HookRequest',
    gives: 'Cards',
  } as const
  app.post<{ Params: { id: string } }>(
    '/cds-services/:id',
    { schema: calling },
    async ({ params, body, tenant }, reply) => {
      const service = services.find(({ id }) => id === params.id)
      if (!service) return notFound(reply)
      const { hook: asked, instance, situation, step } = parseRequest(body)
      if (asked !== hook) return refused(reply, 400, 'another-hook')
      const { cards, open } = await weighing.weigh({
        ...{ of: 'cards', pack: tenant.pack, on: dayOf(now()) },
        ...{ locale: service.locale, instance, situation, ...(step !== undefined && { step }) },
      })
      await store.of(tenant.name).show(cards.map(({ uuid, indicator }) => ({ uuid, indicator, instance })))
      return { cards, ...(open.length > 0 && { extension: { [hook]: { open } } }) }
    },
  )

  const taking = {
    operationId: 'sendFeedback',
    summary: 'Takes what became of cards',
    sends: 'Feedback',
    gives: 'Status',
  } as const
  app.post<{ Params: { id: string } }>(
    '/cds-services/:id/feedback',
    { schema: taking },
    async ({ params, body, tenant }, reply) => {
      if (!services.some(({ id }) => id === params.id)) return notFound(reply)
      const known = await store.of(tenant.name).answer(parseFeedback(body))
      return known ? { status: 'kept' } : refused(reply, 404, 'card-not-shown')
    },
  )
}

interface DecisionBody {
  readonly id: string
  readonly locale: Locale
  readonly worker: string
  readonly case?: string
  readonly situation: object
  readonly step?: string
  readonly decision: (typeof decisions)[number]
  readonly reason?: string
  readonly taken?: readonly string[]
  readonly card?: string
}

interface DecisionQuery {
  readonly most: number
  readonly after?: string
  readonly worker?: string
  readonly case?: string
}

/** Decisions: kept, found again, and weighed again. */
export function decisionRoutes(app: FastifyInstance, service: Service): void {
  const { store, weighing, now } = service
  const keeping = {
    operationId: 'keepDecision',
    summary: 'Keeps what a worker decided',
    body: decisionBody,
    gives: 'DecisionRecord',
    givesAlso: { 201: 'Kept; 200 where it was kept before', 409: 'Another decision is kept under this id' },
  } as const
  app.post<{ Body: DecisionBody }>('/decisions', { schema: keeping }, async ({ body, tenant }, reply) => {
    const made = await recordOf(body, tenant, service)
    const { kept, record } = await store.of(tenant.name).keep(made)
    if (!kept && !isSameDecision(made, record)) return refused(reply, 409, 'decided-otherwise')
    return reply.code(kept ? 201 : 200).send(record)
  })

  const listing = {
    operationId: 'decisions',
    summary: 'The latest decisions, a page at a time',
    querystring: decisionQuery,
    gives: 'Decisions',
  } as const
  app.get<{ Querystring: DecisionQuery }>('/decisions', { schema: listing }, async ({ query, tenant }) => {
    const { most, after, worker, case: subject } = query
    const found = await store.of(tenant.name).latest({
      most: most + 1,
      after: after === undefined ? undefined : placeFrom(after),
      actor: worker === undefined ? undefined : pseudonym(worker, tenant.key),
      subject: subject === undefined ? undefined : pseudonym(subject, tenant.key),
    })
    const page = found.slice(0, most)
    const last = page.at(-1)
    return { decisions: page, ...(found.length > most && last && { next: placeOf(last) }) }
  })

  const finding = { operationId: 'decision', summary: 'One decision', params: byId, gives: 'DecisionRecord' } as const
  app.get<{ Params: { id: string } }>(
    '/decisions/:id',
    { schema: finding },
    async ({ params, tenant }, reply) => (await store.of(tenant.name).find(params.id)) ?? notFound(reply),
  )

  const again = {
    operationId: 'replayDecision',
    summary: 'What the rules say today of a situation decided then',
    params: byId,
    body: replayBody,
    gives: 'Replay',
  } as const
  app.post<{ Params: { id: string }; Body: { situation: object } }>(
    '/decisions/:id/replay',
    { schema: again },
    async ({ params, body: { situation }, tenant: { name, pack, key } }, reply) => {
      const record = await store.of(name).find(params.id)
      if (!record) return notFound(reply)
      return weighing.weigh({ of: 'replay', record, key, pack, on: dayOf(now()), situation })
    },
  )
}

async function recordOf(body: DecisionBody, tenant: Tenant, { weighing, now }: Service): Promise<DecisionRecord> {
  const { worker, case: subject, situation, ...rest } = body
  const { pack, key, keyName } = tenant
  const at = new Date(now()).toISOString()
  const who = { actor: pseudonym(worker, key), subject: subject === undefined ? undefined : pseudonym(subject, key) }
  return weighing.weigh({
    of: 'record',
    pack,
    on: at.slice(0, 10),
    situation,
    options: { ...rest, ...who, at, key, keyName },
  })
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

/** Whether a decision that was sent again is the one that is kept; only the moment differs. */
function isSameDecision({ at: _, ...one }: DecisionRecord, { at: __, ...other }: DecisionRecord): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Where a page ends, as the next one is asked for. */
function placeOf({ at, id }: DecisionRecord): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

function placeFrom(after: string): { readonly at: string; readonly id: string } {
  const [, at, id] = /^(\d{4}-[\d:.TZ-]{10,30}) ([0-9a-f-]{36})$/.exec(Buffer.from(after, 'base64url').toString()) ?? []
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)))
    throw new TimbangError('invalid-request', [{ place: 'request.after', message: 'is none that a page gave' }])
  return { at, id }
}
