/** The OpenAPI description of the service, made from the routes as they are declared. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'

declare module 'fastify' {
  interface FastifySchema {
    readonly summary?: string
    /** Not among what is described. */
    readonly hide?: boolean
  }
}

/** Collects the routes of an app; gives the description of all that were added by then. */
export function describing(app: FastifyInstance): () => object {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && !route.schema?.hide) routes.push(route)
  })
  return () => ({
    openapi: '3.1.0',
    info: { title: 'Case system', version: '1.0.0', description: 'An example of a case system that asks timbang.' },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { DecisionRecord: recordSchema },
    },
    security: [{ token: [] }],
    paths: pathsOf(routes),
  })
}

const recordSchema: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('timbang/schema/record.json'), 'utf8'),
)

function pathsOf(routes: readonly RouteOptions[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: operation(route) }
  }
  return paths
}

function operation({ url, schema, config, method }: RouteOptions): object {
  const { summary, body, querystring }: FastifySchema = schema ?? {}
  const open = (config as { open?: boolean } | undefined)?.open === true
  const queries = Object.entries((querystring as { properties?: object } | undefined)?.properties ?? {})
  const parameters = [
    ...[...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...queries.map(([name, held]) => ({ name, in: 'query', schema: held })),
  ]
  const sent = body ?? (method === 'POST' ? { type: 'object' } : undefined)
  return {
    summary,
    ...(open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(sent !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: sent } } } }),
    responses: {
      ...answers(url, String(method)),
      ...(open ? {} : { 401: { description: 'Without the token' } }),
      ...(sent === undefined ? {} : refusals),
      503: { description: 'The database does not answer; try again' },
    },
  }
}

function answers(url: string, method: string): object {
  if (url !== '/decisions' || method !== 'POST') return { 200: { description: 'As asked' } }
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/DecisionRecord' } } }
  return {
    200: { description: 'Was kept before', content },
    201: { description: 'Kept', content },
    409: { description: 'Another decision is kept under this id' },
  }
}

const refusals = {
  400: { description: 'Malformed' },
  408: { description: 'Took too long to arrive' },
  413: { description: 'Larger than 64 KiB' },
  415: { description: 'Is not JSON' },
  422: { description: 'The situation does not fit the facts of the pack' },
}
