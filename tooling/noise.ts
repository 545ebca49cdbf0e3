import { readFileSync } from 'node:fs'
import { advise } from '../src/advise/advise.js'
import { type SocialWorkSituation, socialWork } from '../src/social-work/socialWork.js'
import { toldThemselves } from '../tests/support/agreement.js'

/* npm run noise: how much the shipped pack says and asks of the situations of a file of cases, the vignettes if none is named. */

interface Told {
  readonly name: string
  readonly situation: SocialWorkSituation
}

const { cases } = JSON.parse(readFileSync(process.argv[2] ?? 'tests/cases/vignettes.json', 'utf8')) as {
  cases: readonly Told[]
}
const counts: { actions: number; questions: number; name: string; list: string[] }[] = []
for (const { name, situation } of cases) {
  const advice = await advise(situation, socialWork)
  const list = toldThemselves(advice).map(({ status, action }) => `${status} ${action}`)
  counts.push({ name, actions: list.length, questions: advice.questions.length, list })
}
for (const key of ['actions', 'questions'] as const) {
  const sorted = counts.map((one) => one[key]).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  console.log(key, 'least', at(0), 'quartiles', at(0.25), at(0.5), at(0.75), '9 in 10', at(0.9), 'most', at(1))
}
for (const one of counts.filter(({ actions, questions }) => actions > 12 || questions > 20))
  console.log(one.actions, one.questions, one.name, one.list.join(', '))
