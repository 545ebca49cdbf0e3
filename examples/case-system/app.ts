/**
 * A small case system that asks `timbang` before a disclosure: CDS Hooks for whoever speaks it, decisions for the page, both behind
 * one token. It logs routes, statuses and times, never what was sent.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { TimbangError } from 'timbang'
import { describing } from './openapi.js'
import { decisionRoutes, hookRoutes, notFound, pageRoutes, refused, type Service } from './routes.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Given without a token. */
    readonly open?: boolean
  }
}

interface AppOptions extends Service {
  readonly token: string
  /** Where the log goes, one line a request; nowhere if left out. */
  readonly log?: (line: string) => void
  /** How long a request may take to arrive, in milliseconds (10,000). */
  readonly arrival?: number
}

const largest = 64 * 1024

export function createApp({ token, log = () => {}, arrival = 10_000, ...service }: AppOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: largest,
    requestTimeout: arrival,
    forceCloseConnections: 'idle',
    http: { headersTimeout: arrival, connectionsCheckingInterval: Math.min(1_000, arrival), maxHeaderSize: 8 * 1024 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } },
  })
  app.removeContentTypeParser('text/plain')
  const description = describing(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.routeOptions.config.open !== true && !isRight(request, token)) return unauthorised(reply)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    log(JSON.stringify({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }))
  })
  app.setErrorHandler((error, _, reply) => refusal(error as FastifyError, reply, log))
  app.setNotFoundHandler((_, reply) => notFound(reply))
  app.get(
    '/health',
    { config: { open: true }, schema: { summary: 'Whether the service and its database work' } },
    async () => {
      await service.store.check()
      return { status: 'ok' }
    },
  )
  app.get('/openapi.json', { config: { open: true }, schema: { summary: 'This description' } }, () => description())
  pageRoutes(app)
  hookRoutes(app, service)
  decisionRoutes(app, service)
  return app
}

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** Compares digests, so that the time it takes tells nothing of the token. */
function isRight({ headers: { authorization = '' } }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`))
}

function unauthorised(reply: FastifyReply): FastifyReply {
  return refused(reply.header('www-authenticate', 'Bearer'), 401, 'unauthorised')
}

/** How each error is answered: a row a cause. */
const statusOf: Readonly<Record<string, number>> = {
  'invalid-situation': 422,
  'invalid-request': 400,
  'invalid-feedback': 400,
  'invalid-options': 400,
}

function refusal(error: FastifyError, reply: FastifyReply, log: (line: string) => void): FastifyReply {
  if (error instanceof TimbangError && statusOf[error.code]) {
    const missing = error.issues.some(({ place }) => place === 'request.context.situation')
    return refused(reply, missing ? 412 : (statusOf[error.code] as number), error.code, error.issues)
  }
  if (error.validation) {
    const places = error.validation.map(({ instancePath, keyword }) => ({ place: instancePath, message: keyword }))
    return refused(reply, 400, 'malformed', places)
  }
  const status = error.statusCode ?? 0
  if (status >= 400 && status < 500) return refused(reply, status, clientCodes[status] ?? 'malformed')
  // A message may hold what was sent; its kind does not.
  log(JSON.stringify({ error: error.name, code: error.code }))
  if (error instanceof TimbangError) return refused(reply, 500, error.code)
  return refused(reply.header('retry-after', '1'), 503, 'unavailable')
}

const clientCodes: Readonly<Record<number, string>> = { 413: 'too-large', 415: 'not-json' }
