/**
 * A text as it stands in Markdown. Escaped are the letters that Markdown or HTML obeys anywhere, and those that begin a
 * list or underline a heading at the start.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
