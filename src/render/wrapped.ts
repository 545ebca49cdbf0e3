/**
 * A text broken at blanks so that no line is longer than the width, where its words allow; blanks at its start stay.
 * By hand: a library measures letters by tables that weigh more than all that is shown with it.
 */
export function wrapped(text: string, width: number): string[] {
  const [indent = ''] = /^ */.exec(text) ?? []
  const lines = [indent]
  for (const word of text.slice(indent.length).split(' ')) {
    const last = lines.at(-1) as string
    const isOpen = last === '' || (last === indent && lines.length === 1)
    if (isOpen) lines[lines.length - 1] = `${last}${word}`
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
