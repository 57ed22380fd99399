import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { nonceOf } from './security-headers';

const SPACE = /^\/s\/[a-z0-9][a-z0-9-]{0,30}(?=\/|$)/;
const HASHED = /-[A-Za-z0-9_-]{8,}\.\w+$/;
const OURS = /^\/(api|health)(\/|$)/;

/** Serves the built pages: hashed files for ever, `index.html` for every page address, also under `/s/<key>/`. */
export function servePages(app: NestExpressApplication, webDir: string): void {
  const index = readFileSync(join(webDir, 'index.html'), 'utf8');
  const files = express.static(webDir, {
    index: false,
    redirect: false,
    etag: true,
    setHeaders: (response, path) =>
      void response.setHeader(
        'Cache-Control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (OURS.test(request.path) || !['GET', 'HEAD'].includes(request.method)) return next();
    const base = SPACE.exec(request.path)?.[0] ?? '';
    const address = request.url;
    request.url = address.slice(base.length) || '/';
    if (request.path === '/index.html') request.url = '/';
    return files(request, response, () => {
      const isFile = /\.\w+$/.test(request.path);
      request.url = address;
      if (isFile) return next();
      response.type('html').send(page(index, nonceOf(response), `${base}/`));
    });
  });
}

/** The page with this answer's nonce, and its base under the space. */
export function page(index: string, nonce: string, base: string): string {
  return index
    .replace(/<base href="[^"]*"\s*\/?>/, `<base href="${base}">`)
    .replace(/<app-root(?=[\s>])/, `<app-root ngCspNonce="${nonce}"`)
    .replace(/<(script|style)(?=[\s>])/g, `<$1 nonce="${nonce}"`);
}
