import { readFileSync } from 'node:fs'

const text = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

export const readme = text('README.md')

/** What stands for readers of their own beside what it is about, with the README. */
export const guides = [readme, text('examples/README.md'), text('rules/README.md')]

/** Each TypeScript block with the text block that follows it: what it prints. */
export const blocks = guides.flatMap((guide) =>
  [...guide.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code, printed]) => ({
    code: code as string,
    printed: printed as string,
  })),
)
