import type { Choice, ExerciseQuestion } from '../../exerciseShape.js'
import { teachWords } from '../../words.js'
import type { Edition } from '../edition.js'
import { outletWords } from '../words.js'

/** A part of what is printed, in one language; HTML and Markdown print the same parts. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly note?: boolean }
  /** What is to be filled in by hand. */
  | { readonly is: 'fields'; readonly labels: readonly string[] }
  | { readonly is: 'lines'; readonly count: number }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'choices'; readonly items: readonly PrintedChoice[] }
  /** A question with all that belongs to it; `whole` where it is to stand on one page. */
  | { readonly is: 'question'; readonly whole: boolean; readonly parts: readonly Block[] }

/** A choice with its letter; of a key also with its mark and why. */
export interface PrintedChoice {
  readonly letter: string
  readonly text: string
  /** Whether one or several can be ticked. */
  readonly box: 'one' | 'several'
  readonly mark?: { readonly is: Choice['mark']; readonly says: string }
  readonly notes: readonly string[]
}

/** A sheet for learners: the case, the questions, and room to write. */
export function handOutSheet(edition: Edition): readonly Block[] {
  const { exercise, locale } = edition
  const w = outletWords[locale]
  return [
    { is: 'heading', level: 1, text: edition.text(exercise.vignette.title) },
    { is: 'fields', labels: [w.name, w.date] },
    { is: 'heading', level: 2, text: w.story },
    storyBlock(edition),
    { is: 'heading', level: 2, text: w.questions },
    ...exercise.questions.map((question, i) => ({
      is: 'question' as const,
      whole: true,
      parts: [
        ...questionHead(question, i, edition),
        choicesBlock(question, edition, false),
        ...(question.pick === 'own-words' ? [{ is: 'lines' as const, count: 8 }] : []),
      ],
    })),
    { is: 'text', text: rulesLine(edition), note: true },
  ]
}

/** The key for the educator: what is right and why, where every choice comes from, what is held back, which rules. */
export function keySheet(edition: Edition): readonly Block[] {
  const { exercise, locale, text } = edition
  const w = outletWords[locale]
  const { title, level, goals, heldBack } = exercise.vignette
  const goalItems = goals.flatMap((name) => {
    const principle = exercise.principles[name]
    return principle ? [`${text(principle.label)}: ${text(principle.means)}`] : []
  })
  return [
    { is: 'heading', level: 1, text: `${w.key}: ${text(title)}` },
    { is: 'text', text: `${w.level}: ${teachWords[locale].level[level]}` },
    { is: 'heading', level: 2, text: w.goals },
    { is: 'list', items: goalItems },
    { is: 'heading', level: 2, text: w.story },
    storyBlock(edition),
    ...(heldBack.length === 0
      ? []
      : [
          { is: 'heading' as const, level: 2 as const, text: w.heldBack },
          { is: 'list' as const, items: heldBack.map(({ ask, answer }) => `${text(ask)} ${text(answer)}`) },
        ]),
    { is: 'heading', level: 2, text: w.questions },
    ...exercise.questions.map((question, i) => ({
      is: 'question' as const,
      whole: false,
      parts: [
        ...questionHead(question, i, edition),
        ...(question.pick === 'own-words'
          ? [{ is: 'text' as const, text: `${w.graderNote} ${text(question.rationale)}` }]
          : []),
        choicesBlock(question, edition, true),
      ],
    })),
    { is: 'text', text: teachWords[locale].support },
    { is: 'text', text: rulesLine(edition), note: true },
  ]
}

function storyBlock({ exercise, text }: Edition): Block {
  return { is: 'text', text: exercise.vignette.story.map(text).join(' ') }
}

function questionHead(
  { kind, ask, pick }: ExerciseQuestion,
  place: number,
  { locale, text }: Edition,
): readonly Block[] {
  const w = outletWords[locale]
  const how = { one: w.one, several: w.several, 'own-words': w.ownWords }[pick]
  return [
    { is: 'heading', level: 3, text: `${place + 1}. ${teachWords[locale].kindName[kind]} (${how})` },
    { is: 'text', text: text(ask) },
  ]
}

function choicesBlock({ choices, pick }: ExerciseQuestion, edition: Edition, key: boolean): Block {
  const { locale, text, cites } = edition
  const w = outletWords[locale]
  const items = choices.map((choice): PrintedChoice => {
    const cited = cites(choice)
    const notes = [
      text(choice.feedback),
      ...(cited.length > 0 ? [`${w.sources}: ${cited.join(' · ')}`] : []),
      `${w.whereFrom}: ${teachWords[locale].origin[choice.from]}`,
    ]
    return {
      letter: choice.id.toUpperCase(),
      text: text(choice.says),
      box: pick === 'several' ? 'several' : 'one',
      ...(key && { mark: { is: choice.mark, says: w.marks[choice.mark] } }),
      notes: key ? notes : [],
    }
  })
  return { is: 'choices', items }
}

/** The rules from which it comes, with version and the beginning of their digest. */
function rulesLine({ exercise, locale, text }: Edition): string {
  const w = outletWords[locale]
  const packs = exercise.packs.map(
    ({ title, version, digest }) => `${w.rules(text(title), version, exercise.on)} (${digest.slice(0, 12)})`,
  )
  return `${packs.join(' · ')} · ${exercise.id}`
}
