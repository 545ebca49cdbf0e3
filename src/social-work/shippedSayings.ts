import aColleague from '../../rules/sayings/a-colleague.json' with { type: 'json' }
import abilityToDecide from '../../rules/sayings/ability-to-decide.json' with { type: 'json' }
import ageAndCare from '../../rules/sayings/age-and-care.json' with { type: 'json' }
import childrenInDanger from '../../rules/sayings/children-in-danger.json' with { type: 'json' }
import closeness from '../../rules/sayings/closeness.json' with { type: 'json' }
import dangerToOthers from '../../rules/sayings/danger-to-others.json' with { type: 'json' }
import disaster from '../../rules/sayings/disaster.json' with { type: 'json' }
import drugsAndDrink from '../../rules/sayings/drugs-and-drink.json' with { type: 'json' }
import endingTheService from '../../rules/sayings/ending-the-service.json' with { type: 'json' }
import giftsAndMoney from '../../rules/sayings/gifts-and-money.json' with { type: 'json' }
import groupsAndCommunities from '../../rules/sayings/groups-and-communities.json' with { type: 'json' }
import howDangerous from '../../rules/sayings/how-dangerous.json' with { type: 'json' }
import illnessAndSecretsOfHealth from '../../rules/sayings/illness-and-secrets-of-health.json' with { type: 'json' }
import keepingASecret from '../../rules/sayings/keeping-a-secret.json' with { type: 'json' }
import marriageAndCustom from '../../rules/sayings/marriage-and-custom.json' with { type: 'json' }
import messagesAndSocialMedia from '../../rules/sayings/messages-and-social-media.json' with { type: 'json' }
import myselfAsWorker from '../../rules/sayings/myself-as-worker.json' with { type: 'json' }
import ordersAndAgency from '../../rules/sayings/orders-and-agency.json' with { type: 'json' }
import policeCourtAndPrison from '../../rules/sayings/police-court-and-prison.json' with { type: 'json' }
import pregnancy from '../../rules/sayings/pregnancy.json' with { type: 'json' }
import recordsAndTools from '../../rules/sayings/records-and-tools.json' with { type: 'json' }
import research from '../../rules/sayings/research.json' with { type: 'json' }
import sayingYesOrNo from '../../rules/sayings/saying-yes-or-no.json' with { type: 'json' }
import scarceHelpAndAid from '../../rules/sayings/scarce-help-and-aid.json' with { type: 'json' }
import schoolAndYoungPeople from '../../rules/sayings/school-and-young-people.json' with { type: 'json' }
import sexualViolence from '../../rules/sayings/sexual-violence.json' with { type: 'json' }
import someoneWantsInformation from '../../rules/sayings/someone-wants-information.json' with { type: 'json' }
import speech from '../../rules/sayings/speech.json' with { type: 'json' }
import suicide from '../../rules/sayings/suicide.json' with { type: 'json' }
import understandingEachOther from '../../rules/sayings/understanding-each-other.json' with { type: 'json' }
import violenceAtHome from '../../rules/sayings/violence-at-home.json' with { type: 'json' }
import whoAndWhere from '../../rules/sayings/who-and-where.json' with { type: 'json' }
import { checkedSayings } from '../pack/sayings/packWithSayings.js'
import type { SayingsFiles } from '../pack/sayings/sayings.js'
import { socialWork } from './socialWork.js'

/** How people say the facts of the shipped pack, checked as every pack is; a build puts here what came of the check. */
export const shippedSayings: SayingsFiles = checkedSayings(socialWork, {
  'rules/sayings/a-colleague.json': aColleague,
  'rules/sayings/ability-to-decide.json': abilityToDecide,
  'rules/sayings/age-and-care.json': ageAndCare,
  'rules/sayings/children-in-danger.json': childrenInDanger,
  'rules/sayings/closeness.json': closeness,
  'rules/sayings/danger-to-others.json': dangerToOthers,
  'rules/sayings/disaster.json': disaster,
  'rules/sayings/drugs-and-drink.json': drugsAndDrink,
  'rules/sayings/ending-the-service.json': endingTheService,
  'rules/sayings/gifts-and-money.json': giftsAndMoney,
  'rules/sayings/groups-and-communities.json': groupsAndCommunities,
  'rules/sayings/how-dangerous.json': howDangerous,
  'rules/sayings/illness-and-secrets-of-health.json': illnessAndSecretsOfHealth,
  'rules/sayings/keeping-a-secret.json': keepingASecret,
  'rules/sayings/marriage-and-custom.json': marriageAndCustom,
  'rules/sayings/messages-and-social-media.json': messagesAndSocialMedia,
  'rules/sayings/myself-as-worker.json': myselfAsWorker,
  'rules/sayings/orders-and-agency.json': ordersAndAgency,
  'rules/sayings/police-court-and-prison.json': policeCourtAndPrison,
  'rules/sayings/pregnancy.json': pregnancy,
  'rules/sayings/records-and-tools.json': recordsAndTools,
  'rules/sayings/research.json': research,
  'rules/sayings/saying-yes-or-no.json': sayingYesOrNo,
  'rules/sayings/scarce-help-and-aid.json': scarceHelpAndAid,
  'rules/sayings/school-and-young-people.json': schoolAndYoungPeople,
  'rules/sayings/sexual-violence.json': sexualViolence,
  'rules/sayings/someone-wants-information.json': someoneWantsInformation,
  'rules/sayings/speech.json': speech,
  'rules/sayings/suicide.json': suicide,
  'rules/sayings/understanding-each-other.json': understandingEachOther,
  'rules/sayings/violence-at-home.json': violenceAtHome,
  'rules/sayings/who-and-where.json': whoAndWhere,
})
