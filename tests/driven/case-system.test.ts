import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../examples/case-system/store.js'
import { parseFeedback } from '../../src/embed/index.js'
import { ask, postgres, type Running, started } from '../support/caseSystem.js'
import { discoveryRules, responseRules } from '../support/cdsHooks.js'
import { patience } from '../support/patience.js'
import { run } from '../support/run.js'

const instance = '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c'
const hook = 'org.example.dilemma-consult'
const situation = {
  case: { jurisdiction: 'ID' },
  abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
  risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
}
const call = { hook, hookInstance: instance, context: { situation, step: 'disclose-to-protect' } }
const decided = {
  id: instance,
  locale: 'id',
  worker: 'Sari',
  situation,
  decision: 'accepted',
  step: 'disclose-to-protect',
}
const folder = () => mkdtempSync(join(tmpdir(), 'timbang-case-system-'))

describe.each(['PGlite', 'PostgreSQL'])('the case system on %s', (kind) => {
  let [service, env]: [Running | undefined, NodeJS.ProcessEnv] = [undefined, {}]
  let server: Awaited<ReturnType<typeof postgres>> | undefined
  const at = (path: string) => `${service?.url}${path}`

  beforeAll(async () => {
    if (kind === 'PostgreSQL') server = await postgres()
    env = server ? { DATABASE_URL: server.url } : { CASE_SYSTEM_DATA: folder() }
    service = await started(env)
  })
  afterAll(async () => {
    await service?.stop()
    await server?.stop()
    server?.remove()
  })

  test('is well, and says which services it has and how it is asked', async () => {
    expect(await ask(at('/health/ready'))).toEqual({ status: 200, body: { status: 'ok' } })
    const { body } = await ask(at('/cds-services'))
    expect(discoveryRules.parse(body).services).toHaveLength(2)
    const { body: described } = await ask(at('/openapi.json'))
    expect(Object.keys((described as { paths: object }).paths).sort()).toEqual([
      '/cds-services',
      '/cds-services/{id}',
      '/cds-services/{id}/feedback',
      '/decisions',
      '/decisions/{id}',
      '/decisions/{id}/replay',
      '/health/live',
      '/health/ready',
      '/openapi.json',
      '/planning',
    ])
  })

  test('gives cards, takes feedback on them once, and keeps what was typed apart', async () => {
    const { status, body } = await ask(at('/cds-services/dilemma-consult-en'), call)
    const { cards } = responseRules.parse(body)
    expect({ status, cards: cards.length > 1 }).toEqual({ status: 200, cards: true })
    const item = {
      card: cards[0]?.uuid,
      outcome: 'overridden',
      overrideReason: { userComment: 'she begged me' },
      outcomeTimestamp: '2026-01-31T09:30:00Z',
    }
    const to = at('/cds-services/dilemma-consult-en/feedback')
    for (const _ of [1, 2])
      expect(await ask(to, { feedback: [item] })).toEqual({ status: 200, body: { status: 'kept' } })
    expect(await ask(to, { feedback: [{ ...item, card: instance }] })).toEqual({
      status: 404,
      body: { code: 'card-not-shown' },
    })
  })

  test('keeps a decision once, finds it, and weighs it again', async () => {
    const first = await ask(at('/decisions'), decided)
    const again = await ask(at('/decisions'), decided)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
    expect(JSON.stringify(first.body)).not.toContain('Sari')
    expect(await ask(at(`/decisions/${instance}`))).toEqual({ status: 200, body: first.body })
    expect((await ask(at('/decisions?most=1'))).body).toEqual({ decisions: [first.body] })
    expect((await ask(at('/decisions'), { ...decided, decision: 'postponed' })).status).toBe(409)
    const replayed = await ask(at(`/decisions/${instance}/replay`), { situation })
    expect(replayed.body).toMatchObject({ says: 'same', situation: 'same', packs: [], rules: [] })
  })

  test('refuses what is malformed, unauthorised, unknown or too large, with a clear status, and repeats nothing of it', async () => {
    const hooks = '/cds-services/dilemma-consult-en'
    const refusals: [string, unknown, Record<string, string>, number, string][] = [
      [hooks, call, { authorization: 'Bearer Budi' }, 401, 'unauthorised'],
      ['/decisions', decided, { authorization: '' }, 401, 'unauthorised'],
      [hooks, 'Budi{', {}, 400, 'malformed'],
      [hooks, { ...call, hook: 'Budi' }, {}, 400, 'invalid-request'],
      [hooks, { ...call, hook: 'org.example.budi' }, {}, 400, 'another-hook'],
      [hooks, { ...call, context: {} }, {}, 412, 'invalid-request'],
      [hooks, { ...call, context: { situation: { Budi: 1 } } }, {}, 422, 'invalid-situation'],
      [hooks, { ...call, context: { situation: { risk: { severity: 'Budi' } } } }, {}, 422, 'invalid-situation'],
      [hooks, { ...call, context: { situation, step: 'budi-step' } }, {}, 400, 'invalid-options'],
      [`${hooks}/feedback`, { feedback: 'Budi' }, {}, 400, 'invalid-feedback'],
      ['/decisions', { ...decided, Budi: 1 }, {}, 400, 'malformed'],
      ['/decisions', { ...decided, decision: 'Budi' }, {}, 400, 'malformed'],
      ['/decisions', { ...decided, id: 'Budi' }, {}, 400, 'malformed'],
      ['/decisions', { ...decided, decision: 'overridden', reason: 'budi-said' }, {}, 400, 'invalid-options'],
      ['/decisions', 'Budi', { 'content-type': 'text/plain' }, 415, 'not-json'],
      ['/decisions', { ...decided, worker: 'x'.repeat(70_000) }, {}, 413, 'too-large'],
      ['/Budi', undefined, {}, 404, 'not-found'],
      ['/decisions/00000000-0000-4000-8000-999999999999', undefined, {}, 404, 'not-found'],
      ['/decisions/Budi', undefined, {}, 400, 'malformed'],
      ['/cds-services/Budi', call, {}, 404, 'not-found'],
    ]
    for (const [path, body, headers, status, code] of refusals) {
      const answer = await ask(at(path), body, headers)
      expect({ path, ...answer }).toEqual({ path, status, body: expect.objectContaining({ code }) })
      expect(JSON.stringify(answer.body).toLowerCase()).not.toContain('budi')
    }
    expect(service?.log().toLowerCase()).not.toContain('budi')
    expect(service?.log()).not.toContain('Sari')
  })

  test('closes a connection whose request takes too long to arrive', async () => {
    const own = await started({ ...env, ...(!server && { CASE_SYSTEM_DATA: folder() }), CASE_SYSTEM_ARRIVAL: '1500' })
    onTestFinished(async () => void (await own.stop()))
    const { hostname, port } = new URL(own.url)
    const heads = [
      'POST /decisions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\n',
      'POST /cds-services/dilemma-consult-en HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"hook"',
    ]
    const answers = await Promise.all(heads.map((head) => slow(hostname, Number(port), head)))
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 (401|408) /)
    expect(answers[0]).toContain('408')
  })

  test('bears a load from a second process without an error', async () => {
    const { code, out } = await run('node_modules/.bin/tsx', ['tests/support/load.ts', at(''), '60', '8'])
    const lines = out.trim().split('\n')
    expect({ code, statuses: JSON.parse(lines.pop() as string) }).toEqual({ code: 0, statuses: { 200: 60, 201: 60 } })
    expect(await allFound(lines, at)).toEqual([])
  })

  test('loses no record when it is stopped in the middle, killed, and its database restarted', async () => {
    const running = service as Running
    const port = new URL(running.url).port
    const loaded = load(running.url, 96)
    await loaded.acknowledged(12)
    expect(await running.stop('SIGTERM')).toBe(0)
    service = await started({ ...env, PORT: port })
    await loaded.acknowledged(36)
    await service.stop('SIGKILL')
    service = await started({ ...env, PORT: port })
    if (server) {
      await loaded.acknowledged(60)
      await server.kill()
      await new Promise((resolve) => setTimeout(resolve, 500))
      await server.start()
    }
    const { code, ids } = await loaded.end
    expect({ code, count: ids.length }).toEqual({ code: 0, count: 96 })
    expect(await allFound(ids, at)).toEqual([])
    expect((await ask(at('/health/ready'))).status).toBe(200)
  })
})

test('the case system is not started without a token and a key', async () => {
  const main = 'examples/case-system/main.ts'
  const args = ['--tsconfig', 'tooling/tsconfig.built.json', main]
  const without = await run('env', ['-u', 'CASE_SYSTEM_TOKEN', 'node_modules/.bin/tsx', ...args])
  expect(without).toEqual({ code: 2, out: '', err: expect.stringMatching(/^CASE_SYSTEM_TOKEN must hold/) })
  const key = await run('env', [
    'CASE_SYSTEM_TOKEN=0123456789abcdef0123456789',
    'CASE_SYSTEM_KEY=x',
    'node_modules/.bin/tsx',
    ...args,
  ])
  expect(key).toEqual({ code: 2, out: '', err: expect.stringMatching(/^CASE_SYSTEM_KEY must hold/) })
})

test('the store forgets comments, and cards that nobody answered, and keeps what was decided', async () => {
  const whole = await openStore({})
  const store = whole.of('default')
  const [answered, left] = [instance, '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1d']
  await store.show([answered, left].map((uuid) => ({ uuid, instance, indicator: 'info' })))
  const item = (card: string) => ({ card, outcome: 'overridden', outcomeTimestamp: '2026-01-31T09:30:00Z' })
  const comment = { ...item(answered), overrideReason: { userComment: 'she begged me' } }
  expect(await store.answer(parseFeedback({ feedback: [comment] }))).toBe(true)
  await store.forget(new Date(Date.now() + 60_000))
  expect(await store.answer(parseFeedback({ feedback: [item(answered)] }))).toBe(true)
  expect(await store.answer(parseFeedback({ feedback: [item(left)] }))).toBe(false)
  expect(await whole.of('other').answer(parseFeedback({ feedback: [item(answered)] }))).toBe(false)
  await whole.close()
})

test('a database of before the tenants is brought to what is wanted now, and keeps what it held', async () => {
  const kept = folder()
  const before = new PGlite(kept)
  const held = { id: instance, at: '2026-01-31T09:30:00.000Z', actor: 'a'.repeat(32) }
  for (const table of [
    'decisions (id uuid PRIMARY KEY, at timestamptz NOT NULL, choice text NOT NULL, urgency text NOT NULL, record json NOT NULL)',
    'cards (uuid uuid PRIMARY KEY, instance uuid NOT NULL, indicator text NOT NULL, shown_at timestamptz NOT NULL DEFAULT now())',
    'feedback (card uuid NOT NULL REFERENCES cards, outcome text NOT NULL, at timestamptz NOT NULL, answer json NOT NULL, PRIMARY KEY (card, outcome, at))',
    'comments (card uuid NOT NULL REFERENCES cards, comment text NOT NULL, made_at timestamptz NOT NULL DEFAULT now())',
  ])
    await before.query(`CREATE TABLE ${table}`)
  const values = [held.id, held.at, 'accepted', 'routine', JSON.stringify(held)]
  await before.query('INSERT INTO decisions (id, at, choice, urgency, record) VALUES ($1, $2, $3, $4, $5)', values)
  await before.close()
  for (const _ of ['brought', 'as it is']) {
    const store = await openStore({ folder: kept })
    expect(await store.of('default').latest({ most: 5, actor: held.actor })).toEqual([held])
    expect(await store.of('other').latest({ most: 5 })).toEqual([])
    await store.close()
  }
  const store = await openStore({ folder: kept })
  await store.of('default').forgetDecisions(new Date('2026-02-01T00:00:00Z'))
  expect(await store.of('default').find(held.id)).toBeUndefined()
  await store.close()
})

/** The decisions of which the service knows nothing. */
async function allFound(ids: readonly string[], at: (path: string) => string): Promise<string[]> {
  const lost: string[] = []
  for (const id of ids) if ((await ask(at(`/decisions/${id}`))).status !== 200) lost.push(id)
  return lost
}

/** Begins a request and never ends it; gives what came back before the connection was closed. */
function slow(host: string, port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, host, () => socket.write(head))
    socket.setTimeout(patience, () => reject(new Error('was left open')))
    socket.on('data', (bytes) => {
      answer += bytes
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

/** A load that goes on while the service comes and goes. */
function load(url: string, count: number) {
  const child = spawn('node_modules/.bin/tsx', ['tests/support/load.ts', url, String(count), '6'])
  let out = ''
  child.stdout.on('data', (bytes) => {
    out += bytes
  })
  const ids = () => out.split('\n').filter((line) => line.startsWith('0000'))
  const acknowledged = async (least: number) => {
    const until = Date.now() + patience
    while (ids().length < least) {
      if (Date.now() > until) throw new Error(`never came: ${least} acknowledged decisions\n${out.slice(-3_000)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  // The load gives up by itself where no answer comes.
  const end = new Promise<{ code: number | null; ids: string[] }>((resolve) => {
    child.once('close', (code) => resolve({ code, ids: ids() }))
  })
  return { acknowledged, end }
}
