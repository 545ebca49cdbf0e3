import { outletWords } from '../../../words/outletWords.js'
import { type Block, heading, list, note, paragraph } from '../../outlets/sheets/blocks.js'
import { type PrintOptions, printed } from '../../outlets/sheets/printed.js'
import { type ConcordanceItem, type ConcordanceSet, moves } from '../setShape.js'
import {
  type ConcordanceEdition,
  type ConcordanceOutletOptions,
  concordanceEdition,
  placeOfItem,
  rulesLine,
  standing,
} from './concordanceEdition.js'

type SheetOptions = ConcordanceOutletOptions & Pick<PrintOptions, 'as'>

/** The sheet for learners and for a panel: the story, and each item with its scale and room for the reason; nothing of a key. */
export function concordanceHandOut(set: ConcordanceSet, { as, ...options }: SheetOptions): string {
  const edition = concordanceEdition(set, options)
  const { words, locale } = edition
  const blocks: readonly Block[] = [
    ...beginning(edition, words.heading),
    { is: 'fields', labels: [words.code, outletWords[locale].date] },
    paragraph(words.howTo),
    ...storyBlocks(edition),
    ...edition.set.items.map((item, i) => itemBlock(item, i, edition)),
    note(rulesLine(edition)),
  ]
  return printed(blocks, { as, locale })
}

/** The sheet for the educator: how the panel spreads over each scale, what each answer earns, and the reasons that were given. */
export function concordancePanelSheet(set: ConcordanceSet, { as, ...options }: SheetOptions): string {
  const edition = concordanceEdition(set, options)
  const { words, locale, key } = edition
  const blocks: readonly Block[] = [
    ...beginning(edition, words.panelSheet),
    paragraph(standing(key, words)),
    ...(key.panellists > 0 ? [paragraph(words.shareSays)] : []),
    ...storyBlocks(edition),
    ...edition.set.items.map((item, i) => answeredBlock(item, i, edition)),
    note(rulesLine(edition)),
  ]
  return printed(blocks, { as, locale })
}

function beginning({ set, text }: ConcordanceEdition, name: string): readonly Block[] {
  return [heading(1, `${name}: ${text(set.title)}`)]
}

function storyBlocks({ set, locale, text }: ConcordanceEdition): readonly Block[] {
  return [heading(2, outletWords[locale].story), paragraph(set.story.map(text).join(' '))]
}

function itemHead(item: ConcordanceItem, place: number, edition: ConcordanceEdition): readonly Block[] {
  const { words, text } = edition
  return [
    heading(3, placeOfItem(place, edition)),
    paragraph(`${words.option}: ${text(item.option)}`),
    paragraph(`${words.newFact[item.from]}: ${text(item.newFact)}`),
    paragraph(`${words.effect}:`),
  ]
}

function itemBlock(item: ConcordanceItem, place: number, edition: ConcordanceEdition): Block {
  const { words } = edition
  const row = (letter: string, text: string) => ({ letter, text, box: 'one' as const, notes: [] })
  const rows = [...moves.map((move) => row(signed(move), words.scale[move])), row('–', words.outside)]
  const parts: readonly Block[] = [
    ...itemHead(item, place, edition),
    { is: 'choices', items: rows },
    paragraph(words.why),
    { is: 'lines', count: 3 },
  ]
  return { is: 'question', whole: true, parts }
}

function answeredBlock(item: ConcordanceItem, place: number, edition: ConcordanceEdition): Block {
  const { words, itemKey, key } = edition
  const { answers, answered, unanimous } = itemKey(item)
  const rows = answers.map(({ moves: move, count, credit, reasons }) => ({
    letter: signed(move),
    text: `${words.scale[move]}: ${words.chosenBy(count, answered)} · ${words.share} ${shareInWords(credit)}`,
    box: 'one' as const,
    notes: reasons.map((reason) => `“${reason}”`),
  }))
  const told = answered === 0 ? words.unanswered : words.noReasons
  const hasReasons = answers.some(({ reasons }) => reasons.length > 0)
  const parts: readonly Block[] = [
    ...itemHead(item, place, edition),
    ...(answered > 0 ? [{ is: 'choices', items: rows } as const] : []),
    ...(hasReasons || key.panellists === 0 ? [] : [paragraph(told)]),
    ...(unanimous ? [list([words.unanimous])] : []),
  ]
  return { is: 'question', whole: false, parts }
}

/** “+2”, “0”, “−1”. */
function signed(move: number): string {
  return move > 0 ? `+${move}` : String(move).replace('-', '−')
}

/** A share as a percentage: “67 %”. */
function shareInWords(share: number): string {
  return `${Math.round(share * 100)} %`
}
