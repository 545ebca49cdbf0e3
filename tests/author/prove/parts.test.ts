import { describe, expect, test } from 'vitest'
import { type PartProved, type ProofPart, provePart } from '../../../src/author/prove/parts.js'
import { type Prover, prove, proveBy } from '../../../src/author/prove/prove.js'
import { createPack } from '../../../src/pack/pack.js'
import { packSource, says, when } from '../../support/builders.js'
import { discloseGraveDanger, keepConfidence } from '../../support/secrecy.js'

/* A proof is put together from parts, whoever proves them, and when. */

const pack = createPack(
  packSource({
    rules: [keepConfidence, discloseGraveDanger],
    invariants: {
      invariants: [
        {
          name: 'danger-is-told',
          because: says('danger is told'),
          sources: ['CODE-1'],
          given: when('risk.severity', 'serious'),
          never: [{ actions: ['disclose-to-protect'], lacks: ['must', 'contested'] }],
        },
        {
          name: 'nothing-is-told',
          because: says('nothing is told'),
          sources: ['CODE-1'],
          never: [{ actions: ['disclose-to-protect'], said: ['must'] }],
        },
      ],
    },
  }),
)
const prover: Prover = (part, options) => provePart(part, pack, options)

describe('a proof in parts', () => {
  test('comes out the same whichever part is proved last, each in its place', async () => {
    const whole = await prove(pack)
    expect(whole.laws).toHaveLength(6)
    expect(whole.invariants.map(({ verdict }) => verdict)).toEqual(['holds', 'fails'])
    let before: Promise<unknown> = Promise.resolve()
    const waiting: (() => void)[] = []
    const backwards: Prover = async (part, options) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      const turn = before.then(() => prover(part, options))
      before = turn
      return turn
    }
    const proof = proveBy(backwards, pack, {})
    for (const start of waiting.reverse()) start()
    expect(await proof).toEqual(whole)
  })

  test('is made of data alone, which another thread can hand over', async () => {
    const copied: Prover = async (part, options) => structuredClone(await prover(structuredClone(part), options))
    expect(await proveBy(copied, pack, {})).toEqual(await prove(pack))
  })

  test('is made anew with more rounds where they do not suffice, and what was refused before is left aside', async () => {
    const asked: number[] = []
    const short: Prover = async (part, options) => {
      asked.push(part.rounds)
      if (part.rounds > 6) return prover(part, options)
      if (part.isCounted) return { verdicts: [], suffice: false }
      throw new Error('too few rounds')
    }
    expect(await proveBy(short, pack, {})).toEqual(await prove(pack))
    expect([...new Set(asked)]).toEqual([3, 6, 9])
  })

  test.each([
    ['it is not decided that the rounds suffice', undefined],
    ['no rounds suffice', false],
  ])('proves nothing where %s, and shows what fails all the same', async (_, suffice) => {
    const unsure = async (part: ProofPart): Promise<PartProved> => {
      const proved = await prover({ ...part, rounds: 3 }, {})
      return part.isCounted ? { ...proved, suffice } : proved
    }
    const { laws, invariants, holds } = await proveBy(unsure, pack, {})
    expect(new Set(laws.map(({ verdict }) => verdict))).toEqual(new Set(['not-proved']))
    expect(invariants.map(({ verdict }) => verdict)).toEqual(['not-proved', 'fails'])
    expect(holds).toBe(false)
  })

  test('is refused where a part is', async () => {
    const refusing = async (part: ProofPart) => {
      if (part.names.includes('danger-is-told')) throw new Error('refused')
      return prover(part, {})
    }
    await expect(proveBy(refusing, pack, {})).rejects.toThrow('refused')
  })
})
