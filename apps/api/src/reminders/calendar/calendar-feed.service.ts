import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfLink, LINK_TOKEN, makeLinkToken } from '../../access/accounts/mail/link-token';
import type { DeclaredAct } from '../../platform/unit/act';
import type { Account } from '../../platform/unit/actor';
import type { Configuration } from '../../platform/settings/configuration';
import { enterFound } from '../../platform/unit/enter';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CALENDAR_SQL, type FeedRow } from './calendar.query';
import type { CalendarFeedDto, MadeFeedDto } from './calendar.dto';
import { OwnDays } from './own-days.service';

const FIND: DeclaredAct = { type: 'calendar.fetch', purpose: 'care', idempotent: false, isUnrecorded: true };
const FETCH: DeclaredAct = { ...FIND, isUnrecorded: false };
/** Limit on guessing, though nobody finds 256 bits that way. A calendar is fetched some times an hour. */
const OF_ADDRESS: RateLimit = { counted: 'calendar-address', most: 120, minutes: 15 };
/** Longer than finding takes: how long a refusal took tells nothing. */
const REFUSED_AFTER_MS = 150;

/** A calendar under a secret address: none until somebody asks for one, one at a time, gone when they say so. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly days: OwnDays,
    private readonly macs: CredentialMacs,
    private readonly limits: RateLimits,
    private readonly secrecy: Secrecy,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async showFeed(): Promise<CalendarFeedDto> {
    const own = await CALENDAR_SQL.own.first(this.unit.manager, [this.unit.account.id]);
    return {
      madeAt: own?.madeAt.toISOString() ?? null,
      fetches: own?.fetches ?? 0,
      fetchedAt: own?.fetchedAt?.toISOString() ?? null,
    };
  }

  /** A new address, said this once; the one before leads nowhere any more. */
  async makeFeed(): Promise<MadeFeedDto> {
    const { manager, account, space } = this.unit;
    const { publicUrl } = this.configuration;
    if (publicUrl === null) throw new Refusal('refused', { reasons: [NO_ADDRESS] });
    await CALENDAR_SQL.revoke(manager, [account.id]);
    const token = makeLinkToken();
    const bound = { id: randomUUID(), account_id: account.id, token_hash: hashOfLink(token) };
    const mac = this.macs.makeMac(space, 'calendar-feed', bound);
    await CALENDAR_SQL.insert(manager, [bound.id, bound.account_id, bound.token_hash, mac]);
    this.unit.notes({ feed: bound.id });
    const inSpace = space.key === null ? '' : `/s/${space.key}`;
    return { address: `${publicUrl}/api${inSpace}/calendar/${token}` };
  }

  async revoke(): Promise<void> {
    await CALENDAR_SQL.revoke(this.unit.manager, [this.unit.account.id]);
  }

  /** The calendar, as the account has it now. A wrong address, one that was revoked and that of a closed account: `not-found`. */
  async openByAddress(place: RequestPlace, address: string, token: string): Promise<string> {
    await this.unit.unrecorded('system:access', place, () =>
      this.limits.pass([{ ...OF_ADDRESS, key: this.secrecy.blindToken('address', address) }], 'too-many'),
    );
    const feed = await this.unit.runAs('system:access', place, FIND, () => this.findFeed(token));
    const account: Account = {
      ...{ kind: 'account', id: feed.account_id, name: feed.name },
      ...{ roles: feed.roles, teams: feed.teams, language: feed.language },
    };
    return this.unit.runAct({ ...place, enter: enterFound(async () => account) }, FETCH, async () => {
      // Revoked in the meantime, it is no more.
      const still = await CALENDAR_SQL.find.first(this.unit.manager, [feed.token_hash]);
      if (!still) throw new Refusal('not-found');
      await CALENDAR_SQL.fetched(this.unit.manager, [feed.id]);
      this.unit.notes({ feed: feed.id });
      return this.days.writeCalendar();
    });
  }

  private async findFeed(token: string): Promise<FeedRow> {
    const began = performance.now();
    const hash = hashOfLink(token);
    const row = LINK_TOKEN.test(token) ? await CALENDAR_SQL.find.first(this.unit.manager, [hash]) : null;
    if (row && timingSafeEqual(row.token_hash, hash) && this.macs.fits(this.unit.space, 'calendar-feed', row))
      return row;
    const left = REFUSED_AFTER_MS - (performance.now() - began);
    return this.unit.inConstantTime(Math.max(0, left), async () => {
      throw new Refusal('not-found');
    });
  }
}

const NO_ADDRESS = {
  code: 'no-public-url',
  text: {
    fr: 'Repère ne connaît pas sa propre adresse ici (REPERE_PUBLIC_URL) : un agenda n’aurait pas d’adresse.',
    en: 'Repère does not know its own address here (REPERE_PUBLIC_URL): a calendar would have none.',
  },
};
