/**
 * A case system checks a planned disclosure before it is sent.
 *
 * The planned step is one of the pack's actions; what the rules say of it decides what the system does next. Silence is no
 * permission: an action that no rule speaks of is not sent either. While someone is in danger, or may be, a person decides that at once.
 */
import { type Advice, type AdvisedAction, advise, type Status, type Text } from 'timbang'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'

interface PlannedDisclosure {
  readonly to: string
  readonly step: string
  readonly situation: SocialWorkSituation
}

/** What the system does with each status. */
const responses = {
  must: 'send it, to those named only',
  should: 'send it, to those named only',
  may: 'the worker decides, and the reason is recorded',
  'should-not': 'hold it, until the worker gives a reason',
  'must-not': 'do not send it',
  contested: 'hold it, and open a consultation with the supervisor',
} as const satisfies Record<Status, string>

const planned: readonly PlannedDisclosure[] = [
  {
    to: 'protection service, the husband has threatened her life',
    step: 'report-to-protection-service',
    situation: {
      case: { jurisdiction: 'ID' },
      abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
      disclosure: { secrecyRequested: true },
      risk: { severity: 'life-threatening', imminence: 'imminent', credibility: 'high', disclosureIncreases: false },
    },
  },
  {
    to: 'police, she does not want a report and is not in near danger',
    step: 'report-to-police',
    situation: {
      abuse: { suspected: true, victim: 'spouse', victimWantsReport: 'no', victimSafeNow: true },
      risk: { severity: 'moderate', imminence: 'possible' },
    },
  },
  {
    to: 'police, nobody has said yet whether the child is safe',
    step: 'report-to-police',
    situation: { abuse: { suspected: true, victim: 'child' } },
  },
  {
    to: 'relatives, on the strength of a rumour',
    step: 'disclose-to-protect',
    situation: { client: { status: 'current' }, risk: { severity: 'serious', credibility: 'unfounded' } },
  },
  {
    to: 'the court, which has ordered the file; it would ruin the client',
    step: 'comply-with-lawful-order',
    situation: { disclosure: { requester: 'court', legalBasis: 'court-order', harmIfMade: 'serious' } },
  },
  {
    to: 'investigator with an official letter',
    step: 'disclose-within-ground',
    situation: {
      case: { jurisdiction: 'ID' },
      disclosure: { requester: 'law-enforcement', legalBasis: 'law-enforcement-request', harmIfMade: 'minor' },
    },
  },
  {
    to: 'a funder, about a client',
    step: 'disclose-within-ground',
    situation: { disclosure: { requester: 'funder' } },
  },
]

for (const plan of planned) {
  const advice = await advise(plan.situation, socialWork)
  process.stdout.write(`${[`To: ${plan.to}`, ...check(plan, advice)].join('\n  ')}\n\n`)
}

function check({ step }: PlannedDisclosure, advice: Advice): readonly string[] {
  const action = advice.actions.find((one) => one.action === step)
  if (!action) return [`${step}: no rule speaks of it – ${silence(advice)}`, ...asked(advice)]
  return [
    `${step}: ${action.status}, ${action.certainty} – ${responses[action.status]}`,
    ...reasons(action),
    ...conduct(advice, action),
  ]
}

/** What to do where no rule speaks: hold it; where a sign of danger is stated, that is not safe either. */
function silence({ danger }: Advice): string {
  return danger ? 'neither hold it nor send it: ask a person now, and find out:' : 'hold it, and ask first:'
}

function reasons({ because }: AdvisedAction): readonly string[] {
  return because.map((reason) => `because ${reason.because.en} (${reason.rule})`)
}

/** What goes with a disclosure, and which open question could still change the answer. */
function conduct({ actions, questions }: Advice, { action, status, certainty }: AdvisedAction): readonly string[] {
  const decisive = questions.find(({ wouldChange }) => wouldChange.some((change) => change.action === action))
  const ask = certainty !== 'firm' && decisive ? [`ask before: ${decisive.ask.en}`] : []
  if (status !== 'must' && status !== 'should') return ask
  const minimum = actions.filter((one) => one.status === 'must' && one.action.startsWith('disclose-minimum'))
  return [...ask, ...minimum.map(({ label }) => `and: ${inEnglish(label)}`)]
}

function asked({ questions }: Advice): readonly string[] {
  return questions.slice(0, 3).map(({ ask }) => `? ${inEnglish(ask)}`)
}

function inEnglish({ en }: Text): string {
  return en
}
