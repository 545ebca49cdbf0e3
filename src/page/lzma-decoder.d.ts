/** A build puts what unpacks in its place (tooling/alias.ts). */
declare module 'lzma-decoder' {
  export function decompressed(bytes: Uint8Array): Uint8Array
}
