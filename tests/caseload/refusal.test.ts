import { describe, expect, test } from 'vitest'
import { checkedAddress, faultOf, inSentence } from '../../src/caseload/database/refusal.js'
import { unfitOption } from '../../src/errors.js'

/* What a database refuses, as a sentence that says what to do next; nothing of what it says itself is repeated. */

const refused = (error: object, ...side: ['database' | 'source', 'database'?]) =>
  (inSentence(Object.assign(new Error('Key (nik)=(3174) and Jalan Melati 4'), error), ...side) as Error).message

describe('what a database refuses', () => {
  test.each([
    [{ code: 'ECONNREFUSED' }, 'database: cannot be reached (ECONNREFUSED): see whether the server runs'],
    [{ code: '57P03' }, 'database: cannot be reached (57P03)'],
    [{ message: 'timeout expired' }, 'database: cannot be reached (no answer)'],
    [{ message: 'SASL: client password must be a string' }, 'database: refuses the user or the password'],
    [{ code: '53300' }, 'database: has no connection left: fewer workers'],
    [{ code: '3F000' }, 'schema: holds no caseload yet'],
    [{ code: '25006' }, 'database: takes no writes (a replica, perhaps)'],
    [{ code: '53100' }, 'database: has no room left on its disk'],
    [{ code: 'XX001' }, 'database: PostgreSQL refuses this (XX001): its log tells more'],
    [
      { code: 'ERR_MODULE_NOT_FOUND', message: "Cannot find package 'pg' imported from x" },
      'packages: `pg` is not installed: npm install pg pg-copy-streams',
    ],
  ])('is told with what to do next: %j', (error, message) => {
    expect(refused(error, 'database')).toContain(message)
    expect(refused(error, 'database')).not.toMatch(/nik|Melati/)
  })

  test('is told of the cases where they are, which may be the same place', () => {
    expect(refused({ code: '42P01' }, 'source')).toContain('source.table: is not there any more')
    expect(refused({ code: '28P01' }, 'source')).toContain('source: refuses')
    expect(refused({ code: '28P01' }, 'source', 'database')).toContain('database: refuses')
  })

  test('is told of a range with its code, or as the sentence it is', () => {
    expect(faultOf({ code: '57014' })).toBe(
      '57014: took longer than a statement may: smaller ranges, or a higher limit of statements',
    )
    expect(faultOf(unfitOption('source.key', 'is doubled'))).toBe('source.key: is doubled')
    expect([faultOf(new TypeError('Jalan Melati 4')), faultOf({ code: 'ERR_WORKER_OUT_OF_MEMORY' })]).toEqual([
      'TypeError',
      'ERR_WORKER_OUT_OF_MEMORY',
    ])
  })

  test('and nothing else, is put in other words', () => {
    const [own, other] = [unfitOption('pack', 'is another'), new TypeError('x')]
    expect([inSentence(own, 'database'), inSentence(other, 'database')]).toEqual([own, other])
    const missing = Object.assign(new Error("Cannot find package 'left-pad'"), { code: 'ERR_MODULE_NOT_FOUND' })
    expect(inSentence(missing, 'database')).toBe(missing)
  })
})

test.each(['postgres://u:p@host/name', 'postgresql://host', 'postgres:///name', 'socket:/run/pg?db=x', '/run/pg name'])(
  'an address is taken as it is: %s',
  (address) => {
    expect(checkedAddress(address, 'database')).toBe(address)
  },
)

test.each([
  ['', 'source: is empty'],
  ['  ', 'source: is empty'],
  [undefined, 'source: is empty'],
  ['geheim', 'source: is no address such as'],
  ['postgres://', 'source: is no address such as'],
  ['mysql://u:geheim@host/name', 'source: is no address such as'],
  ['postgres://u:ge heim#@host:x/name', 'source: is no address such as postgres://user@host/name: write what'],
])('what is no address leads to no default server, and is not repeated: %s', (address, message) => {
  expect(() => checkedAddress(address, 'source')).toThrow(message)
  expect(() => checkedAddress(address, 'source')).not.toThrow('heim')
})
