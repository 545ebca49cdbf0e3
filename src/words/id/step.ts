import type { StepWords } from '../shapes/step.js'

export const step: StepWords = {
  forbidden: ({ step: s }) => `Jangan dilakukan: ${s}. Aturan melarangnya di sini.`,
  'advised-against': ({ step: s }) => `Sebaiknya jangan: ${s}. Aturan tidak menganjurkannya di sini.`,
  objection: ({ step: s }) =>
    `Jangan dilakukan: ${s}. Langkah ini dikesampingkan oleh kewajiban lain, atau tidak dapat dilakukan bersamaan dengan yang disarankan.`,
  'comes-before': ({ step: s, first }) => `Lakukan dahulu: ${first}. Setelah itu: ${s}.`,
  'at-once': ({ step: s, first }) => `Lakukan dahulu, sekarang juga: ${first}. Setelah itu: ${s}.`,
  open: ({ step: s, ask }) =>
    `Belum dapat dilakukan: ${s}. Langkah ini bergantung pada hal yang belum diketahui: ${ask}`,
  'law-not-covered': ({ step: s }) =>
    `Tanyakan kepada orang yang berwenang: ${s}. Aturan ini hampir tidak memuat hukum negara tersebut.`,
  contested: ({ step: s }) =>
    `Tanyakan kepada orang yang berwenang: ${s}. Di sini kewajiban saling berhadapan dan tidak ada yang menentukan.`,
  depends: ({ step: s }) =>
    `Tanyakan kepada orang yang berwenang: ${s}. Langkah ini bergantung pada bahaya yang belum diketahui.`,
  presumed: ({ step: s }) =>
    `Tanyakan kepada orang yang berwenang: ${s}. Langkah ini bertumpu pada anggapan yang belum dipastikan siapa pun.`,
  'danger-open': ({ step: s }) =>
    `Hubungi orang yang berwenang sekarang juga: ${s}. Mungkin ada orang dalam bahaya, dan tidak ada aturan yang menentukan; itu bukan alasan untuk menahannya, dan bukan pula izin.`,
  exception: ({ step: s }) =>
    `Tanyakan kepada orang yang berwenang: ${s}. Ada aturan yang memintanya, tetapi pengecualiannya berlaku.`,
  silent: ({ step: s }) =>
    `Tanyakan kepada orang yang berwenang: ${s}. Tidak ada aturan yang menyangkutnya di sini, dan itu bukan izin.`,
  'asked-for': ({ step: s }) => `Silakan: ${s}. Aturan memintanya, apa pun yang masih akan diketahui.`,
  permitted: ({ step: s }) => `Silakan: ${s}. Aturan membolehkannya, apa pun yang masih akan diketahui.`,
}
