/** Where progress is shown. */
interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/**
 * A bar that grows on a terminal; elsewhere only what is told of is printed. That of @clack/prompts
 * holds standard input, from which cases may come, and prints nothing beside itself.
 */
export interface ProgressBar {
  show(done: number, words: string): void
  tell(lines: readonly string[]): void
  clear(): void
}

const wide = 30
const pause = 100
const most = 20

/**
 * A bar for so much work in all; 0 where it is not known. At most twenty troubles are told; the
 * results hold all.
 */
export function progressBar(terminal: Terminal, all: number): ProgressBar {
  const wipe = terminal.isTTY ? '\r\u001b[2K' : ''
  let [shownAt, troubles] = [0, 0]
  return {
    show(done, words) {
      const now = Date.now()
      if (!terminal.isTTY || now - shownAt < pause) return
      shownAt = now
      const share = all === 0 ? 0 : Math.min(1, done / all)
      const bar = '█'.repeat(Math.floor(share * wide)).padEnd(wide, '░')
      terminal.write(`${wipe}${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${words}`)
    },
    tell(lines) {
      troubles += 1
      if (troubles <= most) terminal.write(`${wipe}${lines.map((line) => `${line}\n`).join('')}`)
      if (troubles === most + 1)
        terminal.write(`${wipe}more lines are unreadable; the results say which\n`)
    },
    clear() {
      terminal.write(wipe)
    },
  }
}
