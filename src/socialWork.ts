import actions from '../rules/actions.json' with { type: 'json' }
import children from '../rules/children.json' with { type: 'json' }
import competence from '../rules/competence.json' with { type: 'json' }
import confidentiality from '../rules/confidentiality.json' with { type: 'json' }
import consentAndCapacity from '../rules/consent-and-capacity.json' with { type: 'json' }
import deciding from '../rules/deciding.json' with { type: 'json' }
import disclosure from '../rules/disclosure.json' with { type: 'json' }
import drugs from '../rules/drugs.json' with { type: 'json' }
import facts from '../rules/facts.json' with { type: 'json' }
import frameworks from '../rules/frameworks.json' with { type: 'json' }
import giftsAndFairness from '../rules/gifts-and-fairness.json' with { type: 'json' }
import meetingThePerson from '../rules/meeting-the-person.json' with { type: 'json' }
import pack from '../rules/pack.json' with { type: 'json' }
import principles from '../rules/principles.json' with { type: 'json' }
import requestsForInformation from '../rules/requests-for-information.json' with { type: 'json' }
import roles from '../rules/roles.json' with { type: 'json' }
import selfDetermination from '../rules/self-determination.json' with { type: 'json' }
import sources from '../rules/sources.json' with { type: 'json' }
import suicide from '../rules/suicide.json' with { type: 'json' }
import violenceAtHome from '../rules/violence-at-home.json' with { type: 'json' }
import { createPack, type Pack } from './pack.js'
import type { SocialWorkSituation } from './socialWorkSituation.generated.js'

export type { SocialWorkSituation }

/**
 * The shipped pack: the practice and ethics principles of social work, with their limits and their sources.
 * Its situations are of the type `SocialWorkSituation`; its rules stand in `rules/`, one file a standard.
 */
export const socialWork: Pack<SocialWorkSituation> = createPack<SocialWorkSituation>({
  pack,
  facts,
  principles,
  actions,
  roles,
  sources,
  frameworks,
  rules: {
    'rules/meeting-the-person.json': meetingThePerson,
    'rules/self-determination.json': selfDetermination,
    'rules/consent-and-capacity.json': consentAndCapacity,
    'rules/confidentiality.json': confidentiality,
    'rules/disclosure.json': disclosure,
    'rules/requests-for-information.json': requestsForInformation,
    'rules/violence-at-home.json': violenceAtHome,
    'rules/children.json': children,
    'rules/suicide.json': suicide,
    'rules/drugs.json': drugs,
    'rules/gifts-and-fairness.json': giftsAndFairness,
    'rules/competence.json': competence,
    'rules/deciding.json': deciding,
  },
})
