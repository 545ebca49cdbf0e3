import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { TimbangError } from '../../errors.js'
import { canonical } from '../../pack/identity/digest.js'

/** A UUID in lower case, by which a decision, a card or a suggestion is known. */
export const uuidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case')

/** What stands for a person: a UUID or hexadecimal digits, so that no name fits. */
export const pseudonymSchema = z
  .string()
  .regex(
    /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[0-9a-f]*[0-9])[0-9a-f]{16,64})$/,
    'must be a UUID or 16 to 64 hexadecimal digits, as `pseudonym` makes them',
  )

/** A moment in UTC. */
export const momentSchema = z.iso.datetime({ error: 'must be a moment in UTC such as `2026-01-31T09:30:00Z`' })

export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

/**
 * What stands for a person or a case in a record: an HMAC-SHA-256 with the host's key, cut to 32 digits. Who has the key and
 * the name finds the record; who has the record alone finds nobody.
 * @throws TimbangError `invalid-options` for a key shorter than 16 bytes
 */
export function pseudonym(name: string, key: Uint8Array): string {
  return keyedDigest(['pseudonym', name], key).slice(0, 32)
}

/** The HMAC-SHA-256 of plain data as canonical JSON. */
export function keyedDigest(content: unknown, key: Uint8Array): string {
  if (!(key instanceof Uint8Array) || key.length < leastKey)
    throw new TimbangError('invalid-options', [{ place: 'key', message: `must be at least ${leastKey} bytes` }])
  return bytesToHex(hmac(sha256, key, utf8ToBytes(canonical(content))))
}

const leastKey = 16
