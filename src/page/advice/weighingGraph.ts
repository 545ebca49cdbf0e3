import type { Advice } from '../../advise/advice.js'
import { wording } from '../../pack/texts/languages.js'
import type { Force, Settlement, Status, Text } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { renderWords } from '../../words/renderWords.js'
import type { Arrow, Box, Stance } from './graphDrawing.js'

/** What prevails and what gives way to it, with all that it is settled by. */
export interface Collision extends Omit<Arrow, 'number'> {
  readonly says: string
}

/** What collides in an advice, as boxes and arrows. */
interface WeighingGraph {
  readonly boxes: readonly Box[]
  readonly arrows: readonly Collision[]
}

/** The boxes and arrows of an advice: what was set aside with what it gave way to, and the sides of each dilemma. */
export function weighingGraph(advice: Advice, locale: InterfaceLanguage): WeighingGraph {
  const graph = emptyGraph(locale)
  addSetAside(graph, advice, locale)
  addDilemmas(graph, advice, locale)
  return { boxes: [...graph.boxes.values()], arrows: [...graph.arrows.values()] }
}

type GrowingGraph = ReturnType<typeof emptyGraph>

function emptyGraph(locale: InterfaceLanguage) {
  const boxes = new Map<string, Box>()
  const arrows = new Map<string, Collision>()
  /** The box of a claim on an action, put there the first time it is named. */
  const box = (stance: Stance, force: Force | Status, action: string, label: Text): string => {
    const id = `${stance} ${action} ${force}`
    boxes.set(id, { id, stance, force: renderWords[locale].status[force], label: wording(label, locale) })
    return id
  }
  /** The arrow between two boxes; what else it is settled by is said beside it. */
  const join = (from: string, to: string, by: Settlement, says: string): void => {
    const before = arrows.get(`${from} ${to}`)?.says
    const all = before === undefined || before === says ? says : `${before}; ${says}`
    arrows.set(`${from} ${to}`, { from, to, word: pageWords[locale].by[by], says: all })
  }
  return { boxes, arrows, box, join }
}

function addSetAside({ box, join }: GrowingGraph, advice: Advice, locale: InterfaceLanguage): void {
  const advised = new Map(advice.actions.map((one) => [one.action, one]))
  for (const { action, label, force, gaveWayTo } of advice.setAside) {
    const lost = box('gaveWay', force, action, label)
    for (const { action: winning, principle, by } of gaveWayTo) {
      const winner = advised.get(winning)
      const served = advice.principles[principle]?.label
      const says = `${served ? wording(served, locale) : principle}, ${renderWords[locale].settledBy[by]}`
      if (winner) join(box('stands', winner.status, winning, winner.label), lost, by, says)
    }
  }
}

function addDilemmas({ box, join }: GrowingGraph, advice: Advice, locale: InterfaceLanguage): void {
  for (const { sides, agreement } of advice.dilemmas) {
    const [one = [], other = []] = sides.map(({ actions }) =>
      actions.map(({ action, label, force }) => box('undecided', force, action, label)),
    )
    const says = renderWords[locale].agreement[agreement]
    for (const from of one) for (const to of other) join(from, to, 'undecided', says)
  }
}
