import { readFileSync } from 'node:fs'
import { advise } from '../src/advise.js'
import { socialWork } from '../src/socialWork.js'

/* npm run noise: how much the shipped pack says and asks, over the vignettes and the published cases. */

const { cases } = JSON.parse(readFileSync(process.argv[2] ?? 'tests/cases/vignettes.json', 'utf8'))
const counts: { outside: number; questions: number; name: string; list: string[] }[] = []
for (const { name, situation } of cases) {
  const advice = await advise(situation, socialWork)
  const outside = advice.actions.filter(({ standing, within }) => !standing && within === undefined)
  counts.push({
    name,
    outside: outside.length,
    questions: advice.questions.length,
    list: outside.map((a) => `${a.status} ${a.action}`),
  })
}
for (const key of ['outside', 'questions'] as const) {
  const sorted = counts.map((one) => one[key]).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  console.log(key, 'least', at(0), 'quartiles', at(0.25), at(0.5), at(0.75), '9 in 10', at(0.9), 'most', at(1))
}
for (const one of counts.filter((one) => one.outside > 12 || one.questions > 20))
  console.log(one.outside, one.questions, one.name, one.list.join(', '))
