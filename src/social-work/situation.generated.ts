// Generated from the facts of the pack `social-work`; do not edit.

/** Members of a list: one, several that are so, or what is said of each; what is not named stays not known. */
type SomeOf<T extends string> = T | readonly T[] | { readonly [Member in T]?: boolean | null | undefined } | null

/** A situation for the pack `social-work`: what is left out is not known; `null`: asked, and still not known. */
export interface SocialWorkSituation {
  /** Free text for people; no rule reads it, and it reaches no advice. */
  readonly summary?: string | undefined
  readonly abuse?: {
    /** Is the victim safe at this moment? */
    readonly victimSafeNow?: boolean | null | undefined
    /** victim not safe at this moment */
    readonly victimInDangerNow?: boolean | null | undefined
    /** Is there reasonable suspicion of violence, neglect or exploitation? */
    readonly suspected?: boolean | null | undefined
    /** violence, neglect or exploitation suspected */
    readonly raised?: boolean | null | undefined
    /** Who is the victim? Name everyone who applies. */
    readonly victim?: SomeOf<'child' | 'spouse' | 'older-person' | 'disabled-adult' | 'domestic-worker' | 'other-adult'> | undefined
    /** a child is the victim */
    readonly childVictim?: boolean | null | undefined
    /** Who is suspected of doing it? */
    readonly perpetrator?: 'spouse' | 'parent' | 'relative' | 'carer' | 'staff' | 'teacher' | 'colleague' | 'employer' | 'peer' | 'official' | 'stranger' | 'unknown' | 'guardian' | 'coach' | 'clergy' | 'officer' | 'acquaintance' | null | undefined
    /** Can the suspected perpetrator still reach the victim? */
    readonly perpetratorHasAccess?: boolean | null | undefined
    /** Does the victim want it reported? */
    readonly victimWantsReport?: 'yes' | 'no' | 'undecided' | 'cannot-say' | null | undefined
    /** Does the victim need medical care? */
    readonly needsMedicalCare?: boolean | null | undefined
    /** What form does it take? */
    readonly type?: SomeOf<'physical' | 'psychological' | 'sexual' | 'neglect' | 'economic' | 'exploitation' | 'trafficking' | 'restraint' | 'online'> | undefined
    /** Is the violence going on, recent, or long past? */
    readonly timing?: 'ongoing' | 'recent' | 'past' | null | undefined
    /** Is there a child in the household? */
    readonly childInHousehold?: boolean | null | undefined
    /** Is the act prosecuted only on the victim's complaint? */
    readonly complaintOffence?: boolean | null | undefined
    /** Does it happen inside an institution or your own agency? */
    readonly inInstitution?: boolean | null | undefined
    /** Has the violence grown since the victim took legal steps? */
    readonly legalStepsRaiseViolence?: boolean | null | undefined
    /** Has the sexual violence been reported to your own service (protection service, social unit, community provider)? */
    readonly reportedToOwnService?: boolean | null | undefined
  } | undefined
  readonly risk?: {
    /** How grave is the harm that is feared? */
    readonly severity?: 'none' | 'minor' | 'moderate' | 'serious' | 'life-threatening' | null | undefined
    /** How soon may the harm happen? */
    readonly imminence?: 'remote' | 'possible' | 'likely' | 'imminent' | null | undefined
    /** How well founded is the fear? */
    readonly credibility?: 'unfounded' | 'low' | 'moderate' | 'high' | null | undefined
    /** grave, near and well-founded danger */
    readonly graveAndNear?: boolean | null | undefined
    /** a planned murder, abduction, rape or other crime that endangers lives of others */
    readonly graveCrimePlanned?: boolean | null | undefined
    /** What kind of harm is feared? */
    readonly type?: SomeOf<'suicide' | 'self-harm' | 'violence' | 'sexual-violence' | 'neglect' | 'abduction' | 'exploitation' | 'financial' | 'other' | 'trafficking' | 'infection' | 'substance' | 'disaster' | 'restraint'> | undefined
    /** Who may be harmed? Name everyone who applies; “the client” also where someone else is the one who harms. */
    readonly target?: SomeOf<'self' | 'child' | 'dependent-adult' | 'identified-other' | 'unidentified-others' | 'community' | 'worker'> | undefined
    /** Is there a plan and the means to carry it out? */
    readonly hasPlanAndMeans?: boolean | null | undefined
    /** Would reporting or telling someone raise the danger? */
    readonly disclosureIncreases?: boolean | null | undefined
    /** Is there a milder step that would still work in time? */
    readonly lessIntrusiveAvailable?: boolean | null | undefined
    /** Is the harm happening now or repeatedly? */
    readonly ongoing?: boolean | null | undefined
    /** Can the harm be undone? */
    readonly reversibility?: 'reversible' | 'partly' | 'irreversible' | null | undefined
    /** Has the person the means for suicide or harm within reach (pills, weapon)? */
    readonly meansWithinReach?: boolean | null | undefined
    /** Does the person drive or work with machines while under the influence? */
    readonly impairedDriving?: boolean | null | undefined
    /** Is there a safe way to reach the person who is threatened? */
    readonly targetReachable?: boolean | null | undefined
  } | undefined
  readonly disclosure?: {
    /** Have you been asked to keep this secret? */
    readonly secrecyRequested?: boolean | null | undefined
    /** Would telling the client first endanger someone? */
    readonly unsafeToTell?: boolean | null | undefined
    /** Has the client consented to this disclosure? */
    readonly consent?: 'given' | 'refused' | 'withdrawn' | 'not-sought' | 'not-possible' | null | undefined
    /** Who asks for the information? */
    readonly requester?: 'none' | 'client' | 'family' | 'partner' | 'suspected-perpetrator' | 'law-enforcement' | 'court' | 'lawyer' | 'employer' | 'school' | 'other-agency' | 'team' | 'media' | 'community-leader' | 'funder' | 'researcher' | 'insurer' | 'public' | 'visitor' | null | undefined
    /** On what ground in law is the information asked for? */
    readonly legalBasis?: 'none' | 'statute' | 'court-order' | 'law-enforcement-request' | 'party-subpoena' | null | undefined
    /** How grave is the harm the disclosure could do? */
    readonly harmIfMade?: 'none' | 'minor' | 'moderate' | 'serious' | 'life-threatening' | null | undefined
    /** Has the client been told that the information will be disclosed? */
    readonly clientTold?: boolean | null | undefined
    /** Have you promised absolute secrecy? */
    readonly promiseMade?: boolean | null | undefined
    /** Can you talk here without being overheard? */
    readonly placePrivate?: boolean | null | undefined
    /** Is the client's identity really needed for the purpose? */
    readonly identityNeeded?: boolean | null | undefined
    /** How far has the person told what happened? */
    readonly told?: 'hint' | 'partial' | 'full' | 'retracted' | null | undefined
    /** Was the answer about sharing free of pressure? */
    readonly consentFree?: boolean | null | undefined
    /** Have you seen and discussed the client's written release? */
    readonly releaseSeen?: boolean | null | undefined
    /** Is the information wanted for curiosity, publicity or general interest alone? */
    readonly purposeCurious?: boolean | null | undefined
    /** Is the information wanted to make a complaint against the client? */
    readonly forComplaint?: boolean | null | undefined
  } | undefined
  readonly info?: {
    /** Does the material hold information about other people? */
    readonly thirdPartyIncluded?: boolean | null | undefined
    /** What kind of information is it? */
    readonly type?: SomeOf<'identity' | 'conversation' | 'professional-opinion' | 'case-notes' | 'health' | 'hiv-status' | 'criminal-record' | 'child-data' | 'financial' | 'immigration-status' | 'sexuality-gender' | 'other'> | undefined
    /** Is identifying information already going round? */
    readonly circulating?: boolean | null | undefined
  } | undefined
  readonly case?: {
    /** Which country's law applies? */
    readonly jurisdiction?: 'ID' | 'US' | 'GB' | 'other' | null | undefined
    /** In which part of the country does it happen, where law differs within it? */
    readonly region?: 'england' | 'wales' | 'scotland' | 'northern-ireland' | 'california' | 'texas' | 'other-region' | null | undefined
    /** At which stage of the helping process are you? */
    readonly stage?: 'initial-approach' | 'assessment' | 'planning' | 'intervention' | 'evaluation' | 'referral' | 'termination' | 'aftercare' | null | undefined
    /** How soon must something be decided? */
    readonly urgency?: 'routine' | 'days' | 'hours' | 'minutes' | null | undefined
    /** Is the situation unusual or complicated for you or your agency? */
    readonly complex?: boolean | null | undefined
    /** Do two or more of your ethical duties pull in different directions? */
    readonly dutiesConflict?: boolean | null | undefined
    /** In which field of service does this happen? */
    readonly setting?: 'family-child' | 'health-rehabilitation' | 'community-development' | 'social-protection' | 'emergency' | 'school' | 'industrial' | 'correctional' | 'other' | null | undefined
    /** Is the work with a person, with a family or small group, or with a community, organisation or policy? */
    readonly level?: 'micro' | 'mezzo' | 'macro' | null | undefined
  } | undefined
  readonly client?: {
    /** What is the person's relation to your service now? */
    readonly status?: 'prospective' | 'current' | 'former' | 'deceased' | 'third-party' | 'applicant' | null | undefined
    /** How old is the client, in years? */
    readonly ageYears?: number | null | undefined
    /** Is the client under 18? */
    readonly isMinor?: boolean | null | undefined
    /** What is the client's part in the harm that is feared or done? */
    readonly roleInHarm?: 'none' | 'victim' | 'perpetrator' | 'both' | 'witness' | null | undefined
    /** Is the client in acute distress now? */
    readonly inCrisis?: boolean | null | undefined
    /** Have the client's strengths been explored? */
    readonly strengthsExplored?: boolean | null | undefined
    /** Does the client want the family to be involved? */
    readonly wantsFamilyInvolved?: 'yes' | 'no' | 'not-asked' | null | undefined
    /** Have the agreed goals been reached? */
    readonly goalsMet?: boolean | null | undefined
    /** Does the client belong to a group that meets stigma or discrimination? */
    readonly groupStigmatised?: boolean | null | undefined
    /** Who is the client? */
    readonly type?: 'individual' | 'couple' | 'family' | 'group' | 'community' | 'organisation' | null | undefined
    /** Is the person 60 or older? */
    readonly isOlderPerson?: boolean | null | undefined
    /** Does the person live with a disability? */
    readonly hasDisability?: boolean | null | undefined
    /** Does the person depend on someone else for daily needs? */
    readonly dependsOnCarer?: boolean | null | undefined
    /** Did the person come freely, under pressure, or by order? */
    readonly voluntariness?: 'voluntary' | 'pressured' | 'mandated' | null | undefined
    /** Is the person poor or hit by a disaster? */
    readonly isPoorOrDisasterHit?: boolean | null | undefined
    /** Does the person still need service? */
    readonly stillNeedsService?: boolean | null | undefined
    /** Has the person complained about the service? */
    readonly complaint?: boolean | null | undefined
    /** Is the person a child suspected of an offence? */
    readonly inConflictWithLaw?: boolean | null | undefined
    /** What does the person lack or need help with? */
    readonly needs?: SomeOf<'income' | 'housing' | 'food' | 'documents' | 'debt-relief' | 'work' | 'schooling' | 'health-care' | 'mental-health-care' | 'substance-treatment' | 'sexual-health-care' | 'daily-care' | 'company' | 'comfort-in-loss' | 'legal-help' | 'consumer-help' | 'childcare' | 'parenting-support' | 'information' | 'peace-with-neighbours' | 'a-say'> | undefined
    /** Is the person's present wish known? */
    readonly wishes?: 'clear' | 'uncertain' | 'changed' | 'not-asked' | null | undefined
    /** a refusal, a wish to stop or a clear wish of the person */
    readonly ownChoice?: boolean | null | undefined
    /** an answer, a refusal or a clear wish of the person */
    readonly ownWord?: boolean | null | undefined
    /** Did the person state wishes for such a time earlier? */
    readonly earlierWishes?: boolean | null | undefined
    /** Is there someone the person trusts and wants beside them? */
    readonly trustedPerson?: boolean | null | undefined
    /** Does the client ask you to deceive someone (false letter, inflated bill)? */
    readonly asksDeception?: boolean | null | undefined
    /** What did the client confide about the client's own wrongdoing? */
    readonly confides?: SomeOf<'past-offence' | 'minor-offence' | 'benefit-fraud' | 'drug-use' | 'stay-without-papers' | 'cohabitation'> | undefined
    /** Does the person refuse contact or keep help at a distance while living in worrying conditions? */
    readonly withdraws?: boolean | null | undefined
    /** Does the person use drugs? */
    readonly usesDrugs?: boolean | null | undefined
    /** Does the person ask for help to die? */
    readonly asksToDie?: boolean | null | undefined
    /** Was the person brought in by a raid? */
    readonly takenInRaid?: boolean | null | undefined
    /** Is somebody kept in an institution or hospital against the person’s will and without an order? */
    readonly heldWithoutOrder?: boolean | null | undefined
    /** Could the person suffer for having told this, because those who are accused have power over the person? */
    readonly fearsReprisal?: boolean | null | undefined
  } | undefined
  readonly capacity?: {
    /** Is the client able to take this decision now? */
    readonly status?: 'present' | 'fluctuating' | 'lacking' | null | undefined
    /** Is there a concrete reason to doubt the client's ability to decide this? */
    readonly doubtRaised?: boolean | null | undefined
    /** How well does the child understand the matter and what follows from it? */
    readonly minorMaturity?: 'low' | 'partial' | 'sufficient' | null | undefined
    /** Does the representative have an interest against the client, or is the representative suspected of harm? */
    readonly substituteConflict?: boolean | null | undefined
    /** Can the person understand the relevant information? */
    readonly understands?: 'yes' | 'no' | 'not-assessed' | null | undefined
    /** Can the person keep that information in mind long enough to decide? */
    readonly retains?: 'yes' | 'no' | 'not-assessed' | null | undefined
    /** Can the person use and weigh the information? */
    readonly weighs?: 'yes' | 'no' | 'not-assessed' | null | undefined
    /** Can the person communicate a decision in any way? */
    readonly communicates?: 'yes' | 'no' | 'not-assessed' | null | undefined
    /** Have all practicable ways of helping the person decide been tried? */
    readonly supportTried?: boolean | null | undefined
    /** Is there a court order declaring the person legally incapable? */
    readonly courtOrder?: boolean | null | undefined
    /** Is there a lawful representative? */
    readonly substituteAvailable?: boolean | null | undefined
    /** Was the person found unable to decide another matter? */
    readonly lackingElsewhere?: boolean | null | undefined
    /** Who is about to decide? */
    readonly decisionOf?: 'person' | 'family' | 'professional' | 'representative' | 'nobody-yet' | null | undefined
  } | undefined
  readonly consent?: {
    /** What does the client say to the service or step proposed? */
    readonly status?: 'given' | 'refused' | 'withdrawn' | 'not-sought' | 'not-possible' | null | undefined
    /** Was the answer given in knowledge of purpose, risks, alternatives and the right to refuse? */
    readonly informed?: boolean | null | undefined
    /** Was the answer free of pressure, threat and inducement? */
    readonly free?: boolean | null | undefined
    /** Have the limits of confidentiality been explained? */
    readonly limitsExplained?: boolean | null | undefined
    /** How grave is the harm that is likely if the refusal is respected? */
    readonly refusalHarm?: 'none' | 'minor' | 'moderate' | 'serious' | 'life-threatening' | null | undefined
    /** What is the position of the parent or guardian? */
    readonly parentOrGuardian?: 'given' | 'refused' | 'not-sought' | 'unsafe-to-seek' | 'not-needed' | null | undefined
    /** Does the child agree? */
    readonly childAssent?: 'yes' | 'no' | 'not-asked' | null | undefined
    /** Did the person agree to photo, audio or video? */
    readonly recordingAgreed?: boolean | null | undefined
  } | undefined
  readonly law?: {
    /** Does the law here oblige you to report? */
    readonly reportingDuty?: 'none' | 'recommended' | 'mandatory' | 'unclear' | null | undefined
    /** Has a lawyer confirmed that the law excuses you from telling (you could be excused as a witness, or telling would expose you or near family to prosecution)? */
    readonly excusedFromTelling?: boolean | null | undefined
    /** Is there a safe and working authority to turn to? */
    readonly authorityAvailable?: boolean | null | undefined
    /** Are you a civil servant or public official? */
    readonly workerIsCivilServant?: boolean | null | undefined
    /** Does a law or regulation seem to conflict with the code of ethics? */
    readonly conflictWithEthics?: boolean | null | undefined
    /** Is the offence punishable by less than 7 years and not a repeat? */
    readonly diversionPossible?: boolean | null | undefined
  } | undefined
  readonly relationship?: {
    /** Why is the gift offered? */
    readonly giftPurpose?: 'thanks' | 'custom' | 'influence' | 'bribe' | 'unclear' | null | undefined
    /** How much is the gift worth? */
    readonly giftValue?: 'none' | 'token' | 'moderate' | 'large' | 'cash' | null | undefined
    /** How large is the risk that the relationship exploits or harms the client? */
    readonly exploitationRisk?: 'none' | 'low' | 'moderate' | 'high' | null | undefined
    /** Is there another relationship besides the professional one? */
    readonly dual?: SomeOf<'social' | 'business' | 'family' | 'religious-community' | 'neighbour' | 'online' | 'sexual-current' | 'sexual-former' | 'supervisory' | 'therapy-for-supervisee' | 'relative-of-client'> | undefined
    /** Can this other relationship be avoided? */
    readonly avoidable?: boolean | null | undefined
    /** Do you serve several people whose interests conflict? */
    readonly clientsInterests?: 'one-client' | 'aligned' | 'conflicting' | null | undefined
    /** Is physical contact involved? */
    readonly physicalContact?: 'none' | 'comforting' | 'risky' | null | undefined
    /** Whose relationship is it? */
    readonly whose?: 'worker' | 'colleague' | 'supervisor' | 'worker-relative' | null | undefined
    /** With whom is the relationship? */
    readonly with?: 'client' | 'former-client' | 'client-relative' | 'supervisee' | 'student' | 'research-participant' | 'colleague' | null | undefined
    /** Does money or goods change hands besides the service? */
    readonly moneyOrBarter?: 'none' | 'barter' | 'loan-to-client' | 'loan-from-client' | 'own-money-given' | null | undefined
  } | undefined
  readonly service?: {
    /** Does the person meet the conditions of the service? */
    readonly eligible?: 'yes' | 'no' | 'unclear' | null | undefined
    /** Is there a suitable service or colleague to refer to? */
    readonly referralAvailable?: boolean | null | undefined
    /** Is this person's need clearly graver than that of those ahead in the queue? */
    readonly needGraver?: boolean | null | undefined
    /** Is there a service contract? */
    readonly contractMade?: boolean | null | undefined
    /** Was the plan made together with the client? */
    readonly planAgreed?: boolean | null | undefined
    /** How is the person doing? */
    readonly progress?: 'improving' | 'static' | 'worsening' | 'not-monitored' | null | undefined
    /** Why is ending the service considered? */
    readonly endReason?: 'none' | 'goals-met' | 'no-benefit' | 'client-request' | 'unpaid-fee' | 'worker-leaving' | 'programme-closing' | 'safety' | 'personal-gain' | 'cover-ended' | 'client-conduct' | null | undefined
    /** Will service be interrupted? */
    readonly interruptionExpected?: boolean | null | undefined
    /** Is a fee asked of the client? */
    readonly feeRequested?: boolean | null | undefined
    /** Is compulsion part of the plan? */
    readonly coercionProposed?: boolean | null | undefined
    /** Is a placement proposed? */
    readonly placement?: 'none' | 'kinship' | 'foster' | 'shelter' | 'institution' | 'hospital' | 'return-home' | null | undefined
    /** What is known about the method's effect? */
    readonly evidence?: 'supported' | 'unclear' | 'harmful' | null | undefined
    /** Has anyone asked for an attempt to change someone's sexual orientation? */
    readonly conversionAsked?: boolean | null | undefined
    /** Are the living conditions harmful (hoarding, filth, unsafe dwelling)? */
    readonly riskInHome?: boolean | null | undefined
    /** Are there several acceptable ways of helping from which the person could choose? */
    readonly choiceOfWay?: boolean | null | undefined
    /** Is somebody kept from leaving, or from being helped, because of money or papers? */
    readonly withheldFor?: SomeOf<'leaving-until-paid' | 'care-until-paid' | 'papers-missing'> | undefined
    /** Is a child in care raised in a religion that is not the child’s own? */
    readonly childsReligionChanged?: boolean | null | undefined
    /** Is a pupil put out of school, or asked to withdraw, for what happened to the pupil? */
    readonly schoolExclusion?: boolean | null | undefined
  } | undefined
  readonly organisation?: {
    /** How short are the resources? */
    readonly scarcity?: 'none' | 'moderate' | 'severe' | null | undefined
    /** How is scarce help shared out? */
    readonly allocation?: 'fair-published' | 'unclear' | 'discriminatory' | 'none' | null | undefined
    /** Does an agency rule conflict with the code of ethics? */
    readonly policyConflict?: boolean | null | undefined
    /** Does the agency have an SOP for this? */
    readonly sopExists?: boolean | null | undefined
    /** Do you or the client risk retaliation (for instance intimidation, transfer or a lawsuit)? */
    readonly retaliationRisk?: boolean | null | undefined
    /** Have internal channels been tried without result? */
    readonly channelsExhausted?: boolean | null | undefined
    /** Are you pressed to falsify data or reports? */
    readonly pressureToFalsify?: boolean | null | undefined
    /** Are funds or goods meant for clients diverted? */
    readonly misuseOfFunds?: boolean | null | undefined
    /** Is a strike or labour dispute under way? */
    readonly labourAction?: boolean | null | undefined
    /** Are conditions set for help that the rules do not ask? */
    readonly extraConditions?: boolean | null | undefined
    /** Is the agency paid for each child or client that it keeps? */
    readonly paidPerHead?: boolean | null | undefined
  } | undefined
  readonly worker?: {
    /** In which role are you acting? */
    readonly role?: 'caseworker' | 'mediator' | 'negotiator' | 'advocate' | 'facilitator' | 'enabler' | 'guardian' | 'initiator' | 'conferee' | 'educator' | 'companion' | 'supervisor' | 'manager' | 'researcher' | 'evaluator' | 'student' | null | undefined
    /** Do you have the training and experience this needs? */
    readonly competent?: 'yes' | 'partly' | 'no' | null | undefined
    /** Do you notice prejudice or strong dislike in yourself? */
    readonly biasNoticed?: boolean | null | undefined
    /** Are your own feelings taking over? */
    readonly overinvolved?: boolean | null | undefined
    /** Have you talked it over with a supervisor or colleague? */
    readonly consulted?: boolean | null | undefined
    /** Do you or your family stand to gain or lose in this? */
    readonly personalInterest?: boolean | null | undefined
    /** Do you plan to tell the client something personal? */
    readonly selfDisclosurePlanned?: boolean | null | undefined
    /** Can you reach a supervisor in time? */
    readonly supervisionAvailable?: boolean | null | undefined
    /** What is the state of your registration (STR) and, if needed, practice licence (SIPPS)? */
    readonly registration?: 'valid' | 'expired' | 'suspended' | 'none' | null | undefined
    /** Does the client's choice go against your own moral or religious values? */
    readonly valueConflict?: boolean | null | undefined
    /** Do illness, stress, burn-out or substances affect your work? */
    readonly impairment?: 'none' | 'mild' | 'affecting-practice' | null | undefined
    /** Is your own safety at risk? */
    readonly safetyAtRisk?: boolean | null | undefined
    /** Were you told to do something unethical? */
    readonly orderedUnethical?: boolean | null | undefined
    /** Is your caseload too large for safe work? */
    readonly workloadExceeded?: boolean | null | undefined
    /** Did you make a mistake that affected a client? */
    readonly ownError?: boolean | null | undefined
    /** Do you feel attracted to the client? */
    readonly attracted?: boolean | null | undefined
    /** Does something in your private life touch the trust in the service? */
    readonly privateConduct?: 'none' | 'posting' | 'conviction' | 'public-dispute' | null | undefined
    /** Are you medical or health staff? */
    readonly isHealthStaff?: boolean | null | undefined
    /** Does your report help to decide whether the person goes free? */
    readonly reportDecidesLiberty?: boolean | null | undefined
  } | undefined
  readonly colleague?: {
    /** What is the concern about a colleague? */
    readonly concern?: SomeOf<'impairment' | 'incompetence' | 'unethical' | 'illegal' | 'disrespect' | 'altered-record' | 'secrecy-broken' | 'sexual-contact' | 'abuse-of-client' | 'misuse-of-funds' | 'bribery'> | undefined
    /** Are clients harmed by it? */
    readonly clientHarm?: 'none' | 'possible' | 'actual' | 'serious' | null | undefined
    /** How well founded is the concern about the colleague? */
    readonly basis?: 'rumour' | 'indications' | 'evidence' | null | undefined
    /** Can you safely talk with the colleague first? */
    readonly talkFeasible?: boolean | null | undefined
    /** Did the colleague act on it? */
    readonly responded?: 'adequately' | 'inadequately' | 'not-yet' | null | undefined
    /** What position has the colleague? */
    readonly position?: 'peer' | 'supervisor' | 'manager' | 'director' | 'subordinate' | 'student' | 'other-profession' | null | undefined
    /** Is the person a member of the professional association or registered? */
    readonly isMember?: boolean | null | undefined
    /** Did you see it yourself? */
    readonly seenByWorker?: boolean | null | undefined
  } | undefined
  readonly communication?: {
    /** Is there a barrier to understanding each other? */
    readonly barrier?: SomeOf<'language' | 'sensory' | 'literacy' | 'culture' | 'cognitive'> | undefined
    /** Who interprets? */
    readonly interpreter?: 'not-needed' | 'qualified' | 'family-adult' | 'child' | 'community-member' | 'unavailable' | null | undefined
  } | undefined
  readonly culture?: {
    /** Is a custom or religious practice part of the situation? */
    readonly practiceInvolved?: boolean | null | undefined
    /** Does the practice harm someone? */
    readonly practiceHarm?: 'none' | 'minor' | 'moderate' | 'serious' | 'life-threatening' | null | undefined
    /** Does the client's culture expect family to decide together? */
    readonly familyDecides?: boolean | null | undefined
  } | undefined
  readonly record?: {
    /** Is there a mistake in the record? */
    readonly errorFound?: boolean | null | undefined
    /** Does the client ask to see the record? */
    readonly accessRequested?: boolean | null | undefined
    /** Would access cause harm? */
    readonly accessHarm?: 'none' | 'misunderstanding' | 'serious' | null | undefined
    /** Has client data leaked or been lost? */
    readonly breach?: boolean | null | undefined
    /** Does the record misstate what happened or who decided? */
    readonly misstates?: boolean | null | undefined
    /** Is someone asking that the record be changed to hide something? */
    readonly demandedAltered?: boolean | null | undefined
  } | undefined
  readonly tech?: {
    /** Through which channel do you work? */
    readonly channel?: 'in-person' | 'phone' | 'video' | 'chat' | 'social-media' | 'ai-tool' | null | undefined
    /** Is the channel secure and under agency control? */
    readonly secure?: boolean | null | undefined
    /** Do you plan to search for the client online? */
    readonly searchPlanned?: boolean | null | undefined
    /** Did a client ask to connect with your private account? */
    readonly friendRequest?: boolean | null | undefined
    /** Does a system decide about the client without human review? */
    readonly automatedDecision?: boolean | null | undefined
  } | undefined
  readonly publicity?: {
    /** Is the client's story or image to be used publicly? */
    readonly planned?: SomeOf<'photo' | 'story' | 'fundraising' | 'social-media' | 'publication' | 'training' | 'testimonial'> | undefined
  } | undefined
  readonly group?: {
    /** Did members agree on confidentiality? */
    readonly confidentialityAgreed?: boolean | null | undefined
    /** Did a member break that agreement? */
    readonly memberBreach?: boolean | null | undefined
  } | undefined
  readonly family?: {
    /** Does one member's secret affect others you also serve? */
    readonly secretAffectsOthers?: boolean | null | undefined
    /** Do the parents or relatives accuse each other in a dispute? */
    readonly parentsDispute?: boolean | null | undefined
    /** Does a parent who harmed the child want the child back? */
    readonly wantsReunion?: boolean | null | undefined
    /** Does the one who harmed show willingness to change? */
    readonly harmfulParentChanging?: boolean | null | undefined
    /** Do others press for a marriage? */
    readonly marriageProposed?: 'none' | 'of-a-child' | 'to-settle-a-matter' | null | undefined
    /** Does the family refuse to take the person back? */
    readonly refusesReturn?: boolean | null | undefined
    /** Is a child to be handed over to others outside adoption by law? */
    readonly childHandedOver?: boolean | null | undefined
  } | undefined
  readonly community?: {
    /** How far do the people concerned take part? */
    readonly participation?: 'none' | 'token' | 'partial' | 'full' | null | undefined
    /** Is a group being left out or overruled? */
    readonly minorityExcluded?: boolean | null | undefined
  } | undefined
  readonly research?: {
    /** Is research or evaluation with clients planned? */
    readonly planned?: boolean | null | undefined
    /** Has an independent body reviewed it? */
    readonly reviewed?: boolean | null | undefined
  } | undefined
  readonly emergency?: {
    /** Is there a disaster or public emergency? */
    readonly declared?: boolean | null | undefined
    /** Are children, pregnant or nursing women, older or disabled people waiting for help? */
    readonly vulnerableWaiting?: boolean | null | undefined
    /** Is aid tied to religion, politics or favours? */
    readonly conditionsOnAid?: boolean | null | undefined
    /** Is a child separated from family? */
    readonly familySeparated?: boolean | null | undefined
  } | undefined
  readonly health?: {
    /** Is an identifiable partner exposed to infection without knowing? */
    readonly partnerAtRisk?: boolean | null | undefined
    /** Is the client willing to tell the partner? */
    readonly willingToTell?: 'yes' | 'no' | 'needs-support' | null | undefined
    /** Does the client refuse treatment or care? */
    readonly refusesTreatment?: boolean | null | undefined
    /** Is there a pregnancy that matters here? */
    readonly pregnancy?: 'none' | 'wanted' | 'unwanted' | 'from-violence' | null | undefined
    /** Is it a decision about prolonging or ending life-supporting treatment? */
    readonly endOfLife?: boolean | null | undefined
    /** Does the person plan an unsafe treatment or procedure? */
    readonly unsafeCarePlanned?: boolean | null | undefined
    /** Is contraception or sterilisation planned without the person’s own consent? */
    readonly contraceptionForced?: boolean | null | undefined
  } | undefined
  readonly carer?: {
    /** How heavily is the carer burdened? */
    readonly strain?: 'none' | 'some' | 'heavy' | null | undefined
    /** Is the carer or parent willing to work on the difficulty? */
    readonly willing?: boolean | null | undefined
  } | undefined
  readonly concern?: {
    /** Who raised the matter? */
    readonly raisedBy?: 'client' | 'family' | 'opposing-party' | 'neighbour' | 'teacher' | 'carer' | 'other-professional' | 'colleague' | 'police' | 'anonymous' | 'media' | 'community-leader' | 'worker' | null | undefined
    /** On what does the concern rest? */
    readonly basis?: 'hearsay' | 'allegation' | 'signs' | 'told-by-the-person' | 'established' | null | undefined
    /** Whom does the concern touch? */
    readonly about?: SomeOf<'client' | 'family' | 'colleague' | 'supervisor' | 'agency' | 'other-agency' | 'official' | 'worker'> | undefined
  } | undefined
  readonly done?: {
    /** What has already been done? */
    readonly already?: SomeOf<'risk-assessed' | 'talked-with-colleague' | 'raised-inside' | 'supervisor-consulted' | 'client-told' | 'consent-asked' | 'referral-made' | 'family-informed' | 'authorities-informed' | 'safety-plan-made' | 'recorded' | 'help-offered'> | undefined
    /** What was left undone that should have been done? */
    readonly leftUndone?: SomeOf<'risk-not-assessed' | 'duty-to-report-not-met' | 'follow-up-missed' | 'consent-not-asked' | 'record-missing' | 'need-unanswered'> | undefined
  } | undefined
  readonly aid?: {
    /** What happened to the family in the list of those who receive aid? */
    readonly listing?: 'none' | 'struck-off' | 'left-out' | null | undefined
    /** Does somebody with influence, such as a village head, want people entered in the list of aid who have no claim? */
    readonly listPressed?: boolean | null | undefined
  } | undefined
}
