/* What is used of test tools that bring no types of their own. */

declare module 'extwee' {
  interface Passage {
    readonly name: string
    readonly text: string
    readonly tags: readonly string[]
    readonly metadata: Readonly<Record<string, string>>
  }
  interface Story {
    readonly name: string
    readonly IFID: string
    readonly format: string
    readonly formatVersion: string
    readonly start: string
    readonly passages: readonly Passage[]
    toTwine2HTML(): string
  }
  interface StoryFormat {
    readonly name: string
    readonly version: string
  }
  export function parseStoryFormat(script: string): StoryFormat
  export function compileTwine2HTML(story: Story, format: StoryFormat): string
  export function parseTwee(text: string): Story
  export function parseTwine2HTML(html: string): Story
}

declare module 'markdown-it' {
  interface Token {
    readonly type: string
    readonly content: string
    readonly children: readonly Token[] | null
  }
  export default class MarkdownIt {
    constructor(preset: 'commonmark' | 'default', options?: { readonly html?: boolean; readonly linkify?: boolean })
    parse(text: string, env: object): readonly Token[]
  }
}
