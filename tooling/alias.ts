/** What takes the place of a module in everything that is built and tested, from the root of the repository. */
export const alias = {
  // jsonpath-plus has run code from a rule's path before: a stub takes its place, which throws.
  'jsonpath-plus': './tooling/jsonpath-stub.cjs',
  // The server's own choice for Node checks answers by code made from text; the other of its two checkers does not.
  '@modelcontextprotocol/server/_shims': './tooling/mcp-shims.mjs',
  'lzma-decoder': './tooling/lzma-decoder.mjs',
}
