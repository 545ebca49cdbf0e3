import * as z from 'zod'
import type { Advice, NamedAction, UnaskedAdvice } from '../../advise/advice.js'
import { TimbangError } from '../../errors.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { nameSchema, textSchema } from '../../pack/texts/textSchema.js'
import { type Locale, locales, type Urgency, urgencies } from '../../vocabulary.js'
import { parsedAtDoor } from '../parseInput.js'
import { uuidFrom, uuidSchema } from '../record/identifiers.js'
import type { Card, Coding, Suggestion } from './card.js'
import { type CardPlan, type CardSource, cardPlans } from './cardDrafts.js'
import { actionsOf, linksOf, type Shown, sourceOf } from './cardView.js'
import { detailOf, suggestionsOf, summaryOf } from './cardWording.js'
import { objections } from './objections.js'
import { overrideReasons, type Reasons, reasonSystem, reasonWords } from './overrideReasons.js'

const url = z.url({ protocol: /^https$/, error: 'must be an address that begins with `https:`' })

const optionsSchema = z.strictObject({
  locale: z.enum(locales),
  instance: uuidSchema,
  step: nameSchema.optional(),
  least: z.enum(urgencies).optional(),
  reasons: z.record(nameSchema, textSchema).optional(),
  reasonSystem: z.string().min(1).optional(),
  sourceUrls: z.record(z.string(), url).optional(),
  contactUrls: z.record(z.string(), z.string().regex(/^(https|tel|mailto):\S+$/, 'must be an address')).optional(),
})

/** How the cards are made. */
export interface CardOptions<S = unknown> {
  readonly locale: Locale
  /** The UUID of the call (`hookInstance`), from which those of cards and suggestions follow. */
  readonly instance: string
  /** The step that the worker is about to take: one of the actions of the pack. */
  readonly step?: string
  /** The pack, so that a planned step of which no rule speaks is called by its name, and one it does not have is refused. */
  readonly pack?: Pack<S>
  /** What was weighed, so that the exception is named that speaks against the step; wants `pack`, too. */
  readonly situation?: S
  /** What is less urgent than this is left out (`routine`: nothing is). */
  readonly least?: Urgency
  /** The reasons for deciding otherwise that the host offers beside the starter set, and the URI of their code system. */
  readonly reasons?: Reasons
  readonly reasonSystem?: string
  /** Addresses of sources, and of contacts, by name. */
  readonly sourceUrls?: Readonly<Record<string, string>>
  readonly contactUrls?: Readonly<Record<string, string>>
}

/**
 * The cards of CDS Hooks 2.0 that an advice makes, the planned step first, then what is most urgent. They hold what the pack
 * says and nothing that was entered.
 * @throws TimbangError `invalid-options`, or `invalid-situation`
 */
export function cards<S>(
  advice: Advice | UnaskedAdvice,
  options: CardOptions<NoInfer<S>> & { readonly pack?: Pack<S> },
): readonly Card[] {
  const { pack, situation, ...plain } = options
  const checked = parsedAtDoor(plain, optionsSchema, 'invalid-options', 'options')
  if (pack !== undefined) checkPack(pack)
  else if (situation !== undefined) throw unfit('situation', 'wants `pack`, too')
  const { locales: spoken = locales } = advice
  if (!spoken.includes(checked.locale))
    throw unfit('locale', `must be one of \`${spoken.join('`, `')}\`, in which the pack of this advice speaks`)
  const step = checked.step === undefined ? undefined : namedStep(checked.step, advice, pack)
  const unsaid = step !== undefined && !advice.actions.some(({ action }) => action === step.action)
  const against = unsaid ? objections(step.action, advice, { pack, situation }) : []
  const shown: Shown = { advice, ...checked, step }
  return cardPlans(advice, { ...checked, against }).map((plan, i) => card(plan, `${i} ${plan.kind}`, shown))
}

function unfit(option: string, message: string): TimbangError {
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
}

/** The planned step in words. */
function namedStep<S>(name: string, advice: CardSource, pack: Pack<S> | undefined): NamedAction {
  const known = pack?.actions.get(name)
  if (pack && !known) throw unfit('step', 'is no action of the pack')
  const label = known?.label ?? advice.actions.find(({ action }) => action === name)?.label
  const words = name.replaceAll('-', ' ')
  return { action: name, label: label ?? { en: words, id: words } }
}

function card(plan: CardPlan, place: string, shown: Shown): Card {
  const uuid = uuidFrom(shown.instance, ...shown.advice.packs.map(({ digest }) => digest), place)
  const suggestions = suggestionsOf(plan, shown).map(
    ({ key, label, recommended }): Suggestion => ({
      label,
      uuid: uuidFrom(uuid, key),
      ...(recommended && { isRecommended: true }),
    }),
  )
  const detail = detailOf(plan, shown)
  const links = linksOf(actionsOf(plan), shown)
  return {
    uuid,
    summary: summaryOf(plan, shown),
    ...(detail !== '' && { detail }),
    indicator: plan.indicator,
    source: sourceOf(plan, shown),
    ...(suggestions.length > 0 && {
      suggestions,
      selectionBehavior: plan.kind === 'step' ? 'at-most-one' : 'any',
      overrideReasons: reasonsOf(shown),
    }),
    ...(links.length > 0 && { links }),
  }
}

/** The reasons to choose from for deciding otherwise. */
function reasonsOf({ locale, reasons, reasonSystem: system = reasonSystem }: Shown): readonly Coding[] {
  const starter = reasonWords(overrideReasons, locale).map((one) => ({ ...one, system: reasonSystem }))
  return [...starter, ...reasonWords(reasons ?? {}, locale).map((one) => ({ ...one, system }))]
}
