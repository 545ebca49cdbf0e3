import { markupText } from '../../../render/markup.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { hash, inScript, languageButton } from './practicePage.js'

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
