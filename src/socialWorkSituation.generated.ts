export type SocialWorkSituation = Readonly<Record<string, unknown>>
