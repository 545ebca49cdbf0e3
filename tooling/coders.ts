import { faulty, honest } from '../tests/support/blind/coders.js'
import { measured } from '../tests/support/blind/measure.js'
import { told } from '../tests/support/blind/told.js'

/*
 * npm run coders: what comes of the faults of those who code stories. How often the advice moves against an honest coder, what a
 * person is asked or must confirm, and what passes untrue, over vignettes told anew in both languages with lies and traps in them.
 */

const share = (some: number, of: number) => `${Math.round((100 * some) / of)} %`.padStart(6)
const columns = ['moved', 'misled', 'calmer', 'false signs, to confirm', 'other false facts', 'asked', 'refused']

console.log(`${told.length} tellings\n${columns.map((one) => one.padStart(8)).join(' | ')}\n`)
for (const [name, coder] of Object.entries({ 'is honest': honest, ...faulty })) {
  const { tellings, moved, misled, calmer, falseSigns, falseFacts, asked, refused } = measured(coder, told)
  const counted = [falseSigns, falseFacts, asked, refused].map((one) => String(one).padStart(5))
  console.log(
    [share(moved, tellings), share(misled, tellings), share(calmer, tellings), ...counted, ` ${name}`].join(' '),
  )
}
