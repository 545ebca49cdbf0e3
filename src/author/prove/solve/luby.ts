/** How long to try before beginning anew: 1 1 2 1 1 2 4 1 1 2 … (Luby, Sinclair and Zuckerman 1993). */
export function luby(n: number): number {
  const size = 2 ** Math.floor(Math.log2(n + 1))
  return size === n + 1 ? size / 2 : luby(n - size + 1)
}
