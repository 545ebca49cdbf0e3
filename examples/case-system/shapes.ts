/** The JSON Schemas by which what is sent is checked, and by which the service describes itself. */
import { locales } from 'timbang'
import { decisions } from 'timbang/embed'

const uuid = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }
const name = { type: 'string', maxLength: 100, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }
const situation = { type: 'object', description: 'The stated facts; schema/situation.json of the package says which.' }
const who = { type: 'string', minLength: 1, maxLength: 200, description: 'Never kept: a pseudonym is.' }

export const byId = { type: 'object', required: ['id'], properties: { id: uuid } }

export const decisionBody = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'locale', 'worker', 'situation', 'decision'],
  properties: {
    id: { ...uuid, description: 'The `hookInstance` of the call; sent again, it is kept once.' },
    locale: { enum: [...locales] },
    worker: who,
    case: who,
    situation,
    step: name,
    decision: { enum: [...decisions] },
    reason: name,
    taken: { type: 'array', maxItems: 100, items: name },
    card: uuid,
  },
}

/** A page of decisions: of a worker, of a case, after the last one of the page before. */
export const decisionQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    most: { type: 'integer', minimum: 1, maximum: 200, default: 20 },
    after: { type: 'string', maxLength: 200, description: 'What `next` of the page before says' },
    worker: { type: 'string', minLength: 1, maxLength: 200 },
    case: { type: 'string', minLength: 1, maxLength: 200 },
  },
}

export const replayBody = {
  type: 'object',
  required: ['situation'],
  additionalProperties: false,
  properties: { situation },
}

export const localeQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { locale: { enum: [...locales], default: 'id' } },
}

const text = { type: 'string' }
const list = (items: object) => ({ type: 'array', items })
const object = (required: Record<string, object>, others: Record<string, object> = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...others },
})
const to = (component: string) => ({ $ref: `#/components/schemas/${component}` })
const coding = object({ code: text, system: text }, { display: text })

/** What the service answers with; these are described and not checked, since they are made here. */
export const components = {
  Refusal: object({ code: text }, { issues: list(object({ place: text, message: text }, { suggestion: text })) }),
  Card: object(
    { uuid: text, summary: text, indicator: { enum: ['info', 'warning', 'critical'] }, source: { type: 'object' } },
    {
      detail: text,
      suggestions: list(object({ label: text, uuid: text }, { isRecommended: { type: 'boolean' } })),
      selectionBehavior: { enum: ['at-most-one', 'any'] },
      overrideReasons: list(coding),
      links: list(object({ label: text, url: text, type: text })),
    },
  ),
  Cards: object({ cards: list(to('Card')) }, { extension: { type: 'object' } }),
  Services: object({ services: list(object({ hook: text, id: text, description: text }, { title: text })) }),
  HookRequest: object(
    {
      hook: text,
      hookInstance: text,
      context: object({ situation }, { step: { ...name, description: 'The planned step' } }),
    },
    { fhirServer: text, fhirAuthorization: { type: 'object' } },
  ),
  Feedback: object({
    feedback: list(
      object(
        { card: text, outcome: { enum: ['accepted', 'overridden'] }, outcomeTimestamp: text },
        {
          acceptedSuggestions: list(object({ id: text })),
          overrideReason: object({}, { reason: object({ code: text }, { system: text }), userComment: text }),
        },
      ),
    ),
  }),
  Status: object({ status: text }),
  Decisions: object({ decisions: list(to('DecisionRecord')) }, { next: text }),
  Replay: object(
    { says: { enum: ['same', 'reworded', 'different'] }, situation: text },
    { rules: list({ type: 'object' }) },
  ),
  Planning: object({
    steps: list({ type: 'object' }),
    facts: list({ type: 'object' }),
    reasons: list({ type: 'object' }),
  }),
}
