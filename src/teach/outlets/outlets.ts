import { giftOutlet } from './gift.js'
import { moodleOutlet } from './moodle.js'
import type { Outlet } from './outlet.js'
import { pageOutlet } from './page/practicePage.js'
import { qtiOutlet } from './qti.js'
import { handOutOutlet } from './sheets/handOut.js'
import { keyOutlet } from './sheets/key.js'
import { tweeOutlet } from './twee.js'
import { xapiOutlet } from './xapi/xapi.js'

/** Everything that an exercise can be given out as; what asks for one, and what tells of them, reads this list. */
export const outlets: readonly Outlet[] = [
  moodleOutlet,
  giftOutlet,
  qtiOutlet,
  tweeOutlet,
  xapiOutlet,
  handOutOutlet,
  keyOutlet,
  pageOutlet,
]
