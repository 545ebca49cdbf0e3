import { checkedOptions as checkedWeighing } from '../../advise/advise.js'
import { TimbangError } from '../../errors.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { lessonOf } from '../lesson.js'
import { inTheseLanguages } from '../textLanguages.js'
import { type Vignette, vignetteWithFacts } from '../vignette.js'
import { concordanceItems } from './items.js'
import { type ConcordanceSet, parseConcordanceSet } from './setShape.js'

/** What a teacher may choose of a concordance set. */
export interface ConcordanceOptions extends WeighOptions {
  /** Any whole number; the same one gives the same set (1). */
  readonly seed?: number | undefined
  /** How many items it has at most, from 1 to 20 (6). */
  readonly items?: number | undefined
}

/**
 * Makes a concordance set from a vignette: options that are weighed in it, each with something one then learns that bears on it.
 * It holds no key: how far a new fact should move one, only a panel of people can say, and never the rules.
 * @throws TimbangError `invalid-vignette` also where nothing in it turns, `invalid-options`
 */
export async function concordanceSet<S>(
  vignette: Vignette,
  pack: Pack<S>,
  options: ConcordanceOptions = {},
): Promise<ConcordanceSet> {
  checkPack(pack)
  const { seed = 1, items: most = 6, ...weighing } = checkedOptions(options, pack)
  const withFacts = vignetteWithFacts(vignette, pack)
  const lesson = await lessonOf(withFacts, pack, weighing, { seed, most, whole: false })
  const items = concordanceItems(lesson, withFacts.toldFacts)
  if (items.length === 0)
    throw new TimbangError('invalid-vignette', [
      { place: 'vignette', message: 'gives no item: nothing that one could learn bears on what is weighed in it' },
    ])
  const { name, title, story } = withFacts.vignette
  const content = {
    name,
    packs: pack.parts.map((part) => ({
      name: part.name,
      version: part.version,
      title: part.title,
      digest: part.digest,
    })),
    on: lesson.advice.on,
    title,
    story: story.map(({ says }) => says),
    items,
  }
  return parseConcordanceSet({ format: 1, ...inTheseLanguages(content, lesson.languages) })
}

function checkedOptions<S>(options: ConcordanceOptions, pack: Pack<S>): ConcordanceOptions {
  const given = checkedWeighing<ConcordanceOptions, S>(options, pack, { seed: true, items: true })
  const { seed = 1, items = 1 } = given
  const unfit = (option: string, message: string) =>
    new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
  if (!Number.isSafeInteger(seed)) throw unfit('seed', 'must be a whole number')
  if (!Number.isInteger(items) || items < 1 || items > 20) throw unfit('items', 'must be a whole number from 1 to 20')
  return given
}
