import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file that was asked for: bytes on the line with the answer's head, and what they would be without gzip. */
export interface Sent {
  path: string;
  bytes: number;
  plain: number;
}

export interface StaticServer {
  address: string;
  /** Everything sent since it was last taken. */
  take: () => Sent[];
  close: () => void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What a plain host packs on its way; what is packed already or unknown travels as it is. */
const PACKED = new Set(['.html', '.css', '.js', '.json', '.svg']);

/** Serves a built site as a plain host does, and counts. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  let sent: Sent[] = [];
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const wanted = join(folder, normalize(`/${path}`));
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? join(wanted, 'index.html') : wanted;
    const kind = extname(file);
    const isKnown = existsSync(file);
    const body = isKnown ? readFileSync(file) : Buffer.from('not found');
    const isPacked = isKnown && PACKED.has(kind);
    if (isPacked && !packed.has(file)) packed.set(file, gzipSync(body));
    const travels = (isPacked ? packed.get(file) : undefined) ?? body;
    const { socket } = request;
    const before = socket.bytesWritten;
    response.writeHead(isKnown ? 200 : 404, {
      'content-type': TYPES[kind] ?? 'application/octet-stream',
      'content-length': travels.length,
      'cache-control': 'max-age=600',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(travels, () => {
      const bytes = socket.bytesWritten - before;
      sent.push({ path, bytes, plain: bytes - travels.length + body.length });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
