import { readFileSync, writeFileSync } from 'node:fs'
import { parseSituation } from '../decide/situation.js'
import { type Budget, type BudgetLimits, budget, budgetChart } from '../embed/index.js'
import { type AnySituation, type Locale, type Pack, TimbangError } from '../index.js'
import { urgencies } from '../vocabulary.js'
import { inJson, packMeant, print } from './packMeant.js'
import { type Given, wanted } from './usage.js'

/** Counts the cards that a file of situations would make; fails where limits are exceeded, or a line could not be read. */
export function budgetOf(given: Given): number {
  const [path] = wanted(given, 'budget wants a file of situations, one a line') as [string]
  const pack = packMeant({ ...given, names: [] }) as Pack<AnySituation>
  const limits = given.limits === undefined ? {} : limitsIn(given.limits)
  const unreadable: number[] = []
  const found = budget(situationsIn(path, pack, unreadable), pack, { limits })
  if (given.chart) writeFileSync(given.chart, budgetChart(found, (given.locale ?? 'en') as Locale, limits))
  print(given.json ? inJson({ meaning, ...found, unreadable }) : report(found, limits, unreadable))
  for (const { limit, most, found: count } of found.exceeded)
    process.stderr.write(`${limit}: ${count}, at most ${most}\n`)
  return found.exceeded.length > 0 || unreadable.length > 0 ? 1 : 0
}

/** What a reader of the figures would ask. */
const meaning = {
  perHundred: 'cards per hundred cases',
  perCase: 'how many cases make 0, 1, 2 … cards, in this order',
  roles: 'cards per hundred cases that hold something for a role',
  unreadable: 'the lines that could not be read, and were not counted',
}

/** The situations that can be read; a line that cannot is told with its number, and nothing of it is repeated. */
function* situationsIn(path: string, pack: Pack<AnySituation>, unreadable: number[]): Generator<AnySituation> {
  for (const [i, text] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue
    try {
      const given = parsed(text, 'line')
      const situation = (Object.hasOwn(given, 'ref') ? given.situation : given) as AnySituation
      parseSituation(situation, pack)
      yield situation
    } catch (error) {
      if (!(error instanceof TimbangError)) throw error
      unreadable.push(i + 1)
      for (const { place, message } of error.issues.slice(0, 3))
        process.stderr.write(`${path}:${i + 1}: ${place}: ${message}\n`)
    }
  }
}

function limitsIn(path: string): BudgetLimits {
  return parsed(readFileSync(path, 'utf8'), path) as BudgetLimits
}

function parsed(text: string, place: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    throw new TimbangError('invalid-json', [{ place, message: 'is not JSON' }])
  }
}

const told = { immediate: 'act now', prompt: 'act soon', routine: 'no hurry', all: 'all' }
const namesTold = 10

/** The figures for people. */
function report(found: Budget, limits: BudgetLimits, unreadable: readonly number[]): string {
  const { cases, cards, perHundred, perCase, roles, duplicates, exceeded } = found
  const most = (one: keyof typeof told) => limits.perHundred?.[one]
  const pairs = duplicates.map(({ rules, both, either }) => `${rules.join(' + ')} (both in ${both} of ${either})`)
  return [
    `${cases} cases, ${cards} cards`,
    ...(unreadable.length === 0 ? [] : [`lines not read and not counted: ${unreadable.length}`]),
    ...table(
      'cards per hundred cases',
      ([...urgencies, 'all'] as const).map((one) => [
        told[one],
        `${perHundred[one]}${most(one) === undefined ? '' : ` (at most ${most(one)})`}`,
      ]),
    ),
    ...table(
      'cases by how many cards they make',
      perCase.flatMap((count, i) => (count === 0 ? [] : [[`${i} ${i === 1 ? 'card' : 'cards'}`, `${count}`]])),
    ),
    ...table(
      'cards per hundred cases that hold something for a role',
      Object.entries(roles).map(([role, count]) => [role, `${count}`]),
    ),
    ...list('rules that never hold', found.never),
    ...list('rules that always hold', found.always),
    ...list('near-duplicates', pairs),
    ...list(
      'limits exceeded',
      exceeded.map((one) => `${one.limit}: ${one.found}, at most ${one.most}`),
    ),
    '',
  ].join('\n')
}

function table(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const width = Math.max(...rows.map(([name = '']) => name.length))
  return ['', title, ...rows.map(([name = '', figure]) => `  ${name.padEnd(width)}  ${figure}`)]
}

/** How many there are, and the first of them. */
function list(title: string, names: readonly string[]): readonly string[] {
  const rest = names.length - namesTold
  const first = names.slice(0, namesTold).map((name) => `  ${name}`)
  return ['', `${title}: ${names.length}`, ...first, ...(rest > 0 ? [`  and ${rest} more`] : [])]
}
