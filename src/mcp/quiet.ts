import { type JSONRPCMessage, type McpServer, ProtocolErrorCode } from '@modelcontextprotocol/server'

const says = 'nothing has this name, or what is given with it does not fit'

/** Has a server answer without a word of what it was asked for: the names that callers type may be those of people. */
export function quiet(server: McpServer): McpServer {
  const connect = server.server.connect.bind(server.server)
  server.server.connect = (transport) => {
    const send = transport.send.bind(transport)
    transport.send = (message, options) => send(withoutEcho(message), options)
    return connect(transport)
  }
  return server
}

function withoutEcho(message: JSONRPCMessage): JSONRPCMessage {
  if (!('error' in message) || message.error.code !== ProtocolErrorCode.InvalidParams) return message
  return { ...message, error: { code: message.error.code, message: says } }
}
