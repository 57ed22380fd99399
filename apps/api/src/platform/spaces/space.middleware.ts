import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { correlationOf } from '../requests/correlation';
import { Refusal } from '../refusals/refusal';
import { rememberPlace } from '../requests/request-origin';
import { markDownloads } from './mark-downloads';
import { Spaces } from './spaces';

const PREFIX = /^\/api\/s\/([a-z0-9][a-z0-9-]{0,30})(\/.*)$/;

/** Resolves the space from `/api/s/<key>/…` (none: the default live space) and takes it out of the address. */
@Injectable()
export class SpaceMiddleware implements NestMiddleware {
  constructor(private readonly spaces: Spaces) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const [, key = null, rest] = PREFIX.exec(request.url) ?? [];
    const space =
      (await this.spaces.findSpace(key)) ?? (key === null ? null : await this.spaces.whenCopied(key));
    if (!space) throw new Refusal((key === null ? null : await this.spaces.whyShut(key)) ?? 'not-found');
    if (rest) request.url = `/api${rest}`;
    rememberPlace(request, { space, correlation: correlationOf(response) });
    markDownloads(space, response);
    next();
  }
}
