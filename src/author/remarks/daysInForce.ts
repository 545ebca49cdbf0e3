import { inForce } from '../../decide/decide.js'
import type { Rule } from '../../pack/rule.js'

/** A day on which all of the rules are in force: the first there is; `any` where none is only for a time. */
export function commonDay(rules: readonly Rule[]): string | 'any' | 'none' {
  const from = rules.flatMap(({ inForce }) => inForce?.from ?? []).sort()
  const until = rules.flatMap(({ inForce }) => inForce?.until ?? []).sort()
  const [latest, earliest] = [from.at(-1), until[0]]
  if (latest !== undefined && earliest !== undefined && latest > earliest) return 'none'
  return latest ?? earliest ?? 'any'
}

/** Whether the one is in force on every day on which the other is. */
export function inForceWhenever(one: Rule, other: Rule): boolean {
  const { from = first, until = last } = one.inForce ?? {}
  return from <= (other.inForce?.from ?? first) && until >= (other.inForce?.until ?? last)
}

const [first, last] = ['0001-01-01', '9999-12-31']

/** Days on which all of the rules are in force, one for each set of others that is in force then. */
export function distinctDays(rules: readonly Rule[], others: readonly Rule[]): readonly string[] {
  const ranges = [...rules, ...others].flatMap((rule) => rule.inForce ?? [])
  const changes = ranges.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from, yearBefore(from)]),
    ...(until === undefined ? [] : [until, dayAfter(until)]),
  ])
  const days = [...new Set(changes)].sort().filter((day) => rules.every((rule) => inForce(rule, day)))
  const sets = days.map((day) => others.map((rule) => inForce(rule, day)).join())
  return days.filter((_, i) => sets.indexOf(sets[i] as string) === i)
}

function yearBefore(day: string): string {
  return written(Number(day.slice(0, 4)) - 1, 1, 1)
}

function dayAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (date < monthLength(year, month)) return written(year, month, date + 1)
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1)
}

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function written(...parts: readonly number[]): string {
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-')
}
