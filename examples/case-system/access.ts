/** Who may ask: the token of a tenant, or for CDS Hooks the JWT of a client that a tenant trusts. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Client, Tenant } from './tenants.js'

export interface Access {
  /** The tenant for whom a request counts; nobody where it has no right to ask. */
  readonly tenantOf: (request: FastifyRequest) => Promise<Tenant | undefined>
}

/** @param base the address under which clients know the service: a JWT is for one of its services alone */
export function accessFor(tenants: readonly Tenant[], base: string, now: () => number): Access {
  const trusted = tenants.flatMap((tenant) =>
    tenant.clients.map((client) => ({ tenant, issuer: client.issuer, key: keysOf(client as Client) })),
  )
  const used = new Map<string, number>()
  const byJwt = async (jwt: string, url: string): Promise<Tenant | undefined> => {
    const found = trusted.find(({ issuer }) => issuer === issuerOf(jwt))
    if (!found) return undefined
    const { payload } = await jwtVerify(jwt, found.key, {
      issuer: found.issuer,
      audience: `${base}${url}`,
      algorithms: ['ES384', 'RS384', 'ES256', 'RS256'],
      requiredClaims: ['exp', 'iat', 'jti'],
      maxTokenAge: '10 minutes',
      currentDate: new Date(now()),
    })
    const token = `${found.issuer} ${payload.jti}`
    for (const [one, until] of used) if (until * 1_000 < now()) used.delete(one)
    if (used.has(token)) return undefined
    used.set(token, payload.exp as number)
    return found.tenant
  }
  return {
    tenantOf: async ({ headers: { authorization = '' }, url }) => {
      const known = tenants.find(({ token }) => isSame(authorization, `Bearer ${token}`))
      const [, jwt] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization) ?? []
      if (known || jwt === undefined || !url.startsWith('/cds-services')) return known
      return byJwt(jwt, url.split('?')[0] as string).catch(() => undefined)
    },
  }
}

function keysOf({ keys }: Client): JWTVerifyGetKey {
  return typeof keys === 'string' ? createRemoteJWKSet(new URL(keys)) : createLocalJWKSet(keys)
}

function issuerOf(jwt: string): string | undefined {
  try {
    return decodeJwt(jwt).iss
  } catch {
    return undefined
  }
}

/** Compares digests, so that the time it takes tells nothing of the token. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

/** Lets pages of other origins call CDS Hooks, as browsers ask before they do; says whether the answer is given already. */
export function crossOrigin(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): boolean {
  const { origin } = request.headers
  if (!request.url.startsWith('/cds-services') || origin === undefined) return false
  reply.header('vary', 'origin')
  if (!origins.includes(origin)) return false
  reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after, x-request-id' })
  if (request.method !== 'OPTIONS') return false
  reply.headers({
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
  })
  reply.code(204).send()
  return true
}
