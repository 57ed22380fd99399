import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { machineNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import { readCookie } from '../../platform/requests/read-cookie';
import { KeyStore } from '../../platform/secrecy/key-store';
import { type Space, Spaces } from '../../platform/spaces/spaces';

/** As long as a session at most. */
const HOURS = 8;
const SHAPE = /^(\d{13})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * Who leads in a training space: whoever entered it from the page *Formation*. A cookie that the live space gives, under a key of the
 * training space, so that nothing has to be asked of the live space ever after; a space that begins anew has another key.
 */
@Injectable()
export class LeadTokens {
  constructor(
    private readonly spaces: Spaces,
    private readonly keys: KeyStore,
  ) {}

  async giveToken(response: Response, key: string): Promise<void> {
    const space = await this.spaces.find(key);
    if (space?.kind !== 'training') throw new Refusal('space-shut');
    const said = `${String(machineNow() + HOURS * 3_600_000)}.${randomBytes(16).toString('base64url')}`;
    response.cookie(nameOf(space), `${said}.${this.macs(space, said)[0]}`, ATTRIBUTES);
  }

  /** Refuses whoever does not lead here; in a live space there is nothing of the kind. */
  demand(request: Request, space: Space): void {
    if (space.kind !== 'training') throw new Refusal('not-found');
    if (!this.leads(request, space)) throw new Refusal('not-allowed', { reasons: [NOT_LEADING] });
  }

  clear(response: Response, space: Space): void {
    response.clearCookie(nameOf(space), ATTRIBUTES);
  }

  private leads(request: Request, space: Space): boolean {
    const [, until, nonce, mac] = SHAPE.exec(readCookie(request, nameOf(space)) ?? '') ?? [];
    if (until === undefined || nonce === undefined || mac === undefined) return false;
    if (Number(until) < machineNow()) return false;
    return this.macs(space, `${until}.${nonce}`).some((it) =>
      timingSafeEqual(Buffer.from(it), Buffer.from(mac)),
    );
  }

  /** Under each key that is in force, newest first. */
  private macs(space: Space, said: string): readonly string[] {
    return this.keys.credentialKeys(space).map(({ key }) =>
      createHmac('sha256', key)
        .update(JSON.stringify(['training lead', space.id, said]))
        .digest('base64url'),
    );
  }
}

const nameOf = ({ key }: Space): string => `__Host-repere-${key ?? ''}-lead`;
const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;

const NOT_LEADING = {
  code: 'not-leading',
  text: {
    fr: 'Seul qui anime peut faire cela : entrez dans l’espace depuis la page Formation.',
    en: 'Only whoever leads may do this: enter the space from the page Training.',
  },
};
