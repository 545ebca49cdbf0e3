import { checkStep } from './checkStep.js'
import { compareSteps } from './compareSteps.js'
import { nextQuestion } from './nextQuestion.js'
import { readStory } from './readStory.js'
import type { AnyTool } from './tool.js'
import { weigh } from './weigh.js'
import { whatIf } from './whatIf.js'
import { whyNot } from './whyNot.js'

/** The tools of the server, in the order in which they are listed: a new one is a file beside this and a line here. */
export const tools: readonly AnyTool[] = [weigh, checkStep, nextQuestion, whatIf, whyNot, compareSteps, readStory]
