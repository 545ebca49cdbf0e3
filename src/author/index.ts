export { type Location, parsedJson, type TextFile } from '../json/jsonText.js'
export { type Case, type CaseFile, type Expectation, parseCases } from './cases/caseFile.js'
export { type Coverage, type CoverageCount, type CoverageKind, coverage } from './cases/coverage.js'
export { type CaseSketch, expectationOf } from './cases/expectation.js'
export { type Filled, type FillOptions, fillCases } from './cases/fillCases.js'
export { type Fate, fates, type Mutant, type MutantCount, mutantCount, mutants } from './cases/mutants.js'
export {
  type CaseReport,
  type CaseResult,
  type CaseTestOptions,
  type Difference,
  testCases,
} from './cases/testCases.js'
export { casesReport, coverageReport, mutantsReport } from './cases/testReport.js'
export { type CatalogueOptions, catalogue } from './catalogue/catalogue.js'
export { type Checked, type CheckOptions, checkFiles, type Diagnostic, type Level, levels } from './check/check.js'
export { checkReport, type Paint } from './check/checkReport.js'
export { newHeader, type RuleSketch, withNewCases, withNewRule } from './check/newRule.js'
export { packSourceFrom } from './check/packFiles.js'
export type { Difference as AdviceDifference, DiffOptions, SaidOf } from './prove/diff/differences.js'
export { type DiffedPack, diffPacks, type PackDiff } from './prove/diff/diffPacks.js'
export { diffReport } from './prove/diff/diffReport.js'
export { type Proof, type ProveOptions, prove } from './prove/prove.js'
export { counterexampleCases, proveReport } from './prove/proveReport.js'
export type { ToldSituation } from './prove/told.js'
export type { Counterexample, Verdict } from './prove/verdict.js'
export type { Remark, RemarkKind } from './remarks/remark.js'
export { type RemarksOptions, remarks } from './remarks/remarks.js'
export type { JsonSchema } from './schemas/jsonSchema.js'
export type { SchemaOptions } from './schemas/nameDefs.js'
export { schemaFiles } from './schemas/schemaFiles.js'
export { packSchemas } from './schemas/schemas.js'
export { situationType } from './situationType.js'
export { type SlimOptions, slim } from './slim.js'
