import { contentUuid } from '../../../pack/identity/contentUuid.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { outletWords } from '../../../words/outletWords.js'
import type { OutletWords } from '../../../words/shapes/outlets.js'
import { worded } from '../../worded.js'
import type { Frame } from './xapiOptions.js'

/** A statement of xAPI 1.0.3. */
export interface XapiStatement {
  readonly [part: string]: unknown
}

export type Verb = keyof OutletWords['verbs']

/** What a statement is about, as xAPI knows it. */
export interface Activity {
  readonly id: string
  readonly definition?: Readonly<Record<string, unknown>>
}

export type Result = Readonly<Record<string, unknown>>

/** One statement before it is framed: who did it, and in which course, is the same for all. */
export interface Said {
  readonly verb: Verb
  readonly object: Activity
  readonly parent?: Activity
  readonly result?: Result
  /** Whether cmi5 defines it; what it merely allows is told of it apart. */
  readonly defined?: true
}

const categories = 'https://w3id.org/xapi/cmi5/context/categories'
const mastered = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'

/**
 * Makes statements of one learner; what is left out is not in them, since xAPI knows no `null`. `grouping` is what stays the
 * same however the rules change. In a launch of cmi5 the context holds all of its template, and the session that it names.
 */
export function framed(frame: Frame, grouping: Activity, languages: readonly InterfaceLanguage[]) {
  return ({ verb, object, parent, result, defined }: Said): XapiStatement => {
    const { actor, timestamp } = frame
    const statement = {
      actor: { objectType: 'Agent', account: { homePage: actor.homePage, name: actor.name } },
      verb: {
        id: `http://adlnet.gov/expapi/verbs/${verb}`,
        display: worded((_w, _say, language) => outletWords[language].verbs[verb], languages),
      },
      object: activity(object),
      ...(result && { result }),
      context: contextOf({ frame, grouping, parent, result, defined }),
      ...(timestamp !== undefined && { timestamp }),
    }
    return { id: contentUuid(statement, 4), ...statement }
  }
}

function activity({ id, definition }: Activity) {
  return { objectType: 'Activity', id, ...(definition && { definition }) }
}

interface ContextParts {
  readonly frame: Frame
  readonly grouping: Activity
  readonly parent: Activity | undefined
  readonly result: Result | undefined
  readonly defined: true | undefined
}

function contextOf({ frame: { launch, mastery }, grouping, parent, result = {}, defined }: ContextParts) {
  const { contextActivities = {}, extensions = {}, ...template } = launch?.contextTemplate ?? {}
  const moves = 'completion' in result || 'success' in result
  const category = launch && defined ? ['cmi5', ...(moves ? ['moveon'] : [])] : []
  const judged = defined && 'success' in result && mastery !== undefined
  const lists = {
    ...contextActivities,
    grouping: [...(contextActivities.grouping ?? []), activity(grouping)],
    ...(parent && { parent: [...(contextActivities.parent ?? []), activity(parent)] }),
    ...(category.length > 0 && {
      category: [
        ...(contextActivities.category ?? []),
        ...category.map((name) => activity({ id: `${categories}/${name}` })),
      ],
    }),
  }
  const besides = { ...extensions, ...(launch && judged && { [mastered]: mastery }) }
  return {
    ...template,
    ...(launch && { registration: launch.registration }),
    contextActivities: lists,
    ...(Object.keys(besides).length > 0 && { extensions: besides }),
  }
}
