import { digestOf } from './digest.js'

/**
 * A UUID made from content, so that the same content has the same: of version 8, which says so, or of version 4 in form, for
 * readers that know no other. By hand: the name-based versions of libraries would be other UUIDs than those that are kept.
 */
export function contentUuid(content: unknown, version: 4 | 8): string {
  const digits = digestOf(content)
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `${version}${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}
