import { type Kind, type Locale, locales, type Status, type Text, type Verification } from '../vocabulary.js'
import type { Origin, QuestionKind } from './shape.js'
import type { Vignette } from './vignette.js'

/** A text made in every language. */
export function both(make: (w: TeachWords, locale: Locale) => string): Text {
  return Object.fromEntries(locales.map((locale) => [locale, make(teachWords[locale], locale)])) as Text
}

type AskedKind = Exclude<Kind, 'not-covered'>

const en = {
  yes: 'yes',
  no: 'no',
  not: 'not',
  and: 'and',
  or: 'or',
  none: (fact: string): string => (/^who\b/i.test(fact) ? 'nobody' : 'none'),
  only: (members: string) => `only ${members}`,
  kindName: {
    'is-it-a-dilemma': 'Is it a dilemma?',
    must: 'What must be done',
    'must-not': 'What must not be done',
    principle: 'Which principle, and why',
    reasons: 'Reasons and ways on',
    decision: 'Your own decision',
    'ask-first': 'What to ask first',
    'turning-point': 'What would have to be different',
    owed: 'What is still owed',
    framework: 'What the frameworks put first',
  } satisfies Readonly<Record<QuestionKind, string>>,
  level: { introductory: 'introductory', intermediate: 'intermediate', advanced: 'advanced' } satisfies Readonly<
    Record<Vignette['level'], string>
  >,
  origin: {
    key: 'from the rules that hold here',
    'rule-in-doubt': 'from a rule in doubt',
    'neighbouring-rule': 'from a neighbouring rule',
    'flipped-case': 'from the case with one fact different',
    'fixed-list': 'from the list of what a case can be',
  } satisfies Readonly<Record<Origin, string>>,
  mustAsk: 'From what the story tells, which of these must the worker do? Several answers may be right.',
  mustNotAsk: 'From what the story tells, which of these must the worker not do? Several answers may be right.',
  principleAsk: (one: string, other: string) =>
    `Suppose “${one}” and “${other}” pull apart. Which principle weighs most in this case, and why?`,
  principlesAsk: 'Which principles are at stake here, and for which reasons? Several answers may be right.',
  reasonsAsk:
    'Which of these are good reasons in this case, for whatever they speak, or good steps forward? Several answers may be right.',
  decisionAsk:
    'What would you decide, and why? The decision itself is not marked: what counts is that you give your reasons, see what could be said against it, and say what you still owe to that.',
  dilemmaAsk: 'Is this a dilemma at all?',
  firstAsk: 'What would you ask or find out first?',
  turningAsk: (action: string) =>
    `Which of these differences, taken by itself, would change whether “${action}” is a duty? Several answers may be right.`,
  decidingAsk:
    'Which of these differences, taken by itself, would change whether this is a dilemma? Several answers may be right.',
  owedAsk: (action: string) => `Suppose “${action}” gives way. What is still owed to it? Several answers may be right.`,
  owedIfAsk: (taken: string, other: string) =>
    `Suppose you decide for “${taken}” against “${other}”. What do you still owe to what gave way? Several answers may be right.`,
  frameworkAsk: (first: string, second: string) =>
    `Which of these frameworks puts “${first}” before “${second}” in this case? Several answers may be right.`,
  kinds: {
    dilemma: 'Yes: two duties collide, and nothing decides between them.',
    settled: 'No: duties collide, but it is settled which of them gives way.',
    'one-sided': 'No: in what is known, no duties collide.',
    undetermined: 'It cannot be said yet: too little is known.',
  } satisfies Readonly<Record<AskedKind, string>>,
  kindMeans: {
    dilemma:
      'It would be a true dilemma if neither an exception nor the force of the duties nor the frameworks decided.',
    settled: 'It would be settled if an exception, the stronger force or agreeing frameworks decided a collision.',
    'one-sided': 'It would be one-sided if the duties that hold did not pull apart.',
    undetermined: 'It could not be said if no rule could be applied to what is known.',
  } satisfies Readonly<Record<AskedKind, string>>,
  status: {
    must: 'must',
    'must-not': 'must not',
    contested: 'undecided',
    should: 'should',
    'should-not': 'better not',
    may: 'may',
  } satisfies Readonly<Record<Status, string>>,
  unspoken: 'no rule speaks of it',
  notHere: {
    open: (facts: string) => `Not from what is told so far; it depends on ${facts}.`,
    told: (fact: string) => `Not here, since the story tells “${fact}”.`,
    exception: (because: string) => `This duty does not arise here: ${because}.`,
    untold: (facts: string, because: string) =>
      `Nothing is told of what it would take first, ${facts}; and even then not here: ${because}.`,
    'one-fact': (fact: string) => `Not here; with “${fact}” it would be so.`,
  },
  notAgainst: {
    open: (facts: string) => `Whether a rule speaks against it still depends on ${facts}.`,
    told: (fact: string) => `The rule that speaks against it does not apply, since the story tells “${fact}”.`,
    exception: (because: string) => `The rule that speaks against it does not apply here: ${because}.`,
    untold: (facts: string, because: string) =>
      `Nothing is told of what would speak against it, ${facts}; and even then not here: ${because}.`,
    'one-fact': (fact: string) => `Only with “${fact}” would it be forbidden.`,
  },
  whereItApplies: (because: string) => `The reason, where it applies: ${because}.`,
  onlyIfSo: (fact: string) => `So it would be with “${fact}”.`,
  forbidden: 'On the contrary, this must not be done here.',
  askedHere: {
    must: 'On the contrary, this is a duty here.',
    should: 'On the contrary, this is advisable here.',
    may: 'This is allowed here.',
  },
  gaveWay: (principle: string) => `True in itself, yet here it gives way to ${principle}.`,
  stillOwed: 'Still owed to it',
  prevails: (principle: string) => `Here ${principle} prevails`,
  asksFirst: 'Yes, this comes first.',
  alsoAsked: 'Worth asking, but something else is more pressing.',
  nothingHangs: 'Whatever the answer, it would change nothing in what must or may be done here.',
  changes: 'What hangs on it',
  ifSo: (answer: string) => `if “${answer}”`,
  noLonger: (action: string) => `no longer “${action}”`,
  staysSo: (action: string) => `Even then “${action}” is a duty.`,
  staysDilemma: 'Even then nothing would decide between the two sides.',
  thenKind: 'Yes, that would change it.',
  putsFirst: (principle: string) => `It puts ${principle} first.`,
  silent: 'It is silent on these two.',
  openVoice: 'What it says depends on something not known.',
  oneSide: (principle: string) => `A good reason on the side of ${principle}.`,
  isOwed: 'Yes, this is still owed.',
  isNotOwed: 'This is owed to another duty, not to this one.',
  wayOn: 'A good way on where nothing decides.',
  owedToOther: (principle: string) => `A decision that can be defended. Still owed then to ${principle}`,
  told: (answer: string) => `Whoever asks is told: ${answer}.`,
  unverified: { secondary: 'through another source', no: 'not verified' } satisfies Readonly<
    Record<Exclude<Verification, 'primary'>, string>
  >,
  support: 'The key comes from the rules of the pack. It supports judgement and does not replace it.',
}

/** The wording of exercises in one language; what the rules say comes from the pack. */
export type TeachWords = typeof en

export const teachWords: Readonly<Record<Locale, TeachWords>> = {
  en,
  id: {
    yes: 'ya',
    no: 'tidak',
    not: 'bukan',
    and: 'dan',
    or: 'ataupun',
    none: (fact) => (/^siapa\b/i.test(fact) ? 'tidak seorang pun' : 'tidak ada'),
    only: (members) => `hanya ${members}`,
    kindName: {
      'is-it-a-dilemma': 'Apakah ini dilema?',
      must: 'Yang wajib dilakukan',
      'must-not': 'Yang tidak boleh dilakukan',
      principle: 'Prinsip yang mana, dan mengapa',
      reasons: 'Alasan dan langkah untuk maju',
      decision: 'Keputusan Anda sendiri',
      'ask-first': 'Yang ditanyakan lebih dahulu',
      'turning-point': 'Apa yang harus berbeda',
      owed: 'Kewajiban yang tersisa',
      framework: 'Yang didahulukan kerangka etik',
    },
    level: { introductory: 'dasar', intermediate: 'menengah', advanced: 'lanjutan' },
    origin: {
      key: 'dari aturan yang berlaku di sini',
      'rule-in-doubt': 'dari aturan yang masih diragukan berlakunya',
      'neighbouring-rule': 'dari aturan yang berdekatan',
      'flipped-case': 'dari kasus yang sama dengan satu fakta berbeda',
      'fixed-list': 'dari daftar kemungkinan sifat suatu kasus',
    },
    mustAsk:
      'Berdasarkan yang diceritakan, mana yang wajib dilakukan pekerja sosial? Lebih dari satu jawaban bisa benar.',
    mustNotAsk:
      'Berdasarkan yang diceritakan, mana yang tidak boleh dilakukan pekerja sosial? Lebih dari satu jawaban bisa benar.',
    principleAsk: (one, other) =>
      `Andaikan “${one}” dan “${other}” saling bertentangan. Prinsip mana yang paling berbobot dalam kasus ini, dan mengapa?`,
    principlesAsk: 'Prinsip mana yang dipertaruhkan di sini, dan atas alasan apa? Lebih dari satu jawaban bisa benar.',
    reasonsAsk:
      'Mana yang merupakan alasan yang baik dalam kasus ini, ke mana pun arahnya, atau langkah yang baik untuk maju? Lebih dari satu jawaban bisa benar.',
    decisionAsk:
      'Apa yang akan Anda putuskan, dan mengapa? Keputusannya sendiri tidak dinilai: yang dinilai ialah apakah Anda memberi alasan, melihat keberatan terhadapnya, dan menyebutkan kewajiban yang tersisa terhadap hal yang Anda kesampingkan.',
    dilemmaAsk: 'Apakah ini benar-benar sebuah dilema?',
    firstAsk: 'Apa yang akan Anda tanyakan atau cari tahu lebih dahulu?',
    turningAsk: (action) =>
      `Perbedaan mana yang dengan sendirinya akan mengubah wajib tidaknya “${action}”? Lebih dari satu jawaban bisa benar.`,
    decidingAsk:
      'Perbedaan mana yang dengan sendirinya akan mengubah jawaban atas pertanyaan apakah ini dilema? Lebih dari satu jawaban bisa benar.',
    owedAsk: (action) =>
      `Andaikan “${action}” mengalah. Kewajiban apa yang tersisa terhadapnya? Lebih dari satu jawaban bisa benar.`,
    owedIfAsk: (taken, other) =>
      `Andaikan Anda memilih “${taken}” dan bukan “${other}”. Kewajiban apa yang tersisa terhadap yang mengalah? Lebih dari satu jawaban bisa benar.`,
    frameworkAsk: (first, second) =>
      `Kerangka etik mana yang dalam kasus ini mendahulukan “${first}” daripada “${second}”? Lebih dari satu jawaban bisa benar.`,
    kinds: {
      dilemma: 'Ya: dua kewajiban bertentangan, dan tidak ada yang menentukan mana yang didahulukan.',
      settled: 'Bukan: ada kewajiban yang bertentangan, tetapi sudah jelas mana yang mengalah.',
      'one-sided': 'Bukan: dari yang diketahui, tidak ada kewajiban yang saling bertentangan.',
      undetermined: 'Belum dapat dikatakan: yang diketahui masih terlalu sedikit.',
    },
    kindMeans: {
      dilemma:
        'Ini akan menjadi dilema yang sesungguhnya bila pengecualian, kekuatan kewajiban, maupun kerangka etik tidak menentukan.',
      settled:
        'Pertentangan akan terjawab bila ditentukan oleh suatu pengecualian, kewajiban yang lebih kuat, atau kerangka etik yang sependapat.',
      'one-sided': 'Tidak ada pertentangan bila kewajiban yang berlaku tidak saling menarik ke arah yang berbeda.',
      undetermined: 'Belum dapat dikatakan bila tidak ada aturan yang dapat diterapkan pada yang diketahui.',
    },
    status: {
      must: 'wajib',
      'must-not': 'tidak boleh',
      contested: 'belum dapat diputuskan',
      should: 'sebaiknya',
      'should-not': 'sebaiknya tidak',
      may: 'boleh',
    },
    unspoken: 'tidak ada aturan yang menyangkutnya',
    notHere: {
      open: (facts) => `Belum, dari yang diceritakan sejauh ini; itu bergantung pada ${facts}.`,
      told: (fact) => `Tidak di sini, karena cerita menyebutkan “${fact}”.`,
      exception: (because) => `Kewajiban ini tidak timbul di sini: ${because}.`,
      untold: (facts, because) =>
        `Cerita tidak menyebutkan syarat pertamanya, ${facts}; dan seandainya pun disebutkan, tetap tidak di sini: ${because}.`,
      'one-fact': (fact) => `Tidak di sini; bila “${fact}”, barulah demikian.`,
    },
    notAgainst: {
      open: (facts) => `Ada tidaknya aturan yang menentangnya masih bergantung pada ${facts}.`,
      told: (fact) => `Aturan yang menentangnya tidak berlaku, karena cerita menyebutkan “${fact}”.`,
      exception: (because) => `Aturan yang menentangnya tidak berlaku di sini: ${because}.`,
      untold: (facts, because) =>
        `Cerita tidak menyebutkan hal yang dapat menentangnya, ${facts}; dan seandainya pun disebutkan, tetap tidak di sini: ${because}.`,
      'one-fact': (fact) => `Hanya bila “${fact}”, barulah hal ini dilarang.`,
    },
    whereItApplies: (because) => `Alasannya, bila berlaku: ${because}.`,
    onlyIfSo: (fact) => `Demikian halnya bila “${fact}”.`,
    forbidden: 'Sebaliknya, hal ini tidak boleh dilakukan di sini.',
    askedHere: {
      must: 'Sebaliknya, hal ini adalah kewajiban di sini.',
      should: 'Sebaliknya, hal ini sebaiknya dilakukan di sini.',
      may: 'Hal ini boleh dilakukan di sini.',
    },
    gaveWay: (principle) => `Pada dasarnya benar, tetapi di sini mengalah demi ${principle}.`,
    stillOwed: 'Kewajiban yang tersisa terhadapnya',
    prevails: (principle) => `Di sini ${principle} didahulukan`,
    asksFirst: 'Ya, ini yang pertama.',
    alsoAsked: 'Layak ditanyakan, tetapi ada yang lebih mendesak.',
    nothingHangs: 'Apa pun jawabannya, tidak ada yang berubah dari yang wajib atau boleh dilakukan di sini.',
    changes: 'Yang bergantung padanya',
    ifSo: (answer) => `bila “${answer}”`,
    noLonger: (action) => `tidak lagi “${action}”`,
    staysSo: (action) => `Bahkan dalam hal itu “${action}” tetap wajib.`,
    staysDilemma: 'Bahkan dalam hal itu tidak ada yang menentukan sisi mana yang didahulukan.',
    thenKind: 'Ya, hal itu akan mengubahnya.',
    putsFirst: (principle) => `Kerangka ini mendahulukan ${principle}.`,
    silent: 'Kerangka ini tidak bersuara tentang keduanya.',
    openVoice: 'Pendapat kerangka ini bergantung pada hal yang belum diketahui.',
    oneSide: (principle) => `Alasan yang baik di sisi ${principle}.`,
    isOwed: 'Ya, kewajiban ini tersisa.',
    isNotOwed: 'Ini kewajiban terhadap hal lain, bukan terhadap yang ini.',
    wayOn: 'Langkah yang baik bila tidak ada yang menentukan.',
    owedToOther: (principle) =>
      `Keputusan yang dapat dipertanggungjawabkan. Kewajiban yang tersisa terhadap ${principle}`,
    told: (answer) => `Siapa yang bertanya diberi tahu: ${answer}.`,
    unverified: { secondary: 'melalui sumber lain', no: 'belum diverifikasi' },
    support: 'Kunci ini berasal dari aturan dalam paket. Kunci ini membantu pertimbangan dan tidak menggantikannya.',
  },
}
