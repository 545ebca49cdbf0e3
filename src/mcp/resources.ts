import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server'
import { askedFacts } from '../consult/answers.js'
import type { Fact } from '../pack/fact.js'
import { codingSheet } from '../read/codingSheet.js'
import { deskFor, type ServerOptions } from './desk.js'
import type { Desk } from './tools/tool.js'

const json = { mimeType: 'application/json' }

/** What can be read up: the vocabulary by matter, sheets for coding, and every rule and source by its name. */
export function registerResources(server: McpServer, options: ServerOptions): void {
  const desk = deskFor({}, options)
  const { pack } = desk
  const matters = mattersOf(desk)
  const listed = (uri: string, name: string, description: string, read: () => unknown) =>
    server.registerResource(name, uri, { ...json, description }, (at) => contents(at, read()))
  listed('timbang://facts', 'facts', 'The matters of which facts can be stated', () =>
    matters.map((matter) => ({ matter, facts: `timbang://facts/${matter}`, sheet: `timbang://sheet/${matter}` })),
  )
  listed('timbang://actions', 'actions', 'The actions that can be a step', () =>
    [...pack.actions.values()].map(({ name, label }) => ({ action: name, label: desk.say(label) })),
  )
  const named = (kind: string, description: string, read: (name: string) => unknown) =>
    server.registerResource(
      kind,
      new ResourceTemplate(`timbang://${kind}/{name}`, { list: undefined }),
      { ...json, description },
      (at, { name }) => contents(at, found(read(String(name)))),
    )
  named('facts', 'The facts of a matter: question, type and values', (matter) =>
    matters.includes(matter)
      ? askedFacts(pack)
          .filter((fact) => matterOf(fact) === matter)
          .map((one) => factIn(desk, one))
      : undefined,
  )
  named('sheet', 'The sheet by which a story is coded for read_story, of one matter', (matter) =>
    matters.includes(matter) ? sheetOf(desk, matter) : undefined,
  )
  named('rule', 'A rule by its name', (name) => pack.rules.get(name))
  named('source', 'A source by its name', (name) => pack.sources.get(name))
}

/** The matters of a pack: the beginnings of the names of its facts. */
export function mattersOf({ pack }: Desk): readonly string[] {
  return [...new Set(askedFacts(pack).map(matterOf))]
}

function matterOf({ name }: Fact): string {
  return name.split('.')[0] as string
}

function factIn(desk: Desk, { name, ask, type, values }: Fact) {
  const words = values?.map(({ value, label }) => [value, desk.say(label)] as const)
  return { fact: name, ask: ask && desk.say(ask), type, ...(words && { values: Object.fromEntries(words) }) }
}

function sheetOf(desk: Desk, matter: string) {
  const { instructions, pieces } = codingSheet(desk.pack, { locale: desk.locale, matters: [matter] })
  return { instructions: desk.say(instructions), schemas: pieces.map(({ schema }) => schema) }
}

/** @throws ProtocolError where there is none; what was asked for is not repeated */
function found(content: unknown): unknown {
  if (content !== undefined) return content
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'nothing has this name')
}

function contents(at: URL, content: unknown) {
  return { contents: [{ uri: at.href, mimeType: 'application/json', text: JSON.stringify(content) }] }
}
