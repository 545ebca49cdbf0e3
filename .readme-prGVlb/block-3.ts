import { advise } from 'timbang'
import { cards, pseudonym, record, replay } from 'timbang/embed'
import { socialWork } from 'timbang/social-work'

const situation = { disclosure: { requester: 'employer' } } as const
const advice = await advise(situation, socialWork)
const id = 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea'
const [card] = cards(advice, { locale: 'en', instance: id, step: 'breach-confidentiality', pack: socialWork, situation })
console.log(`${card?.indicator}: ${card?.summary}`)

const key = new Uint8Array(32).fill(7) // the host's own secret
const kept = record(advice, {
  ...{ id, at: '2026-11-25T09:30:00Z', actor: pseudonym('worker 7', key), locale: 'en' },
  ...{ decision: 'overridden', reason: 'agreed-in-supervision', situation, pack: socialWork, key },
})
console.log(kept.decision.reason?.code, (await replay(kept, situation, socialWork, { key })).says)
