import type { GuideWords } from '../shapes/guide.js'

export const guide: GuideWords = {
  title: 'Apa judul kasusnya?',
  sentence: (number) => `Kalimat ke-${number} dari ceritanya (kosongkan bila ceritanya sudah lengkap)`,
  fact: 'Fakta apa yang diceritakannya? Satu kata sudah cukup: hadiah, gift (kosongkan bila tidak ada lagi)',
  noFact: 'Tidak ada fakta dengan kata itu.',
  otherWords: 'Bukan semua ini: cari dengan kata lain',
  heldBack: 'Fakta apa yang disimpan sampai ada yang bertanya? Satu kata sudah cukup (kosongkan bila tidak ada lagi)',
  goals: 'Prinsip apa yang hendak dipelajari kelas?',
  level: 'Seberapa sulit kasus ini bagi peserta?',
  wanted: 'Tulislah sesuatu.',
  kind: 'jenis kasus',
  questions: 'pertanyaan',
  practised: 'tujuan yang dilatih oleh pertanyaannya',
  unpractised: 'peringatan: tujuan yang tidak dilatih oleh pertanyaan mana pun',
  worthAsking: 'layak disimpan atau ditanyakan lebih dahulu',
  stillToDo: 'yang masih harus diperbaiki',
  wrote: (file) => `ditulis: ${file}`,
  next: 'selanjutnya',
}
