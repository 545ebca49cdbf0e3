/** What a language calls itself, and its word for a language. */
export interface LanguageWords {
  readonly ownName: string
  readonly language: string
}
