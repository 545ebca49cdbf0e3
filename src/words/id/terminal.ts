import type { TerminalWords } from '../shapes/terminal.js'
import { consult } from './consult.js'

export const terminal: TerminalWords = {
  notUsed: 'Situasi ini tidak dapat dipakai',
  begin: 'Mulai dari mana?',
  own: 'Dari situasi Anda sendiri',
  choose: 'spasi untuk memilih, Enter untuk lanjut',
  number: 'Angka; kosongkan bila tidak tahu, atau ketik < untuk kembali',
  numberWanted: (min, max) =>
    `Bilangan bulat${min === undefined ? '' : ` dari ${min}`}${max === undefined ? '' : ` sampai ${max}`}`,
  others: 'Bagaimana dengan yang tidak Anda pilih?',
  othersNot: 'Tidak demikian',
  othersUnknown: 'Saya tidak tahu',
  enough: 'Cukup: tampilkan saran',
  soFar: 'Sejauh ini',
  menu: 'Selanjutnya?',
  doing: {
    again: 'Tampilkan saran',
    turning: consult.turning,
    restsOn: consult.restsOn,
    whyNot: consult.whyNot,
    steps: consult.steps.title,
    frameworks: consult.frameworks,
    more: consult.more,
    back: consult.back,
    saveSituation: 'Simpan situasi (JSON)',
    saveAdvice: 'Simpan saran (Markdown atau HTML)',
    finish: 'Selesai',
  },
  pick: 'Yang mana?',
  where: 'Di mana? Nama berkas yang berakhiran',
  saved: (file) => `Tersimpan: ${file}`,
  exists: (file) => `Sudah ada berkas di ${file}; pilihlah nama lain.`,
  notSaved: (file) => `Tidak dapat disimpan di ${file}.`,
  left: 'Tidak ada yang disimpan.',
}
