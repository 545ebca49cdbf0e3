import type { Interview } from '../../consult/interview.js'
import { socialWork } from '../../social-work/hear.js'
import type { SocialWorkSituation } from '../../social-work/socialWork.js'

/** The rules of the page, and how people say its facts. */
export const pack = socialWork

export type Situation = SocialWorkSituation
export type Consultation = Interview<Situation>

/** An answer as an interview takes it. */
export type Answerable = boolean | string | number | null | Readonly<Record<string, boolean | null>>
