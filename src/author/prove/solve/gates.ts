/** Finds gates by their inputs, so that none is made twice: a table of numbers, each gate at the first free place from where its inputs tell. */
export class Gates {
  private table = new Int32Array(4_096)
  private count = 0

  constructor(private readonly inputs: (readonly number[] | undefined)[]) {}

  /** The gate with these inputs, which is made where there is none. */
  gate(inputs: readonly number[]): number {
    const place = this.place(inputs)
    const before = this.table[place] as number
    if (before !== 0) return before
    this.inputs.push(inputs)
    this.table[place] = this.inputs.length - 1
    if (++this.count * 2 > this.table.length) this.grow()
    return this.inputs.length - 1
  }

  private place(inputs: readonly number[]): number {
    const last = this.table.length - 1
    let place = told(inputs) & last
    while (!this.isFor(inputs, this.table[place] as number)) place = (place + 1) & last
    return place
  }

  /** Whether a place is that of the gate with these inputs, or free. */
  private isFor(inputs: readonly number[], gate: number): boolean {
    if (gate === 0) return true
    const other = this.inputs[gate] as readonly number[]
    return other.length === inputs.length && other.every((literal, i) => literal === inputs[i])
  }

  private grow(): void {
    const before = this.table
    this.table = new Int32Array(before.length * 2)
    for (const gate of before) if (gate !== 0) this.table[this.place(this.inputs[gate] as readonly number[])] = gate
  }
}

/** A number that inputs tell, and others seldom do (FNV-1a, Fowler, Noll and Vo, over whole literals). */
function told(inputs: readonly number[]): number {
  let mixed = 0x811c9dc5
  for (const literal of inputs) mixed = Math.imul(mixed ^ literal, 0x01000193)
  return mixed ^ (mixed >>> 15)
}
