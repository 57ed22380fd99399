import { Injectable } from '@nestjs/common';
import { Refusal } from '../refusals/refusal';
import { Secrecy } from '../secrecy/secrecy';
import { UnitOfWork } from '../unit/unit-of-work';
import { RATE_LIMITS_SQL } from './rate-limits.query';

/** How often something may be tried, in how long. Limits of the same name count the same tries. */
export interface RateLimit {
  readonly counted: string;
  readonly most: number;
  /** At most a day. */
  readonly minutes: number;
  /** A try that was right lets those before it count no more. */
  readonly startsAnew?: true;
}

/** A limit, with the keyed hash of the login, account or address that tries. */
export type KeyedLimit = RateLimit & { readonly key: Buffer };

/** A try that counts until it is given back. */
export interface CountedTry {
  readonly ids: readonly string[];
  readonly startsAnew: readonly string[];
}

/** A try that may go on, or how many seconds to wait. */
export type Reservation =
  { readonly ok: true; readonly counted: CountedTry } | { readonly ok: false; readonly retryAfter: number };

/**
 * Limits of tries per time, counted in the database so that all processes share them, by its server's clock. The same for what
 * exists and what does not: being stopped tells nothing.
 */
@Injectable()
export class RateLimits {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** Counts a try before it is made: a hundred at the same moment get no further than a hundred in a row. In a unit that commits. */
  async reserve(limits: readonly KeyedLimit[]): Promise<Reservation> {
    const { manager } = this.unit;
    // Always in the same order: two tries at once wait for each other and never in a ring.
    const locks = new Set(limits.map(({ counted, key }) => `${counted} ${key.toString('hex')}`));
    await RATE_LIMITS_SQL.lock(manager, [[...locks].sort()]);
    const row = await RATE_LIMITS_SQL.count.first(manager, [
      ...[limits.map(({ counted }) => counted), limits.map(({ key }) => key)],
      ...[limits.map(({ most }) => most), limits.map(({ minutes }) => minutes)],
    ]);
    if (!row) throw new Error('the try was not counted');
    if (row.wait !== null) return { ok: false, retryAfter: Math.max(row.wait, 1) };
    const startsAnew = limits.filter((it) => it.startsAnew).map(({ counted }) => counted);
    return { ok: true, counted: { ids: row.ids, startsAnew } };
  }

  /** The same for what is never right or wrong; refuses, with how long to wait. */
  async pass(limits: readonly KeyedLimit[], refusal: 'locked' | 'too-many'): Promise<void> {
    const reservation = await this.reserve(limits);
    if (!reservation.ok) throw new Refusal(refusal, { retryAfter: reservation.retryAfter });
  }

  /** The same of the account that acts. */
  passForAccount(limit: RateLimit, refusal: 'locked' | 'too-many'): Promise<void> {
    return this.pass([{ ...limit, key: this.secrecy.blindToken('account', this.unit.account.id) }], refusal);
  }

  /** It was right: it counts no more. */
  giveBack({ ids, startsAnew }: CountedTry): Promise<void> {
    return RATE_LIMITS_SQL.giveBack(this.unit.manager, [ids, startsAnew]);
  }
}
