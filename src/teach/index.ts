export { type ChoiceOrigin as Origin, type QuestionKind, questionKinds, vignetteLevels } from '../vocabulary.js'
export { type AnswerSheet, answerSheets, type ItemAnswer } from './concordance/answerSheets.js'
export {
  type ConcordanceResults,
  type ConcordanceScore,
  concordanceResults,
  concordanceScore,
  cronbachAlpha,
} from './concordance/concordanceScores.js'
export { type ConcordanceOptions, concordanceSet } from './concordance/concordanceSet.js'
export type { ConcordanceOutletOptions } from './concordance/outlets/concordanceEdition.js'
export { type ConcordanceOutlet, concordanceOutlets } from './concordance/outlets/concordanceOutlets.js'
export { type ItemKey, type PanelAnswer, type PanelKey, panelKey } from './concordance/panelKey.js'
export {
  type ConcordanceItem,
  type ConcordanceSet,
  concordanceSetSchema,
  type Move,
  moves,
  parseConcordanceSet,
} from './concordance/setShape.js'
export { type Discussion, type DiscussionOptions, discussion } from './discussion/discussion.js'
export { type DiscussionOutlet, discussionOutlets } from './discussion/outlets/discussionOutlets.js'
export type { Stance } from './discussion/stances.js'
export { type ExerciseOptions, exercise } from './exercise.js'
export {
  type Choice,
  type Exercise,
  type ExerciseQuestion,
  exerciseSchema,
  parseExercise,
} from './exerciseShape.js'
export { type AnswerTable, answerTable, type LearnerAnswers } from './grading/answerTable.js'
export { type ClassPrinciple, type ClassQuestion, type Summary, summary } from './grading/classSummary.js'
export {
  type Grade,
  type GradeOptions,
  grade,
  type PrincipleGrade,
  type QuestionGrade,
} from './grading/grade.js'
export { gradesOf, type LearnerGrade, learnerTable } from './grading/learnerTable.js'
export { type Rubric, usualRubric } from './grading/rubric.js'
export { statementAnswers } from './grading/statementAnswers.js'
export { type Drift, drift, outdated } from './outdated.js'
export type { OutletOptions } from './outlets/edition.js'
export { toGift } from './outlets/gift.js'
export { toMoodle } from './outlets/moodle.js'
export { fileName, type Outlet } from './outlets/outlet.js'
export { outlets } from './outlets/outlets.js'
export { practicePage } from './outlets/page/practicePage.js'
export { toQti } from './outlets/qti.js'
export { handOut } from './outlets/sheets/handOut.js'
export { key } from './outlets/sheets/key.js'
export type { PrintOptions } from './outlets/sheets/printed.js'
export { toTwee } from './outlets/twee.js'
export type { XapiStatement } from './outlets/xapi/statement.js'
export { toXapi, type XapiOptions } from './outlets/xapi/xapi.js'
export type { Cmi5Launch, XapiActor, XapiFrame } from './outlets/xapi/xapiOptions.js'
export { type Override, overridden, overrideSchema } from './override.js'
export type { Answers } from './questionsAsked.js'
export { type StoryOutlet, storyOutlets } from './story/outlets/storyOutlets.js'
export { type StoryXapiOptions, storyToXapi } from './story/outlets/xapi.js'
export { type StoryOptions, story } from './story/story.js'
export type { Story, StoryChoice, StoryChoiceKind, StoryDuty, StoryEnding, StoryScene } from './story/storyShape.js'
export { type Variant, type VariantSentence, variants } from './variants.js'
export { parseVignette, type Vignette, vignetteSchema } from './vignette.js'
