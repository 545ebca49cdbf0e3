/** A code as it is given out in a class; whoever has none is known by a place. A name is never taken for one. */
export function learnerIn(code: string | undefined, row: number): string {
  return code !== undefined && /^[A-Za-z]{0,3}-?\d{1,4}$/.test(code) ? code.toUpperCase() : `#${row + 1}`
}
