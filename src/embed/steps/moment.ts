/** A moment in UTC so many minutes after another, reckoned without a clock. */
export function later(moment: string, minutes: number): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(.*)$/.exec(moment) as RegExpExecArray
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number]
  const total = hour * 60 + minute + minutes
  const date = dateOf(dayNumber(year, month, day) + Math.floor(total / 1_440))
  const left = total % 1_440
  return `${date}T${two(Math.floor(left / 60))}:${two(left % 60)}${parts[6]}`
}

/** Whether a moment in UTC comes after another; to the second, so that the ways of writing one are the same. */
export function isAfter(one: string, other: string): boolean {
  return toTheSecond(one) > toTheSecond(other)
}

function toTheSecond(moment: string): string {
  return `${moment.slice(0, 16)}${moment[16] === ':' ? moment.slice(16, 19) : ':00'}`
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}

/** Days are counted in years that begin in March, so that a leap day is the last of its year. */
function dayNumber(year: number, month: number, day: number): number {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  return leapDays(y) + y * 365 + Math.floor((153 * m + 2) / 5) + day - 1
}

function leapDays(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function dateOf(days: number): string {
  let y = Math.floor(days / 365.2425)
  if (dayNumber(y + 1, 3, 1) <= days) y += 1
  if (dayNumber(y, 3, 1) > days) y -= 1
  const inYear = days - dayNumber(y, 3, 1)
  const m = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * m + 2) / 5) + 1
  return `${String(m < 10 ? y : y + 1).padStart(4, '0')}-${two(m < 10 ? m + 3 : m - 9)}-${two(day)}`
}
