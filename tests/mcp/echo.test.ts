import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { mcpHandler } from '../../src/mcp/index.js'
import { serveOverStdio } from '../../src/mcp/stdio.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* What a caller types is never said back, and what cannot be read is answered all the same. */

const typed = 'Siti-Rahayu-3201'
const desk = {
  pack: socialWork as never,
  key: new Uint8Array(32).fill(1),
  now: () => '2026-11-30T09:00:00Z',
  locale: 'en',
} as const
const opening = {
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'tests', version: '1' } },
}
const calls = [
  { method: 'tools/call', params: { name: typed, arguments: {} } },
  { method: 'prompts/get', params: { name: typed } },
  { method: 'resources/read', params: { uri: `timbang://${typed}` } },
  { method: 'resources/read', params: { uri: typed } },
  { method: typed },
  { method: 'tools/call', params: { name: 'weigh', arguments: { situation: { [typed]: 1 }, locale: typed } } },
  { method: 'tools/call', params: { name: 'why_not', arguments: { situation: {}, action: typed } } },
  { method: 'tools/call', params: { name: 'compare_steps', arguments: { situation: {}, steps: [typed, 'wait'] } } },
]

interface Answer {
  readonly id: number | null
  readonly error?: { readonly code: number; readonly message: string }
  readonly result?: { readonly isError?: boolean }
}

async function overStdio(lines: readonly string[], answers: number): Promise<readonly Answer[]> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const server = serveOverStdio(desk, [input, output])
  const told: Answer[] = []
  input.write(lines.join('\n'))
  input.write('\n')
  for await (const chunk of output) {
    const said = String(chunk)
      .split('\n')
      .filter((line) => line !== '')
    expect(said.join()).not.toContain(typed)
    told.push(...said.map((line) => JSON.parse(line) as Answer))
    if (told.length >= answers) break
  }
  await server.close()
  return told
}

const numbered = (all: readonly object[]) => all.map((one, id) => JSON.stringify({ jsonrpc: '2.0', id, ...one }))

describe('over standard input and output', () => {
  test('what is asked for is not said back, whatever it was', async () => {
    const told = await overStdio(numbered([opening, ...calls]), calls.length + 1)
    expect(told).toHaveLength(calls.length + 1)
    expect(told.filter(({ error, result }) => error || result?.isError)).toHaveLength(calls.length)
  })

  test('a line that cannot be read is answered, and the next one served', async () => {
    const lines = [`{"${typed}`, '[1]', '', JSON.stringify({ jsonrpc: '1.0', id: 4 }), 'null', ...numbered([opening])]
    const told = await overStdio(lines, 5)
    expect(told.map(({ id, error }) => [id, error?.code])).toEqual([
      [null, -32700],
      [null, -32600],
      [null, -32600],
      [null, -32600],
      [0, undefined],
    ])
  })

  test('a line that never ends is refused, and nothing is kept of it', async () => {
    const told = await overStdio([`"${'x'.repeat(8_000_001)}"`, ...numbered([opening])], 2)
    expect(told.map(({ error }) => error?.code)).toEqual([-32600, undefined])
  })

  test('a last line without an end is read', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const server = serveOverStdio(desk, [input, output])
    input.end('{')
    for await (const chunk of output) {
      expect(JSON.parse(String(chunk))).toMatchObject({ error: { code: -32700 } })
      break
    }
    await server.close()
  })
})

describe('over HTTP', () => {
  const answer = mcpHandler(socialWork)
  const asked = async (body: string) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      host: 'localhost',
    }
    const response = await answer(new Request('http://localhost/mcp', { method: 'POST', headers, body }))
    return response.body ? text(response.body as never) : ''
  }

  test('what is asked for is not said back either', async () => {
    for (const call of numbered(calls)) expect(await asked(call)).not.toContain(typed)
  })

  test('what cannot be read is answered', async () => {
    expect(await asked('{')).toContain('-32700')
  })
})
