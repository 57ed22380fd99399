import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../refusals/refusal';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Where an OpenID Connect provider sends a browser back to; and where it speaks to us itself, without a browser. */
const SENT_BACK = /^\/api\/provider-sign-in\/[a-z0-9-]+\/(callback|signed-out)$/;
const BACK_CHANNEL = /^\/api\/provider-sign-in\/[a-z0-9-]+\/back-channel-logout$/;

/**
 * Only our own pages may write: JSON, a header that no form can send, and the browser's own word on where the request
 * comes from. (The cookie is SameSite=Strict besides.) Two doors face outwards: each proves in its own way who knocks.
 */
@Injectable()
export class CrossSiteMiddleware implements NestMiddleware {
  use(request: Request, _response: Response, next: NextFunction): void {
    if (isSentBack(request) || isBackChannel(request)) return next();
    const site = request.header('Sec-Fetch-Site');
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeign) throw new Refusal('cross-site');
    if (!SAFE.includes(request.method)) {
      if (request.header('X-Repere') !== '1') throw new Refusal('cross-site');
      const hasBody =
        Number(request.header('Content-Length') ?? 0) > 0 ||
        request.header('Transfer-Encoding') !== undefined;
      if (hasBody && !isOurJson(request)) throw new Refusal('unsupported-media');
    }
    next();
  }
}

/** A browser that goes to a page of ours; no picture, script or frame of another site. */
const isSentBack = (request: Request): boolean =>
  request.method === 'GET' &&
  SENT_BACK.test(request.path) &&
  ['navigate', undefined].includes(request.header('Sec-Fetch-Mode')) &&
  ['document', undefined].includes(request.header('Sec-Fetch-Dest'));

/** A server's request: a browser would say where it comes from. */
const isBackChannel = (request: Request): boolean =>
  request.method === 'POST' &&
  BACK_CHANNEL.test(request.path) &&
  request.header('Sec-Fetch-Site') === undefined &&
  request.is('application/x-www-form-urlencoded') !== false;

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

/** JSON is UTF-8 (RFC 8259 §8.1); what says otherwise would be read as something that nobody checked. */
function isOurJson(request: Request): boolean {
  const [, charset = 'utf-8'] = CHARSET.exec(request.header('Content-Type') ?? '') ?? [];
  return request.is('application/json') !== false && charset.toLowerCase() === 'utf-8';
}
