import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { Misuse } from '../ending.js'

/**
 * Holds a file for one run, and gives back what lets go of it; a lock that a run left which is no
 * longer there is taken over. The known library for this (proper-lockfile) has not been kept since
 * 2021, and waits for a lock to grow old instead.
 */
export function locked(path: string): () => void {
  if (existsSync(path) && !isRunning(Number(readFileSync(path, 'utf8')))) unlinkSync(path)
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch {
    throw new Misuse('another run writes to the same --out')
  }
  return () => unlinkSync(path)
}

function isRunning(pid: number): boolean {
  try {
    return Number.isSafeInteger(pid) && pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}
