import { Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { ends } from '../ending.js'
import { admitOption, dayOption, localeOption, packOption } from '../options.js'
import { packOf } from '../pack.js'

export const mcp = new Command('mcp')
  .summary('a server of the Model Context Protocol, for agents')
  .description(
    'A server of the Model Context Protocol over standard input and output, or with --port over HTTP (path /mcp). It keeps nothing and logs nothing. TIMBANG_MCP_TOKEN is the token that callers over HTTP must show; TIMBANG_MCP_KEY the key of digests, in hexadecimal.',
  )
  .argument('[folder]', 'the folder of a pack; else social-work')
  .option('--port <port>', 'serves over HTTP', port)
  .option('--host <host>', 'the address to listen on; any other than of this machine wants a token', '127.0.0.1')
  .addOption(localeOption)
  .addOption(dayOption)
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (folder, { port: wanted, host, locale, on, pack, admit }) => {
      const { serveMcp } = await import('../../mcp/index.js')
      const { TIMBANG_MCP_TOKEN: token, TIMBANG_MCP_KEY: key } = process.env
      const options = { locale, on, host, port: wanted, token, ...(key && { key: Buffer.from(key, 'hex') }) }
      const { url } = await serveMcp(packOf(folder, { pack, admit }), options)
      if (url) process.stderr.write(`${url}\n`)
      return 0
    }),
  )

function port(value: string): number {
  const given = Number(value)
  if (/^\d{1,5}$/.test(value) && given <= 65_535) return given
  throw new InvalidArgumentError('It wants a port, from 0 to 65535.')
}
