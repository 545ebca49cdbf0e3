import * as z from 'zod'
import type { Advice, NamedAction, UnaskedAdvice } from '../../advise/advice.js'
import { checkAdvice } from '../../advise/checkAdvice.js'
import { TimbangError, unknownName } from '../../errors.js'
import { type OptionNames, optionsGiven } from '../../options.js'
import { contentUuid } from '../../pack/identity/contentUuid.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { nameSchema, textSchema } from '../../pack/texts/textSchema.js'
import { type Urgency, urgencies } from '../../vocabulary.js'
import { type InterfaceLanguage, interfaceLanguages } from '../../words/interfaceLanguages.js'
import { parseInput } from '../parseInput.js'
import { uuidSchema } from '../record/identifiers.js'
import type { Card, Coding, Suggestion } from './card.js'
import { detailOf } from './cardDetail.js'
import { type CardDraft, cardDrafts } from './cardDrafts.js'
import { suggestionsOf } from './cardSuggestions.js'
import { summaryOf } from './cardSummary.js'
import { type CardView, cardView } from './cardView.js'
import { objections } from './objections.js'
import { overrideReasons, type Reasons, reasonSystem, reasonWords } from './overrideReasons.js'
import { linksOf, sourceOf } from './sourceAndLinks.js'

const url = z.url({ protocol: /^https$/, error: 'must be an address that begins with `https:`' })

const optionsSchema = z.strictObject({
  locale: z.enum(interfaceLanguages),
  instance: z.string().toLowerCase().pipe(uuidSchema),
  step: nameSchema.optional(),
  least: z.enum(urgencies).optional(),
  reasons: z.record(nameSchema, textSchema).optional(),
  reasonSystem: z.string().min(1).optional(),
  sourceUrls: z.record(z.string(), url).optional(),
  contactUrls: z.record(z.string(), z.string().regex(/^(https|tel|mailto):\S+$/, 'must be an address')).optional(),
})

/** How the cards are made. */
export interface CardOptions<S = unknown> {
  readonly locale: InterfaceLanguage
  /** The UUID of the call (`hookInstance`), from which those of cards and suggestions follow. */
  readonly instance: string
  /** The step that the worker is about to take: one of the actions of the pack. */
  readonly step?: string | undefined
  /** The pack; a planned step of which the advice does not speak wants it, so that it is called by its name, and a misspelt one refused. */
  readonly pack?: Pack<S> | undefined
  /** What was weighed, so that the exception is named that speaks against the step; wants `pack`, too. */
  readonly situation?: S | undefined
  /** What is less urgent than this is left out (`routine`: nothing is). */
  readonly least?: Urgency | undefined
  /** The reasons for deciding otherwise that the host offers beside the starter set, and the URI of their code system. */
  readonly reasons?: Reasons | undefined
  readonly reasonSystem?: string | undefined
  /** Addresses of sources, and of contacts, by name. */
  readonly sourceUrls?: Readonly<Record<string, string>> | undefined
  readonly contactUrls?: Readonly<Record<string, string>> | undefined
}

const optionNames: OptionNames<CardOptions> = {
  locale: true,
  instance: true,
  step: true,
  pack: true,
  situation: true,
  least: true,
  reasons: true,
  reasonSystem: true,
  sourceUrls: true,
  contactUrls: true,
}

/**
 * The cards of CDS Hooks 2.0 that an advice makes, the planned step first, then what is most urgent. They hold what the pack
 * says and nothing that was entered.
 * @throws TimbangError `invalid-options`, or `invalid-situation`
 */
export function cards<S>(
  advice: Advice | UnaskedAdvice,
  options: CardOptions<NoInfer<S>> & { readonly pack?: Pack<S> | undefined },
): readonly Card[] {
  checkAdvice(advice)
  const { pack, situation, ...plain } = optionsGiven<CardOptions<S>>(options, optionNames)
  const checked = parseInput(plain, optionsSchema, 'invalid-options', 'options')
  if (pack !== undefined) checkPack(pack)
  else if (situation !== undefined) throw unfit('situation', 'wants `pack`, too')
  const { locales: spoken } = advice
  if (spoken && !spoken.includes(checked.locale))
    throw unfit('locale', `must be one of \`${spoken.join('`, `')}\`, in which the pack of this advice speaks`)
  const step = checked.step === undefined ? undefined : namedStep(checked.step, advice, pack)
  const unsaid = step !== undefined && !advice.actions.some(({ action }) => action === step.action)
  const against = unsaid ? objections(step.action, advice, { pack, situation }) : []
  const view = cardView(advice, checked, step)
  return cardDrafts(advice, { ...checked, against }).map((draft, i) => card(draft, `${i} ${draft.kind}`, view))
}

function unfit(option: string, message: string): TimbangError {
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
}

/** The planned step in words. */
function namedStep<S>(
  name: string,
  advice: Pick<Advice, 'actions' | 'setAside'>,
  pack: Pack<S> | undefined,
): NamedAction {
  const known = pack?.actions.get(name)
  const spoken = [...advice.actions, ...advice.setAside].find(({ action }) => action === name)?.label
  if (pack && !known)
    throw new TimbangError('invalid-options', [
      unknownName('options.step', 'no action of the pack has this name', name, pack.actions.keys()),
    ])
  const label = known?.label ?? spoken
  if (label === undefined) throw unfit('step', 'is nothing that the advice speaks of, and wants `pack`, too')
  return { action: name, label }
}

function card(draft: CardDraft, place: string, view: CardView): Card {
  const uuid = contentUuid([view.instance, ...view.advice.packs.map(({ digest }) => digest), place], 8)
  const suggestions = suggestionsOf(draft, view).map(
    ({ key, label, recommended }): Suggestion => ({
      label,
      uuid: contentUuid([uuid, key], 8),
      ...(recommended && { isRecommended: true }),
    }),
  )
  const detail = detailOf(draft, view)
  const links = linksOf(draft, view)
  return {
    uuid,
    summary: summaryOf(draft, view),
    ...(detail !== '' && { detail }),
    indicator: draft.indicator,
    source: sourceOf(draft, view),
    ...(suggestions.length > 0 && {
      suggestions,
      selectionBehavior: draft.kind === 'step' ? 'at-most-one' : 'any',
      overrideReasons: reasonsOf(view),
    }),
    ...(links.length > 0 && { links }),
  }
}

/** The reasons to choose from for deciding otherwise. */
function reasonsOf({ locale, reasons, reasonSystem: system = reasonSystem }: CardView): readonly Coding[] {
  const starter = reasonWords(overrideReasons, locale).map((one) => ({ ...one, system: reasonSystem }))
  return [...starter, ...reasonWords(reasons ?? {}, locale).map((one) => ({ ...one, system }))]
}
