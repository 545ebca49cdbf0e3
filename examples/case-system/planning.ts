/** What the page asks about a planned disclosure: steps and facts of the pack, in its words. */
import type { Advice, Locale } from 'timbang'
import { overrideReasons } from 'timbang/embed'
import { socialWork } from 'timbang/social-work'

const steps = [
  'disclose-to-protect',
  'disclose-within-ground',
  'report-to-protection-service',
  'report-to-police',
  'comply-with-lawful-order',
]

const facts = [
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

export function planning(locale: Locale) {
  return {
    steps: steps.map((name) => ({ name, label: socialWork.actions.get(name)?.label[locale] ?? name })),
    facts: facts.map((name) => field(name, locale)),
    reasons: Object.entries(overrideReasons).map(([code, label]) => ({ code, label: label[locale] })),
  }
}

/** The questions that an advice leaves open, most pressing first, as fields of the page. */
export function openFields({ questions }: Advice, locale: Locale) {
  return questions.map(({ fact }) => field(fact, locale))
}

/** A fact as a field: what is asked, of which type the answer is, and the answers to choose from. */
function field(name: string, locale: Locale) {
  const { ask, label, type, values, min, max } = socialWork.facts.get(name) as NonNullable<ReturnType<Facts['get']>>
  return {
    name,
    ask: (ask ?? label)[locale],
    type,
    ...(values && { values: values.map((one) => ({ value: one.value, label: one.label[locale] })) }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  }
}

type Facts = typeof socialWork.facts
