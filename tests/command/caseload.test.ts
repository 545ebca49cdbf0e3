import { expect, test } from 'vitest'
import { checkStepOptions } from '../../src/command/screening/caseload.js'

/* What is given to a step of a caseload that does not take it is refused, so that nobody believes that it counts. */

test.each([
  ['weigh', 'table', '`weigh` takes no --table: it is an option of `read`'],
  ['work', 'before', '`work` takes no --before: it is an option of `weigh`'],
  ['progress', 'threadMemory', '`progress` takes no --thread-memory: it is an option of `work`'],
  ['pause', 'size', '`pause` takes no --size: it is an option of `read`, `weigh`'],
  ['forget', 'pack', '`forget` takes no --pack: it is an option of `read`, `weigh`, `work`, `changes`'],
] as const)('%s is not given %s', (step, option, message) => {
  expect(() => checkStepOptions(step, ['schema', option])).toThrow(message)
})

test('what a step takes, and what all take, is taken', () => {
  expect(() => checkStepOptions('weigh', ['before', 'all', 'on', 'schema', 'statementLimit', 'pack'])).not.toThrow()
})
