import type { Fact } from '../../pack/fact.js'
import type { Pack } from '../../pack/pack.js'
import type { Action } from '../../pack/packSource.js'
import { factInWords, labelsInRow, statusInWords } from '../../teach/phrasing.js'
import { statuses, type Text } from '../../vocabulary.js'
import { proofWords } from '../../words/proofWords.js'
import type { Seen } from './replay.js'

/** A situation of a counterexample: as it is written, in words, and what is said there of the actions that it is about. */
export interface ToldSituation {
  readonly situation: Seen['situation']
  readonly told: Text
  readonly said: readonly { readonly action: string; readonly label: Text; readonly status: Text }[]
}

/** A situation that was weighed, in the words of a worker. */
export function toldSituation(seen: Seen, actions: readonly string[], pack: Pack<unknown>): ToldSituation {
  return { situation: seen.situation, told: situationInWords(seen, pack), said: saidOf(actions, seen, pack) }
}

/** What is stated, fact by fact: “gravity of the danger: serious · a child is involved: yes”. */
export function situationInWords({ known }: Pick<Seen, 'known'>, pack: Pack<unknown>): Text {
  const facts = [...known.stated].map(([name, value]) => {
    const fact = pack.facts.get(name) as Fact
    return { label: factInWords(fact, value) }
  })
  return facts.length === 0 ? nothingStated : labelsInRow(facts)
}

/** What is said of the actions; of several only where something is. */
function saidOf(actions: readonly string[], seen: Seen, pack: Pack<unknown>): ToldSituation['said'] {
  const spoken = actions.filter((action) => actions.length === 1 || !seen.look.said(action, ['not-spoken-of']))
  return spoken.map((one) => said(one, seen, pack))
}

const nothingStated: Text = { en: 'nothing is stated', id: 'tidak ada yang dinyatakan' }
const { en, id } = proofWords
const gaveWay: Text = { en: en.gaveWay, id: id.gaveWay }
const done: Text = { en: en.done, id: id.done }

function said(action: string, { look }: Seen, pack: Pack<unknown>): ToldSituation['said'][number] {
  const status = statuses.find((one) => look.said(action, [one]))
  const { label } = pack.actions.get(action) as Action
  if (look.said(action, ['done'])) return { action, label, status: done }
  return { action, label, status: look.said(action, ['gave-way']) ? gaveWay : statusInWords(status) }
}
