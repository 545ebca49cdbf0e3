import { randomBytes } from 'node:crypto'
import { TimbangError } from '../errors.js'
import { type OptionNames, optionsGiven } from '../options.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import type { ServerOptions } from './desk.js'
import { isLoopback, listenMcp, mcpFetch } from './http.js'
import { serveOverStdio } from './stdio.js'

/** How the server answers, and where. */
export interface McpOptions {
  readonly locale?: InterfaceLanguage | undefined
  /** The day whose rules are in force; else that of the pack, and of a step the day on which it is checked. */
  readonly on?: string | undefined
  /** The key of digests, of at least 16 bytes; else one that ends with the process. */
  readonly key?: Uint8Array | undefined
  /** Over HTTP, on this port; else over standard input and output. */
  readonly port?: number | undefined
  /** The address to listen on (`127.0.0.1`); any other than of this machine wants a token. */
  readonly host?: string | undefined
  /** What callers must show as a bearer token, of at least 16 characters. */
  readonly token?: string | undefined
}

const optionNames: OptionNames<McpOptions> = { locale: true, on: true, key: true, port: true, host: true, token: true }

/** A server that is running. */
export interface RunningMcp {
  /** Where it listens, of HTTP. */
  readonly url?: string
  close(): Promise<void>
}

/**
 * Serves a pack by the Model Context Protocol: over standard input and output, or over HTTP. It keeps nothing and logs nothing.
 * @throws TimbangError `invalid-options`
 */
export async function serveMcp<S>(pack: Pack<S>, options: McpOptions = {}): Promise<RunningMcp> {
  const given = optionsGiven<McpOptions>(options, optionNames)
  const checked = serverOptions(pack, given)
  const { port, host = '127.0.0.1', token } = given
  if (port === undefined) return serveOverStdio(checked)
  checkAccess(host, token)
  const server = await listenMcp(checked, { host, port, token })
  const address = server.address()
  const listening = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening}/mcp`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * What answers requests of the web standard, for a host that has a server of its own.
 * @throws TimbangError `invalid-options`
 */
export function mcpHandler<S>(
  pack: Pack<S>,
  options: Omit<McpOptions, 'port'> = {},
): (request: Request) => Promise<Response> {
  const given = optionsGiven<McpOptions>(options, optionNames)
  const { host = '127.0.0.1', token } = given
  checkAccess(host, token)
  return mcpFetch(serverOptions(pack, given), { host, token })
}

const fewestLetters = 16

/** Whoever can be reached from elsewhere knows its callers. */
function checkAccess(host: string, token: string | undefined): void {
  if (token !== undefined && (typeof token !== 'string' || token.length < fewestLetters))
    throw unfit('token', `must have at least ${fewestLetters} characters`)
  if (!isLoopback(host) && token === undefined) throw unfit('token', 'is wanted where others than this machine can ask')
}

function serverOptions<S>(pack: Pack<S>, { locale = 'en', on, key = randomBytes(32) }: McpOptions): ServerOptions {
  checkPack(pack)
  if (!interfaceLanguages.includes(locale))
    throw unfit('locale', `must be one of \`${interfaceLanguages.join('`, `')}\``)
  if (!(key instanceof Uint8Array) || key.length < fewestLetters)
    throw unfit('key', `must be at least ${fewestLetters} bytes`)
  const now = () => `${new Date().toISOString().slice(0, 19)}Z`
  return { pack: pack as Pack<unknown>, key, now, locale, on }
}

function unfit(option: string, message: string): TimbangError {
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
}
