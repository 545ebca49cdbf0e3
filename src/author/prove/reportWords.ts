import type { Certainty, Locale, Urgency } from '../../vocabulary.js'
import type { Verdict } from './verdict.js'

/** The words of what is told about a proof, and about what differs between two packs. */
export interface ReportWords {
  readonly verdict: Readonly<Record<Verdict['verdict'], string>>
  readonly laws: string
  readonly invariants: string
  readonly rulesOf: (day: string) => string
  readonly situation: string
  readonly before: string
  readonly after: string
  readonly other: string
  readonly saidHere: string
  readonly rules: string
  readonly failsToo: string
  readonly notSmallest: string
  readonly notProved: string
  readonly emptyWhy: string
  readonly tested: string
  readonly questions: (count: number) => string
  readonly nothingDiffers: string
  readonly gaveWay: string
  readonly certainty: Readonly<Record<Certainty, string>>
  readonly urgency: Readonly<Record<Urgency, string>>
  readonly notFinished: string
  readonly grounds: string
  readonly notInBoth: string
}

/** The words in each language. */
export const reportWords: Readonly<Record<Locale, ReportWords>> = {
  en: {
    verdict: { holds: 'holds', fails: 'FAILS', empty: 'EMPTY', 'not-proved': 'NOT PROVED' },
    laws: 'Laws of advice',
    invariants: 'What must never be',
    rulesOf: (day) => `rules of ${day}`,
    situation: 'in',
    before: 'before',
    after: 'after',
    other: 'or',
    saidHere: 'says',
    rules: 'rules',
    failsToo: 'fails for',
    notSmallest: 'whether fewer facts suffice was not decided',
    notProved: 'not proved within the budget for',
    emptyWhy: 'says nothing: what it looks at cannot be, or no rule speaks of what it forbids',
    tested: 'Tested, not proved',
    questions: (count) => `${count} questions; every “holds” has a certificate that was checked`,
    nothingDiffers: 'the advice is the same in every situation that both packs can state',
    gaveWay: 'gave way',
    certainty: { firm: 'firm', depends: 'depends on an open danger', presumed: 'presumed' },
    urgency: { immediate: 'at once', prompt: 'soon', routine: 'no hurry' },
    notFinished: 'not finished within the budget',
    grounds: 'other grounds',
    notInBoth: 'can be stated in one of the packs only',
  },
  id: {
    verdict: { holds: 'berlaku', fails: 'GAGAL', empty: 'KOSONG', 'not-proved': 'BELUM TERBUKTI' },
    laws: 'Hukum saran',
    invariants: 'Yang tidak boleh pernah terjadi',
    rulesOf: (day) => `aturan per ${day}`,
    situation: 'dalam keadaan',
    before: 'sebelum',
    after: 'sesudah',
    other: 'atau',
    saidHere: 'saran',
    rules: 'aturan',
    failsToo: 'gagal untuk',
    notSmallest: 'belum dipastikan apakah fakta yang lebih sedikit sudah cukup',
    notProved: 'belum terbukti dalam batas perhitungan untuk',
    emptyWhy: 'tidak mengatakan apa-apa: keadaannya tidak mungkin ada, atau tidak ada aturan yang membicarakan hal yang dilarangnya',
    tested: 'Diuji, tidak dibuktikan',
    questions: (count) => `${count} pertanyaan; setiap “berlaku” memiliki sertifikat yang telah diperiksa`,
    nothingDiffers: 'saran sama dalam setiap keadaan yang dapat dinyatakan dalam kedua paket',
    gaveWay: 'mengalah',
    certainty: { firm: 'pasti', depends: 'bergantung pada bahaya yang belum diketahui', presumed: 'dianggap berlaku' },
    urgency: { immediate: 'saat ini juga', prompt: 'segera', routine: 'tidak mendesak' },
    notFinished: 'belum selesai dalam batas perhitungan',
    grounds: 'dasar yang berbeda',
    notInBoth: 'hanya dapat dinyatakan dalam salah satu paket',
  },
}
