/** For whom the service works: each tenant has its own callers, key, pack and times; nothing of one reaches another. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { JSONWebKeySet } from 'jose'
import * as z from 'zod'

const client = z.strictObject({
  /** Who signs, as its tokens say (`iss`). */
  issuer: z.string().min(1),
  /** The public keys, as they stand here or at an address that the host trusts; what a token names itself (`jku`) is never asked. */
  keys: z.union([z.url(), z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) })]),
})

const tenantSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'must be a name such as `north-city`'),
  token: z.string().min(24, 'must hold at least 24 characters; `openssl rand -hex 24` makes some'),
  key: z
    .string()
    .regex(/^[0-9a-f]{64,}$/, 'must hold at least 64 hexadecimal digits; `openssl rand -hex 32` makes them'),
  /** By what the key is known in records, so that it can be changed. */
  keyName: z.string().optional(),
  /** The folder of a pack that adds to the shipped one. */
  pack: z.string().optional(),
  /** For how many days decisions are kept; without it, for ever. */
  keptDays: z.int().min(1).optional(),
  /** The clients of CDS Hooks whose JWT counts. */
  clients: z.array(client).default([]),
})

export type Tenant = Omit<z.infer<typeof tenantSchema>, 'key'> & { readonly key: Uint8Array }
export type Client = { readonly issuer: string; readonly keys: string | JSONWebKeySet }

/** The tenants of the file that `CASE_SYSTEM_TENANTS` names, or the one that the environment describes; what is wrong, in a sentence. */
export function tenantsFrom(env: NodeJS.ProcessEnv): readonly Tenant[] | string {
  const { CASE_SYSTEM_TENANTS: file, CASE_SYSTEM_PACK: pack, CASE_SYSTEM_KEEP_DAYS: days } = env
  const one = {
    ...{ name: 'default', token: env.CASE_SYSTEM_TOKEN ?? '', key: env.CASE_SYSTEM_KEY ?? '' },
    ...(pack !== undefined && { pack }),
    ...(days !== undefined && { keptDays: Number(days) }),
  }
  const given: unknown = file === undefined ? [one] : JSON.parse(readFileSync(file, 'utf8'))
  const parsed = z.array(tenantSchema).min(1).safeParse(given)
  if (!parsed.success) return parsed.error.issues.map((issue) => inWords(issue, file)).join('\n')
  const all = parsed.data
  if (
    new Set(all.map(({ name }) => name)).size < all.length ||
    new Set(all.map(({ token }) => token)).size < all.length
  )
    return 'CASE_SYSTEM_TENANTS: each tenant has a name and a token of its own'
  return all.map((tenant) => ({
    ...tenant,
    ...(tenant.pack !== undefined && { pack: resolve(tenant.pack) }),
    key: Buffer.from(tenant.key, 'hex'),
  }))
}

/** Only where it stands and what is expected: a token or a key is never said. */
function inWords({ path, message }: z.core.$ZodIssue, file: string | undefined): string {
  const [, member] = path
  if (file === undefined && (member === 'token' || member === 'key'))
    return `CASE_SYSTEM_${member.toUpperCase()} ${message}`
  return `${file === undefined ? 'the environment' : 'CASE_SYSTEM_TENANTS'} · ${path.join('.')}: ${message}`
}
