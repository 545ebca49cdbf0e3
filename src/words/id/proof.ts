import type { ProofWords } from '../shapes/proof.js'

/** The words of a proof, in Bahasa Indonesia. */
export const proof: ProofWords = {
  verdict: { holds: 'berlaku', fails: 'GAGAL', empty: 'KOSONG', 'not-proved': 'BELUM TERBUKTI' },
  laws: 'Hukum saran',
  invariants: 'Hal yang tidak pernah boleh terjadi',
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
  emptyWhy:
    'tidak mengatakan apa-apa: keadaannya tidak mungkin ada, atau tidak ada aturan yang membicarakan hal yang dilarangnya',
  tested: 'Diuji, tidak dibuktikan',
  questions: (count) => `${count} pertanyaan; setiap “berlaku” memiliki sertifikat yang telah diperiksa`,
  nothingDiffers: 'saran sama dalam setiap keadaan yang dapat dinyatakan dalam kedua paket',
  gaveWay: 'dikesampingkan',
  done: 'sudah dilakukan',
  certainty: { firm: 'pasti', depends: 'bergantung pada bahaya yang belum diketahui', presumed: 'dianggap berlaku' },
  urgency: { immediate: 'saat ini juga', prompt: 'segera', routine: 'tidak mendesak' },
  notFinished: 'belum selesai dalam batas perhitungan',
  grounds: 'dasar yang berbeda',
  otherPositions: 'pandangan lain yang diterbitkan berbeda pada aturan',
  notInBoth: 'hanya dapat dinyatakan dalam salah satu paket',
}
