import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  inputRequired,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker'
import { nestedSituation } from '../consult/statements.js'
import { parseSituation } from '../decide/situation.js'
import { restated } from '../decide/statedFacts.js'
import { version } from '../embed/version.js'
import { TimbangError } from '../errors.js'
import type { AnySituation } from '../pack/pack.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { deskFor, type ServerOptions } from './desk.js'
import { answered, elicited, wasElicited } from './elicitation.js'
import { registerPrompts } from './prompts.js'
import { quiet } from './quiet.js'
import { registerResources } from './resources.js'
import type { AnyTool, Desk, Outcome } from './tools/tool.js'
import { tools } from './tools/tools.js'

/** A server with its tools, resources and prompts; it keeps nothing of a call, and writes no log. */
export function mcpServer(options: ServerOptions): McpServer {
  const server = new McpServer(
    { name: 'timbang', version, title: 'timbang' },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      jsonSchemaValidator: new CfWorkerJsonSchemaValidator(),
    },
  )
  for (const tool of tools) registerTool(server, tool, options)
  registerResources(server, options)
  registerPrompts(server, options)
  return quiet(server)
}

interface Given {
  readonly situation?: AnySituation
  readonly locale?: InterfaceLanguage
  readonly elicit?: boolean
}

function registerTool(server: McpServer, tool: AnyTool, options: ServerOptions): void {
  const { name, title, description, input, output } = tool
  const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false, destructiveHint: false }
  server.registerTool(
    name,
    { title, description, inputSchema: input, outputSchema: output, annotations },
    async (given, context) => {
      try {
        return await resultOf(tool, given as Given, deskFor(given as Given, options), server, context)
      } catch (error) {
        return failed(error)
      }
    },
  )
}

/** A tool runs; where it would rather know something, the person is asked once, and it runs with what was answered. */
async function resultOf(tool: AnyTool, given: Given, desk: Desk, server: McpServer, context: ServerContext) {
  const run = (one: Given) => tool.run(one as never, desk) as Promise<Outcome<unknown>>
  const before = await run(given)
  const { ask } = before
  const { inputResponses } = context.mcpReq
  if (!ask || given.elicit === false) return content(before)
  if (!wasElicited(ask, inputResponses))
    return canAsk(server, context)
      ? inputRequired({ inputRequests: { [ask.fact]: elicited(ask, desk) } })
      : content(before)
  const answer = answered(ask, inputResponses)
  return content(answer ? await run(withAnswer(given, ask.fact, answer.value, desk)) : before)
}

function withAnswer(given: Given, fact: string, value: unknown, desk: Desk): Given {
  const stated = parseSituation(given.situation, desk.pack)
  const one = parseSituation(nestedSituation(new Map([[fact, value as never]])), desk.pack)
  return { ...given, situation: nestedSituation(restated(stated, one)) }
}

type Envelope = { readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined

/** Whether the client can put a form before a person: as this request says, or as was said when it connected. */
function canAsk(server: McpServer, context: ServerContext): boolean {
  const declared = (context.mcpReq.envelope as Envelope)?.[CLIENT_CAPABILITIES_META_KEY]
  const { elicitation } = declared ?? server.server.getClientCapabilities() ?? {}
  return elicitation !== undefined && (elicitation.form !== undefined || Object.keys(elicitation).length === 0)
}

function content({ result, text }: Outcome<unknown>) {
  return {
    content: [
      ...(text === '' ? [] : [{ type: 'text' as const, text }]),
      { type: 'text' as const, text: JSON.stringify(result) },
    ],
    structuredContent: result as Record<string, unknown>,
  }
}

/** What was wrong with a call, without a word of what was given; of what went wrong inside nothing is told. */
function failed(error: unknown) {
  const text = error instanceof TimbangError ? error.message : 'broken-invariant'
  return { content: [{ type: 'text' as const, text }], isError: true }
}
