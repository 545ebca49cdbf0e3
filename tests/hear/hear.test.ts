import { describe, expect, test } from 'vitest'
import { TimbangError } from '../../src/errors.js'
import { hear, matters } from '../../src/hear/index.js'
import { heardAs, speechOf, spokenWords } from '../../src/hear/spoken.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/hear.js'
import { socialWork as silent } from '../../src/social-work/socialWork.js'
import { packSource } from '../support/builders.js'

/* What a story in everyday words is heard to tell: offered, and never taken for true. */

const proposals = (story: string, pack: Pack<unknown> = socialWork) => hear(story, pack, { most: 40 }).proposals
const heard = (story: string, fact: string, pack: Pack<unknown> = socialWork) =>
  proposals(story, pack).find((one) => one.fact === fact)
const values = (story: string, fact: string, pack: Pack<unknown> = socialWork) =>
  heard(story, fact, pack)?.statements.map(({ value }) => value)

describe('a story is heard', () => {
  test.each([
    ['in English', 'Her husband beats her every night.', 'abuse.perpetrator', 'spouse'],
    ['in Bahasa Indonesia', 'Dia dipukuli suaminya tiap malam.', 'abuse.perpetrator', 'spouse'],
    ['with everyday affixes', 'Bapaknya suka mukulin dia.', 'abuse.perpetrator', 'parent'],
    ['with words of today', 'Klien terlilit pinjol.', 'client.needs', 'debt-relief'],
    ['although a word is misspelt', 'Neneknya dipindah ke panti werdhaa.', 'service.placement', 'institution'],
    ['with a number in figures', 'Klien berusia 34 tahun.', 'client.ageYears', 34],
    ['with a number in words', 'A girl of fourteen cuts herself.', 'client.ageYears', 14],
    ['with a number in Indonesian words', 'Seorang anak perempuan berusia enam tahun.', 'client.ageYears', 6],
    [
      'in a word that stands for others in a saying',
      'Kades minta daftar nama.',
      'disclosure.requester',
      'community-leader',
    ],
  ])('%s', (_, story, fact, value) => {
    expect(values(story, fact)).toContain(value)
  })

  test('and nothing in what is longer than any word, however its small letters are written', () => {
    const longest = 'İ'.repeat(20_000)
    expect(heardAs('dipukuli').length).toBeLessThan(20)
    expect(spokenWords(longest, speechOf([]))).toMatchObject([{ from: 0, to: 20_000, terms: [expect.any(String)] }])
    expect(hear(longest, socialWork)).toEqual({ matters: [], proposals: [] })
    const [first] = heard(`İİİ İbu. Her husband beats her.`, 'abuse.suspected')?.statements ?? []
    expect(first?.heardIn[0]).toEqual({ from: 13, to: 26 })
  })

  test('with the words in which it was heard', () => {
    const story = 'She came yesterday. Her husband beats her.'
    const [first] = heard(story, 'abuse.suspected')?.statements ?? []
    expect(first?.heardIn.map(({ from, to }) => story.slice(from, to))).toContain('husband beats')
  })

  test('with the matters that it is about', () => {
    expect(hear('Klien bilang mau bunuh diri malam ini, sudah beli racun.', socialWork).matters).toContain('suicide')
    expect(hear('The director steals money meant for clients.', socialWork).matters).toContain('a-colleague')
  })

  test('with what is worth asking beside it', () => {
    const where = heard('Her husband beats her.', 'abuse.victimSafeNow')
    expect(where).toMatchObject({ statements: [], companionOf: expect.anything() })
    expect(where?.heardIn).not.toEqual([])
  })

  test('in the language that is asked for alone', () => {
    const inEnglish = hear('Suaminya memukuli dia.', socialWork, { locale: 'en', most: 40 }).proposals
    expect(inEnglish.flatMap(({ statements }) => statements)).toEqual([])
    expect(hear('Suaminya memukuli dia.', socialWork, { locale: 'id' }).proposals).not.toEqual([])
  })
})

describe('how something is told is heard', () => {
  test.each([
    ['He has no debts.', 'denied'],
    ['Dia tidak punya utang.', 'denied'],
    ['Mungkin dia punya utang.', 'doubted'],
    ['Katanya dia punya utang.', 'reported'],
    ['Klien punya utang.', undefined],
  ])('%s', (story, as) => {
    const debts = heard(story, 'client.needs')?.statements.find(({ value }) => value === 'debt-relief')
    expect(debts?.as).toBe(as)
    expect(debts?.so).toBe(as !== 'denied')
  })

  test('a yes that is denied is offered as no', () => {
    const [first] = heard('There is no disaster here.', 'emergency.declared')?.statements ?? []
    expect(first).toMatchObject({ value: false, so: true, as: 'denied' })
  })

  test('a denial that is itself how people say it is heard as told', () => {
    expect(heard('Klien tidak mau pindah ke panti.', 'consent.status')?.statements[0]).toMatchObject({
      value: 'refused',
    })
    expect(heard('He doesn’t want the service.', 'consent.status')?.statements[0]).toMatchObject({ value: 'refused' })
  })
})

describe('what is asked to be left is heard as that', () => {
  test.each([
    ['Dia minta jgn lapor polisi.', 'disclosure.secrecyRequested', true],
    ['Dia minta jgn lapor polisi.', 'abuse.victimWantsReport', 'no'],
    ['Ortunya jgn dikasih tau.', 'disclosure.secrecyRequested', true],
    ['Istrinya mohon jgn dilaporin ke dinas.', 'disclosure.secrecyRequested', true],
    ['Pak kades minta saya jgn ribut.', 'disclosure.secrecyRequested', true],
    ['She begged me not to tell anyone.', 'disclosure.secrecyRequested', true],
    ['Please don’t report him, she said.', 'abuse.victimWantsReport', 'no'],
  ])('%s', (story, fact, value) => {
    expect(values(story, fact)).toContain(value)
  })

  test.each([
    ['Dia minta jgn lapor polisi.', ['disclosure.requester', 'concern.raisedBy', 'concern.about', 'done.worker']],
    ['Istrinya mohon jgn dilaporin ke dinas.', ['concern.raisedBy', 'done.worker', 'case.level']],
    ['Pak kades minta saya jgn ribut, takut nama desa jelek.', ['disclosure.requester', 'risk.target']],
    ['She asked me not to call the police.', ['disclosure.requester', 'concern.raisedBy', 'done.worker']],
  ])('and nothing that it names: %s', (story, facts) => {
    for (const fact of facts) expect(values(story, fact) ?? []).toEqual([])
  })

  test('while what is told beside it is heard', () => {
    expect(values('Dia dipukuli suaminya dan minta jangan lapor polisi.', 'abuse.perpetrator')).toContain('spouse')
    expect(values('Kades minta daftar nama, saya jangan ribut katanya.', 'disclosure.requester')).toEqual([
      'community-leader',
    ])
  })
})

describe('nothing is heard in words that only resemble', () => {
  test.each<[string, string, string, string?]>([
    ['across a comma', 'WA saya centang satu, rumahnya jauh.', 'abuse.perpetratorHasAccess'],
    ['in a word with the same stem', 'Kemaluannya sakit.', 'abuse.type', 'psychological'],
    ['in a short word with one letter changed', 'Bentar lagi dia pulang.', 'abuse.type'],
    ['in an idiom', "She is 82 and says he's a good boy.", 'client.isMinor'],
    ['in a number that is nobody’s age', 'Anak harus keluar dari lapas karena umur 3.', 'client.ageYears'],
    ['in the age of a child of the client', 'Anaknya 4 th lihat semua.', 'client.ageYears'],
    ['in an office that other countries have', 'The village head told me not to interfere.', 'case.jurisdiction'],
    ['in a doctor whom other countries have', 'Her GP reckons she can decide.', 'case.jurisdiction'],
    ['in a dispute', "It's for her custody fight.", 'risk.type'],
  ])('%s', (_, story, fact, value) => {
    const told = values(story, fact) ?? []
    expect(value === undefined ? told : told.filter((one) => one === value)).toEqual([])
  })

  test.each([
    ['a word written twice by a figure', 'Anak itu dipegang2 kemaluannya.', 'abuse.type', 'sexual'],
    ['a choking', 'Her husband choked her.', 'abuse.type', 'physical'],
    ['a choking', 'Dia dicekik suaminya.', 'abuse.needsMedicalCare', true],
    ['hunger', 'Yang bungsu kurus kering.', 'client.needs', 'food'],
    ['a bribe', 'Dia ngasih saya 5 juta buat bantu urus.', 'relationship.giftPurpose', 'bribe'],
    ['a child handed over', 'Bayinya mau diambil orang.', 'family.childHandedOver', true],
    ['a tool', 'She put my case notes into ChatGPT.', 'tech.channel', 'ai-tool'],
    ['a person who is named', 'He will make his ex pay.', 'risk.target', 'identified-other'],
  ])('while %s is heard: %s', (_, story, fact, value) => {
    expect(values(story, fact)).toContain(value)
  })
})

test('what only stands behind what happened is little and comes last', () => {
  const story =
    'Her husband beats her. I saw the bruises in the family’s home at school. The village knows of this client.'
  const behind = new Set(['case.level', 'case.stage', 'case.setting', 'concern.about'])
  const offered = hear(story, socialWork).proposals.map(({ fact }) => behind.has(fact))
  expect(offered.filter((one) => one).length).toBeGreaterThan(0)
  expect(offered.filter((one) => one).length).toBeLessThanOrEqual(2)
  expect(offered).toEqual([...offered].sort((a, b) => Number(a) - Number(b)))
})

describe('nothing is taken for true', () => {
  test('a relative who is spoken of is not taken for the client, nor words for those that stand the other way round', () => {
    expect(values('The girl is afraid of her father.', 'client.isMinor') ?? []).not.toContain(false)
    expect(values('A father of two came to us.', 'client.isMinor')).toContain(false)
  })

  test('how grave something is, is asked and never offered', () => {
    expect(heard('Dia mau bunuh diri malam ini.', 'risk.severity')?.statements).toEqual([])
  })

  test('of silence nothing is offered as no', () => {
    const offered = proposals('Klien terlilit pinjol dan menangis terus.').flatMap(({ statements }) => statements)
    expect(offered.filter(({ value, so }) => value === false || !so)).toEqual([])
  })

  test('where nothing is heard nothing is offered', () => {
    expect(hear('', socialWork)).toEqual({ matters: [], proposals: [] })
    expect(hear('zzz qqq', socialWork)).toEqual({ matters: [], proposals: [] })
  })

  test('what is offered says so in both languages, and each of it once', () => {
    const offered = proposals('Her husband beats her every night and she is pregnant.')
    expect(new Set(offered.map(({ fact }) => fact)).size).toBe(offered.length)
    for (const { label, ask, statements } of offered)
      for (const text of [label, ask, ...statements.map((one) => one.label)])
        expect([text.en, text.id].every((words) => words.length > 0)).toBe(true)
  })
})

describe('of a pack', () => {
  test('whose facts nobody has said how people say them, the labels are heard', () => {
    expect(values('It is about a child.', 'risk.target', createPack(packSource()))).toEqual(['child'])
  })

  test('that hears, the name, the digest and the rules are those of the one that does not', () => {
    expect([socialWork.digest, socialWork.version]).toEqual([silent.digest, silent.version])
    expect(socialWork.rules).toBe(silent.rules)
    expect(silent.sayings).toEqual([])
  })

  test('of an agency, what is said in its dialect is heard beside the rest', () => {
    const agency = extendPack(socialWork, {
      pack: {
        name: 'our-agency',
        version: '1.0.0',
        title: { en: 'Ours', id: 'Kami' },
        extends: 'social-work',
      },
      sayings: {
        'ours/sayings/javanese.json': {
          sayings: [{ fact: 'client.needs', value: 'food', says: { jv: ['ora mangan', 'keluwen'] } }],
        },
      },
    })
    expect(heard('Bocahe keluwen.', 'client.needs', agency)?.statements[0]?.value).toBe('food')
    expect(values('Bocahe keluwen.', 'client.needs') ?? []).toEqual([])
    const inIndonesian = hear('Bocahe keluwen.', agency, { locale: 'id' }).proposals
    expect(inIndonesian.find(({ fact }) => fact === 'client.needs')?.statements[0]?.value).toBe('food')
    expect(hear('Suaminya memukuli dia.', agency).matters).toContain('violence-at-home')
  })
})

test.each([
  ['a story that is no text', [7, {}], 'story'],
  ['a story that is too long', ['a'.repeat(20_001), {}], 'story'],
  ['a language that there is not', ['a', { locale: 'fr' }], 'options.locale'],
  ['a number of proposals below one', ['a', { most: 0 }], 'options.most'],
])('%s is refused, and what was told is not repeated', (_, [story, options], place) => {
  expect(() => hear(story as never, socialWork, options as never)).toThrow(
    expect.objectContaining({ code: 'invalid-options', issues: [expect.objectContaining({ place })] }),
  )
})

describe('what is no story, no pack and no option', () => {
  const refusal = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      if (error instanceof TimbangError) return error.message.split('\n')
      throw error
    }
    return []
  }

  test.each<readonly [unknown, unknown, unknown, readonly string[]]>([
    ['x', socialWork, null, ['invalid-options', 'options: must be a plain object']],
    ['x', socialWork, { mots: 3 }, ['invalid-options', 'options: key 1 is no option (did you mean `most`?)']],
    ['x', {}, {}, ['invalid-pack', 'pack: must be made by `createPack`']],
    [7, socialWork, {}, ['invalid-options', 'story: must be a text of at most 20000 letters']],
  ])('is refused: %#', (story, pack, options, lines) => {
    expect(refusal(() => hear(story as string, pack as typeof socialWork, options as object))).toEqual(lines)
  })

  test.each([[undefined], [null], [{}]])('nor are there matters in %j', (pack) => {
    expect(refusal(() => matters(pack as never))).toEqual(['invalid-pack', 'pack: must be made by `createPack`'])
  })
})
