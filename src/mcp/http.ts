import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server'
import type { ServerOptions } from './desk.js'
import { mcpServer } from './server.js'

/** Where the server listens, and by which token callers are known. */
interface HttpOptions {
  readonly host: string
  readonly port: number
  readonly token?: string | undefined
}

/** Answers one request of the web: whoever has no right to ask is told no more than that. */
export function mcpFetch(options: ServerOptions, { host, token }: Omit<HttpOptions, 'port'>) {
  const handler = createMcpHandler(() => mcpServer(options))
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname !== '/mcp') return new Response(null, { status: 404 })
    const elsewhere = isLoopback(host)
      ? (hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
        originValidationResponse(request, localhostAllowedOrigins()))
      : undefined
    if (elsewhere) return elsewhere
    if (token !== undefined && !isAuthorized(request, token))
      return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
    return handler.fetch(request)
  }
}

/** Whether only programs of this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host)
}

function isAuthorized(request: Request, token: string): boolean {
  const [given, wanted] = [request.headers.get('authorization') ?? '', `Bearer ${token}`].map((one) => Buffer.from(one))
  return given !== undefined && wanted !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Serves over HTTP until it is closed. */
export async function listenMcp(options: ServerOptions, { host, port, token }: HttpOptions): Promise<Server> {
  const answer = mcpFetch(options, { host, token })
  const server = createServer((request, response) => {
    respond(request, response, answer).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const response = await answer(asRequest(incoming, gone.signal))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) {
    outgoing.end()
    return
  }
  for await (const part of response.body) outgoing.write(part)
  outgoing.end()
}

function asRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>)
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one] as [string, string]),
  )
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: pairs,
    signal,
    ...(body && { body: body as never, duplex: 'half' }),
  } as RequestInit)
}
