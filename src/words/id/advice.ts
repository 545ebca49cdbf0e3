import type { AdviceWords } from '../shapes/advice.js'

export const advice: AdviceWords = {
  yes: 'ya',
  no: 'tidak',
  not: 'bukan',
  and: 'dan',
  or: 'atau',
  undecided: 'belum dapat diputuskan',
  unspoken: 'tidak ada aturan yang menyangkutnya',
  countries: { ID: 'Indonesia', US: 'AS', GB: 'Britania Raya' },
  dividedHeading: 'Belum ada kesepakatan di kalangan profesi',
  divided: 'di kalangan profesi belum ada kesepakatan tentang ini',
  onePosition: 'Satu pandangan',
  otherPosition: 'Pandangan lain',
  bothAgree: 'Keduanya sepakat bahwa',
  forComparison: 'sebagai pembanding',
  inForceFrom: (day) => `berlaku sejak ${day}`,
  inForceUntil: (day) => `berlaku sampai ${day}`,
  unverified: { secondary: 'melalui sumber lain', no: 'belum diverifikasi' },
}
