import { Ajv2020 } from 'ajv/dist/2020.js'

/**
 * A validator as strict as there is: unknown keywords, formats and doubtful types are errors in the schema. Its code is used a few
 * times and thrown away: to make it shorter takes as long as all the rest.
 */
export function strictest(): Ajv2020 {
  return new Ajv2020({ strict: true, validateSchema: true, code: { optimize: false } })
}
