import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { actions } from './commands/actions.js'
import { budget } from './commands/budget.js'
import { caseload } from './commands/caseload.js'
import { catalogue } from './commands/catalogue.js'
import { check } from './commands/check.js'
import { compare } from './commands/compare.js'
import { consult } from './commands/consult.js'
import { diff } from './commands/diff.js'
import { facts } from './commands/facts.js'
import { mcp } from './commands/mcp.js'
import { newRule } from './commands/newRule.js'
import { prove } from './commands/prove.js'
import { schema } from './commands/schema.js'
import { screen } from './commands/screen.js'
import { slim } from './commands/slim.js'
import { concordance } from './commands/teaching/concordance.js'
import { discussion } from './commands/teaching/discussion.js'
import { drift } from './commands/teaching/drift.js'
import { exercise } from './commands/teaching/exercise.js'
import { grade } from './commands/teaching/grade.js'
import { newVignette } from './commands/teaching/newVignette.js'
import { story } from './commands/teaching/story.js'
import { variants } from './commands/teaching/variants.js'
import { test } from './commands/test.js'
import { types } from './commands/types.js'

/** The commands of timbang, in the order in which help names them: a new one is a file in `commands` and a line here. */
export const commands: readonly CommandUnknownOpts[] = [
  consult,
  compare,
  newRule,
  check,
  test,
  prove,
  diff,
  facts,
  actions,
  catalogue,
  schema,
  types,
  slim,
  newVignette,
  exercise,
  concordance,
  discussion,
  story,
  grade,
  drift,
  variants,
  screen,
  caseload,
  budget,
  mcp,
]
