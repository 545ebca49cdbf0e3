import type { RenderWords } from '../shapes/render.js'
import { advice } from './advice.js'

export const render: RenderWords = {
  status: {
    must: 'Anda wajib',
    'must-not': 'Anda tidak boleh',
    contested: 'Belum dapat diputuskan',
    should: 'Sebaiknya Anda',
    'should-not': 'Sebaiknya Anda tidak',
    may: 'Anda boleh',
  },
  urgency: {
    immediate: { mark: 'BERTINDAKLAH SEKARANG JUGA', says: 'mungkin ada orang yang terancam bahaya berat' },
    prompt: { mark: 'SEGERA BERTINDAK', says: 'hal ini sebaiknya tidak ditunda' },
    routine: { mark: 'TIDAK MENDESAK', says: 'dari yang disebutkan, tidak ada yang menuntut tindakan segera' },
  },
  cannotWait: 'hal ini tidak dapat ditunda',
  open: { mark: 'BELUM DIKETAHUI', says: 'ada tidaknya orang yang terancam bahaya belum disebutkan' },
  kind: {
    'one-sided': 'Dari yang diketahui, tidak ada kewajiban yang saling bertentangan.',
    undetermined: 'Yang diketahui belum cukup untuk memberi saran.',
    'not-covered': 'Tidak ada aturan yang menyangkut hal yang disebutkan. Itu tidak berarti boleh.',
  },
  dividedOn: (actions) =>
    `Di kalangan profesi belum ada kesepakatan. Pandangan yang diterbitkan berbeda tentang ${actions}.`,
  settled: (gaveWay, to, grounds) =>
    `Ada kewajiban yang bertentangan dan sudah ada jawabannya${grounds}: ${gaveWay} dikesampingkan demi ${to}`,
  grounds: { law: 'menurut hukum', code: 'menurut kode etik', practice: 'menurut standar praktik' },
  settledBy: {
    exception: 'karena aturannya sendiri menyebut pengecualian ini',
    force: 'karena kewajiban yang lebih kuat didahulukan',
    framework: 'karena semua kerangka etik yang memberi pendapat sepakat',
    undecided: advice.undecided,
  },
  dilemma: (one, other) =>
    `Dilema yang sesungguhnya: tidak ada yang menentukan mana yang didahulukan, ${one} atau ${other}.`,
  agreement: {
    unanimous: 'sepakat',
    majority: 'suara terbanyak',
    split: 'terbelah',
    single: 'hanya satu yang memberi pendapat',
    silent: 'tidak ada yang memberi pendapat',
  },
  speak: (speaking, all) => `${speaking} dari ${all} memberi pendapat`,
  firstOf: (principle) => `${principle} didahulukan`,
  silent: 'tidak memberi pendapat',
  rules: 'aturan',
  asOf: 'keadaan hukum per',
  because: 'karena',
  unless: 'kecuali bila',
  withIt: 'sekaligus',
  until: 'sampai diketahui ada tidaknya bahaya',
  see: 'lihat',
  setAside: 'Dikesampingkan',
  givesWay: (principle) => `dikesampingkan demi ${principle}`,
  stillOwed: 'Kewajiban yang tersisa',
  admitted: (pack) => `pengecualian ini dibuat oleh “${pack}” dan diterima oleh pengelola sistem ini`,
  prevails: (pack, rules) =>
    `Pengelola sistem ini menerima bahwa “${pack}” membuat pengecualian terhadap ${rules} aturan tentang bahaya atau aturan hukum.`,
  call: 'hubungi',
  owedToOther: 'Kewajiban yang tersisa bila Anda memutuskan sebaliknya',
  depending: 'Bila ternyata demikian',
  dependingIf: 'Bila',
  askFirst: 'Tanyakan dahulu',
  more: (count) => `dan ${count} lagi`,
  dangerSilence: 'Selama bahayanya belum diketahui, keadaan belum tentu aman.',
  notLookedFor: 'Pertanyaan lanjutan tidak dicari; mungkin masih ada yang penting.',
  unanswered: 'Sudah ditanyakan, tetapi belum diketahui',
  done: 'Sudah dilakukan',
  ifAnswer: 'bila',
  noLonger: 'tidak lagi',
  frameworks: 'Pandangan berbagai kerangka etik',
  goOn: 'Langkah selanjutnya',
  always: 'Selalu',
  assumed: 'Anggapan awal',
  unreviewed: 'Aturan dan sumber ini belum ditinjau oleh pekerja sosial yang berpraktik.',
  reviewed: (reviewed, all) => `Sudah ditinjau oleh pekerja sosial yang berpraktik: ${reviewed} dari ${all} sumber.`,
  foreignCodes: (countries) =>
    `Kode etik dari negara lain (${countries}) dikutip sebagai panduan; yang mengikat Anda adalah kode etik organisasi profesi Anda sendiri.`,
  verifiedSince: (verified, all, day) =>
    `Sudah dicocokkan dengan naskahnya pada ${day} atau sesudahnya: ${verified} dari ${all} sumber.`,
  support: 'Ini membantu pertimbangan Anda, bukan menggantikannya. Bicarakanlah dengan supervisor Anda.',
}
