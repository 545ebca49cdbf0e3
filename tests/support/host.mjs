/*
 * Runs programs one after the other in one process, each as if the process had just begun with it: only what the program imports
 * stays loaded. A program is at its end where its process would be, when nothing is left to do.
 */
import { pathToFileURL } from 'node:url'

const written = { out: '', err: '' }
let count = 0
let running = false

// Bytes are kept as so many signs: none is lost, whatever they mean.
for (const [name, stream] of [
  ['out', process.stdout],
  ['err', process.stderr],
])
  stream.write = (text, ...rest) => {
    written[name] += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
    const done = rest.find((one) => typeof one === 'function')
    if (done) process.nextTick(done)
    return true
  }

process.on('message', ({ program, args, folder }) => {
  process.channel.unref()
  process.chdir(folder)
  process.argv = [process.execPath, program, ...args]
  Object.assign(written, { out: '', err: '' })
  running = true
  count += 1
  // Under another address the program runs anew.
  import(`${pathToFileURL(program)}?run=${count}`)
})

process.on('beforeExit', (code) => {
  if (!running) return
  running = false
  process.exitCode = undefined
  process.stdout.removeAllListeners('error')
  process.channel.ref()
  process.send({ code, ...written })
})
