/** What the page asks about a planned disclosure: steps and facts of the pack, in its words. */
import type { Advice, Locale, Pack } from 'timbang'
import { overrideReasons } from 'timbang/embed'
import type { SocialWorkAction, SocialWorkFact, SocialWorkSituation } from 'timbang/social-work'

type OurPack = Pack<SocialWorkSituation>

const steps: readonly SocialWorkAction[] = [
  'disclose-to-protect',
  'disclose-within-ground',
  'report-to-protection-service',
  'report-to-police',
  'comply-with-lawful-order',
]

const facts: readonly SocialWorkFact[] = [
  'case.jurisdiction',
  'abuse.suspected',
  'abuse.victim',
  'abuse.victimSafeNow',
  'risk.type',
  'risk.severity',
  'risk.imminence',
  'risk.credibility',
  'risk.disclosureIncreases',
  'risk.lessIntrusiveAvailable',
  'disclosure.requester',
  'disclosure.legalBasis',
  'disclosure.consent',
  'disclosure.secrecyRequested',
  'disclosure.unsafeToTell',
]

export function planning(locale: Locale, pack: OurPack) {
  return {
    steps: steps.map((name) => ({ name, label: pack.actions.get(name)?.label[locale] ?? name })),
    facts: facts.map((name) => field(name, locale, pack)),
    reasons: Object.entries(overrideReasons).map(([code, label]) => ({ code, label: label[locale] })),
  }
}

/** The questions that an advice leaves open, most pressing first, as fields of the page. */
export function openFields({ questions }: Advice, locale: Locale, pack: OurPack): readonly Field[] {
  return questions.map(({ fact }) => field(fact, locale, pack))
}

/** A fact as a field: what is asked, of which type the answer is, and the answers to choose from. */
export interface Field {
  readonly name: string
  readonly ask: string
  readonly type: string
  readonly values?: readonly { readonly value: string; readonly label: string }[]
  readonly min?: number
  readonly max?: number
}

function field(name: string, locale: Locale, pack: OurPack): Field {
  const { ask, label, type, values, min, max } = pack.facts.get(name) as NonNullable<
    ReturnType<OurPack['facts']['get']>
  >
  return {
    name,
    ask: (ask ?? label)[locale],
    type,
    ...(values && { values: values.map((one) => ({ value: one.value, label: one.label[locale] })) }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  }
}
