import { interview, turningPoints, whyNot } from 'timbang'
import { socialWork } from 'timbang/social-work'

let sitting = interview({ situation: { abuse: { suspected: true } } }, socialWork)
console.log(sitting.question?.ask.en)
sitting = interview(sitting.state, socialWork, { step: { answer: false } })
console.log(JSON.stringify(sitting.state.situation))

const { first, single } = turningPoints(sitting.state.situation, socialWork)
console.log(first.map(({ label }) => label.en))
console.log(single.slice(0, 2).map(({ changes, first: then }) => `${changes[0]?.fact} → ${then.map(({ label }) => label.en).join(', ')}`))

const [nearest] = whyNot(sitting.state.situation, socialWork, { action: 'disclose-to-protect' }).rules
console.log(nearest?.rule, nearest?.wanting.map(({ fact, open }) => `${fact} ${open ? 'is not known' : 'is not so'}`))
