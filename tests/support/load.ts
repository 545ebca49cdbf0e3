/**
 * A load on the case system from a process of its own: decisions and cards, some at a time, each sent again until it is answered.
 * Tells on standard output, one a line, which decisions were acknowledged, and at last the statuses that were seen.
 */
import { token } from './caseSystem.js'
import { patience } from './patience.js'

const [url, count = '200', at = '8'] = process.argv.slice(2)

const statuses: Record<string, number> = {}
let next = 0

async function send(path: string, body: unknown): Promise<number> {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const status = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 0,
    )
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status !== 0 && status !== 503) return status
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`never came: an answer from ${path}`)
}

async function worker(): Promise<void> {
  while (next < Number(count)) {
    const n = next++
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
    const situation = { disclosure: { requester: n % 2 === 0 ? 'funder' : 'court' }, risk: { severity: 'serious' } }
    const call = { hook: 'org.example.dilemma-consult', hookInstance: id, context: { situation } }
    await send('/cds-services/dilemma-consult-id', call)
    const decided = { id, locale: 'id', worker: String(n), situation, decision: 'overridden', reason: 'will-follow-up' }
    const status = await send('/decisions', decided)
    if (status === 201 || status === 200) process.stdout.write(`${id}\n`)
  }
}

await Promise.all(Array.from({ length: Number(at) }, worker))
process.stdout.write(`${JSON.stringify(statuses)}\n`)
