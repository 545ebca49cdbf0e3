import { advise, render } from 'timbang'
import { socialWork } from 'timbang/social-work'

const advice = await advise(
  {
    case: { jurisdiction: 'ID' },
    abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
    disclosure: { secrecyRequested: true },
    risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
  },
  socialWork,
)

const [first] = advice.actions
console.log(first?.action, first?.status, first?.certainty)
console.log(advice.setAside.map(({ action, owed }) => `${action}: still owed ${owed.map((one) => one.action).join(', ')}`))
console.log(advice.questions[0]?.ask.id)
console.log(render(advice, { as: 'text', locale: 'id' }).split('\n')[2])
