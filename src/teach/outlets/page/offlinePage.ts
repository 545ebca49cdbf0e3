import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { markupText } from '../../../render/markup.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { languageWords } from '../../../words/languageWords.js'

/** What makes a page of one file: its texts are in `content`, which its script reads from the element `content`. */
interface OfflinePage {
  readonly locale: InterfaceLanguage
  readonly languages: readonly InterfaceLanguage[]
  readonly title: string
  readonly style: string
  readonly script: string
  readonly content: unknown
}

/** A page in one file that works without a network; its content security policy admits its own script and style and nothing else. */
export function offlinePage({ locale, languages, title, style, script, content }: OfflinePage): string {
  const policy = `default-src 'none'; script-src '${hash(script)}'; style-src '${hash(style)}'; base-uri 'none'; form-action 'none'`
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${markupText(title)}</title>
<style>${style}</style>
</head>
<body>
<header><div id="languages" role="group">
${languages.map(languageButton).join('\n')}
</div></header>
<main id="main"></main>
<footer><p id="kept"></p><p id="rules"></p></footer>
<script type="application/json" id="content">${inScript(content)}</script>
<script>${script}</script>
</body>
</html>
`
}

function languageButton(language: InterfaceLanguage): string {
  return `<button type="button" data-locale="${language}" lang="${language}">${languageWords[language].ownName}</button>`
}

/** JSON that cannot end the element in which it stands. */
function inScript(content: unknown): string {
  return JSON.stringify(content).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The source of a content security policy that admits exactly this text. */
function hash(text: string): string {
  return `sha256-${base64(sha256(utf8ToBytes(text)))}`
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  const threes = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) => [...bytes.slice(i * 3, i * 3 + 3)])
  return threes
    .map(([a = 0, b, c]) => {
      const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
      const letters = [18, 12, 6, 0].map((shift) => digits.charAt((bits >> shift) & 63)).join('')
      return `${letters.slice(0, b === undefined ? 2 : c === undefined ? 3 : 4)}${'='.repeat(b === undefined ? 2 : c === undefined ? 1 : 0)}`
    })
    .join('')
}
