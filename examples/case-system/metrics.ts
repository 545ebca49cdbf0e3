/** What can be counted of the service without knowing anything of a case: routes, statuses, times, and who waits. */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isSame } from './access.js'
import { notFound } from './answers.js'
import type { Weighing } from './weighing.js'

/** Serves `/metrics` to whoever shows the token; without one there are none. */
export function measuring(app: FastifyInstance, { waiting }: Weighing, token: string | undefined): void {
  const register = new Registry()
  const times = new Histogram({
    name: 'case_system_request_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  })
  new Gauge({
    name: 'case_system_waiting',
    help: 'How many calls wait for a thread that weighs',
    registers: [register],
    collect() {
      this.set(waiting())
    },
  })
  if (token !== undefined) collectDefaultMetrics({ register })
  app.addHook('onResponse', async ({ method, routeOptions: { url = 'none' } }, { statusCode, elapsedTime }) => {
    times.observe({ method, route: url, status: statusCode }, elapsedTime / 1_000)
  })
  const schema = { hide: true }
  app.get('/metrics', { config: { open: true }, schema }, async ({ headers: { authorization = '' } }, reply) => {
    if (token === undefined || !isSame(authorization, `Bearer ${token}`)) return notFound(reply)
    return reply.type(register.contentType).send(await register.metrics())
  })
}
