import { TimbangError } from '../../../errors.js'

/** Who answers, under a name that is none: an account at some home page, never an e-mail address. */
export interface XapiActor {
  readonly homePage: string
  readonly name: string
}

/** What a learning platform hands over when it launches something by cmi5: see its launch address and `LMS.LaunchData`. */
export interface Cmi5Launch {
  /** A UUID. */
  readonly registration: string
  /** The IRI under which the platform knows it. */
  readonly activityId: string
  /** As it was handed over; all of it stands in every statement. */
  readonly contextTemplate: {
    readonly contextActivities?: Readonly<Record<string, readonly unknown[]>> | undefined
    readonly extensions?: Readonly<Record<string, unknown>> | undefined
    readonly [part: string]: unknown
  }
  /** `Browse` and `Review` tell neither completion nor success (`Normal`). */
  readonly mode?: 'Normal' | 'Browse' | 'Review' | undefined
  /** How long it took, as ISO 8601: `PT14M`. */
  readonly duration: string
}

/** Who makes the statements, when, and in which launch. */
export interface XapiFrame {
  readonly actor: XapiActor
  /** When, as ISO 8601; in a launch in UTC, and wanted. */
  readonly timestamp?: string | undefined
  /** The beginning of the IRIs of what is answered. */
  readonly base?: string | undefined
  /** From which share on it is passed, from 0 to 1; without it nobody passes or fails. */
  readonly mastery?: number | undefined
  /** The launch by cmi5 in which it was answered. */
  readonly launch?: Cmi5Launch | undefined
}

/** The same, checked. */
export interface Frame extends XapiFrame {
  readonly base: string
}

/** A stand-in that the one who runs a class replaces. */
export const whoeverAnswers = { homePage: 'https://timbang.example', name: 'learner' }

/** Where the IRIs of exercises begin, where nothing else is wanted. */
export const usualBase = 'https://timbang.example/exercises/'

const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const lasting = /^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/

/** @throws TimbangError `invalid-options` */
export function checkedFrame({ actor, base, timestamp, mastery, launch }: XapiFrame): Frame {
  const rows: readonly (readonly [place: string, fits: boolean, message: string])[] = [
    ['actor.name', isName(actor?.name), 'must be a made-up name, and no e-mail address'],
    ['actor.homePage', isAddress(actor?.homePage), 'must be an address such as `https://example.org`'],
    ['base', base === undefined || iri.test(base), 'must be an IRI'],
    ['timestamp', timestamp === undefined || time.test(timestamp), 'must be a time such as `2026-01-31T09:00:00Z`'],
    ['mastery', mastery === undefined || (mastery >= 0 && mastery <= 1), 'must be a number from 0 to 1'],
    ...(launch ? launchRows(launch, timestamp) : []),
  ]
  const unfit = rows.find(([, fits]) => !fits)
  if (unfit) throw new TimbangError('invalid-options', [{ place: `options.${unfit[0]}`, message: unfit[2] }])
  return { actor, base: base ?? usualBase, timestamp, mastery, launch }
}

function launchRows(launch: Cmi5Launch, timestamp: string | undefined) {
  const { registration, activityId, contextTemplate, duration, mode = 'Normal' } = launch
  const session = contextTemplate?.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/sessionid']
  return [
    ['timestamp', timestamp?.endsWith('Z') === true, 'must be given in UTC where there is a launch'],
    ['launch.registration', uuid.test(registration), 'must be a UUID'],
    ['launch.activityId', iri.test(activityId), 'must be an IRI'],
    ['launch.contextTemplate', typeof session === 'string', 'must name the session, as the platform hands it over'],
    ['launch.duration', lasting.test(duration), 'must be a duration such as `PT14M`'],
    ['launch.mode', ['Normal', 'Browse', 'Review'].includes(mode), 'must be `Normal`, `Browse` or `Review`'],
  ] as const
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && name !== '' && !name.includes('@')
}

function isAddress(homePage: unknown): boolean {
  return typeof homePage === 'string' && /^https?:\/\//.test(homePage) && iri.test(homePage)
}
