import { expect, test } from 'vitest'
import { satisfyingFacts } from '../../src/ask/satisfyingFacts.js'
import { knownFrom } from '../../src/decide/decide.js'
import { createPack } from '../../src/pack/pack.js'
import { packSource } from '../support/builders.js'

/* What is supposed of what is not known, so that an answer matters. */

const pack = createPack(packSource())
const all = [...pack.rules.values()].map(({ conditions }) => conditions)
const [suspected] = all.filter((one) => JSON.stringify(one).includes('abuse.suspected'))
const supposed = (stated: ReadonlyMap<string, null>) =>
  satisfyingFacts(suspected ? [suspected] : [], 'risk.severity', knownFrom(stated, pack), pack).flatMap((facts) => [
    ...facts.keys(),
  ])

test('what nobody was asked may be supposed, what was asked and is not known is not', () => {
  expect(supposed(new Map())).toContain('abuse.suspected')
  expect(supposed(new Map([['abuse.suspected', null]]))).not.toContain('abuse.suspected')
})
