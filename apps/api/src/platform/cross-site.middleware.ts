import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Refusal } from './refusal';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Only our own pages may write: JSON, a header that no form can send, and the browser's own word on where the request
 * comes from. (The cookie is SameSite=Strict besides.)
 */
@Injectable()
export class CrossSiteMiddleware implements NestMiddleware {
  use(request: Request, _response: Response, next: NextFunction): void {
    const site = request.header('Sec-Fetch-Site');
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeign) throw new Refusal('cross-site');
    if (!SAFE.includes(request.method)) {
      if (request.header('X-Repere') !== '1') throw new Refusal('cross-site');
      const hasBody =
        Number(request.header('Content-Length') ?? 0) > 0 ||
        request.header('Transfer-Encoding') !== undefined;
      if (hasBody && !request.is('application/json')) throw new Refusal('unsupported-media');
    }
    next();
  }
}
