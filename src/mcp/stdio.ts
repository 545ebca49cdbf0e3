import { type Readable, Transform, type Writable } from 'node:stream'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { ServerOptions } from './desk.js'
import { mcpServer } from './server.js'

/** Serves one client over standard input and output, until it is closed or the input ends. */
export function serveOverStdio(
  options: ServerOptions,
  [input, output]: readonly [Readable, Writable] = [process.stdin, process.stdout],
): { close(): Promise<void> } {
  const lines = input.pipe(answeringLines(output))
  const { close } = serveStdio(() => mcpServer(options), { transport: new StdioServerTransport(lines, output) })
  return {
    close: async () => {
      input.unpipe(lines)
      input.pause()
      await close()
    },
  }
}

const longestLine = 8_000_000

/** Passes lines on that hold a message, and answers those that cannot be read or are none, which would else be left without an answer. */
function answeringLines(output: Writable): Transform {
  let begun = ''
  const decoder = new TextDecoder()
  const passed = (line: string) => {
    const fault = line.trim() === '' ? undefined : faultOf(line)
    if (fault) output.write(`${JSON.stringify({ jsonrpc: '2.0', id: null, error: fault })}\n`)
    return fault || line.trim() === '' ? '' : `${line}\n`
  }
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      const lines = `${begun}${decoder.decode(chunk, { stream: true })}`.split('\n')
      begun = (lines.pop() as string).slice(0, longestLine + 1)
      done(null, lines.map(passed).join(''))
    },
    flush(done) {
      done(null, begun === '' ? '' : passed(begun))
    },
  })
}

/** What is wrong with a line, by the codes of JSON-RPC; nothing of it is repeated. */
function faultOf(line: string): { readonly code: number; readonly message: string } | undefined {
  try {
    if (line.length > longestLine) return { code: -32600, message: 'Invalid Request: too long' }
    const message: unknown = JSON.parse(line)
    const held = typeof message === 'object' && message !== null ? (message as { jsonrpc?: unknown }) : {}
    return held.jsonrpc === '2.0' ? undefined : { code: -32600, message: 'Invalid Request' }
  } catch {
    return { code: -32700, message: 'Parse error' }
  }
}
