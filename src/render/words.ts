import type { Basis, Kind, Locale, Settlement, Status, Urgency, Verification } from '../vocabulary.js'
import type { Agreement } from '../weigh/frameworks.js'

/** The wording of the screen in one language; what the rules say comes with the advice itself. */
export interface Words {
  readonly status: Readonly<Record<Status, string>>
  readonly urgency: Readonly<Record<Urgency, { readonly mark: string; readonly says: string }>>
  /** Instead of the urgency, where nothing is advised: it must not read as if there were no danger. */
  readonly open: { readonly mark: string; readonly says: string }
  /** Of what cannot wait, where no sign of danger is stated. */
  readonly cannotWait: string
  readonly kind: Readonly<Record<Exclude<Kind, 'settled' | 'dilemma'>, string>>
  readonly settled: (gaveWay: string, to: string, grounds: string) => string
  /** On what the duty rests that prevails. */
  readonly grounds: Readonly<Record<Basis, string>>
  readonly settledBy: Readonly<Record<Settlement, string>>
  readonly dilemma: (one: string, other: string) => string
  readonly agreement: Readonly<Record<Agreement, string>>
  readonly speak: (speaking: number, all: number) => string
  readonly firstOf: (principle: string) => string
  readonly silent: string
  readonly unverified: Readonly<Record<Exclude<Verification, 'primary'>, string>>
  readonly rules: string
  readonly asOf: string
  readonly because: string
  readonly unless: string
  /** What is told within an action. */
  readonly withIt: string
  readonly until: string
  readonly see: string
  readonly setAside: string
  readonly givesWay: (principle: string) => string
  readonly stillOwed: string
  readonly admitted: (pack: string) => string
  readonly prevails: (pack: string, rules: number) => string
  readonly call: string
  readonly owedToOther: string
  readonly askFirst: string
  readonly more: (count: number) => string
  readonly dangerSilence: string
  /** Instead of the questions: that none are shown must not read as if there were none. */
  readonly notLookedFor: string
  readonly unanswered: string
  readonly ifAnswer: string
  readonly andIf: string
  readonly noLonger: string
  readonly frameworks: string
  readonly goOn: string
  readonly always: string
  readonly assumed: string
  readonly yes: string
  readonly no: string
  readonly not: string
  readonly or: string
  /** That nobody who does this work has looked at what is shown. */
  readonly unreviewed: string
  readonly reviewed: (reviewed: number, all: number) => string
  readonly verifiedSince: (verified: number, all: number, day: string) => string
  readonly support: string
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    status: {
      must: 'You must',
      'must-not': 'You must not',
      contested: 'Undecided',
      should: 'You should',
      'should-not': 'Better not',
      may: 'You may',
    },
    urgency: {
      immediate: { mark: 'ACT NOW', says: 'someone may be in grave danger' },
      prompt: { mark: 'ACT SOON', says: 'this should not wait' },
      routine: { mark: 'NO HURRY', says: 'nothing stated calls for haste' },
    },
    cannotWait: 'this cannot wait',
    open: { mark: 'NOT KNOWN YET', says: 'whether anyone is in danger has not been said' },
    kind: {
      'one-sided': 'In what is known, no duties collide.',
      undetermined: 'Too little is known to advise.',
      'not-covered': 'No rule speaks of what was stated. That is not a permission.',
    },
    settled: (gaveWay, to, grounds) => `Duties collide, and it is settled${grounds}: ${gaveWay} gives way to ${to}`,
    grounds: { law: 'by law', code: 'by the professional code', practice: 'by a standard of practice' },
    settledBy: {
      exception: 'by an exception that the rule names',
      force: 'because the stronger duty prevails',
      framework: 'because the frameworks that speak agree',
      undecided: 'undecided',
    },
    dilemma: (one, other) => `A true dilemma: nothing decides between ${one} and ${other}.`,
    agreement: {
      unanimous: 'unanimous',
      majority: 'a majority',
      split: 'split',
      single: 'one voice only',
      silent: 'none speaks',
    },
    speak: (speaking, all) => `${speaking} of ${all} speak`,
    firstOf: (principle) => `${principle} first`,
    silent: 'silent',
    unverified: { secondary: 'through another source', no: 'not verified' },
    rules: 'rules',
    asOf: 'as of',
    because: 'because',
    unless: 'unless',
    withIt: 'with it',
    until: 'until it is known whether there is danger',
    see: 'see',
    setAside: 'Set aside',
    givesWay: (principle) => `gives way to ${principle}`,
    stillOwed: 'Still owed',
    admitted: (pack) => `an exception made by “${pack}”, admitted by whoever runs this system`,
    prevails: (pack, rules) =>
      `Whoever runs this system lets “${pack}” make exceptions to ${rules} ${rules === 1 ? 'rule' : 'rules'} about danger or of law.`,
    call: 'contact',
    owedToOther: 'Owed to it if you decide against it',
    askFirst: 'Ask first',
    more: (count) => `and ${count} more`,
    dangerSilence: 'What is not known about danger is not safety.',
    notLookedFor: 'Questions were not looked for; there may be some that matter.',
    unanswered: 'Asked, and still not known',
    ifAnswer: 'if',
    andIf: 'and',
    noLonger: 'no longer',
    frameworks: 'How the frameworks see it',
    goOn: 'How to go on',
    always: 'Always',
    assumed: 'Assumed',
    yes: 'yes',
    no: 'no',
    not: 'not',
    or: 'or',
    unreviewed: 'No practising social worker has reviewed these rules and sources yet.',
    reviewed: (reviewed, all) => `Reviewed by a practising social worker: ${reviewed} of ${all} sources.`,
    verifiedSince: (verified, all, day) =>
      `Checked against the text on ${day} or later: ${verified} of ${all} sources.`,
    support: 'This supports your judgement and does not replace it. Talk it over with your supervisor.',
  },
  id: {
    status: {
      must: 'Anda wajib',
      'must-not': 'Anda tidak boleh',
      contested: 'Belum dapat diputuskan',
      should: 'Sebaiknya Anda',
      'should-not': 'Sebaiknya Anda tidak',
      may: 'Anda boleh',
    },
    urgency: {
      immediate: { mark: 'BERTINDAK SEKARANG JUGA', says: 'mungkin ada orang yang terancam bahaya berat' },
      prompt: { mark: 'SEGERA', says: 'hal ini sebaiknya tidak ditunda' },
      routine: { mark: 'TIDAK MENDESAK', says: 'dari yang disebutkan, tidak ada yang menuntut tindakan segera' },
    },
    cannotWait: 'hal ini tidak dapat ditunda',
    open: { mark: 'BELUM DIKETAHUI', says: 'ada tidaknya orang yang terancam bahaya belum disebutkan' },
    kind: {
      'one-sided': 'Dari yang diketahui, tidak ada kewajiban yang saling bertentangan.',
      undetermined: 'Yang diketahui belum cukup untuk memberi saran.',
      'not-covered': 'Tidak ada aturan yang menyangkut hal yang disebutkan. Itu tidak berarti boleh.',
    },
    settled: (gaveWay, to, grounds) =>
      `Ada kewajiban yang bertentangan dan sudah ada jawabannya${grounds}: ${gaveWay} mengalah demi ${to}`,
    grounds: { law: 'menurut hukum', code: 'menurut kode etik', practice: 'menurut standar praktik' },
    settledBy: {
      exception: 'karena aturannya sendiri menyebut pengecualian ini',
      force: 'karena kewajiban yang lebih kuat didahulukan',
      framework: 'karena kerangka etik yang bersuara sependapat',
      undecided: 'belum dapat diputuskan',
    },
    dilemma: (one, other) =>
      `Dilema yang sesungguhnya: tidak ada yang menentukan mana yang didahulukan, ${one} atau ${other}.`,
    agreement: {
      unanimous: 'sepakat',
      majority: 'suara terbanyak',
      split: 'terbelah',
      single: 'hanya satu suara',
      silent: 'tidak ada yang bersuara',
    },
    speak: (speaking, all) => `${speaking} dari ${all} bersuara`,
    firstOf: (principle) => `${principle} didahulukan`,
    silent: 'tidak bersuara',
    unverified: { secondary: 'melalui sumber lain', no: 'belum diverifikasi' },
    rules: 'aturan',
    asOf: 'per',
    because: 'karena',
    unless: 'kecuali bila',
    withIt: 'sekaligus',
    until: 'sampai diketahui ada tidaknya bahaya',
    see: 'lihat',
    setAside: 'Dikesampingkan',
    givesWay: (principle) => `mengalah demi ${principle}`,
    stillOwed: 'Kewajiban yang tersisa',
    admitted: (pack) => `pengecualian ini dibuat oleh “${pack}” dan diterima oleh pengelola sistem ini`,
    prevails: (pack, rules) =>
      `Pengelola sistem ini menerima bahwa “${pack}” membuat pengecualian terhadap ${rules} aturan tentang bahaya atau aturan hukum.`,
    call: 'hubungi',
    owedToOther: 'Kewajiban yang tersisa bila Anda memutuskan sebaliknya',
    askFirst: 'Tanyakan dahulu',
    more: (count) => `dan ${count} lagi`,
    dangerSilence: 'Selama bahayanya belum diketahui, keadaan belum tentu aman.',
    notLookedFor: 'Pertanyaan lanjutan tidak dicari; mungkin masih ada yang penting.',
    unanswered: 'Sudah ditanyakan, tetapi belum diketahui',
    ifAnswer: 'bila',
    andIf: 'dan',
    noLonger: 'tidak lagi',
    frameworks: 'Pandangan berbagai kerangka etik',
    goOn: 'Langkah selanjutnya',
    always: 'Selalu',
    assumed: 'Anggapan awal',
    yes: 'ya',
    no: 'tidak',
    not: 'bukan',
    or: 'atau',
    unreviewed: 'Aturan dan sumber ini belum ditinjau oleh pekerja sosial yang berpraktik.',
    reviewed: (reviewed, all) => `Sudah ditinjau oleh pekerja sosial yang berpraktik: ${reviewed} dari ${all} sumber.`,
    verifiedSince: (verified, all, day) =>
      `Sudah dicocokkan dengan naskahnya pada ${day} atau sesudahnya: ${verified} dari ${all} sumber.`,
    support: 'Ini membantu pertimbangan Anda, bukan menggantikannya. Bicarakanlah dengan supervisor Anda.',
  },
}
