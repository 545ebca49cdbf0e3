import type { Fact } from '../../pack/fact.js'
import { type Status, type Text, urgencies } from '../../vocabulary.js'
import { type Claim, incompatibilities } from '../../weigh/claims.js'
import { lettingGo } from './lettingGo.js'
import type { Obligation } from './obligation.js'
import type { Input } from './open/inputs.js'
import type { OpenOutlook } from './open/outlook.js'
import { type Choice, worldBeyond, worldStating } from './open/world.js'
import type { Seen } from './replay.js'
import type { Study } from './study.js'

/** A law of advice, and what is to be shown of it. */
interface Law {
  readonly name: string
  readonly because: Text
  /** Whether its situations hang on each other, so that it wants a study of its own. */
  readonly isApart?: boolean
  readonly obligations: (study: Study) => readonly Obligation[]
}

/** The laws of advice that are proved: consistency, learning, and that silence about danger is not safety. */
export const laws: readonly Law[] = [
  {
    name: 'law-of-consistency',
    because: {
      en: 'no action is both a must and a must not, and no two actions that exclude each other are both asked for, other than as contested',
      id: 'tidak ada tindakan yang sekaligus wajib dan dilarang, dan tidak ada dua tindakan yang saling meniadakan sama-sama diminta, kecuali sebagai hal yang diperselisihkan',
    },
    obligations: consistency,
  },
  {
    name: 'law-of-learning',
    because: {
      en: 'stating more never weakens, reverses or unsettles what was firm',
      id: 'menyatakan lebih banyak tidak pernah melemahkan, membalikkan, atau menggoyahkan hal yang sudah pasti',
    },
    isApart: true,
    obligations: learning,
  },
  {
    name: 'law-of-open-danger',
    because: {
      en: 'while a sign of danger is stated, what an open danger could undo is never firm nor presumed',
      id: 'selama ada tanda bahaya, hal yang dapat dibatalkan oleh bahaya yang belum diketahui tidak pernah disebut pasti atau dianggap berlaku',
    },
    isApart: true,
    obligations: openDanger,
  },
  {
    name: 'law-of-silence-about-danger',
    because: {
      en: 'leaving a danger out never makes a situation less urgent than saying that there is none, and with a sign of danger and an open danger it is at least prompt',
      id: 'tidak menyebut suatu bahaya tidak pernah membuat keadaan kurang mendesak daripada menyatakan bahaya itu tidak ada; bila ada tanda bahaya dan ada bahaya yang belum diketahui, keadaan setidaknya perlu segera ditangani',
    },
    isApart: true,
    obligations: silenceAboutDanger,
  },
  {
    name: 'silence-is-no-permission',
    because: {
      en: 'nothing is permitted, and nothing asked for but what is owed always, where nothing is stated; whatever is asked for or permitted has a rule that holds',
      id: 'bila tidak ada yang dinyatakan, tidak ada yang diizinkan dan tidak ada yang diminta selain yang selalu berlaku; segala yang diminta atau diizinkan didasarkan pada aturan yang berlaku',
    },
    obligations: silence,
  },
  {
    name: 'a-step-is-let-go-by-a-rule',
    because: {
      en: 'no step is let go while no rule surely asks for it or permits it, nor while a rule that could forbid it is still open',
      id: 'tidak ada langkah yang dibiarkan jalan selama tidak ada aturan yang pasti memintanya atau membolehkannya, atau selama aturan yang dapat melarangnya masih terbuka',
    },
    obligations: lettingGo,
  },
]

const towards = ['must', 'should', 'may'] as const

function consistency(study: Study): readonly Obligation[] {
  const { outlook, pack } = study
  const excluded = incompatibilities([...pack.actions.values()])
  const opposed = [...pack.actions.keys()].map(
    (action): Pair => [
      [action, 'must'],
      [action, 'must-not'],
    ],
  )
  const excluding = [...excluded].flatMap(([one, others]) =>
    [...others]
      .filter((other) => one < other)
      .flatMap((other) =>
        towards.flatMap((first) =>
          towards
            .filter((second) => first !== 'may' || second !== 'may')
            .map(
              (second): Pair => [
                [one, first],
                [other, second],
              ],
            ),
        ),
      ),
  )
  return [...opposed, ...excluding].map(([[one, first], [other, second]]) => ({
    about: [one, other],
    actions: [one, other],
    wanted: [outlook.said(one, first), outlook.said(other, second)],
    bites: [],
    outlooks: [outlook],
    shows: ([seen]: readonly Seen[]) => seen?.look.said(one, [first]) === true && seen.look.said(other, [second]),
  }))
}

type Push = readonly [action: string, status: Status]
type Pair = readonly [Push, Push]

const asStrong: Readonly<Record<Exclude<Status, 'contested'>, readonly Status[]>> = {
  must: ['must'],
  should: ['must', 'should'],
  may: ['must', 'should', 'may'],
  'should-not': ['must-not', 'should-not'],
  'must-not': ['must-not'],
}

/**
 * What is firm stays firm, whatever is stated besides; and in every situation what is firm is said at least so strongly. Of the two
 * together it follows that nothing stated besides weakens, reverses or unsettles what was firm.
 */
function learning(study: Study): readonly Obligation[] {
  const { outlook, pack, circuit } = study
  const later = study.look(worldBeyond(study.base, () => true, circuit))
  const after = later.weighing.claims
  const { sureness } = outlook
  const stays = sureness.inOrder().map((claim) => ({
    ...ofClaim(claim, [sureness.firm(claim), -later.sureness.firm(after[claim.index] as Claim)], [outlook, later]),
    isLemma: true,
  }))
  const saidSo = outlook.weighing.claims.map((claim) => {
    const left = circuit.any([...asStrong[claim.force], 'done' as const].map((one) => outlook.said(claim.action, one)))
    return ofClaim(claim, [sureness.firm(claim), -left], [outlook])
  })
  return [...stays, ...saidSo, ...[...pack.actions.keys()].map((action) => contestedAndFirm(action, outlook))]
}

function contestedAndFirm(action: string, outlook: OpenOutlook): Obligation {
  return {
    about: [action],
    actions: [action],
    wanted: [outlook.certain(action, 'contested', 'firm')],
    bites: [],
    outlooks: [outlook],
    shows: ([seen]) => seen?.look.said(action, ['contested']) === true && seen.look.surely(action, ['firm']),
  }
}

function openDanger(study: Study): readonly Obligation[] {
  const { outlook, pack, circuit } = study
  const { sureness, weighing, dangerStated } = outlook
  const marked = (input: Input) => pack.facts.get(input.fact)?.danger !== undefined
  const later = study.look(worldBeyond(study.base, marked, circuit))
  const after = later.weighing.claims
  const sure = (claim: Claim) => [dangerStated, -sureness.depends(claim)]
  const stays = sureness.inSteadyOrder().map((claim) => {
    const lost = -later.weighing.label(after[claim.index] as Claim).in
    return { ...ofClaim(claim, [...sure(claim), weighing.label(claim).in, lost], [outlook, later]), isLemma: true }
  })
  const open = weighing.claims.map((claim) =>
    ofClaim(claim, [...sure(claim), weighing.live(claim), sureness.openToDanger(claim)], [outlook]),
  )
  return [...stays, ...open]
}

/** What is claimed cannot be seen in an advice one claim at a time; that its rule holds, can. */
function ofClaim({ rule, action }: Claim, wanted: Obligation['wanted'], outlooks: Obligation['outlooks']): Obligation {
  const shows = ([seen]: readonly Seen[]) => seen?.rules.has(rule.name) === true
  return { about: [rule.name, action], actions: [action], wanted, bites: [], outlooks, shows }
}

function silenceAboutDanger(study: Study): readonly Obligation[] {
  const { outlook, pack, circuit } = study
  const marked = (input: Input) => pack.facts.get(input.fact)?.danger !== undefined
  const later = study.look(worldBeyond(study.base, marked, circuit))
  for (const input of study.inputs.filter(marked)) {
    const stated = study.base.get(input) as readonly Choice[]
    for (const [i, { value, literal }] of (later.world.get(input) as readonly Choice[]).entries())
      if (!isHarmless(input, value, study)) circuit.bind(literal, [-literal, (stated[i] as Choice).literal])
  }
  const calmer = urgencies.map(
    (level): Obligation => ({
      about: [level],
      actions: [],
      wanted: [later.atLeast(level), -outlook.atLeast(level)],
      bites: [],
      outlooks: [outlook, later],
      shows: ([now, then]) => then?.look.atLeast(level) === true && !now?.look.atLeast(level),
    }),
  )
  const prompt: Obligation = {
    about: ['prompt'],
    actions: [],
    wanted: [outlook.dangerStated, outlook.dangerOpen(), -outlook.atLeast('prompt')],
    bites: [],
    outlooks: [outlook],
    shows: ([seen]) => seen?.danger === true && !seen.look.atLeast('prompt'),
  }
  return [...calmer, prompt]
}

/** Whether a value marks no danger; of a list, that nothing of what marks it is so. */
function isHarmless({ fact, member }: Input, value: unknown, { pack }: Study): boolean {
  const { danger = [] } = pack.facts.get(fact) as Fact
  return member === undefined ? !danger.some((one) => one === value) : value === false && danger.includes(member)
}

function silence(study: Study): readonly Obligation[] {
  const { outlook, pack, circuit } = study
  const left = study.inputs.map((input) => ({ input, value: undefined }))
  const nothing = study.look(worldStating(study.base, left))
  return [...pack.actions.values()].flatMap(({ name, standing }) => {
    const claims = outlook.claimsOn(name).filter(({ force }) => towards.some((one) => one === force))
    const grounds = claims.map((claim) => outlook.known(claim.rule.conditions, 'assumed').yes)
    const unasked = nothing.claimsOn(name).filter(({ rule }) => !rule.standing && standing !== true)
    const asked = towards.filter((one) => unasked.some(({ force }) => force === one))
    return [
      {
        about: [name],
        actions: [name],
        wanted: [circuit.any(towards.map((one) => outlook.said(name, one))), -circuit.any(grounds)],
        bites: [],
        outlooks: [outlook],
        shows: ([seen]: readonly Seen[]) => seen?.look.said(name, towards) === true,
      },
      {
        about: [name],
        actions: [name],
        wanted: [circuit.any(asked.map((one) => nothing.said(name, one)))],
        bites: [],
        outlooks: [nothing],
        shows: ([seen]: readonly Seen[]) => seen?.look.said(name, towards) === true,
      },
    ]
  })
}
