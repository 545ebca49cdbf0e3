/**
 * A worker's small consultation in the terminal.
 *
 *   npm start                                            choose a situation, or describe your own
 *   npm start -- --file examples/situations/a-plate-of-cakes.json --locale id --as markdown
 *
 * Without a terminal it weighs the case of violence told in confidence. Nothing is stored.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Advice, advise, type Locale, type Question, render, type Text, TimbangError } from 'timbang'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'

interface Told {
  readonly title?: Text
  readonly story?: Text
  readonly situation: SocialWorkSituation
}

/** What was given cannot be used; the message says why. */
class Refused extends Error {}

const folder = new URL('./situations/', import.meta.url)

const { values: given } = parseArgs({
  options: {
    file: { type: 'string' },
    locale: { type: 'string', default: 'en' },
    as: { type: 'string', default: 'text' },
  },
})

function shown(advice: Advice, { title, story }: Told, locale: Locale, as: 'text' | 'markdown' | 'json'): string {
  if (as === 'json') return `${JSON.stringify(advice, null, 2)}\n`
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined
  const width = Math.min(process.stdout.columns ?? 80, 100)
  const rendered = render(advice, { as, locale, width, colour, ...(title && { title: title[locale] }) })
  return story && as === 'text' ? `${folded(story[locale], width)}\n\n${rendered}` : rendered
}

function folded(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(\\s+|$)`, 'g'), '$1\n').trimEnd()
}

/** A file holds a situation, or a situation with its title and story; `-` reads standard input. */
function readTold(file: string | URL): Told {
  const source = file === '-' ? 0 : file
  let content: unknown
  try {
    content = JSON.parse(readFileSync(source, 'utf8'))
  } catch (error) {
    const broken = error instanceof SyntaxError
    throw new Refused(broken ? `${file}: is not JSON` : `${file}: cannot be read`)
  }
  const told = content as Told
  return typeof content === 'object' && content !== null && 'situation' in content
    ? told
    : { situation: content as SocialWorkSituation }
}

function oneOf<const T extends string>(value: string, known: readonly T[], option: string): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Refused(`${option}: must be one of ${known.join(', ')}`)
  return found
}

const say = {
  en: {
    choose: 'Which situation? (number; Enter: describe your own) ',
    pick: 'Number, or Enter: I do not know, q: enough ',
    number: 'A number, or Enter: I do not know, q: enough ',
    yes: 'yes',
    no: 'no',
  },
  id: {
    choose: 'Situasi yang mana? (nomor; Enter: ceritakan situasi Anda sendiri) ',
    pick: 'Nomor, atau Enter: saya tidak tahu, q: cukup ',
    number: 'Angka, atau Enter: saya tidak tahu, q: cukup ',
    yes: 'ya',
    no: 'tidak',
  },
} as const satisfies Record<Locale, unknown>

/** Lets the worker choose a kept situation, or asks one question at a time, the one that matters most first. */
async function consultation(locale: Locale): Promise<Told | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const left = new AbortController()
  terminal.on('close', () => left.abort()) // Ctrl-C or Ctrl-D: nothing was stored, nothing is left behind
  const ask = (text: string) => terminal.question(text, { signal: left.signal })
  try {
    const kept = readdirSync(folder).map((name) => readTold(new URL(name, folder)))
    for (const [i, { title }] of kept.entries())
      process.stdout.write(`${String(i + 1).padStart(3)}  ${title?.[locale]}\n`)
    const chosen = kept[Number(await ask(say[locale].choose)) - 1]
    return chosen ?? { situation: await described(locale, ask) }
  } catch (error) {
    if (left.signal.aborted) return undefined
    throw error
  } finally {
    terminal.close()
  }
}

type Facts = Record<string, Record<string, unknown>>

async function described(locale: Locale, ask: (text: string) => Promise<string>): Promise<SocialWorkSituation> {
  const facts: Facts = {}
  for (;;) {
    const { questions } = await advise(facts, socialWork)
    const [question] = questions
    if (!question) return facts
    const answer = await answered(question, locale, ask)
    if (answer === 'enough') return facts
    const [group, name] = question.fact.split('.') as [string, string]
    facts[group] = { ...facts[group], [name]: answer }
  }
}

/** One question; what is not known is kept as `null`, so that it is not asked again. */
async function answered(question: Question, locale: Locale, ask: (text: string) => Promise<string>) {
  const { yes, no, pick, number } = say[locale]
  const choices = question.values?.map(({ value, label }) => ({ value, label: label[locale] })) ?? [
    { value: true, label: yes },
    { value: false, label: no },
  ]
  const listed =
    question.type === 'number' ? [] : choices.map(({ label }, i) => `${String(i + 1).padStart(3)}  ${label}\n`)
  const typed = (
    await ask(`\n${question.ask[locale]}\n${listed.join('')}${question.type === 'number' ? number : pick}`)
  ).trim()
  if (typed === 'q') return 'enough'
  if (typed === '' || !Number.isFinite(Number(typed))) return null
  return question.type === 'number' ? Number(typed) : (choices[Number(typed) - 1]?.value ?? null)
}

try {
  const locale = oneOf(given.locale, ['en', 'id'] as const, '--locale')
  const as = oneOf(given.as, ['text', 'markdown', 'json'] as const, '--as')
  const interactive = given.file === undefined && process.stdin.isTTY && process.stdout.isTTY
  const told = interactive
    ? await consultation(locale)
    : readTold(given.file ?? new URL('violence-told-in-confidence.json', folder))
  if (told) process.stdout.write(shown(await advise(told.situation, socialWork), told, locale, as))
} catch (error) {
  process.stderr.write(`${error instanceof TimbangError || error instanceof Refused ? error.message : String(error)}\n`)
  process.exitCode = 1
}
