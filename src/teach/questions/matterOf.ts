/** What a fact belongs to: the first part of its name. */
export function matterOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}
