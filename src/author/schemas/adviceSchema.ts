import { adviceShape, adviceText, judgedShape } from './adviceShape.js'
import { described, fileSchema, type JsonSchema, shapeOf } from './jsonSchema.js'

/** The JSON Schema of an advice, whatever pack it comes from. */
export function adviceSchema(): JsonSchema {
  const shape = described(shapeOf(adviceShape, { text: adviceText, judged: judgedShape }), words)
  return fileSchema('advice', 'An advice', whatItIs, shape, {})
}

const whatItIs =
  'What the rules together support saying about a situation. It supports judgement and never replaces it.'

const words = {
  format: 'The version of this shape.',
  locales: 'The languages of its texts, where the pack does not speak all.',
  packs: 'The rules by which it was weighed, with version and digest.',
  'packs.*.admitted': 'The rules about danger or of law over which the host has let this pack prevail.',
  on: 'The day whose rules were in force.',
  jurisdiction: 'Which country’s law applies, where it was stated.',
  framework: 'The framework that the caller named, if any.',
  kind: 'What sort of situation it is.',
  urgency: 'How soon something must be done.',
  actions: 'What must, should, may, should not and must not be done, in the order of what comes first.',
  'actions.*.certainty':
    'Whatever is still unknown (`firm`), while a danger is open (`depends`), on assumptions (`presumed`).',
  'actions.*.standing': 'Owed in nearly every situation, and told last.',
  'actions.*.within': 'The advised action of which it is a part, and within which it is told.',
  'actions.*.folded': 'Told after the rest, where there is much to do.',
  'actions.*.steps': 'How it is done, step by step.',
  'actions.*.says': 'What can be said to the person in doing it.',
  'actions.*.contacts': 'Whom to call about it.',
  'actions.*.contacts.*.jurisdiction': 'The countries where they serve, to choose from while none is stated.',
  'actions.*.because': 'The rules that ask for it, with their reasons.',
  'actions.*.divided': 'The other published positions, each with its reason, its sources and what both agree on.',
  'actions.*.assumptions': 'What is taken to be so while it is not known.',
  setAside: 'The duties that gave way, to what, and what is still owed to them.',
  dilemmas: 'Principles between which nothing decides, both sides with their reasons.',
  procedure: 'How to go on where nothing decides; only with a dilemma.',
  presumed: 'The facts taken to be so while they are not stated.',
  depending: 'What would be owed if what is not known proved to be so, by what decides it; gravest first.',
  questions: 'What to ask, each with two answers and what would differ between them.',
  unanswered: 'What was asked and is still not known, marked where it bears on danger.',
  frameworks: 'How the frameworks see the principles that collide here.',
  rules: 'Every rule that holds and is named above, with the conditions that were confirmed.',
  principles: 'The principles named above, in words.',
  roles: 'The roles named above, in words.',
  sources: 'The sources named above, with how far they were verified.',
}
