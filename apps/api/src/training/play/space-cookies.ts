import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { browserCookieOf } from '../../access/sign-in/session-cookie';
import { machineNow } from '../../platform/clocks';
import { readCookie } from '../../platform/requests/read-cookie';
import { spaceMacs } from '../../platform/secrecy/credentials/space-macs';
import { KeyStore } from '../../platform/secrecy/key-store';
import type { Space } from '../../platform/spaces/spaces';

const HOUR = 3_600_000;

/** What a browser is known as in a training space. `staysFor`: hours that the browser keeps it; else it goes with the browser. */
const KINDS = {
  lead: { hours: 8, staysFor: null },
  /** A class that meets for a week finds its places again. */
  learner: { hours: 7 * 24, staysFor: 7 * 24 },
} as const satisfies Readonly<Record<string, { readonly hours: number; readonly staysFor: number | null }>>;
export type SpaceCookieKind = keyof typeof KINDS;

/** What a cookie of these says. `until`: epoch milliseconds by the machine's clock. */
export interface SpaceToken {
  readonly nonce: string;
  readonly until: number;
}

const SHAPE = /^(\d{13})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * Cookies by which a training space knows a browser. They carry a MAC under a key of that space, so that nothing has to be asked of the
 * live space ever after, and none of them opens another; a space that begins anew has another key.
 */
@Injectable()
export class SpaceCookies {
  constructor(private readonly keys: KeyStore) {}

  /**
   * Sets it; what it says at random, which nobody else knows. `nonce`: what this browser is known by in the space that this one branches.
   * `until`: as long as the one by which this is given.
   */
  giveCookie(response: Response, space: Space, kind: SpaceCookieKind, as: Partial<SpaceToken> = {}): string {
    const { hours, staysFor } = KINDS[kind];
    const { nonce = randomBytes(16).toString('base64url'), until = machineNow() + hours * HOUR } = as;
    const said = `${String(until)}.${nonce}`;
    const [mac = ''] = this.macs(space, kind, said);
    response.cookie(browserCookieOf(space, kind), `${said}.${mac}`, {
      ...ATTRIBUTES,
      ...(staysFor !== null && { maxAge: staysFor * HOUR }),
    });
    return nonce;
  }

  /** What was said at random when it was given; `null`: there is none, or not for this space, or no more. */
  readCookie(request: Request, space: Space, kind: SpaceCookieKind): string | null {
    return this.readToken(request, space, kind)?.nonce ?? null;
  }

  /** The same with until when it holds. */
  readToken(request: Request, space: Space, kind: SpaceCookieKind): SpaceToken | null {
    const [, until, nonce, mac] = SHAPE.exec(readCookie(request, browserCookieOf(space, kind)) ?? '') ?? [];
    if (until === undefined || nonce === undefined || mac === undefined) return null;
    if (space.kind !== 'training' || Number(until) < machineNow()) return null;
    const isOurs = this.macs(space, kind, `${until}.${nonce}`).some((it) =>
      timingSafeEqual(Buffer.from(it), Buffer.from(mac)),
    );
    return isOurs ? { nonce, until: Number(until) } : null;
  }

  clear(response: Response, space: Space, kind: SpaceCookieKind): void {
    response.clearCookie(browserCookieOf(space, kind), ATTRIBUTES);
  }

  /** Under each key that is in force, newest first. */
  private macs(space: Space, kind: SpaceCookieKind, said: string): readonly string[] {
    return spaceMacs(this.keys, space, `training ${kind}`, said).map((it) => it.toString('base64url'));
  }
}

const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;
