import actions from '../../rules/actions.json' with { type: 'json' }
import actsConsidered from '../../rules/acts-considered.json' with { type: 'json' }
import ageAndOrigin from '../../rules/age-and-origin.json' with { type: 'json' }
import boundaries from '../../rules/boundaries.json' with { type: 'json' }
import children from '../../rules/children.json' with { type: 'json' }
import childrenAndTheLaw from '../../rules/children-and-the-law.json' with { type: 'json' }
import childrenInCareAndSchool from '../../rules/children-in-care-and-school.json' with { type: 'json' }
import colleagues from '../../rules/colleagues.json' with { type: 'json' }
import competence from '../../rules/competence.json' with { type: 'json' }
import confidentiality from '../../rules/confidentiality.json' with { type: 'json' }
import consentAndCapacity from '../../rules/consent-and-capacity.json' with { type: 'json' }
import contacts from '../../rules/contacts.json' with { type: 'json' }
import cultureAndCommunication from '../../rules/culture-and-communication.json' with { type: 'json' }
import dangerToOthers from '../../rules/danger-to-others.json' with { type: 'json' }
import deciding from '../../rules/deciding.json' with { type: 'json' }
import disclosure from '../../rules/disclosure.json' with { type: 'json' }
import drugs from '../../rules/drugs.json' with { type: 'json' }
import easilyForgotten from '../../rules/easily-forgotten.json' with { type: 'json' }
import emergencies from '../../rules/emergencies.json' with { type: 'json' }
import endingService from '../../rules/ending-service.json' with { type: 'json' }
import facts from '../../rules/facts.json' with { type: 'json' }
import frameworks from '../../rules/frameworks.json' with { type: 'json' }
import freedomAndBody from '../../rules/freedom-and-body.json' with { type: 'json' }
import giftsAndFairness from '../../rules/gifts-and-fairness.json' with { type: 'json' }
import groupsAndCommunities from '../../rules/groups-and-communities.json' with { type: 'json' }
import healthSecrets from '../../rules/health-secrets.json' with { type: 'json' }
import helpConsidered from '../../rules/help-considered.json' with { type: 'json' }
import helpingProcess from '../../rules/helping-process.json' with { type: 'json' }
import invariants from '../../rules/invariants.json' with { type: 'json' }
import meetingThePerson from '../../rules/meeting-the-person.json' with { type: 'json' }
import needsAndSupport from '../../rules/needs-and-support.json' with { type: 'json' }
import olderAndDependentPeople from '../../rules/older-and-dependent-people.json' with { type: 'json' }
import organisation from '../../rules/organisation.json' with { type: 'json' }
import ownCausesAndGain from '../../rules/own-causes-and-gain.json' with { type: 'json' }
import pack from '../../rules/pack.json' with { type: 'json' }
import paymentForService from '../../rules/payment-for-service.json' with { type: 'json' }
import principles from '../../rules/principles.json' with { type: 'json' }
import raisingAndWeighingAConcern from '../../rules/raising-and-weighing-a-concern.json' with { type: 'json' }
import recordsAndTechnology from '../../rules/records-and-technology.json' with { type: 'json' }
import requestsForInformation from '../../rules/requests-for-information.json' with { type: 'json' }
import research from '../../rules/research.json' with { type: 'json' }
import roles from '../../rules/roles.json' with { type: 'json' }
import rolesOfTheWorker from '../../rules/roles-of-the-worker.json' with { type: 'json' }
import selfDetermination from '../../rules/self-determination.json' with { type: 'json' }
import sexualViolence from '../../rules/sexual-violence.json' with { type: 'json' }
import sources from '../../rules/sources.json' with { type: 'json' }
import stepsConsidered from '../../rules/steps-considered.json' with { type: 'json' }
import studentsAndHelpers from '../../rules/students-and-helpers.json' with { type: 'json' }
import suicide from '../../rules/suicide.json' with { type: 'json' }
import violenceAtHome from '../../rules/violence-at-home.json' with { type: 'json' }
import workingAtADistance from '../../rules/working-at-a-distance.json' with { type: 'json' }
import youngPeopleAndParents from '../../rules/young-people-and-parents.json' with { type: 'json' }
import { type CheckedPart, checkedPart } from '../pack/pack.js'

/** The files of `rules/`, checked as every pack is; a build puts here what came of the check, so that none who loads it checks again. */
export const shippedPart: CheckedPart = checkedPart({
  pack,
  facts,
  principles,
  actions,
  roles,
  sources,
  frameworks,
  contacts,
  invariants,
  rules: {
    'rules/health-secrets.json': healthSecrets,
    'rules/older-and-dependent-people.json': olderAndDependentPeople,
    'rules/young-people-and-parents.json': youngPeopleAndParents,
    'rules/children-in-care-and-school.json': childrenInCareAndSchool,
    'rules/freedom-and-body.json': freedomAndBody,
    'rules/children-and-the-law.json': childrenAndTheLaw,
    'rules/ending-service.json': endingService,
    'rules/emergencies.json': emergencies,
    'rules/research.json': research,
    'rules/groups-and-communities.json': groupsAndCommunities,
    'rules/records-and-technology.json': recordsAndTechnology,
    'rules/culture-and-communication.json': cultureAndCommunication,
    'rules/organisation.json': organisation,
    'rules/colleagues.json': colleagues,
    'rules/roles-of-the-worker.json': rolesOfTheWorker,
    'rules/boundaries.json': boundaries,
    'rules/raising-and-weighing-a-concern.json': raisingAndWeighingAConcern,
    'rules/helping-process.json': helpingProcess,
    'rules/needs-and-support.json': needsAndSupport,
    'rules/meeting-the-person.json': meetingThePerson,
    'rules/self-determination.json': selfDetermination,
    'rules/consent-and-capacity.json': consentAndCapacity,
    'rules/confidentiality.json': confidentiality,
    'rules/disclosure.json': disclosure,
    'rules/requests-for-information.json': requestsForInformation,
    'rules/violence-at-home.json': violenceAtHome,
    'rules/sexual-violence.json': sexualViolence,
    'rules/children.json': children,
    'rules/suicide.json': suicide,
    'rules/drugs.json': drugs,
    'rules/danger-to-others.json': dangerToOthers,
    'rules/gifts-and-fairness.json': giftsAndFairness,
    'rules/competence.json': competence,
    'rules/deciding.json': deciding,
    'rules/age-and-origin.json': ageAndOrigin,
    'rules/easily-forgotten.json': easilyForgotten,
    'rules/own-causes-and-gain.json': ownCausesAndGain,
    'rules/payment-for-service.json': paymentForService,
    'rules/students-and-helpers.json': studentsAndHelpers,
    'rules/working-at-a-distance.json': workingAtADistance,
    'rules/acts-considered.json': actsConsidered,
    'rules/steps-considered.json': stepsConsidered,
    'rules/help-considered.json': helpConsidered,
  },
})
