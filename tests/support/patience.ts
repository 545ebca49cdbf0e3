/** After so many milliseconds what did not come never will, however busy the machine is. */
export const patience = 300_000

/** What comes in time; where it does not, a failure says what was waited for, and what had been seen by then. */
export async function inTime<T>(what: string, coming: Promise<T>, seen: () => string = () => ''): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const never = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`never came: ${what}\n${seen().slice(-3_000)}`)), patience)
  })
  try {
    return await Promise.race([coming, never])
  } finally {
    clearTimeout(timer)
  }
}
