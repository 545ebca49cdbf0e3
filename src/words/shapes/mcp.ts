/** What the server says to a person and to a model besides what the pack says, in one language. */
export interface McpWords {
  readonly yes: string
  readonly no: string
  readonly notKnown: string
  readonly leaveEmpty: string
  /** That the client, and whoever runs it, sees the answer. */
  readonly seenByClient: string
  readonly consultTitle: string
  readonly consultMeans: string
  readonly consult: string
  readonly codeTitle: string
  readonly codeMeans: string
  readonly codeStory: (matters: string) => string
}
