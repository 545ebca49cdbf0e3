import type { Pack } from '../pack/pack.js'
import { withSayings } from '../pack/sayings/packWithSayings.js'
import type { SocialWorkSituation } from './generated/situation.js'
import { shippedSayings } from './shippedSayings.js'
import { socialWork as silent } from './socialWork.js'

/**
 * The shipped pack with how people say its facts, so that a story is heard with it; it weighs as the pack without, and bears
 * the same name, version and digest. It stands apart, so that whoever hears no stories does not load it.
 */
export const socialWork: Pack<SocialWorkSituation> = withSayings(silent, shippedSayings)
