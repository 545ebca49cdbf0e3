import type { Locale, Settlement } from '../vocabulary.js'

/** The wording of the page around the consultation, in one language. */
interface PageWords {
  readonly skip: string
  readonly whole: string
  readonly openFile: string
  readonly saveFile: string
  readonly fileName: string
  readonly print: string
  readonly clear: string
  readonly cleared: string
  readonly start: string
  readonly edit: string
  readonly notUsed: string
  readonly notJson: string
  readonly kept: string
  readonly opened: string
  readonly answered: string
  readonly yesOf: string
  readonly noOf: string
  readonly unknownOf: string
  readonly number: string
  readonly nothingTold: string
  readonly adviceChanged: string
  readonly picture: string
  readonly pictureHint: string
  readonly noPicture: string
  readonly stands: string
  readonly gaveWay: string
  readonly undecided: string
  /** At an arrow: by what it was settled. */
  readonly by: Readonly<Record<Settlement, string>>
  readonly try: string
  readonly trying: string
  readonly keep: string
  readonly undo: string
  readonly look: string
  readonly looking: string
  readonly steps: string
  readonly why: string
  readonly action: string
  readonly find: string
  readonly framework: string
}

export const pageWords: Readonly<Record<Locale, PageWords>> = {
  en: {
    skip: 'Go to the advice',
    whole: 'Open, save, print',
    openFile: 'Open a situation',
    saveFile: 'Save the situation',
    fileName: 'situation.json',
    print: 'Print',
    clear: 'Clear everything',
    cleared: 'Everything was cleared.',
    start: 'Begin',
    edit: 'Change this answer',
    notUsed: 'This file cannot be used',
    notJson: 'The file is not JSON.',
    kept: 'What you had entered is still here.',
    opened: 'The situation was opened.',
    answered: 'Your answer now',
    yesOf: 'yes',
    noOf: 'no',
    unknownOf: 'not known',
    number: 'A number',
    nothingTold: 'Nothing was told yet.',
    adviceChanged: 'The advice has changed.',
    picture: 'Picture of the weighing',
    pictureHint:
      'Arrows lead from what prevails, on the left, to what gives way. By their numbers, the same is told in words below.',
    noPicture: 'In what is known, nothing collides.',
    stands: 'stands',
    gaveWay: 'gives way',
    undecided: 'undecided',
    by: { exception: 'exception', force: 'stronger', framework: 'frameworks', undecided: 'undecided' },
    try: 'Try it',
    trying: 'You are trying this out',
    keep: 'Keep it',
    undo: 'Undo it',
    look: 'Look',
    looking: 'Looking…',
    steps: 'How it is done',
    why: 'What this rests on',
    action: 'Action',
    find: 'Find',
    framework: 'Framework',
  },
  id: {
    skip: 'Langsung ke saran',
    whole: 'Buka, simpan, cetak',
    openFile: 'Buka situasi',
    saveFile: 'Simpan situasi',
    fileName: 'situasi.json',
    print: 'Cetak',
    clear: 'Hapus semua',
    cleared: 'Semua sudah dihapus.',
    start: 'Mulai',
    edit: 'Ubah jawaban ini',
    notUsed: 'Berkas ini tidak dapat dipakai',
    notJson: 'Berkas ini bukan JSON.',
    kept: 'Yang sudah Anda isikan tetap ada.',
    opened: 'Situasi sudah dibuka.',
    answered: 'Jawaban Anda saat ini',
    yesOf: 'ya',
    noOf: 'tidak',
    unknownOf: 'tidak tahu',
    number: 'Angka',
    nothingTold: 'Belum ada yang disampaikan.',
    adviceChanged: 'Saran berubah.',
    picture: 'Gambar pertimbangan',
    pictureHint:
      'Panah mengarah dari yang didahulukan, di sebelah kiri, ke yang mengalah. Menurut nomornya, hal yang sama diuraikan dengan kata-kata di bawahnya.',
    noPicture: 'Dari yang diketahui, tidak ada yang bertentangan.',
    stands: 'berlaku',
    gaveWay: 'mengalah',
    undecided: 'belum dapat diputuskan',
    by: { exception: 'pengecualian', force: 'lebih kuat', framework: 'kerangka etik', undecided: 'belum putus' },
    try: 'Coba',
    trying: 'Anda sedang mencoba ini',
    keep: 'Pertahankan',
    undo: 'Batalkan',
    look: 'Lihat',
    looking: 'Sedang mencari…',
    steps: 'Cara melakukannya',
    why: 'Dasar saran ini',
    action: 'Tindakan',
    find: 'Cari',
    framework: 'Kerangka etik',
  },
}
