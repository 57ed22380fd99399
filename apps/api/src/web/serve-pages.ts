import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { readerLanguage } from '../platform/requests/reader-language';
import { packedFiles, unpackedName } from './packed-files';
import { preloads } from './preloads';
import { nonceOf } from './security-headers';

const OURS = /^\/(api|health)(\/|$)/;
const SPACE = /^\/s\/[a-z0-9][a-z0-9-]{0,30}(?=\/)/;
const SPACE_WITHOUT_END = /^\/s\/[a-z0-9][a-z0-9-]{0,30}$/;
// An address may end with a version, `1.0.0`: no file does.
const FILE = /\.[a-z]\w*$/i;
const HASHED = /-[A-Za-z0-9_-]{8,}\.\w+$/;

/** Serves the built pages: hashed files for ever, `index.html` for every page address, also under `/s/<key>/`. */
export function servePages(app: NestExpressApplication, webDir: string): void {
  const index = readFileSync(join(webDir, 'index.html'), 'utf8');
  const files = express.static(webDir, {
    index: false,
    redirect: false,
    setHeaders: (response, path) =>
      void response.setHeader(
        'Cache-Control',
        HASHED.test(unpackedName(path)) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const packedFor = packedFiles(webDir);
  const linksOf = preloads(webDir);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const { path } = request;
    if (OURS.test(path) || !['GET', 'HEAD'].includes(request.method)) return next();
    // Without its end the page would take itself for one of the default space.
    if (SPACE_WITHOUT_END.test(path)) return response.redirect(308, `${path}/`);
    if (FILE.test(path) && path !== '/index.html') {
      const packed = packedFor(request);
      if (packed) {
        response.type(extname(path)).setHeader('Content-Encoding', packed.encoding);
        request.url = packed.path;
      }
      return files(request, response.vary('Accept-Encoding'), next);
    }
    const [space = ''] = SPACE.exec(path) ?? [];
    // Without any cookie nobody is signed in: nothing is asked in their name.
    const asks = request.headers.cookie !== undefined;
    const links = linksOf({ path: path.slice(space.length), space, language: readerLanguage(request), asks });
    const page = index.replace('</head>', `${links}</head>`);
    response
      .vary('Accept-Language')
      .type('html')
      .send(pageWithNonce(page, nonceOf(response)));
  });
}

/** The page with this answer's nonce on its root and on what is inline. */
export const pageWithNonce = (index: string, nonce: string): string =>
  index
    .replaceAll('CSP_NONCE', nonce)
    .replace(/<(script|style)(?![^>]*\snonce=)(?=[\s>])/g, `<$1 nonce="${nonce}"`);
