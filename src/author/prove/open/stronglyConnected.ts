/**
 * Things in an order in which each comes after all that it hangs on; those that hang on each other in a circle stand together
 * (strongly connected components: Tarjan 1972, without recursion). `needs` lists, for each number below `count`, what it hangs on.
 */
export function groupsInOrder(
  count: number,
  needs: (item: number) => readonly number[],
): readonly (readonly number[])[] {
  const [index, low] = [new Int32Array(count).fill(-1), new Int32Array(count)]
  const [waiting, isWaiting] = [[] as number[], new Uint8Array(count)]
  const groups: number[][] = []
  let met = 0
  const enter = (item: number) => {
    index[item] = low[item] = met++
    waiting.push(item)
    isWaiting[item] = 1
    return { item, left: [...needs(item)] }
  }
  const leave = (item: number) => {
    if (low[item] !== index[item]) return
    const group = waiting.splice(waiting.lastIndexOf(item))
    for (const one of group) isWaiting[one] = 0
    groups.push(group)
  }
  const lower = (item: number, to: number | undefined) => {
    if (to !== undefined && to < (low[item] as number)) low[item] = to
  }
  for (let start = 0; start < count; start++) {
    if (index[start] !== -1) continue
    const trail = [enter(start)]
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.left.pop()
      if (next === undefined) {
        trail.pop()
        leave(top.item)
        const above = trail.at(-1)
        if (above) lower(above.item, low[top.item])
      } else if (index[next] === -1) trail.push(enter(next))
      else if (isWaiting[next] === 1) lower(top.item, index[next])
    }
  }
  return groups
}
