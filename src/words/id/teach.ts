import type { TeachWords } from '../shapes/teach.js'
import { advice } from './advice.js'

export const teach: TeachWords = {
  or: 'ataupun',
  either: 'atau',
  none: (fact) => (/^siapa\b/i.test(fact) ? 'tidak seorang pun' : 'tidak ada'),
  only: (members) => `hanya ${members}`,
  too: (members) => `${members} juga`,
  kindName: {
    'at-stake': 'Apa yang dipertaruhkan',
    'is-it-a-dilemma': 'Apakah ini dilema?',
    must: 'Yang wajib dilakukan',
    'must-not': 'Yang tidak boleh dilakukan',
    principle: 'Prinsip yang mana, dan mengapa',
    reasons: 'Alasan dan langkah lanjutan',
    decision: 'Keputusan Anda sendiri',
    'ask-first': 'Yang ditanyakan lebih dahulu',
    'which-first': 'Mana yang didahulukan',
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
  sidesAsk: (action) =>
    `Andaikan ada alasan yang mendukung “${action}” dan ada alasan yang menentangnya. Prinsip mana yang paling berbobot dalam kasus ini, dan mengapa?`,
  principlesAsk: 'Prinsip mana yang dipertaruhkan di sini, dan atas alasan apa? Lebih dari satu jawaban bisa benar.',
  reasonsAsk:
    'Mana yang merupakan alasan yang baik dalam kasus ini, ke mana pun arahnya, atau langkah lanjutan yang baik? Lebih dari satu jawaban bisa benar.',
  decisionAsk:
    'Apa yang akan Anda putuskan, dan mengapa? Keputusannya sendiri tidak dinilai: yang dinilai ialah apakah Anda memberi alasan, melihat keberatan terhadapnya, dan menyebutkan kewajiban yang tersisa terhadap hal yang Anda kesampingkan.',
  dilemmaAsk: 'Apakah ini benar-benar sebuah dilema?',
  firstAsk: 'Apa yang akan Anda tanyakan atau cari tahu lebih dahulu?',
  firstAsks: 'Apa yang akan Anda tanyakan atau cari tahu lebih dahulu? Lebih dari satu jawaban bisa benar.',
  whichFirstAsk:
    'Ada beberapa langkah yang sedang dipertimbangkan, termasuk menunggu. Manakah di antaranya yang didahulukan?',
  whichFirstAsks:
    'Ada beberapa langkah yang sedang dipertimbangkan, termasuk menunggu. Manakah di antaranya yang didahulukan? Lebih dari satu jawaban bisa benar.',
  waitStep: 'Menunggu dan belum berbuat apa-apa',
  comesFirst: 'Di antara pilihan ini, inilah yang didahulukan menurut aturan.',
  isAmongFirst: 'Ini termasuk yang didahulukan menurut aturan.',
  comesLater: 'Ini pun diminta di sini, tetapi sesudah pilihan lain.',
  comesLast: 'Di sini aturan menentangnya.',
  waitingLeaves: 'Dengan menunggu, yang berikut ini akan tertinggal',
  nothingDue: 'Yang didahulukan di sini sudah dapat dikerjakan sekarang, dan menunggu tidak membuatnya lebih baik.',
  turningAsk: (action) =>
    `Perbedaan mana yang, tanpa perbedaan lain, akan mengubah kedudukan “${action}”: wajib, sebaiknya dilakukan, masih terbuka, atau tidak boleh? Lebih dari satu jawaban bisa benar.`,
  decidingAsk:
    'Perbedaan mana yang, tanpa perbedaan lain, akan mengubah jawaban atas pertanyaan apakah ini dilema? Lebih dari satu jawaban bisa benar.',
  owedAsk: (action) =>
    `Andaikan “${action}” dikesampingkan. Kewajiban apa yang tersisa terhadapnya? Lebih dari satu jawaban bisa benar.`,
  owedIfAsk: (taken, other) =>
    `Andaikan Anda memilih “${taken}” dan bukan “${other}”. Kewajiban apa yang tersisa terhadap yang dikesampingkan? Lebih dari satu jawaban bisa benar.`,
  frameworkAsk: (first, second) =>
    `Kerangka etik mana yang dalam kasus ini mendahulukan “${first}” daripada “${second}”? Lebih dari satu jawaban bisa benar.`,
  kinds: {
    dilemma: 'Ya: dua kewajiban bertentangan, dan tidak ada yang menentukan mana yang didahulukan.',
    divided: 'Di kalangan profesi sendiri belum ada kesepakatan: pandangan yang diterbitkan berbeda-beda.',
    settled: 'Bukan: ada kewajiban yang bertentangan, tetapi sudah jelas mana yang dikesampingkan.',
    'one-sided': 'Bukan: dari yang diketahui, tidak ada kewajiban yang saling bertentangan.',
    undetermined:
      'Belum dapat dikatakan: yang diketahui masih terlalu sedikit untuk mengetahui kewajiban mana yang berlaku di sini.',
  },
  kindMeans: {
    dilemma:
      'Ini baru menjadi dilema yang sesungguhnya bila pertentangan itu tidak terjawab, baik oleh pengecualian dan kekuatan kewajiban maupun oleh kerangka etik.',
    divided:
      'Disebut belum ada kesepakatan bila ada pandangan yang diterbitkan yang berbeda dari aturan yang berlaku di sini.',
    settled:
      'Pertentangan akan terjawab bila ditentukan oleh suatu pengecualian, kewajiban yang lebih kuat, atau kerangka etik yang sependapat.',
    'one-sided': 'Tidak ada pertentangan bila kewajiban yang berlaku sejalan.',
    undetermined: 'Belum dapat dikatakan bila tidak ada aturan yang dapat diterapkan pada yang diketahui.',
  },
  frameworksApart:
    'Ada benarnya: kerangka etik yang diterbitkan memang berbeda jawabannya. Namun yang bertentangan di sini ialah dua kewajiban yang sama-sama berlaku.',
  nearlyDivided:
    'Hampir tepat: memang belum ada yang menentukan. Bedanya, di sini yang berlainan ialah pandangan yang diterbitkan, bukan dua kewajiban yang sama-sama berlaku.',
  noPositionSays: 'Tidak ada pandangan yang diterbitkan yang mewajibkan hal ini di sini.',
  settledWhereDivided: {
    inPart: 'Sebagian memang sudah terjawab, tetapi tentang selebihnya pandangan yang diterbitkan masih berbeda.',
    byOnePosition:
      'Orang yang memegang salah satu pandangan yang diterbitkan dapat berkata demikian; tetapi pandangan-pandangan itu masih berbeda tentang apa yang sebaiknya dilakukan.',
  },
  oneSidedWhereDivided: {
    partly:
      'Kewajiban yang berlaku memang sejalan, tetapi pandangan yang diterbitkan berbeda tentang apa yang sebaiknya dilakukan.',
    wrong:
      'Pandangan yang diterbitkan bertolak belakang di sini: yang diminta oleh yang satu tidak diminta oleh yang lain.',
  },
  oneSidedWhereSettled:
    'Separuhnya benar: suatu pengecualian menentukan jawabannya, dan dapat dikatakan bahwa kewajiban yang dikesampingkan tidak mengikat di sini. Namun kewajiban itu tetap patut didengar, dan biasanya masih ada kewajiban yang tersisa terhadapnya.',
  settledWhereOneSided:
    'Separuhnya benar: di sini sudah jelas apa yang didahulukan, apa pun keinginan dan kesetiaan yang menentangnya; tetapi tidak ada kewajiban pekerja sosial yang harus dikesampingkan demi kewajiban lain.',
  wishesApart:
    'Keinginan dan kesetiaan boleh jadi tetap bertentangan; yang ditanyakan ialah apakah kewajiban pekerja sosial bertentangan.',
  status: {
    must: 'wajib',
    'must-not': 'tidak boleh',
    contested: advice.undecided,
    should: 'sebaiknya',
    'should-not': 'sebaiknya tidak',
    may: 'boleh',
  },
  notHere: {
    open: (facts) => `Belum, dari yang diceritakan sejauh ini; itu bergantung pada ${facts}.`,
    told: (fact) => `Tidak di sini, karena cerita menyebutkan “${fact}”.`,
    toldOtherwise: (wanted, answer) =>
      `Tidak di sini: alasan ini berlaku bila “${wanted}”, sedangkan yang diceritakan “${answer}”.`,
    exception: (because) => `Kewajiban ini tidak timbul di sini: ${because}.`,
    untold: (facts, because) =>
      `Cerita tidak menyebutkan syarat pertamanya, ${facts}; dan seandainya pun disebutkan, tetap tidak di sini: ${because}.`,
    'one-fact': (fact) => `Tidak di sini; bila “${fact}”, barulah demikian.`,
  },
  notAgainst: {
    exception: (because) => `Aturan yang menentangnya tidak berlaku di sini: ${because}.`,
    'one-fact': (fact) => `Hanya bila “${fact}”, barulah hal ini dilarang.`,
  },
  dependsOn: {
    open: (facts) => `Hal itu bergantung pada ${facts}.`,
    'one-fact': (fact) => `Bila “${fact}”, barulah wajib.`,
  },
  whereItApplies: (because) => `Alasannya, bila berlaku: ${because}.`,
  onlyIfSo: (fact) => `Demikian halnya bila “${fact}”.`,
  forbidden: 'Sebaliknya, hal ini tidak boleh dilakukan di sini.',
  unadvised: 'Sebaliknya, hal ini sebaiknya tidak dilakukan di sini.',
  unspoken: 'Tidak benar dan tidak salah: dari yang diceritakan, aturan tidak menjangkau hal ini.',
  askedHere: {
    must: 'Sebaliknya, hal ini wajib dilakukan di sini.',
    should: 'Sebaliknya, hal ini sebaiknya dilakukan di sini.',
    may: 'Hal ini boleh dilakukan di sini.',
  },
  gaveWay: (principle) => `Pada dasarnya benar, tetapi di sini dikesampingkan demi “${principle}”.`,
  stillOwed: 'Kewajiban yang tersisa terhadapnya',
  prevails: (principle) => `Di sini “${principle}” didahulukan`,
  asksFirst: 'Ya, ini yang pertama.',
  alsoAsked: 'Layak ditanyakan, tetapi ada hal lain yang lebih mendesak.',
  nothingHangs: 'Apa pun jawabannya, tidak ada yang berubah dari yang wajib atau boleh dilakukan di sini.',
  changes: 'Yang bergantung padanya',
  ifSo: (answer) => `bila “${answer}”`,
  staysSo: 'Dalam hal itu pun kedudukannya tetap.',
  staysDilemma: 'Dalam hal itu pun tidak ada yang menentukan sisi mana yang didahulukan.',
  thenKind: 'Ya, hal itu akan mengubahnya.',
  putsFirst: (principle) => `Kerangka ini mendahulukan “${principle}”.`,
  silent: 'Kerangka ini tidak menentukan mana dari keduanya yang didahulukan.',
  sameRank: 'Kerangka ini menempatkan keduanya pada peringkat yang sama.',
  sameGround:
    'Kerangka ini hanya membandingkan dasar kewajiban (hukum, kode etik, praktik), dan di sini dasar keduanya sama.',
  openVoice: 'Pendapat kerangka ini bergantung pada hal yang belum diketahui.',
  oneSide: (principle) => `Alasan yang baik di sisi “${principle}”.`,
  isOwed: 'Ya, kewajiban ini tersisa.',
  isNotOwed:
    'Tidak benar dan tidak salah: menurut aturan ini kewajiban terhadap hal lain, dan bisa saja ada alasan yang baik untuknya di sini.',
  wayOn: 'Langkah yang baik bila tidak ada yang menentukan.',
  owedToOther: (principle) =>
    `Keputusan yang dapat dipertanggungjawabkan. Kewajiban yang tersisa terhadap “${principle}”`,
  speaksAgainst: (principle) =>
    `Keputusan yang dapat dipertanggungjawabkan, meskipun prinsip “${principle}” menentangnya.`,
  told: (answer) => `Peserta yang bertanya diberi tahu: ${answer}.`,
  toldAlready: (fact) => `Bukan yang pertama: cerita sudah menyebutkannya (“${fact}”).`,
  needNot: 'tetapi tidak harus',
  withExceptions: 'kecuali ada alasan yang dapat dibuktikan',
  support: 'Kunci jawaban ini berasal dari kumpulan aturan. Kunci ini membantu pertimbangan dan tidak menggantikannya.',
}
