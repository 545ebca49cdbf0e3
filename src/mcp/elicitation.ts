import { acceptedContent, type InputRequest, inputRequired, inputResponse } from '@modelcontextprotocol/server'
import type { Asked } from '../ask/question.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { mcpWords } from '../words/mcpWords.js'
import type { Desk } from './tools/tool.js'

/* A person is asked with words, not with a box to tick: a box has no third value, and what is not ticked would be a no. */

const [yes, no, open] = ['yes', 'no', 'not-known'] as const
const answerKey = 'answer'

type Schema = Parameters<typeof inputRequired.elicit>[0]['requestedSchema']

/** The question as it is put to the person by the client. */
export function elicited(asked: Asked, desk: Desk): InputRequest {
  return inputRequired.elicit({
    message: `${desk.say(asked.ask)}\n${mcpWords[desk.locale].seenByClient}`,
    requestedSchema: formFor(asked, desk) as Schema,
  })
}

/** What a person answered, as a situation states it: `null` where it is not known; nothing where no answer was given. */
export function answered(
  asked: Asked,
  responses: Record<string, unknown> | undefined,
): { readonly value: unknown } | undefined {
  const content = acceptedContent(responses, asked.fact)
  if (content === undefined) return undefined
  return { value: valueIn(content, asked) }
}

function valueIn(content: Readonly<Record<string, unknown>>, asked: Asked): unknown {
  const { input, json } = typeOf(asked)
  const answer = content[answerKey]
  if (input === 'members')
    return Object.fromEntries((asked.values ?? []).map(({ value }) => [value, truth(content[value])]))
  if (input === 'number') return typeof answer === 'number' ? answer : null
  return json === 'boolean' ? truth(answer) : chosen(asked, answer)
}

/** Whether the person was asked, whatever came of it: nobody is asked twice in one call. */
export function wasElicited(asked: Asked, responses: Record<string, unknown> | undefined): boolean {
  return inputResponse(responses, asked.fact).kind !== 'missing'
}

function truth(answer: unknown): boolean | null {
  if (answer === yes) return true
  return answer === no ? false : null
}

function chosen({ values = [] }: Asked, answer: unknown): string | null {
  return values.some(({ value }) => value === answer) ? (answer as string) : null
}

/** A flat form; what is left out is not known. */
function formFor(asked: Asked, desk: Desk) {
  const { values = [], min, max } = asked
  const { input, json } = typeOf(asked)
  const words = mcpWords[desk.locale]
  const oneOf = (some: readonly (readonly [string, string])[]) => ({
    type: 'string',
    oneOf: some.map(([value, title]) => ({ const: value, title })),
  })
  const notKnown = [open, words.notKnown] as const
  const yesOrNo = [[yes, words.yes], [no, words.no], notKnown] as const
  const named = values.map(({ value, label }) => [value, desk.say(label)] as const)
  if (input === 'members') {
    const members = named.map(([value, title]) => [value, { ...oneOf(yesOrNo), title }])
    return { type: 'object', properties: Object.fromEntries(members) }
  }
  if (input === 'number') {
    const limits = { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) }
    return { type: 'object', properties: { [answerKey]: { type: 'number', description: words.leaveEmpty, ...limits } } }
  }
  const choices = json === 'boolean' ? yesOrNo : [...named, notKnown]
  return { type: 'object', properties: { [answerKey]: oneOf(choices) }, required: [answerKey] }
}
