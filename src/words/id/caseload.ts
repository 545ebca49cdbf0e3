import type { CaseloadWords } from '../shapes/caseload.js'

export const caseload: CaseloadWords = {
  cases: (count) => `${count} kasus`,
  unreadable: (count) => `Tidak dapat dibaca dan tidak ditimbang: ${count} kasus`,
  withoutKey: (rows) => `Tidak dibaca dan tidak ditimbang karena tanpa kunci: ${rows} baris`,
  notWeighed: (count) => `Belum ditimbang: ${count} kasus`,
  readSince: 'Kasus telah dibaca lagi setelah penimbangan ini: yang berubah dihitung menurut keadaannya sekarang.',
  firstTime: (count) => `Baru ditimbang untuk pertama kali, belum ada pembandingnya: ${count} keadaan`,
  nothingMoved: 'Tidak ada kasus yang sarannya berubah.',
  nothingKnownMoved: 'Sejauh dapat dibandingkan, tidak ada kasus yang sarannya berubah.',
  moved: (count, situations) => `${count} kasus sarannya berubah (${situations} keadaan yang berbeda)`,
  weaker: (count) =>
    `PERIKSA INI LEBIH DAHULU: ${count} kasus dengan tanda bahaya, yang kini dituntut atau dibolehkan lebih sedikit, atau tidak sesegera sebelumnya`,
  howSoon: 'Seberapa mendesak',
  urgency: { immediate: 'bertindak sekarang', prompt: 'segera', routine: 'tidak mendesak' },
  sort: 'Jenis keadaan',
  kind: {
    dilemma: 'dilema',
    divided: 'kalangan profesi belum sepakat',
    settled: 'ada kewajiban yang bertentangan dan sudah ada jawabannya',
    'one-sided': 'tidak ada kewajiban yang bertentangan',
    undetermined: 'yang diketahui belum cukup',
    'not-covered': 'tidak ada aturan yang menyangkut hal ini',
  },
  actions: 'Yang disarankan',
  before:
    'Sampai sekarang saran bagi orang-orang ini berbeda. Perubahan aturan tidak memutuskan apa pun tentang mereka: lihat dahulu kasusnya.',
}
