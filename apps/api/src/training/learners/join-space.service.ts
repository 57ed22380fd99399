import { Injectable } from '@nestjs/common';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { Space } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { JoinCodes } from './join-codes';

/**
 * Wrong codes of an address. A class of sixty comes from one, and each may mistype what they read from a wall; of 31^8 codes, guessing
 * sixty a minute finds none in the hours that one lives. Right ones are given back.
 */
const WRONG: RateLimit = { counted: 'class-code', most: 60, minutes: 1 };
/** All of an address: whoever has a code does not fill the record with it. */
const ANY: RateLimit = { counted: 'class-code-address', most: 300, minutes: 15 };

const JOIN: DeclaredAct = { type: 'training-space.join', purpose: 'training', idempotent: false };

/** From a code to its training space, in the live space, which nobody is signed in to for it. */
@Injectable()
export class JoinSpace {
  constructor(
    private readonly units: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly secrecy: Secrecy,
    private readonly codes: JoinCodes,
  ) {}

  /** Refuses with one word what never was a code, is none any more, or is closed; with `locked` after too many. */
  async getSpace(place: RequestPlace, address: string, code: string): Promise<Space> {
    if (place.space.kind !== 'live') throw new Refusal('not-found');
    const found = await this.units.runAs('system:access', place, JOIN, async () => {
      const key = this.secrecy.blindToken('address', address);
      const traces = { address: key.toString('hex') };
      this.units.notes(traces);
      await this.limits.pass([{ ...ANY, key }], 'locked');
      const tried = await this.limits.reserve([{ ...WRONG, key }]);
      if (!tried.ok) throw new Refusal('locked', { retryAfter: tried.retryAfter });
      const space = await this.codes.findSpace(code.replaceAll(/[ -]/g, ''));
      if (space) {
        await this.limits.giveBack(tried.counted);
        this.units.notes({ space: space.key });
      } else await this.units.recordEvent({ type: JOIN.type, outcome: 'failed', payload: traces });
      return space;
    });
    if (!found)
      throw refused(
        'no-such-code',
        'Ce code n’ouvre rien : vérifiez-le, ou demandez-en un nouveau à qui anime.',
        'This code opens nothing: check it, or ask whoever leads for a new one.',
        'code',
      );
    return found;
  }
}
