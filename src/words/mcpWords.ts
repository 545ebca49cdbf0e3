import { mcp as en } from './en/mcp.js'
import { mcp as id } from './id/mcp.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { McpWords } from './shapes/mcp.js'

/** What the server says, in every language of the interface. */
export const mcpWords = inEveryLanguage<McpWords>({ en, id })
