/** One byte a Thai character, where the usual encoding takes three: a fifth less on the way. */
export const ENCODING = 'windows-874';

/** Undoes `pack`, in a browser or in Node. Hosts that unpack such files on their way are no hindrance. */
export async function unpack<T>(bytes: ArrayBuffer): Promise<T> {
  const [first, second] = new Uint8Array(bytes);
  const isPacked = first === 0x1f && second === 0x8b;
  const body = new Blob([bytes]).stream();
  const plain = isPacked ? body.pipeThrough(new DecompressionStream('gzip')) : body;
  // Safe: only the build writes these files, and the manifest names those of its own making.
  return JSON.parse(new TextDecoder(ENCODING).decode(await new Response(plain).arrayBuffer())) as T;
}
