const widest = 120

/**
 * JSON as cases are written: each member on a line of its own, and a list on one line where it
 * fits.
 */
export function laidOut(held: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (Array.isArray(held)) {
    const line = `[${held.map((one) => laidOut(one)).join(', ')}]`
    return inner.length + line.length <= widest
      ? line
      : block(
          ['[', ']'],
          held.map((one) => laidOut(one, inner)),
          indent,
        )
  }
  if (typeof held !== 'object' || held === null) return JSON.stringify(held)
  const members = Object.entries(held).map(
    ([key, one]) => `${JSON.stringify(key)}: ${laidOut(one, inner)}`,
  )
  return members.length === 0 ? '{}' : block(['{', '}'], members, indent)
}

function block(
  [open, close]: readonly [string, string],
  lines: readonly string[],
  indent: string,
): string {
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`
}

/** The blanks at the beginning of the line on which something stands. */
export function indentAt(offset: number, text: string): string {
  const begin = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(begin))?.[0] ?? ''
}
