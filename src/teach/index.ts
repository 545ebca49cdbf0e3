export { type ChoiceOrigin as Origin, type QuestionKind, questionKinds, vignetteLevels } from '../vocabulary.js'
export { type ExerciseOptions, exercise } from './exercise.js'
export {
  type Choice,
  type Exercise,
  type ExerciseQuestion,
  exerciseSchema,
  parseExercise,
} from './exerciseShape.js'
export { type ClassPrinciple, type ClassQuestion, type Summary, summary } from './grading/classSummary.js'
export {
  type Answers,
  type Grade,
  type GradeOptions,
  grade,
  type PrincipleGrade,
  type QuestionGrade,
} from './grading/grade.js'
export { type Rubric, usualRubric } from './grading/rubric.js'
export { type Drift, drift, outdated } from './outdated.js'
export type { OutletOptions } from './outlets/edition.js'
export { toGift } from './outlets/gift.js'
export { toMoodle } from './outlets/moodle.js'
export { fileName, type Outlet } from './outlets/outlet.js'
export { outlets } from './outlets/outlets.js'
export { practicePage } from './outlets/page/practicePage.js'
export { handOut } from './outlets/sheets/handOut.js'
export { key } from './outlets/sheets/key.js'
export type { PrintOptions } from './outlets/sheets/printed.js'
export { toTwee } from './outlets/twee.js'
export { toXapi, type XapiActor, type XapiOptions, type XapiStatement } from './outlets/xapi.js'
export { type Override, overridden, overrideSchema } from './override.js'
export { type Variant, type VariantSentence, variants } from './variants.js'
export { parseVignette, type Vignette, vignetteSchema } from './vignette.js'
