// Compiled and run against the packed package, once as an ES module and once as CommonJS.
import { advise, TimbangError } from 'timbang'
import { socialWork } from 'timbang/social-work'

async function consult() {
  const advice = await advise({}, socialWork)
  if (typeof advice.kind !== 'string') throw new Error('there is no advice')
  const unknownFact: Record<string, unknown> = { nonsense: true }
  const refusal = await advise(unknownFact as never, socialWork).catch((error: unknown) => error)
  if (!(refusal instanceof TimbangError)) throw new Error('an error is not a TimbangError')
}

consult()
