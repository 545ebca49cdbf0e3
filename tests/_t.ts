import { readFileSync } from 'node:fs'
import { exercise } from '../src/teach/exercise.js'
import { parseExercise } from '../src/teach/shape.js'
import { socialWork } from '../src/socialWork.js'
const t = performance.now()
const e = await exercise(JSON.parse(readFileSync(process.argv[2]!, 'utf8')), socialWork, { seed: Number(process.argv[4] ?? 1) })
parseExercise(e)
const l = (process.argv[3] ?? 'en') as 'en'
console.log(e.id, e.kind, Math.round(performance.now() - t) + 'ms', JSON.stringify(e).length)
for (const q of e.questions) {
  console.log('\n##', q.id, q.pick, '|', q.ask[l], '\n   ~', q.rationale[l])
  for (const c of q.choices) console.log('  ', c.id, c.mark.padEnd(6), c.from, '|', c.says[l], '\n        >', c.feedback[l], '[', c.rules.join(), '|', c.sources.join(), ']')
}
