import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { Client as FormerClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as FormerTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { describe, expect, test } from 'vitest'
import type { Pack } from '../../src/index.js'
import { run } from '../support/run.js'

const { serveMcp } = (await import('../../dist/mcp.js' as string)) as typeof import('../../src/mcp/index.js')
const { socialWork } = (await import('../../dist/social-work.js' as string)) as { socialWork: Pack }

/* The server as it is installed: over standard input and output with clients of both lines, and as the conformance tests see it. */

const server = { command: process.execPath, args: ['dist/cli.js', 'mcp', '--locale', 'id'] }
const named = { name: 'tests', version: '1.0.0' }
const asking = { name: 'next_question', arguments: { situation: { abuse: { suspected: true, victim: 'child' } } } }
const said = { action: 'accept', content: { answer: 'no' } } as const
const answered = { situation: { abuse: { victimSafeNow: false } } }

describe('timbang mcp over standard input and output', () => {
  test('serves a client of today, and has it ask the person', async () => {
    const options = { capabilities: { elicitation: {} }, versionNegotiation: { mode: 'auto' } } as const
    const client = new Client(named, options)
    client.setRequestHandler('elicitation/create', async () => said)
    await client.connect(new StdioClientTransport(server))
    expect((await client.listTools()).tools).toHaveLength(7)
    expect((await client.callTool(asking)).structuredContent).toMatchObject(answered)
    await client.close()
  })

  test('serves a client of the former line, and has it ask the person', async () => {
    const client = new FormerClient(named, { capabilities: { elicitation: {} } })
    client.setRequestHandler(ElicitRequestSchema, async () => said)
    await client.connect(new FormerTransport(server))
    expect((await client.callTool(asking)).structuredContent).toMatchObject(answered)
    await client.close()
  })

  test('serves a client that can ask nobody', async () => {
    const client = new FormerClient(named)
    await client.connect(new FormerTransport(server))
    const { structuredContent } = await client.callTool(asking)
    expect(structuredContent).toMatchObject({ question: { fact: 'abuse.victimSafeNow' } })
    await client.close()
  })

  test('refuses to be reached from elsewhere without a token, and a port that is none', async () => {
    const open = await run(process.execPath, ['dist/cli.js', 'mcp', '--port', '0', '--host', '0.0.0.0'])
    expect(open).toMatchObject({ code: 1, err: expect.stringContaining('options.token: is wanted') })
    expect(await run(process.execPath, ['dist/cli.js', 'mcp', '--port', 'x'])).toMatchObject({ code: 2 })
  })
})

describe('the conformance tests of the protocol', () => {
  /** They want a function that Node has from 22 on, and do not call it here. */
  function conformance(): string {
    const folder = mkdtempSync(join(tmpdir(), 'timbang-conformance-'))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    const program = readFileSync('node_modules/@modelcontextprotocol/conformance/dist/index.js', 'utf8')
    writeFileSync(join(folder, 'index.mjs'), program.replace('globSync as o,', ''))
    return folder
  }

  const scenarios = [
    'server-initialize',
    'ping',
    'tools-list',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
  ]

  test('that need no tools of their own are passed', async () => {
    const [folder, running] = [conformance(), await serveMcp(socialWork, { port: 0 })]
    const passed: string[] = []
    for (const scenario of scenarios) {
      const args = ['index.mjs', 'server', '--url', running.url as string, '--scenario', scenario]
      const { code, out, err } = await run(process.execPath, args, '', folder)
      expect(code, out + err).toBe(0)
      if (/ 0 failed, 0 warnings/.test(out + err)) passed.push(scenario)
    }
    await running.close()
    rmSync(folder, { recursive: true })
    expect(passed).toEqual(scenarios)
  })
})
