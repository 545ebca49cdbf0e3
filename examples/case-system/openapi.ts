/** The OpenAPI description of the service, made from the routes as they are declared. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import { components } from './shapes.js'

declare module 'fastify' {
  interface FastifySchema {
    readonly operationId?: string
    readonly summary?: string
    /** The components that are sent, and given back with 200 or another status. */
    readonly sends?: keyof typeof components
    readonly gives?: keyof typeof components | 'DecisionRecord'
    readonly givesAlso?: Readonly<Record<number, string>>
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
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token, or for CDS Hooks a JWT' } },
      schemas: { ...components, ...recordSchemas },
    },
    security: [{ token: [] }],
    paths: pathsOf(routes),
  })
}

/** The schema of a record and those to which it leads, each as a component of its own. */
const recordSchemas: Readonly<Record<string, unknown>> = (() => {
  const file = createRequire(import.meta.url).resolve('timbang/schema/record.json')
  const { $schema: _, $id: __, $defs = {}, ...record } = JSON.parse(readFileSync(file, 'utf8'))
  const named = Object.entries($defs).map(([name, schema]) => [`Record-${name}`, led(schema)])
  return { DecisionRecord: led(record), ...Object.fromEntries(named) }
})()

/** References within a file, as references to components. */
function led(schema: unknown): unknown {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/Record-')
  return JSON.parse(text.replaceAll('"$ref":"#"', '"$ref":"#/components/schemas/DecisionRecord"'))
}

function pathsOf(routes: readonly RouteOptions[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: operation(route) }
  }
  return paths
}

const as = (component: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${component}` } } })

function operation({ url, schema, config }: RouteOptions): object {
  const { operationId, summary, body, querystring, sends, gives, givesAlso = {} }: FastifySchema = schema ?? {}
  const open = (config as { open?: boolean } | undefined)?.open === true
  const parameters = [...pathParameters(url), ...queryParameters(querystring)]
  const sent = sends ? as(sends) : body === undefined ? undefined : { 'application/json': { schema: body } }
  return {
    operationId,
    summary,
    ...(open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(sent && { requestBody: { required: true, content: sent } }),
    responses: {
      200: { description: 'As asked', ...(gives && { content: as(gives) }) },
      ...Object.fromEntries(Object.entries(givesAlso).map(([status, said]) => [status, answer(status, said, gives)])),
      ...refusals([
        ...(open ? [] : [401 as const]),
        ...(parameters.length > 0 ? [400 as const] : []),
        ...(url.includes(':') ? [404 as const] : []),
        ...(sent ? ([400, 408, 413, 415, 422] as const) : []),
        ...(sends === 'HookRequest' ? [412 as const] : []),
        503,
      ]),
    },
  }
}

function answer(status: string, description: string, gives: string | undefined): object {
  const component = status.startsWith('2') ? gives : 'Refusal'
  return { description, ...(component && { content: as(component) }) }
}

function pathParameters(url: string): readonly object[] {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name)
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

function queryParameters(querystring: unknown): readonly object[] {
  const held = (querystring as { properties?: object } | undefined)?.properties ?? {}
  return Object.entries(held).map(([name, schema]) => ({ name, in: 'query', schema }))
}

const means = {
  400: 'Malformed',
  401: 'Without a token or JWT that counts',
  404: 'There is none',
  408: 'Took too long to arrive',
  412: 'Without a situation',
  413: 'Larger than 64 KiB',
  415: 'Is not JSON',
  422: 'The situation does not fit the facts of the pack',
  503: 'The database does not answer, or too many wait; try again',
} as const

function refusals(statuses: readonly (keyof typeof means)[]): Record<string, object> {
  return Object.fromEntries(statuses.map((status) => [status, { description: means[status], content: as('Refusal') }]))
}
