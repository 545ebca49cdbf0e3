import { rule, unless, when } from './builders.js'

/* Two rules of a small pack: what was confided is kept, and grave danger prevails over it. */

export const keepConfidence = rule({
  name: 'keep-confidence',
  principle: 'confidentiality',
  must: ['keep-confidential'],
  basis: 'code',
  unless: [unless('client-consents', when('consent.given'))],
})

export const discloseGraveDanger = rule({
  name: 'disclose-grave-danger',
  conditions: when('risk.severity', 'serious'),
  must: ['disclose-to-protect'],
  urgency: 'immediate',
  exceptionTo: ['keep-confidence'],
})
