import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { type JsonFile, type Location, locationOf } from '../../json/jsonText.js'
import { partIn } from './packFiles.js'

/**
 * Finds in the files of a pack what a message is about: its place, told in the words of an author
 * (`rules/children.json · hear-the-child · unless[0]`), and in it the name that the message quotes.
 */
export function locate(place: string, message: string, files: readonly JsonFile[]): Location | undefined {
  const [first, ...steps] = place.split(' · ')
  const file = first === 'rules' ? fileOfRule(steps[0], files) : fileOf(first, files)
  if (!file?.tree) return undefined
  const found = steps.reduce<{ node: Node; lost: boolean }>(stepInto, { node: file.tree, lost: false })
  return locationOf(quoted(message, found.node) ?? heading(found.node), file)
}

/** Whether what a place names stands in these files, and not in those of a pack that they extend. */
export function standsIn(place: string, files: readonly JsonFile[]): boolean {
  const [first, step] = place.split(' · ')
  const tree = fileOf(first, files)?.tree
  return tree !== undefined && step !== undefined && !stepInto({ node: tree, lost: false }, step).lost
}

function fileOf(name: string | undefined, files: readonly JsonFile[]): JsonFile | undefined {
  return files.find(({ path }) => path === name || partIn(path) === name)
}

function fileOfRule(name: string | undefined, files: readonly JsonFile[]): JsonFile | undefined {
  return files.find(({ path, tree }) => partIn(path) === undefined && tree && itemNamed(name ?? '', tree))
}

function stepInto({ node, lost }: { node: Node; lost: boolean }, step: string): { node: Node; lost: boolean } {
  const next = lost ? undefined : (itemNamed(step, node) ?? memberAt(step, node))
  return next ? { node: next, lost: false } : { node, lost: true }
}

/** The item of a list, or of the list of named things in a file or in a named thing, that bears a name; or the one with a number. */
function itemNamed(name: string, node: Node): Node | undefined {
  const lists = node.type === 'array' ? [node] : listsIn(node)
  const [, number] = /^\[(\d+)\]$/.exec(name) ?? []
  const items = lists.flatMap(({ children = [] }) => children)
  return number === undefined ? items.find((item) => nameOf(item)?.value === name) : items[Number(number)]
}

/** The lists of named things that stand in a file or within a named thing. */
function listsIn(node: Node): readonly Node[] {
  const keys = ['rules', 'invariants', 'unless', 'otherPositions', 'guidelines', 'values']
  return keys.flatMap((key) => within(node, [key]) ?? []).filter(({ type }) => type === 'array')
}

function memberAt(step: string, node: Node): Node | undefined {
  const path = [...step.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part))
  let reached: Node | undefined
  for (const part of path) {
    const next: Node | undefined = within(reached ?? node, [part])
    if (!next) break
    reached = next
  }
  return reached
}

/** A member of a thing, also where it stands in its conditions, or in what a rule says in its event. */
function within(node: Node, path: (string | number)[]): Node | undefined {
  const beginnings = [[], ['conditions'], ['event'], ['event', 'params']]
  for (const beginning of beginnings) {
    const found = findNodeAtLocation(node, [...beginning, ...path])
    if (found) return found
  }
  return undefined
}

function nameOf(node: Node): Node | undefined {
  return findNodeAtLocation(node, ['name']) ?? findNodeAtLocation(node, ['value'])
}

/** The first text or key within a part that the message quotes. */
function quoted(message: string, node: Node): Node | undefined {
  const names = [...message.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string)
  for (const name of message.includes('has no value') ? names.slice(1) : names) {
    const found = search(node, name)
    if (found) return found
  }
  return undefined
}

function search(node: Node, name: string): Node | undefined {
  if (node.type === 'string' || node.type === 'number') return String(node.value) === name ? node : undefined
  for (const child of node.children ?? []) {
    const found = search(child, name)
    if (found) return found
  }
  return undefined
}

/** What is underlined of a part as a whole: its name, or its key. */
function heading(node: Node): Node {
  if (node.type !== 'object' && node.type !== 'array') return node
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
  return nameOf(node) ?? key ?? node
}
