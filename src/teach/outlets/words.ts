import type { Locale } from '../../vocabulary.js'

/** The wording of what an exercise is printed as, in one language. */
interface OutletWords {
  readonly story: string
  readonly questions: string
  readonly key: string
  readonly name: string
  readonly date: string
  readonly level: string
  readonly goals: string
  readonly several: string
  readonly one: string
  readonly ownWords: string
  readonly marks: Readonly<Record<'right' | 'partly' | 'wrong' | 'open', string>>
  readonly why: string
  readonly sources: string
  readonly heldBack: string
  readonly rules: (title: string, version: string, day: string) => string
  readonly whereFrom: string
  readonly graderNote: string
  readonly begin: string
  readonly choose: (letter: string) => string
  readonly again: string
  readonly onward: string
  readonly end: string
  readonly endSays: string
  readonly tags: { readonly exercise: string }
  readonly table: {
    readonly principle: string
    readonly goal: string
    readonly seen: string
    readonly mistaken: string
    readonly question: string
    readonly mean: string
    readonly notMarked: string
  }
  readonly classTitle: (learners: number) => string
  readonly classMean: (percent: string) => string
  readonly chartTitle: string
  readonly chartSays: (lowest: string) => string
  /** With `{number}` and `{of}` to be filled in. */
  readonly question: string
  readonly check: string
  readonly next: string
  readonly restart: string
  readonly result: string
  readonly language: string
  readonly chooseFirst: string
  readonly nothingKept: string
  readonly notChosen: string
  readonly storyAgain: string
  readonly otherChoices: string
  readonly principlesSeen: string
}

export const outletWords: Readonly<Record<Locale, OutletWords>> = {
  en: {
    story: 'The case',
    questions: 'Questions',
    key: 'Key',
    name: 'Name',
    date: 'Date',
    level: 'Level',
    goals: 'What is to be learned',
    several: 'several answers',
    one: 'one answer',
    ownWords: 'in your own words',
    marks: { right: 'right', partly: 'partly right', wrong: 'not this', open: 'not marked' },
    why: 'Why',
    sources: 'Sources',
    heldBack: 'What the story holds back, for whoever asks',
    rules: (title, version, day) => `Rules: ${title} ${version}, as of ${day}`,
    whereFrom: 'where it comes from',
    graderNote:
      'Grade the reasons, not the decision: are both sides seen, is the choice reasoned, is what is still owed named?',
    begin: 'Begin',
    choose: (letter) => `Choose ${letter}`,
    again: 'Think again',
    onward: 'Go on',
    end: 'The end',
    endSays: 'You have gone through the case. Talk it over with others: the reasons matter more than the answers.',
    tags: { exercise: 'exercise' },
    table: {
      principle: 'Principle',
      goal: 'goal',
      seen: 'Seen',
      mistaken: 'Named wrongly',
      question: 'Question',
      mean: 'Mean',
      notMarked: 'not marked',
    },
    classTitle: (learners) => `How the class did (${learners} ${learners === 1 ? 'learner' : 'learners'})`,
    classMean: (percent) => `Mean of all: ${percent}`,
    chartTitle: 'How far each principle was seen',
    chartSays: (lowest) => `Bars from 0 to 100 percent, the most often missed first: ${lowest}.`,
    question: 'Question {number} of {of}',
    check: 'Check',
    next: 'Next question',
    restart: 'Start again',
    result: 'Result',
    language: 'Language',
    chooseFirst: 'Choose an answer first.',
    nothingKept: 'Nothing that you choose or write leaves this page, and nothing is kept.',
    notChosen: 'right, and not chosen',
    storyAgain: 'The story',
    otherChoices: 'What about the other choices?',
    principlesSeen: 'Which principles you saw',
  },
  id: {
    story: 'Kasus',
    questions: 'Pertanyaan',
    key: 'Kunci jawaban',
    name: 'Nama',
    date: 'Tanggal',
    level: 'Tingkat',
    goals: 'Yang dipelajari',
    several: 'beberapa jawaban',
    one: 'satu jawaban',
    ownWords: 'dengan kata-kata sendiri',
    marks: { right: 'benar', partly: 'sebagian benar', wrong: 'bukan ini', open: 'tidak dinilai' },
    why: 'Mengapa',
    sources: 'Sumber',
    heldBack: 'Yang belum diceritakan, untuk yang bertanya',
    rules: (title, version, day) => `Aturan: ${title} ${version}, per ${day}`,
    whereFrom: 'asalnya',
    graderNote:
      'Nilailah alasannya, bukan keputusannya: apakah kedua sisi dilihat, apakah pilihannya beralasan, apakah kewajiban yang tersisa disebutkan?',
    begin: 'Mulai',
    choose: (letter) => `Pilih ${letter}`,
    again: 'Pikirkan lagi',
    onward: 'Lanjut',
    end: 'Selesai',
    endSays: 'Anda sudah menelusuri kasus ini. Bicarakanlah dengan yang lain: alasan lebih penting daripada jawaban.',
    tags: { exercise: 'latihan' },
    table: {
      principle: 'Prinsip',
      goal: 'tujuan belajar',
      seen: 'Terlihat',
      mistaken: 'Disebut keliru',
      question: 'Pertanyaan',
      mean: 'Rata-rata',
      notMarked: 'tidak dinilai',
    },
    classTitle: (learners) => `Hasil kelas (${learners} peserta)`,
    classMean: (percent) => `Rata-rata keseluruhan: ${percent}`,
    chartTitle: 'Seberapa jauh setiap prinsip terlihat',
    chartSays: (lowest) => `Batang dari 0 sampai 100 persen, yang paling sering terlewat lebih dahulu: ${lowest}.`,
    question: 'Pertanyaan {number} dari {of}',
    check: 'Periksa',
    next: 'Pertanyaan berikutnya',
    restart: 'Mulai lagi',
    result: 'Hasil',
    language: 'Bahasa',
    chooseFirst: 'Pilihlah jawaban terlebih dahulu.',
    nothingKept: 'Apa yang Anda pilih atau tulis tidak keluar dari halaman ini, dan tidak ada yang disimpan.',
    notChosen: 'benar, tetapi tidak dipilih',
    storyAgain: 'Cerita',
    otherChoices: 'Bagaimana dengan pilihan yang lain?',
    principlesSeen: 'Prinsip yang Anda lihat',
  },
}
