export type * from './advice.js'
export { advise } from './advise.js'
export { type Issue, TimbangError } from './errors.js'
export { createPack, type Pack } from './pack.js'
