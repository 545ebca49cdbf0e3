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
    /** Is there reasonable suspicion of violence, neglect or exploitation? */
    readonly suspected?: boolean | null | undefined
    /** Who is the victim? Name everyone who applies. */
    readonly victim?: SomeOf<'child' | 'spouse' | 'older-person' | 'disabled-adult' | 'domestic-worker' | 'other-adult'> | undefined
    /** Who is suspected of doing it? */
    readonly perpetrator?: 'spouse' | 'parent' | 'relative' | 'carer' | 'staff' | 'teacher' | 'colleague' | 'employer' | 'peer' | 'official' | 'stranger' | 'unknown' | null | undefined
    /** Can the suspected perpetrator still reach the victim? */
    readonly perpetratorHasAccess?: boolean | null | undefined
    /** Does the victim want it reported? */
    readonly victimWantsReport?: 'yes' | 'no' | 'undecided' | 'cannot-say' | null | undefined
    /** Does the victim need medical care? */
    readonly needsMedicalCare?: boolean | null | undefined
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
    /** What kind of harm is feared? */
    readonly type?: SomeOf<'suicide' | 'self-harm' | 'violence' | 'sexual-violence' | 'neglect' | 'exploitation' | 'financial' | 'other'> | undefined
    /** Who may be harmed? Name everyone who applies; “the client” also where someone else is the one who harms. */
    readonly target?: SomeOf<'self' | 'child' | 'dependent-adult' | 'identified-other' | 'unidentified-others' | 'community' | 'worker'> | undefined
    /** Is there a plan and the means to carry it out? */
    readonly hasPlanAndMeans?: boolean | null | undefined
    /** Would reporting or telling someone raise the danger? */
    readonly disclosureIncreases?: boolean | null | undefined
    /** Is there a milder step that would still work in time? */
    readonly lessIntrusiveAvailable?: boolean | null | undefined
  } | undefined
  readonly disclosure?: {
    /** Have you been asked to keep this secret? */
    readonly secrecyRequested?: boolean | null | undefined
    /** Would telling the client first endanger someone? */
    readonly unsafeToTell?: boolean | null | undefined
    /** Has the client consented to this disclosure? */
    readonly consent?: 'given' | 'refused' | 'withdrawn' | 'not-sought' | 'not-possible' | null | undefined
    /** Who asks for the information? */
    readonly requester?: 'none' | 'client' | 'family' | 'partner' | 'suspected-perpetrator' | 'law-enforcement' | 'court' | 'lawyer' | 'employer' | 'school' | 'other-agency' | 'team' | 'media' | 'community-leader' | 'funder' | null | undefined
    /** On what ground in law is the information asked for? */
    readonly legalBasis?: 'none' | 'statute' | 'court-order' | 'law-enforcement-request' | 'party-subpoena' | null | undefined
    /** What harm could the disclosure do? */
    readonly harmIfMade?: 'none' | 'minor' | 'moderate' | 'serious' | 'life-threatening' | null | undefined
    /** Has the client been told that the information will be disclosed? */
    readonly clientTold?: boolean | null | undefined
    /** Have you promised absolute secrecy? */
    readonly promiseMade?: boolean | null | undefined
    /** Can you talk here without being overheard? */
    readonly placePrivate?: boolean | null | undefined
  } | undefined
  readonly info?: {
    /** Does the material hold information about other people? */
    readonly thirdPartyIncluded?: boolean | null | undefined
  } | undefined
  readonly case?: {
    /** Which country's law applies? */
    readonly jurisdiction?: 'ID' | 'US' | 'GB' | 'other' | null | undefined
    /** At which stage of the helping process are you? */
    readonly stage?: 'initial-approach' | 'assessment' | 'planning' | 'intervention' | 'evaluation' | 'referral' | 'termination' | 'aftercare' | null | undefined
    /** How soon must something be decided? */
    readonly urgency?: 'routine' | 'days' | 'hours' | 'minutes' | null | undefined
    /** Is the situation unusual or complicated for you or your agency? */
    readonly complex?: boolean | null | undefined
    /** Do two or more of your ethical duties pull in different directions? */
    readonly dutiesConflict?: boolean | null | undefined
  } | undefined
  readonly client?: {
    /** What is the person's relation to your service now? */
    readonly status?: 'prospective' | 'current' | 'former' | 'deceased' | 'third-party' | null | undefined
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
    /** What harm is likely if the refusal is respected? */
    readonly refusalHarm?: 'none' | 'minor' | 'moderate' | 'serious' | 'life-threatening' | null | undefined
  } | undefined
  readonly law?: {
    /** Does the law here oblige you to report? */
    readonly reportingDuty?: 'none' | 'recommended' | 'mandatory' | 'unclear' | null | undefined
    /** Is there a safe and working authority to turn to? */
    readonly authorityAvailable?: boolean | null | undefined
    /** Are you a civil servant or public official? */
    readonly workerIsCivilServant?: boolean | null | undefined
  } | undefined
  readonly relationship?: {
    /** Why is the gift offered? */
    readonly giftPurpose?: 'thanks' | 'custom' | 'influence' | 'bribe' | 'unclear' | null | undefined
    /** How much is the gift worth? */
    readonly giftValue?: 'none' | 'token' | 'moderate' | 'large' | 'cash' | null | undefined
    /** How large is the risk that the relationship exploits or harms the client? */
    readonly exploitationRisk?: 'none' | 'low' | 'moderate' | 'high' | null | undefined
  } | undefined
  readonly service?: {
    /** Does the person meet the conditions of the service? */
    readonly eligible?: 'yes' | 'no' | 'unclear' | null | undefined
    /** Is there a suitable service or colleague to refer to? */
    readonly referralAvailable?: boolean | null | undefined
    /** Is this person's need clearly graver than that of those ahead in the queue? */
    readonly needGraver?: boolean | null | undefined
  } | undefined
  readonly organisation?: {
    /** How short are the resources? */
    readonly scarcity?: 'none' | 'moderate' | 'severe' | null | undefined
    /** How is scarce help shared out? */
    readonly allocation?: 'fair-published' | 'unclear' | 'discriminatory' | 'none' | null | undefined
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
  } | undefined
}
