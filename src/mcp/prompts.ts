import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { interfaceLanguages } from '../words/interfaceLanguages.js'
import { mcpWords } from '../words/mcpWords.js'
import { readWords } from '../words/readWords.js'
import { deskFor, type ServerOptions } from './desk.js'
import { mattersOf } from './resources.js'

const argsSchema = z.object({ locale: z.enum(interfaceLanguages).optional() })

/** How a model is to go about it: to talk a situation over, and to code a story. */
export function registerPrompts(server: McpServer, options: ServerOptions): void {
  const usual = mcpWords[options.locale]
  server.registerPrompt(
    'consult',
    { title: usual.consultTitle, description: usual.consultMeans, argsSchema },
    (given) => {
      const { locale } = deskFor(given, options)
      return told(mcpWords[locale].consult)
    },
  )
  server.registerPrompt(
    'code-a-story',
    { title: usual.codeTitle, description: usual.codeMeans, argsSchema },
    (given) => {
      const desk = deskFor(given, options)
      const sheets = mattersOf(desk).map((matter) => `timbang://sheet/${matter}`)
      return told(`${mcpWords[desk.locale].codeStory(sheets.join(', '))}\n\n${readWords[desk.locale].instructions}`)
    },
  )
}

function told(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
}
