import type { Budget, BudgetLimits } from '../../embed/index.js'
import { urgencies } from '../../vocabulary.js'

const urgencyWords = { immediate: 'act now', prompt: 'act soon', routine: 'no hurry', all: 'all' }
const namesTold = 10

/** The figures for people. */
export function budgetReport(
  found: Budget,
  limits: BudgetLimits,
  unreadable: readonly number[],
): string {
  const { cases, cards, perHundred, perCase, roles, duplicates, exceeded } = found
  const most = (one: keyof typeof urgencyWords) => limits.perHundred?.[one]
  const pairs = duplicates.map(
    ({ rules, both, either }) => `${rules.join(' + ')} (both in ${both} of ${either})`,
  )
  return [
    `${cases} cases, ${cards} cards`,
    ...(unreadable.length === 0 ? [] : [`lines not read and not counted: ${unreadable.length}`]),
    ...table(
      'cards per hundred cases',
      ([...urgencies, 'all'] as const).map((one) => [
        urgencyWords[one],
        `${perHundred[one]}${most(one) === undefined ? '' : ` (at most ${most(one)})`}`,
      ]),
    ),
    ...table(
      'cases by how many cards they make',
      perCase.flatMap((count, i) =>
        count === 0 ? [] : [[`${i} ${i === 1 ? 'card' : 'cards'}`, `${count}`]],
      ),
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
