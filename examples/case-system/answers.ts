/** How what cannot be done is answered: a code to branch on, and nothing of what was sent. */
import type { FastifyError, FastifyReply } from 'fastify'
import { TimbangError } from 'timbang'

export function refused(
  reply: FastifyReply,
  status: number,
  code: string,
  issues: readonly unknown[] = [],
): FastifyReply {
  return reply.code(status).send({ code, ...(issues.length > 0 && { issues }) })
}

export function notFound(reply: FastifyReply): FastifyReply {
  return refused(reply, 404, 'not-found')
}

export function unauthorised(reply: FastifyReply): FastifyReply {
  return refused(reply.header('www-authenticate', 'Bearer'), 401, 'unauthorised')
}

/** How each error is answered: a row a cause. */
const statusOf: Readonly<Record<string, number>> = {
  'invalid-situation': 422,
  'invalid-request': 400,
  'invalid-feedback': 400,
  'invalid-options': 400,
}

const clientCodes: Readonly<Record<number, string>> = { 413: 'too-large', 415: 'not-json' }

export function refusal(error: FastifyError, reply: FastifyReply, log: (line: string) => void): FastifyReply {
  if (error instanceof TimbangError && statusOf[error.code]) {
    const missing = error.issues.some(({ place }) => place === 'request.context.situation')
    return refused(reply, missing ? 412 : (statusOf[error.code] as number), error.code, error.issues)
  }
  if (error.validation) {
    const places = error.validation.map(({ instancePath, keyword }) => ({ place: instancePath, message: keyword }))
    return refused(reply, 400, 'malformed', places)
  }
  const status = error.statusCode ?? 0
  if (status >= 400 && status < 500) return refused(reply, status, clientCodes[status] ?? 'malformed')
  // A message may hold what was sent; its kind does not.
  log(JSON.stringify({ error: error.name, code: error.code, request: reply.request.id }))
  if (error instanceof TimbangError) return refused(reply, 500, error.code)
  return refused(reply.header('retry-after', '1'), 503, 'unavailable')
}
