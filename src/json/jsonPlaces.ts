import { findNodeAtLocation, type Node } from 'jsonc-parser'

/** What stands at the end of a path of names, or at the end of as much of it as there is. */
export function nodeAt(path: readonly string[], tree: Node | undefined): Node | undefined {
  let reached = tree
  for (const step of path) reached = (reached && findNodeAtLocation(reached, [step])) ?? reached
  return reached
}

/** Whether an object has a member of this name. */
export function hasMember(name: string, tree: Node | undefined): boolean {
  return tree !== undefined && findNodeAtLocation(tree, [name]) !== undefined
}

/** The names of the members of an object, each with its place. */
export function namesIn(node: Node | undefined): readonly Node[] {
  return (node?.children ?? []).flatMap(({ children: [name] = [] }) => name ?? [])
}
