import type { Issue, TimbangError } from '../errors.js'
import type { Locale } from '../vocabulary.js'

/** Why a situation cannot be used, a line for each thing that is wrong. */
export function refusalLines({ issues }: TimbangError, locale: Locale): readonly string[] {
  return issues.map((issue) => issueWords(issue, locale))
}

/** One thing that is wrong with a situation: where, what, and the nearest name where there is one. */
export function issueWords({ place, message, suggestion }: Issue, locale: Locale): string {
  const [said, meant] = locale === 'id' ? [inIndonesian(message), 'maksud Anda'] : [message, 'did you mean']
  return `${place}: ${said}${suggestion === undefined ? '' : ` (${meant} \`${suggestion}\`?)`}`
}

/** A message without translation is told as it is: better in another language than not at all. */
function inIndonesian(message: string): string {
  const form = forms.find(([english]) => english.test(message))
  return form
    ? message.replace(form[0], (...found: string[]) => form[1](...found.slice(1).map((one) => one ?? '')))
    : message
}

/** Every form of what is said of a situation that cannot be used; a long list of names may have been cut at its end. */
const forms: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^must be `true`, `false` or `null`$/, () => 'harus `true`, `false`, atau `null`'],
  [
    /^must be a number(?: from (\S+?))?(?: to (\S+?))?, or `null`$/,
    (least = '', most = '') =>
      `harus angka${least === '' ? '' : ` mulai ${least}`}${most === '' ? '' : ` sampai ${most}`}, atau \`null\``,
  ],
  [
    /^must be a list of at least one of (.*?)(?:, or an object that says `true`, `false` or `null` of them)?$/,
    (names = '') =>
      `harus daftar yang memuat sekurangnya satu dari ${names}, atau objek yang menyatakan \`true\`, \`false\`, atau \`null\` untuk masing-masing`,
  ],
  [/^must be one of (.*?)(?:, or `null`)?$/, (names = '') => `harus salah satu dari ${names}, atau \`null\``],
  [/^must be a text$/, () => 'harus teks'],
  [/^must be an object of facts$/, () => 'harus objek yang berisi fakta'],
  [
    /^facts are written nested, (.*) as (.*)$/,
    (name = '', how = '') => `fakta ditulis bersarang, ${name} sebagai ${how}`,
  ],
  [/^no fact has this name$/, () => 'tidak ada fakta dengan nama ini'],
  [/^this pack holds the rules for (.*) only$/, (held = '') => `paket ini hanya memuat aturan untuk ${held}`],
  [
    /^is stated twice, also under a name it bore before$/,
    () => 'dinyatakan dua kali, juga dengan nama yang dipakai sebelumnya',
  ],
  [/^contradicts the facts from which it follows$/, () => 'bertentangan dengan fakta yang menjadi dasarnya'],
  [/^cannot be read as plain data$/, () => 'tidak dapat dibaca sebagai data biasa'],
  [/^is too large$/, () => 'terlalu besar'],
  [/^is nested too deeply$/, () => 'bersarang terlalu dalam'],
  [
    /^holds a text longer than (\d+) characters$/,
    (most = '') => `memuat teks yang lebih panjang dari ${most} karakter`,
  ],
  [/^must be a finite number$/, () => 'harus angka yang terhingga'],
  [/^must be plain data$/, () => 'harus data biasa'],
  [/^must be a plain list without gaps$/, () => 'harus daftar biasa tanpa celah'],
  [/^must be a plain object$/, () => 'harus objek biasa'],
  [/^must be a plain object of plain values$/, () => 'harus objek biasa yang berisi nilai biasa'],
  [
    /^must be where a consultation stands: (.*) and (.*)$/,
    (some = '', last = '') => `harus menyatakan sampai di mana konsultasi ini: ${some}, dan ${last}`,
  ],
  [/^must be names of facts that are asked for$/, () => 'harus nama fakta yang ditanyakan'],
  [/^must be a place in `asked`$/, () => 'harus suatu tempat di dalam `asked`'],
]
