import { TimbangError } from '../../errors.js'
import type { AnswerSheet } from './answerSheets.js'
import { type ConcordanceSet, type Move, moves, parseConcordanceSet } from './setShape.js'

/** How many of a panel answered so, which part of the full credit that earns, and why they did. */
export interface PanelAnswer {
  readonly moves: Move
  readonly count: number
  /** From 0 to 1: their number over the number of those who gave the most frequent answer. */
  readonly credit: number
  readonly reasons: readonly string[]
}

/** How a panel answered one item. */
export interface ItemKey {
  readonly id: string
  /** How many of the panel answered it. */
  readonly answered: number
  readonly answers: readonly PanelAnswer[]
  /** Whether all who answered said the same, which leaves little to weigh. */
  readonly unanimous: boolean
}

/** The key of a concordance set: how a panel answered it. Without a panel there is none, and the set is for discussion only. */
export interface PanelKey {
  readonly panellists: number
  /** Whether they are enough for marks that can be depended on: fifteen or more. */
  readonly enough: boolean
  readonly items: readonly ItemKey[]
}

/**
 * From how many panellists on scores can be depended on. Reliability rises from 0.62 with 5 panellists over 0.70 with 10 to 0.74 with
 * 20 (Gagnon et al. 2005, doi:10.1111/j.1365-2929.2005.02092.x); deviant panellists do no harm above 15 (Gagnon et al. 2011,
 * doi:10.1007/s10459-011-9279-2).
 */
export const enoughPanellists = 15

/**
 * The key that the answers of a panel make: by the aggregate method every answer that somebody gave earns its share of the most
 * frequent one (credit = n / n of the mode; Charlin et al., and Table 2 of doi:10.1186/s12893-016-0173-y). Codes are left out.
 * @throws TimbangError `invalid-concordance`, `invalid-answers` for a sheet of another set
 */
export function panelKey(set: ConcordanceSet, panel: readonly AnswerSheet[]): PanelKey {
  const { items } = parseConcordanceSet(set)
  const ids = items.map(({ id }) => id)
  const strange = panel.findIndex(({ answers }) => Object.keys(answers).some((id) => !ids.includes(id)))
  if (strange >= 0)
    throw new TimbangError('invalid-answers', [
      { place: `panel[${strange}]`, message: 'answers an item that the set does not hold' },
    ])
  const answering = panel.filter(({ answers }) => Object.keys(answers).length > 0)
  return {
    panellists: answering.length,
    enough: answering.length >= enoughPanellists,
    items: ids.map((id) => itemKey(id, answering)),
  }
}

function itemKey(id: string, panel: readonly AnswerSheet[]): ItemKey {
  const given = panel.flatMap(({ answers }) => answers[id] ?? [])
  const of = (move: Move) => given.filter((one) => one.moves === move)
  const most = Math.max(...moves.map((move) => of(move).length))
  const answers = moves.map((move) => ({
    moves: move,
    count: of(move).length,
    credit: most === 0 ? 0 : of(move).length / most,
    reasons: of(move).flatMap(({ why }) => why ?? []),
  }))
  return { id, answered: given.length, answers, unanimous: given.length > 1 && most === given.length }
}
