import { digestOf } from '../../pack/digest.js'

/** A UUID of version 4 in form, made from content, so that the same content has the same. */
export function uuidOf(content: unknown): string {
  const digits = digestOf(content)
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}
