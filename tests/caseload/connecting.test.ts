import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { work } from '../../src/caseload/index.js'
import { createPack } from '../../src/pack/pack.js'
import { packSource } from '../support/builders.js'

test('a worker that is asked to end while a server lets it wait ends at once, and leaves no connection', async () => {
  const stop = new AbortController()
  const silent = createServer(() => stop.abort()).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const database = `postgres://timbang@127.0.0.1:${port}/cases`
  expect(await work({ database }, createPack(packSource()), { signal: stop.signal })).toBe('stopped')
  silent.close()
  await once(silent, 'close')
  expect(await work({ database }, createPack(packSource()), { signal: stop.signal })).toBe('stopped')
})
