import { type PlayedRole, playedRoles, rubricCriteria, rubricLevels } from '../../../words/shapes/discussion.js'
import { type Block, heading, list, paragraph } from '../../outlets/sheets/blocks.js'
import { sheet, stanceInWords, storyOf, type TalkEdition } from './talkEdition.js'

/** Role cards, to be cut apart: what each plays, and to whoever plays the person it is about what the story holds back. */
export function cardBlocks(edition: TalkEdition): readonly Block[] {
  const { words } = edition
  return sheet(words.cards, [...storyOf(edition), ...playedRoles.map((role) => card(role, edition))], edition)
}

function card(role: PlayedRole, { talk, words, text }: TalkEdition): Block {
  const known = talk.heldBack.map(({ ask, answer }) => `${text(ask)} ${text(answer)}`)
  const knows: readonly Block[] =
    known.length === 0 ? [paragraph(words.nothingHeldBack)] : [paragraph(`${words.knowsToo}:`), list(known)]
  const parts: readonly Block[] = [
    heading(2, words.roles[role]),
    paragraph(words.plays[role]),
    ...(role === 'client' ? knows : []),
    ...(role === 'observer' ? [] : [paragraph(words.noNewDanger)]),
  ]
  return { is: 'question', whole: true, parts }
}

/** The sheet of the observer: what was asked for, whose reason was heard, and what moved whom. */
export function observerBlocks(edition: TalkEdition): readonly Block[] {
  const { talk, words, text } = edition
  const asked = talk.heldBack.map(({ ask }) => answered(`${words.wasAsked} ${text(ask)}`, words.yesNo, 1))
  const heard = talk.stances.map(({ id }) => answered(stanceInWords(id, edition), words.heard, 2))
  const open = [words.who, words.moved, words.noticed].map((says) => answered(says, undefined, 3))
  return sheet(words.observerSheet, [...asked, ...heard, ...open], edition)
}

function answered(says: string, how: string | undefined, lines: number): Block {
  const parts: readonly Block[] = [
    heading(2, says),
    ...(how === undefined ? [] : [paragraph(how)]),
    { is: 'lines', count: lines },
  ]
  return { is: 'question', whole: true, parts }
}

/** Four levels in words for what a learner wrote; the position itself is not among them. */
export function rubricBlocks(edition: TalkEdition): readonly Block[] {
  const { words } = edition
  const criteria = rubricCriteria.flatMap((one): readonly Block[] => [
    heading(2, words.criteria[one]),
    list(rubricLevels.map((level) => `${words.levels[level]}: ${words.descriptions[one][level]}`)),
  ])
  return sheet(words.rubric, [paragraph(words.rubricSays), ...criteria], edition)
}

/** Two sheets to vote on, before and after the discussion, with a code instead of a name and room for one’s own words. */
export function ballotBlocks(edition: TalkEdition): readonly Block[] {
  const { words } = edition
  const votes: readonly Block[] = [
    ballot(words.firstVote, words.why, edition),
    ballot(words.secondVote, words.whatMoved, edition),
  ]
  return sheet(words.ballots, [...storyOf(edition), paragraph(words.notMarked), ...votes], edition)
}

function ballot(name: string, why: string, edition: TalkEdition): Block {
  const { words } = edition
  const row = (letter: string, text: string) => ({ letter, text, box: 'one' as const, notes: [] })
  const rows = [
    ...edition.talk.stances.map(({ id }) => row(id.toUpperCase(), stanceInWords(id, edition))),
    row('–', words.undecided),
  ]
  const parts: readonly Block[] = [
    heading(2, name),
    { is: 'fields', labels: [words.code] },
    paragraph(words.yourPosition),
    { is: 'choices', items: rows },
    paragraph(why),
    { is: 'lines', count: 6 },
  ]
  return { is: 'question', whole: true, parts }
}
