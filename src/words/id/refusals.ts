import { quoted } from '../../issueCodes.js'
import type { RefusalWords } from '../shapes/refusals.js'

export const refusals: RefusalWords = {
  issue: {
    'must-be-yes-no': () => 'harus `true`, `false`, atau `null`',
    'must-be-number': ({ min, max }) => {
      const [from, to] = [min === undefined ? '' : ` mulai ${min}`, max === undefined ? '' : ` sampai ${max}`]
      return `harus angka${from}${to}, atau \`null\``
    },
    'must-be-some-of': ({ values }) => {
      const [list, each] = [`daftar yang memuat sekurangnya satu dari ${quoted(values)}`, 'untuk masing-masing']
      return `harus ${list}, atau objek yang menyatakan \`true\`, \`false\`, atau \`null\` ${each}`
    },
    'must-be-actions': () =>
      'harus daftar yang memuat sekurangnya satu tindakan dari paket ini, atau objek yang menyatakan `true`, `false`, atau `null` untuk masing-masing',
    'must-be-one-of': ({ values }) => `harus salah satu dari ${quoted(values)}, atau \`null\``,
    'must-be-text': () => 'harus teks',
    'must-be-facts': () => 'harus objek yang berisi fakta',
    'must-be-nested': ({ fact, written }) => `fakta ditulis bersarang, \`${fact}\` sebagai \`${written}\``,
    'unknown-fact': ({ key }) => `kunci ke-${key} bukan nama fakta`,
    'other-jurisdiction': ({ values }) => `paket ini hanya memuat aturan untuk ${quoted(values)}`,
    'stated-twice': () => 'dinyatakan dua kali, juga dengan nama yang dipakai sebelumnya',
    contradicted: () => 'bertentangan dengan fakta yang menjadi dasarnya',
    'not-readable': () => 'tidak dapat dibaca sebagai data biasa',
    'too-large': () => 'terlalu besar',
    'too-deep': () => 'bersarang terlalu dalam',
    'text-too-long': ({ most }) => `memuat teks yang lebih panjang dari ${most} karakter`,
    'number-not-finite': () => 'harus angka yang terhingga',
    'not-plain': () => 'harus data biasa',
    'list-not-plain': () => 'harus daftar biasa tanpa celah',
    'object-not-plain': () => 'harus objek biasa',
    'values-not-plain': () => 'harus objek biasa yang berisi nilai biasa',
    'must-be-interview': () => 'harus menyatakan sampai di mana konsultasi ini: `situation`, `asked`, dan `at`',
    'must-be-asked-facts': () => 'harus nama fakta yang ditanyakan',
    'must-be-place-in-asked': () => 'harus suatu tempat di dalam `asked`',
  },
  meant: (name) => `maksud Anda \`${name}\`?`,
}
