/** What the page asks about a planned disclosure: steps and facts of the pack, in its words. */
import type { Locale } from 'timbang'
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
  'risk.severity',
  'risk.imminence',
  'risk.credibility',
  'disclosure.requester',
  'disclosure.legalBasis',
  'disclosure.consent',
  'disclosure.secrecyRequested',
]

export function planning(locale: Locale) {
  return {
    steps: steps.map((name) => ({ name, label: socialWork.actions.get(name)?.label[locale] ?? name })),
    facts: facts.map((name) => {
      const fact = socialWork.facts.get(name)
      const values = fact?.values?.map(({ value, label }) => ({ value, label: label[locale] }))
      return { name, ask: (fact?.ask ?? fact?.label)?.[locale] ?? name, ...(values && { values }) }
    }),
    reasons: Object.entries(overrideReasons).map(([code, label]) => ({ code, label: label[locale] })),
  }
}
