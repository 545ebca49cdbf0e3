import type { Pack } from '../../pack/pack.js'
import { packSourceSchema } from '../../pack/packSource.js'
import { conditionDefs } from './conditionDefs.js'
import { described, fileSchema, has, type JsonSchema, ref, shapeOf } from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'

/** What a pack consists of besides facts and rules, one list a file. */
type PackList = 'principles' | 'actions' | 'roles' | 'sources' | 'frameworks' | 'contacts'

/** The JSON Schema of a file that lists what a pack declares. Whether a name stands in it twice, the loader says. */
export function listSchema<S>(list: PackList, pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const { title, what, parts } = lists[list]
  const own = options.open ? ref('action') : (nameDefs(pack, { open: true }).action as JsonSchema)
  const defs = { ...nameDefs(pack, options), ...conditionDefs(pack), 'own.action': own }
  return fileSchema(`${pack.name}:${list}`, title, what, described(shapeOf(packSourceSchema.shape[list]), parts), defs)
}

const verified =
  'How far it was verified: `primary` (the text itself was read), `secondary` (through another text), `no`.'

/** What is said of each list and its parts; the names that a file declares itself are never all in the pack. */
const lists: Readonly<Record<PackList, { title: string; what: string; parts: Parameters<typeof described>[1] }>> = {
  principles: {
    title: 'The principles of a pack',
    what: 'Values of the profession, and what they mean.',
    parts: { '*.label': 'As it is shown.', '*.means': 'What it means, in a sentence.', '*.sources.*': ref('source') },
  },
  actions: {
    title: 'The actions of a pack',
    what: 'What a worker might do; the order is the order of advice.',
    parts: {
      '*.name': 'An imperative in kebab-case, named positively.',
      '*.incompatibleWith': 'What cannot be done together with it.',
      '*.incompatibleWith.*': ref('own.action'),
      '*.steps': 'How it is done, step by step, as it is shown.',
      '*.says': 'What can be said to the person in doing it, as a worker would say it.',
      '*.foundBy': 'Other words by which a worker looks for it; they are searched and never shown.',
      '*.urgency': 'How soon, wherever it must or should be done; a rule may say sooner.',
      '*.role': ref('role'),
      '*.partOf': 'Where one of these is advised as strongly, this is told within it.',
      '*.partOf.*': ref('own.action'),
      '*.before': 'Where this must be done, it is done before these.',
      '*.before.*': ref('own.action'),
      '*.standing': 'Owed in nearly every situation: told last, under “Always”, whatever asks for it.',
      '*.neverWaits': 'Told at once, though an open answer could undo it: doing it in vain harms nobody.',
      '*.keptFromClient': 'Where it is asked for, no note for the client is written.',
      '*.continuing': 'Goes on as long as it is asked for: nothing makes it done.',
      '*.done':
        'Where these conditions hold, or a fact makes it done, it is not asked for again; `next` says what follows.',
      '*.done.next': 'What follows once it is done.',
      '*.aliases': 'Names that it bore before; rules that still use one mean this action.',
    },
  },
  roles: {
    title: 'The roles of a pack',
    what: 'Roles in which a worker acts.',
    parts: { '*.label': 'As it is shown.' },
  },
  sources: {
    title: 'The sources of a pack',
    what: 'Where rules come from, to the section, in our own words.',
    parts: {
      '*.cite': 'As it is cited in an advice.',
      '*.work': 'The whole work.',
      '*.section': 'The section, article or page.',
      '*.says': 'What it says, in our own words.',
      // A law of a country for which the pack has no rules may be cited too.
      '*.jurisdiction': { anyOf: [ref('jurisdiction'), { type: 'string' }] },
      '*.region': 'The parts of the country where a law holds; left out, all of it.',
      '*.inForce': 'The first and the last day on which it is in force, as `YYYY-MM-DD`; left out, always.',
      '*.verified': verified,
      '*.verifiedOn': 'The day on which it was last verified, as `YYYY-MM-DD`.',
      '*.read': 'In which text it was read and on which day, instead of `verifiedOn`.',
      '*.read.text': 'The text that was read, as its publisher names it.',
      '*.reviewed': 'Which practitioner has reviewed what the pack makes of it, and when; left out, none has.',
      '*.reviewed.by': 'Who: the office or the person, as they wish to be named.',
    },
  },
  frameworks: {
    title: 'The frameworks of a pack',
    what: 'Published ways of ordering duties; the first guideline that speaks decides.',
    parts: {
      '*.sources.*': ref('source'),
      '*.guidelines.*': {
        oneOf: [has('order'), { allOf: [has('prevails'), has('over')] }, has('basis')],
        dependentRequired: { prevails: ['over'], over: ['prevails'] },
      },
      '*.guidelines.*.sources.*': ref('source'),
      '*.guidelines.*.when': ref('condition'),
      '*.guidelines.*.order': 'Groups of principles, the first prevailing over those that follow.',
      '*.guidelines.*.order.*.*': ref('principle'),
      '*.guidelines.*.prevails.*': ref('principle'),
      '*.guidelines.*.over.*': ref('principle'),
      '*.guidelines.*.basis': 'What rules rest on, the first prevailing over those that follow.',
    },
  },
  contacts: {
    title: 'The contacts of a pack',
    what: 'Whom to call, and for which actions they are shown.',
    parts: {
      '*.reach': 'How to reach them, as it is shown.',
      '*.helpsWith': 'What they are for, in a few words.',
      '*.hours': 'When they can be reached, where it is known.',
      '*.for': 'The actions with which they are shown.',
      '*.for.*': ref('action'),
      '*.jurisdiction': 'The countries where they serve; left out, all.',
      '*.jurisdiction.*': ref('jurisdiction'),
      '*.region': 'The parts of the country where they serve; left out, all of it.',
      '*.emergency': 'Whom to call first where life is at stake: shown by country while no country is stated.',
      '*.read': 'In which text this was read, and on which day.',
      '*.read.text': 'The text that was read, with its address.',
    },
  },
}
