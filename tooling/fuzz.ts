import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fuzz } from '../tests/support/fuzz.js'

/* `npm run fuzz -- --runs N --seed S [--failing FILE]`: exit status 1 where a promise is broken, the input in FILE. */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    failing: { type: 'string', default: 'failing.json' },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]

async function main(): Promise<number> {
  const { failing, ...figures } = await fuzz(runs, seed)
  const share = (part: number, whole: number) => `${part} (${Math.round((100 * part) / Math.max(whole, 1))} %)`
  console.log(`seed ${seed}: ${figures.packs} packs, ${share(figures.accepted, figures.packs)} accepted`)
  console.log(`${figures.situations} situations, ${share(figures.weighed, figures.situations)} weighed`)
  if (failing === undefined) return 0
  console.error(`a promise is broken: ${failing.problem}`)
  writeFileSync(values.failing, JSON.stringify(failing, null, 2))
  console.error(`the smallest input is in ${values.failing}`)
  return 1
}

main().then((status) => {
  process.exitCode = status
})
