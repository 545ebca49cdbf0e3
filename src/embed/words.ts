import type { Locale, Status, Urgency } from '../vocabulary.js'
import type { Objection } from './cards/objections.js'

/** The wording of cards and charts in one language, beside that of the screen. */
interface EmbedWords {
  readonly urgency: Readonly<Record<Urgency, string>>
  /** How soon, before what must be done; what can wait is told without. */
  readonly hurry: Readonly<Record<Urgency, string>>
  /** Of what depends on a danger not known: the status within a sentence, and how it is told without ordering it. */
  readonly status: Readonly<Record<Status, string>>
  readonly askWhether: Readonly<Record<Urgency, string>>
  readonly asKnown: string
  readonly depends: string
  readonly mayGiveWay: (because: string) => string
  readonly ifAnswered: (label: string) => string
  readonly askThenDecide: string
  /** Of a planned step that no rule speaks of. */
  readonly silent: (step: string) => string
  readonly silentMeans: string
  /** Of a planned step that something speaks against; and what does, with the advice or the reason that follows. */
  readonly against: (step: string) => string
  readonly objection: Readonly<Record<Objection['by'], string>>
  readonly hold: string
  readonly and: string
  readonly service: string
  readonly serviceMeans: string
  readonly usage: string
  readonly chart: string
  readonly perHundred: string
  readonly limit: string
}

export const embedWords: Readonly<Record<Locale, EmbedWords>> = {
  en: {
    urgency: { immediate: 'Act now', prompt: 'Act soon', routine: 'No hurry' },
    hurry: { immediate: 'Act now. ', prompt: 'Act soon. ', routine: '' },
    status: {
      must: 'you must',
      'must-not': 'you must not',
      contested: 'undecided',
      should: 'you should',
      'should-not': 'better not',
      may: 'you may',
    },
    askWhether: { immediate: 'Ask now whether', prompt: 'Ask soon whether', routine: 'Ask first whether' },
    asKnown: 'As far as is known,',
    depends: 'This depends on what is not known yet.',
    mayGiveWay: (because) => `It could give way to another duty: ${because}`,
    ifAnswered: (label) => `If the answers allow it: ${label}`,
    askThenDecide: 'Ask first, then decide on this step',
    silent: (step) => `No rule permits this step: ${step}`,
    silentMeans: 'From what was stated, no rule asks for this step. That is not a permission.',
    against: (step) => `The rules speak against this step: ${step}`,
    objection: {
      'what-prevails': 'It gives way to another duty.',
      'what-is-advised': 'It cannot be done beside what is advised.',
      exception: 'A rule would ask for it, but an exception holds:',
      'every-rule': 'Wherever a rule speaks of it, it speaks against it:',
    },
    hold: 'Hold this step, and ask first',
    and: 'and',
    service: 'Ethical dilemmas in social work',
    serviceMeans:
      'Weighs an ethical dilemma in social work and shows what must, should and must not be done, with reasons and sources. It supports judgement and never replaces it.',
    usage:
      'The situation is stated in `context.situation`, the planned step in `context.step`; no names, no free text.',
    chart: 'Cards by urgency',
    perHundred: 'cards per hundred cases',
    limit: 'limit',
  },
  id: {
    urgency: { immediate: 'Bertindak sekarang', prompt: 'Segera', routine: 'Tidak mendesak' },
    hurry: { immediate: 'Bertindaklah sekarang. ', prompt: 'Segera bertindak. ', routine: '' },
    status: {
      must: 'Anda wajib',
      'must-not': 'Anda tidak boleh',
      contested: 'belum dapat diputuskan',
      should: 'sebaiknya Anda',
      'should-not': 'sebaiknya Anda tidak',
      may: 'Anda boleh',
    },
    askWhether: {
      immediate: 'Tanyakan sekarang juga apakah',
      prompt: 'Segera tanyakan apakah',
      routine: 'Tanyakan dahulu apakah',
    },
    asKnown: 'Sejauh yang diketahui,',
    depends: 'Saran ini bergantung pada hal yang belum diketahui.',
    mayGiveWay: (because) => `Saran ini dapat dikesampingkan oleh kewajiban lain: ${because}`,
    ifAnswered: (label) => `Bila jawabannya memungkinkan: ${label}`,
    askThenDecide: 'Tanyakan dahulu, lalu putuskan langkah ini',
    silent: (step) => `Tidak ada aturan yang membolehkan langkah ini: ${step}`,
    silentMeans: 'Dari yang disebutkan, tidak ada aturan yang meminta langkah ini. Itu tidak berarti boleh dilakukan.',
    against: (step) => `Langkah ini tidak sejalan dengan aturan: ${step}`,
    objection: {
      'what-prevails': 'Langkah ini mengalah demi kewajiban lain.',
      'what-is-advised': 'Langkah ini tidak dapat dilakukan bersamaan dengan yang disarankan.',
      exception: 'Ada aturan yang memintanya, tetapi pengecualiannya berlaku:',
      'every-rule': 'Setiap aturan yang menyangkut langkah ini menolaknya:',
    },
    hold: 'Tahan langkah ini dan tanyakan dahulu',
    and: 'dan',
    service: 'Dilema etik dalam pekerjaan sosial',
    serviceMeans:
      'Menimbang dilema etik dalam pekerjaan sosial dan menunjukkan apa yang wajib, sebaiknya, dan tidak boleh dilakukan, beserta alasan dan sumbernya. Layanan ini membantu pertimbangan dan tidak menggantikannya.',
    usage:
      'Situasi dinyatakan dalam `context.situation`, langkah yang direncanakan dalam `context.step`; tanpa nama dan tanpa teks bebas.',
    chart: 'Kartu menurut kemendesakan',
    perHundred: 'kartu per seratus kasus',
    limit: 'batas',
  },
}
