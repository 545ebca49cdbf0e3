/* The text form of PostgreSQL's COPY: a row a line, values between tabs, `\N` where there is none. */

/** A row as COPY reads it. */
export function copyLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => (value === null ? '\\N' : escaped(value))).join('\t')}\n`
}

/** The values of a row as COPY wrote it. */
function copyValues(line: string): readonly (string | null)[] {
  return line.split('\t').map((value) => (value === '\\N' ? null : unescaped(value)))
}

/** The rows in what comes in pieces, so many together. */
export async function* copyRows(
  pieces: AsyncIterable<string>,
  size: number,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  let [rest, rows]: [string, (readonly (string | null)[])[]] = ['', []]
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() as string
    for (const line of lines) {
      rows.push(copyValues(line))
      if (rows.length < size) continue
      yield rows
      rows = []
    }
  }
  if (rows.length > 0) yield rows
}

const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
const marks = new Map(Object.entries(letters).map(([mark, letter]) => [letter, `\\${mark}`]))

function escaped(value: string): string {
  return value.replace(/[\\\b\f\n\r\t\v]/g, (letter) => marks.get(letter) ?? '\\\\')
}

function unescaped(value: string): string {
  return value.includes('\\') ? value.replace(/\\(.)/gs, (_, mark: string) => letters[mark] ?? mark) : value
}
