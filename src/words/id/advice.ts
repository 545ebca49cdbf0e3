import type { AdviceWords } from '../shapes/advice.js'

export const advice: AdviceWords = {
  yes: 'ya',
  no: 'tidak',
  not: 'bukan',
  and: 'dan',
  or: 'atau',
  undecided: 'belum dapat diputuskan',
  unspoken: 'tidak ada aturan yang menyangkutnya',
  unverified: { secondary: 'melalui sumber lain', no: 'belum diverifikasi' },
}
