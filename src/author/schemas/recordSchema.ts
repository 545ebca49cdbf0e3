import { recordShape, statedShape } from '../../embed/record/recordShape.js'
import { described, fileSchema, type JsonSchema, shapeOf } from './jsonSchema.js'

/** The JSON Schema of a decision record, whatever pack it comes from. */
export function recordSchema(): JsonSchema {
  return fileSchema(
    'record',
    'A decision record',
    whatItIs,
    described(shapeOf(recordShape, { stated: statedShape }), words),
    {},
  )
}

const whatItIs =
  'What the rules said and what a person decided, in names, codes and digests. Free text and names of persons have no place in it.'

const words = {
  format: 'The version of this shape.',
  id: 'The UUID of the decision.',
  at: 'The moment of the decision, in UTC.',
  actor: 'Who decided: a pseudonym.',
  subject: 'Which case it concerns: a pseudonym.',
  engine: 'The library that weighed.',
  packs: 'The rules by which it was weighed, with version and digest.',
  on: 'The day whose rules were in force.',
  locale: 'The language in which the advice was shown.',
  framework: 'The framework that the caller named, if any.',
  findings: 'What every rule found that found something; of the others nothing was known.',
  actions: 'What was said of each action, and by which rules.',
  setAside: 'What gave way, to which rules, and what was still owed.',
  dilemmas: 'Principles between which nothing decided, and the rules on both sides.',
  questions: 'The facts that were still to be asked; `null`: not looked for.',
  adviceDigest: 'The SHA-256 of the advice without its packs, as canonical JSON.',
  facts: 'The stated facts that were read; names only.',
  situation: 'The stated facts with their values; only if the host asked for it.',
  situationDigest: 'The HMAC of the situation without its summary, as canonical JSON, with a key of the host.',
  decision: 'What the person decided.',
  'decision.choice': 'Followed it, did otherwise, put it off, or consulted first.',
  'decision.step': 'The step that was planned.',
  'decision.taken': 'The suggested actions that were taken up.',
  'decision.reason': 'Why the person decided otherwise, as a code.',
  erased: 'What was taken out of this record later.',
  masked: 'What was masked in this record later.',
}
