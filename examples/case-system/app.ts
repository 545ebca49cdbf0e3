/**
 * A small case system that asks `timbang` before a disclosure: CDS Hooks for whoever speaks it, decisions for the page, both behind
 * the token of a tenant. It logs routes, statuses and times, never what was sent.
 */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { type Access, crossOrigin } from './access.js'
import { notFound, refusal, unauthorised } from './answers.js'
import { measuring } from './metrics.js'
import { describing } from './openapi.js'
import { pageRoutes } from './pages.js'
import { decisionRoutes, hookRoutes, type Service } from './routes.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Given without a token. */
    readonly open?: boolean
  }
}

interface AppOptions extends Service {
  readonly access: Access
  /** The origins of pages that may call CDS Hooks from a browser (none). */
  readonly origins?: readonly string[]
  /** What whoever reads `/metrics` must show; there are none without it. */
  readonly metricsToken?: string | undefined
  /** Where the log goes, one line a request; nowhere if left out. */
  readonly log?: (line: string) => void
  /** How long a request may take to arrive, in milliseconds (10,000). */
  readonly arrival?: number
}

const largest = 64 * 1024

export function createApp(options: AppOptions): FastifyInstance {
  const { access, origins = [], metricsToken, log = () => {}, arrival = 10_000, ...service } = options
  const app = Fastify({
    logger: false,
    bodyLimit: largest,
    requestTimeout: arrival,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    http: { headersTimeout: arrival, connectionsCheckingInterval: Math.min(1_000, arrival), maxHeaderSize: 8 * 1024 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } },
  })
  app.removeContentTypeParser('text/plain')
  const description = describing(app)
  app.decorateRequest('tenant', null as never)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'x-request-id': request.id })
    if (crossOrigin(request, reply, origins)) return reply
    if (request.routeOptions.config.open === true) return
    const tenant = await access.tenantOf(request)
    if (!tenant) return unauthorised(reply)
    request.tenant = tenant
  })
  app.addHook('onResponse', async ({ method, id, routeOptions: { url: route = 'none' } }, reply) => {
    const ms = Math.round(reply.elapsedTime)
    log(JSON.stringify({ method, route, status: reply.statusCode, ms, request: id }))
  })
  app.setErrorHandler((error, _, reply) => refusal(error as FastifyError, reply, log))
  app.setNotFoundHandler((_, reply) => notFound(reply))
  healthRoutes(app, service)
  measuring(app, service.weighing, metricsToken)
  const schema = { operationId: 'description', summary: 'This description' }
  app.get('/openapi.json', { config: { open: true }, schema }, () => description())
  pageRoutes(app)
  hookRoutes(app, service)
  decisionRoutes(app, service)
  return app
}

/** Two questions of whoever runs it: does the process answer, or must it be started again; and may callers be sent to it. */
function healthRoutes(app: FastifyInstance, { store }: Service): void {
  const status = { gives: 'Status' } as const
  const live = { operationId: 'live', summary: 'Whether the process answers', ...status }
  app.get('/health/live', { config: { open: true }, schema: live }, async () => ({ status: 'ok' }))
  const ready = { operationId: 'ready', summary: 'Whether the service and its database work', ...status }
  app.get('/health/ready', { config: { open: true }, schema: ready }, async () => {
    await store.check()
    return { status: 'ok' }
  })
}

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}
