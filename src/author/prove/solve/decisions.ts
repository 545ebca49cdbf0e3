/** Which variable to try next: of the open ones the liveliest, those that conflicts met of late; first as it was before, else not. */
export class Decisions {
  private liveliness = new Float64Array(64)
  private place = new Int32Array(64).fill(-1)
  private before = new Int8Array(64)
  private readonly heap: number[] = []
  private step = 1

  add(variable: number): void {
    if (variable >= this.place.length) this.grow(variable * 2)
    this.insert(variable)
  }

  /** The next variable to try, denied unless it held before; none where none is open. */
  next(isOpen: (variable: number) => boolean): number | undefined {
    while (this.heap.length > 0) {
      const variable = this.takeFirst()
      if (isOpen(variable)) return this.before[variable] === 1 ? variable : -variable
    }
    return undefined
  }

  /** A variable is open again, and held before or did not. */
  free(variable: number, held: boolean): void {
    this.before[variable] = held ? 1 : 0
    if (this.place[variable] === -1) this.insert(variable)
  }

  enliven(variable: number): void {
    const lively = this.livelinessOf(variable) + this.step
    this.liveliness[variable] = lively
    if (lively > 1e100) this.calm()
    const place = this.place[variable] as number
    if (place >= 0) this.up(place)
  }

  /** What was met long ago counts less. */
  fade(): void {
    this.step /= 0.95
  }

  private calm(): void {
    for (let i = 0; i < this.liveliness.length; i++) this.liveliness[i] = this.livelinessOf(i) * 1e-100
    this.step *= 1e-100
  }

  private insert(variable: number): void {
    this.heap.push(variable)
    this.put(variable, this.heap.length - 1)
    this.up(this.heap.length - 1)
  }

  private takeFirst(): number {
    const first = this.heap[0] as number
    const last = this.heap.pop() as number
    this.place[first] = -1
    if (this.heap.length > 0) {
      this.put(last, 0)
      this.down(0)
    }
    return first
  }

  private up(from: number): void {
    const variable = this.heap[from] as number
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = this.heap[above] as number
      if (this.livelinessOf(other) >= this.livelinessOf(variable)) break
      this.put(other, place)
      place = above
    }
    this.put(variable, place)
  }

  private down(from: number): void {
    const variable = this.heap[from] as number
    let place = from
    for (let below = 2 * place + 1; below < this.heap.length; below = 2 * place + 1) {
      const right = below + 1
      const better = right < this.heap.length && this.livelinessAt(right) > this.livelinessAt(below) ? right : below
      if (this.livelinessAt(better) <= this.livelinessOf(variable)) break
      this.put(this.heap[better] as number, place)
      place = better
    }
    this.put(variable, place)
  }

  private put(variable: number, place: number): void {
    this.heap[place] = variable
    this.place[variable] = place
  }

  private livelinessAt(place: number): number {
    return this.livelinessOf(this.heap[place] as number)
  }

  private livelinessOf(variable: number): number {
    return this.liveliness[variable] as number
  }

  private grow(size: number): void {
    const [liveliness, place, before] = [new Float64Array(size), new Int32Array(size).fill(-1), new Int8Array(size)]
    liveliness.set(this.liveliness)
    place.set(this.place)
    before.set(this.before)
    this.liveliness = liveliness
    this.place = place
    this.before = before
  }
}
