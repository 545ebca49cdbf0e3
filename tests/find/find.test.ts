import { describe, expect, test } from 'vitest'
import { nameIndex } from '../../src/find/nameIndex.js'
import { socialWork as hearing } from '../../src/social-work/hear.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* From words of either language to the names of facts, values and actions. */

const { search } = nameIndex(socialWork)
const actions = (words: string) => search(words, ({ kind }) => kind === 'action').map(({ name }) => name)
const facts = (words: string) => {
  const named = search(words, ({ kind }) => kind !== 'action').map(({ name, fact }) => fact ?? name)
  return [...new Set(named)]
}

describe('a name is found', () => {
  test.each([
    ['by a word of its label', 'supervisor', 'consult-supervisor'],
    ['by words of its label that are no name', 'accept small gift', 'accept-gift'],
    ['by another form of the word', 'reporting police', 'report-to-police'],
    ['in Bahasa Indonesia', 'melapor ke polisi', 'report-to-police'],
    ['by what its steps say, where no label says it', 'tatap', 'brief-the-interpreter'],
    ['although a word is misspelt', 'gratifacation', 'report-gratification'],
    ['by words under which it is looked for', 'overdose', 'offer-harm-reduction'],
  ])('%s', (_, words, name) => {
    expect(actions(words)[0]).toBe(name)
  })

  test.each([
    ['hadiah', 'relationship.giftPurpose'],
    ['gift', 'relationship.giftValue'],
    ['kerahasiaan diminta', 'disclosure.secrecyRequested'],
    ['relationship.giftValue', 'relationship.giftValue'],
  ])('of a fact, by %s', (words, name) => {
    expect(facts(words)).toContain(name)
  })

  test('of a value, with its fact', () => {
    expect(search('some value', ({ fact }) => fact === 'relationship.giftValue')[0]).toEqual({
      kind: 'value',
      name: 'moderate',
      fact: 'relationship.giftValue',
      label: { en: 'of some value', id: 'cukup bernilai' },
    })
  })
})

describe('by an everyday word that stands somewhere in the pack, a fact is among the first five', () => {
  test.each([
    ['gift', 'relationship.giftPurpose'],
    ['money', 'relationship.moneyOrBarter'],
    ['photo', 'publicity.planned'],
    ['video', 'consent.recordingAgreed'],
    ['suicide', 'risk.type'],
    ['police', 'disclosure.requester'],
    ['secret', 'disclosure.secrecyRequested'],
    ['school', 'service.schoolExclusion'],
    ['drugs', 'client.usesDrugs'],
    ['pregnant', 'health.pregnancy'],
    ['hiv', 'info.type'],
    ['sick', 'risk.type'],
    ['hospital', 'client.heldWithoutOrder'],
    ['court', 'capacity.courtOrder'],
    ['lie', 'client.asksDeception'],
    ['rape', 'risk.graveCrimePlanned'],
    ['sex', 'abuse.type'],
    ['love', 'relationship.dual'],
    ['friend', 'tech.friendRequest'],
    ['neighbour', 'concern.raisedBy'],
    ['food', 'client.needs'],
    ['debt', 'service.withheldFor'],
    ['disabled', 'client.hasDisability'],
    ['religion', 'service.childsReligionChanged'],
    ['interpreter', 'communication.interpreter'],
    ['phone', 'tech.channel'],
    ['threat', 'risk.severity'],
    ['refuse', 'health.refusesTreatment'],
    ['die', 'client.asksToDie'],
    ['adoption', 'family.childHandedOver'],
    ['marriage', 'family.marriageProposed'],
    ['hadiah', 'relationship.giftPurpose'],
    ['uang', 'relationship.moneyOrBarter'],
    ['foto', 'publicity.planned'],
    ['bunuh diri', 'risk.type'],
    ['polisi', 'disclosure.requester'],
    ['rahasia', 'disclosure.secrecyRequested'],
    ['sekolah', 'service.schoolExclusion'],
    ['narkoba', 'client.usesDrugs'],
    ['hamil', 'health.pregnancy'],
    ['sakit', 'risk.type'],
    ['rumah sakit', 'client.heldWithoutOrder'],
    ['pengadilan', 'capacity.courtOrder'],
    ['bohong', 'client.asksDeception'],
    ['palsu', 'organisation.pressureToFalsify'],
    ['dipukul', 'abuse.type'],
    ['perkosaan', 'risk.graveCrimePlanned'],
    ['seks', 'abuse.type'],
    ['teman', 'tech.friendRequest'],
    ['tetangga', 'concern.raisedBy'],
    ['utang', 'service.withheldFor'],
    ['pekerjaan', 'client.needs'],
    ['disabilitas', 'client.hasDisability'],
    ['agama', 'service.childsReligionChanged'],
    ['juru bahasa', 'communication.interpreter'],
    ['telepon', 'tech.channel'],
    ['ancaman', 'worker.safetyAtRisk'],
    ['menolak', 'health.refusesTreatment'],
    ['meninggal', 'client.status'],
    ['lelah', 'carer.strain'],
    ['lanjut usia', 'client.isOlderPerson'],
  ])('%s', (word, fact) => {
    expect(facts(word).slice(0, 5)).toContain(fact)
  })
})

describe('an action of which the words do not speak is found by what the rules say of it', () => {
  test.each([
    ['money', 'lend-or-borrow'],
    ['lelah', 'support-the-carer'],
    ['hiv', 'ask-the-doctor-to-tell'],
  ])('%s', (word, action) => {
    expect(actions(word).slice(0, 5)).toContain(action)
  })
})

test('a word that the pack knows is not taken for another one misspelt, and one that resembles none finds nothing', () => {
  expect(actions('video')).toContain('keep-up-visits')
  for (const word of ['divorce', 'pisau', 'medsos', 'beaten']) expect(search(word, () => true)).toEqual([])
})

describe('what is meant by words of a label', () => {
  const { meant } = nameIndex(socialWork)
  const action = (words: string) => meant(words, ({ kind }) => kind === 'action')?.name

  test('is what has them all, or what alone has half of them', () => {
    expect(action('accept small gift')).toBe('accept-gift')
    expect(action('surrender gratification')).toBe('report-gratification')
  })

  test('is nothing where several have as many, or where too few are told', () => {
    expect(action('gift wrapping')).toBeUndefined()
    expect(action('repair the roof before winter')).toBeUndefined()
    expect(action('of the')).toBeUndefined()
  })
})

test('a fact is found by how people say it', () => {
  const said = nameIndex(hearing)
  const found = (words: string) => said.search(words, ({ kind }) => kind !== 'action').map(({ name }) => name)
  expect(found('pinjol')).toContain('debt-relief')
  expect(found('palsu')).toContain('organisation.pressureToFalsify')
  expect(found('suicide')[0]).toBe('suicide')
})

test('an index is made once for a pack, finds every action by its whole label, and nothing by words that are everywhere', () => {
  expect(nameIndex(socialWork)).toBe(nameIndex(socialWork))
  for (const locale of ['en', 'id'] as const) {
    const lost = [...socialWork.actions.values()].filter(
      ({ name, label }) => !actions(label[locale]).slice(0, 3).includes(name),
    )
    expect(lost.map(({ name }) => name)).toEqual([])
  }
  expect(search('yang di the', () => true)).toEqual([])
  expect(search('', () => true)).toEqual([])
})
