/** A build puts what unpacks in its place (`alias` in tooling/bundling.ts). */
declare module 'lzma-decoder' {
  export function decompressed(bytes: Uint8Array): Uint8Array
}
