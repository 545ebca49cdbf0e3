import type { Claim } from '../../weigh/claims.js'
import type { Obligation } from './obligation.js'
import type { Seen } from './replay.js'
import type { Study } from './study.js'

const towards = ['must', 'should', 'may'] as const

/** What is let go is asked for or permitted, and firm; shown of it: a rule applies that says so, and none that applies forbids it. */
export function lettingGo({ outlook, pack, circuit }: Study): readonly Obligation[] {
  return [...pack.actions.keys()].flatMap((action) => {
    const claims = outlook.claimsOn(action)
    const firm = circuit.any(towards.map((one) => outlook.certain(action, one, 'firm')))
    const applying = (of: readonly Claim[]) => of.map(({ rule }) => outlook.deciding.finding(rule).applies)
    const asking = claims.filter(({ force }) => towards.some((one) => one === force))
    const forbidding = claims.filter(({ force }) => force === 'must-not')
    const standing = forbidding.map((claim) => circuit.all([...applying([claim]), outlook.remains(claim)]))
    const shows = ([seen]: readonly Seen[]) =>
      seen?.look.said(action, towards) === true && seen.look.surely(action, ['firm'])
    const obligation = { about: [action], actions: [action], bites: [], outlooks: [outlook], shows }
    return [
      { ...obligation, wanted: [firm, -circuit.any(applying(asking))] },
      { ...obligation, wanted: [firm, circuit.any(standing)] },
    ]
  })
}
