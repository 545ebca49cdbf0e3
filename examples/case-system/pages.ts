/** The page, with what it needs; it holds nothing of a case, and is given without a token. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Locale } from 'timbang'
import { packIn } from './packs.js'
import { planning } from './planning.js'
import { localeQuery } from './shapes.js'

const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

export function pageRoutes(app: FastifyInstance): void {
  for (const type of ['html', 'js', 'css'] as const) {
    const content = readFileSync(new URL(`page.${type}`, import.meta.url), 'utf8')
    app.get(type === 'html' ? '/' : `/page.${type}`, { config: { open: true }, schema: { hide: true } }, (_, reply) =>
      reply.type(types[type]).send(content),
    )
  }
  const schema = {
    operationId: 'planning',
    summary: 'Steps, facts and reasons in words',
    querystring: localeQuery,
    gives: 'Planning',
  } as const
  app.get<{ Querystring: { locale: Locale } }>('/planning', { schema }, ({ query, tenant }) =>
    planning(query.locale, packIn(tenant.pack)),
  )
}
