import { answerOf } from '../ask/question.js'
import { parseSituation } from '../decide/situation.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { Pack } from '../pack/pack.js'
import { answerText } from '../render/questionSections.js'
import type { Rendering } from '../render/rendering.js'
import type { NoteWords } from '../words/shapes/note.js'

/** What was stated, a line a fact; of a list what is so before what is not. */
export function statedLines<S>(
  situation: S,
  pack: Pack<S>,
  { w, say }: Rendering,
  { not }: NoteWords,
): readonly string[] {
  const words = (fact: Fact, value: Stated) => answerText(answerOf(fact, value), { w, say })
  return [...parseSituation(situation, pack)].flatMap(([name, value]) => {
    const fact = pack.facts.get(name) as Fact
    if (value === null) return []
    if (!(value instanceof Map)) return [`${say(fact.label)}: ${words(fact, value)}`]
    const members = (so: boolean) =>
      [...value].flatMap(([member, is]) => (is === so ? [words(fact, new Map([[member, true]]))] : []))
    const [are, areNot] = [members(true), members(false)]
    const denied = areNot.length > 0 ? [`${not} ${areNot.join(', ')}`] : []
    const told = [...(are.length > 0 ? [are.join(', ')] : []), ...denied].join('; ')
    return told === '' ? [] : [`${say(fact.label)}: ${told}`]
  })
}

const questionsNoted = 6

/** What is not known and could change the advice, the gravest first, and what was asked in vain. */
export function openQuestions({ advice, say }: Rendering): readonly string[] {
  const open = [...(advice.questions ?? []).slice(0, questionsNoted), ...advice.unanswered]
  return open.map(({ ask }) => say(ask))
}
