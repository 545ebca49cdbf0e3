import { type Pack, packOfChecked } from '../pack/pack.js'
import type { SocialWorkAction, SocialWorkFact, SocialWorkSituation } from './generated/situation.js'
import { shippedPart } from './shippedPart.js'

export type { SocialWorkAction, SocialWorkFact, SocialWorkSituation }

/**
 * The shipped pack: the practice and ethics principles of social work, with their limits and their sources.
 * Its situations are of the type `SocialWorkSituation`; its rules stand in `rules/`, one file a standard.
 */
export const socialWork: Pack<SocialWorkSituation> = packOfChecked<SocialWorkSituation>(shippedPart)
