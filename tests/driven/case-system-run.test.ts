import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import openapiTypes, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Running, started, token } from '../support/caseSystem.js'
import { discoveryRules, responseRules } from '../support/cdsHooks.js'
import { accepts, calls, discovers, dismisses, issuer, kid, type Sandbox } from '../support/cdsSandbox.js'
import { inTime, patience } from '../support/patience.js'

/* The case system as one would run it: for several tenants, called from browsers, with signed tokens, watched and ended. */

const hook = 'org.example.dilemma-consult'
const instance = '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c'
const path = '/cds-services/dilemma-consult-en'
const call = { hook, hookInstance: instance, context: { situation: { abuse: { suspected: true } } } }
const base = 'https://cases.example'
const origin = 'http://sandbox.example'
const folder = () => mkdtempSync(join(tmpdir(), 'timbang-case-system-'))
const [south, metrics] = ['s'.repeat(32), 'metrics-of-the-service']

let service: Running
let keys: Awaited<ReturnType<typeof generateKeyPair>>
const at = (rest: string) => `${service.url}${rest}`
const as = (bearer: string) => ({ authorization: `Bearer ${bearer}` })

beforeAll(async () => {
  keys = await generateKeyPair('ES384')
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES384' }
  const tenants = [
    { name: 'north', token, key: '07'.repeat(32), keyName: 'year-2026' },
    {
      name: 'south',
      token: south,
      key: '08'.repeat(32),
      pack: 'examples/agency-pack',
      keptDays: 1,
      clients: [
        { issuer: 'https://ehr.example', keys: { keys: [key] } },
        { issuer, keys: { keys: [{ ...key, kid }] } },
      ],
    },
  ]
  const file = join(folder(), 'tenants.json')
  writeFileSync(file, JSON.stringify(tenants))
  service = await started({
    CASE_SYSTEM_TENANTS: file,
    CASE_SYSTEM_DATA: folder(),
    CASE_SYSTEM_URL: base,
    CASE_SYSTEM_ORIGINS: origin,
    CASE_SYSTEM_METRICS_TOKEN: metrics,
    CASE_SYSTEM_THREADS: '1',
  })
})
afterAll(async () => void (await service?.stop()))

describe('a page of another origin', () => {
  const preflight = (from: string) =>
    fetch(at(path), { method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'POST' } })

  test('that is known may call, and is told so before it does', async () => {
    const asked = await preflight(origin)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin)
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization')
    const body = JSON.stringify(call)
    const headers = { ...as(token), origin, 'content-type': 'application/json' }
    const called = await fetch(at(path), { method: 'POST', headers, body })
    expect([called.status, called.headers.get('access-control-allow-origin')]).toEqual([200, origin])
  })

  test('that is not known is told nothing, nor is any that asks for decisions', async () => {
    const asked = await preflight('http://elsewhere.example')
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    const decisions = await fetch(at('/decisions'), { method: 'OPTIONS', headers: { origin } })
    expect(decisions.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the JWT of a client of CDS Hooks', () => {
  const signed = (claims: { aud?: string; iss?: string; jti?: string; exp?: string }, by = keys.privateKey) =>
    new SignJWT({ jti: claims.jti ?? crypto.randomUUID() })
      .setProtectedHeader({ alg: 'ES384', kid: 'one', typ: 'JWT' })
      .setIssuer(claims.iss ?? 'https://ehr.example')
      .setAudience(claims.aud ?? `${base}${path}`)
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '5m')
      .sign(by)

  test('counts once, for the service that it names', async () => {
    const jwt = await signed({})
    expect((await ask(at(path), call, as(jwt))).status).toBe(200)
    expect((await ask(at(path), call, as(jwt))).status).toBe(401)
  })

  test('does not count for another service, of another client, by another key, too late, or for decisions', async () => {
    const other = await generateKeyPair('ES384')
    const refused = [
      await signed({ aud: `${base}/cds-services/dilemma-consult-id` }),
      await signed({ iss: 'https://evil.example' }),
      await signed({}, other.privateKey),
      await signed({ exp: '-1m' }),
      'a.b.c',
    ]
    for (const jwt of refused) expect((await ask(at(path), call, as(jwt))).status).toBe(401)
    expect((await ask(at('/decisions'), undefined, as(await signed({ aud: `${base}/decisions` })))).status).toBe(401)
  })
})

describe('the sandbox of CDS Hooks', () => {
  const [id, open] = ['dilemma-consult-en', { mayCall: true, readable: true, status: 200 }]
  const page = (): Sandbox => ({ url: service.url, base, origin, key: keys.privateKey })

  test('finds the services, shows the cards of one, and tells what became of them', async () => {
    const found = await discovers(page())
    expect(found).toMatchObject(open)
    expect(discoveryRules.parse(found.body).services.map((one) => one.id)).toContain(id)
    const weighed = await calls(page(), id, hook, call.context)
    expect(weighed).toMatchObject(open)
    const [first = {}, second = {}, third = {}] = responseRules.parse(weighed.body).cards
    const kept = { ...open, body: { status: 'kept' } }
    expect(await accepts(page(), id, first)).toMatchObject(kept)
    expect(await dismisses(page(), id, second, true)).toMatchObject(kept)
    expect(await dismisses(page(), id, third, false)).toMatchObject(kept)
  })

  test('is told, where its page can read it, what of its own hooks is not known here', async () => {
    expect(await calls(page(), id, 'patient-view', {})).toMatchObject({ ...open, status: 400 })
    expect(await calls(page(), id, hook, {})).toMatchObject({ ...open, status: 412 })
  })
})

describe('tenants', () => {
  const decided = (id: string, worker: string) => ({
    ...{ id, locale: 'id', worker, case: 'case 7', situation: {}, decision: 'accepted' },
  })
  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

  test('weigh each with its own pack, and neither sees what the other keeps', async () => {
    const facts = { safeHouse: { addressAsked: true } }
    const asking = { ...call, context: { situation: facts } }
    expect((await ask(at(path), asking, as(south))).status).toBe(200)
    expect((await ask(at(path), asking)).status).toBe(422)
    const kept = await ask(at('/decisions'), decided(id(1), 'Sari'))
    expect(kept.status).toBe(201)
    expect((await ask(at(`/decisions/${id(1)}`), undefined, as(south))).status).toBe(404)
    expect((await ask(at('/decisions'), decided(id(1), 'Budi'), as(south))).status).toBe(201)
    expect((await ask(at(`/decisions/${id(1)}`))).body).toEqual(kept.body)
  })

  test('find decisions a page at a time, of a worker or a case', async () => {
    for (const n of [2, 3, 4, 5]) await ask(at('/decisions'), decided(id(n), n % 2 === 0 ? 'Sari' : 'Wati'))
    const found: string[] = []
    let next: string | undefined = ''
    while (next !== undefined) {
      const after: string = next === '' ? '' : `&after=${next}`
      const { body } = await ask(at(`/decisions?most=2&case=case%207${after}`))
      const page = body as { decisions: { id: string }[]; next?: string }
      expect(page.decisions.length).toBeLessThanOrEqual(2)
      found.push(...page.decisions.map((one) => one.id))
      next = page.next
    }
    expect(found.sort()).toEqual([1, 2, 3, 4, 5].map(id))
    const { body } = await ask(at('/decisions?worker=Wati'))
    expect((body as { decisions: { id: string }[] }).decisions.map((one) => one.id).sort()).toEqual([id(3), id(5)])
    expect((await ask(at('/decisions?werker=Wati'))).status).toBe(400)
    expect((await ask(at('/decisions?after=Budi'))).status).toBe(400)
  })
})

describe('whoever runs it', () => {
  test('gets types from its description', async () => {
    const { body } = await ask(at('/openapi.json'))
    const types = astToString(await openapiTypes(JSON.stringify(body)))
    for (const named of ['callService', 'keepDecision', 'DecisionRecord', 'HookRequest', 'Refusal'])
      expect(types).toContain(named)
    const { paths } = body as { paths: Record<string, Record<string, { operationId?: string; responses: object }>> }
    const operations = Object.values(paths).flatMap((one) => Object.values(one))
    expect(operations.every(({ operationId }) => operationId !== undefined)).toBe(true)
    expect(Object.keys(paths['/cds-services/{id}']?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(['404', '412']),
    )
  })

  test('is answered while all threads weigh', async () => {
    let done = 0
    const asking = { ...call, context: { situation: {} } }
    const calls = Array.from({ length: 20 }, () => ask(at(path), asking).then(() => (done += 1)))
    await inTime('a first answer', Promise.race(calls))
    expect((await ask(at('/health/live'))).status).toBe(200)
    expect(done).toBeLessThan(20)
    await Promise.all(calls)
  })

  test('counts what was asked, and shows it to nobody else', async () => {
    const { body } = await ask(at('/metrics'), undefined, as(metrics))
    expect(body).toContain('case_system_request_seconds_bucket')
    expect(body).toContain('route="/cds-services/:id"')
    expect(body).not.toMatch(/Sari|Wati|8d3a2c4e/)
    expect((await ask(at('/metrics'))).status).toBe(404)
  })

  test('tells requests apart by a name of their own', async () => {
    const asked = await fetch(at('/health/live'))
    const name = asked.headers.get('x-request-id') as string
    const logged = async () => {
      while (!service.log().includes(name)) await new Promise((resolve) => setTimeout(resolve, 20))
      return true
    }
    expect(await inTime('a line of the log', logged(), service.log)).toBe(true)
  })

  test('ends it by ending npx', async () => {
    const env = {
      ...process.env,
      ...{ CASE_SYSTEM_TOKEN: token, CASE_SYSTEM_KEY: '07'.repeat(32), CASE_SYSTEM_DATA: folder(), PORT: '0' },
    }
    const args = ['tsx', '--tsconfig', 'tooling/tsconfig.built.json', 'examples/case-system/main.ts']
    const child = spawn('npx', args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    const listening = new Promise<string>((resolve) =>
      child.stdout.on('data', (bytes) => {
        out += bytes
        const [, found] = /"listening":"([^"]+)"/.exec(out) ?? []
        if (found) resolve(found)
      }),
    )
    const url = await inTime('the address of the case system', listening, () => out)
    child.kill('SIGTERM')
    const until = Date.now() + patience
    const answers = () =>
      fetch(`${url}/health/live`)
        .then(() => true)
        .catch(() => false)
    while (await answers()) {
      if (Date.now() > until) throw new Error('went on')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })
})
