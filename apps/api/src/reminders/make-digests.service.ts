import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isoDay, localDay, startOfDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { AccountMails } from '../access/accounts/mail/account-mails';
import type { DeclaredAct } from '../platform/unit/act';
import { describeFault } from '../platform/refusals/classify-fault';
import { spaceNow } from '../platform/clocks';
import { placeIn } from '../platform/requests/request-origin';
import { SpaceRounds } from '../platform/spaces/space-rounds';
import type { Space } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { DIGEST_SQL, type DigestReader } from './digest.query';

const DIGEST: DeclaredAct = { type: 'reminder.digest', purpose: 'care', idempotent: false };
/** Hours begin on a quarter wherever there is a territory: between two quarters nobody's hour comes. */
const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

/** The day's word to each person, at the hour that they chose: once a day, and none where nothing waits. */
@Injectable()
export class MakeDigests implements OnModuleInit {
  private readonly logger = new Logger('Reminders');
  /** By database, the quarter of an hour of its space’s clock that this process has looked in. */
  private readonly doneQuarters = new Map<string, number>();

  constructor(
    private readonly rounds: SpaceRounds,
    private readonly units: UnitOfWork,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.rounds.registerLong(async (space, isStopping) => {
      const quarter = Math.floor(spaceNow(space) / QUARTER_MS);
      if (this.doneQuarters.get(space.database) === quarter) return;
      await this.makeAll(space, isStopping);
      this.doneQuarters.set(space.database, quarter);
    });
  }

  /** How many were made in this space. */
  async makeAll(space: Space, isStopping = (): boolean => false): Promise<number> {
    const due = await this.units.unrecorded('system:recompute', placeIn(space), async () => {
      const now = this.units.now();
      const readers = await DIGEST_SQL.readers.readRows(this.units.manager);
      return readers.filter((reader) => isDue(reader, now));
    });
    let made = 0;
    for (const reader of due) {
      if (isStopping()) break;
      try {
        if (await this.units.runAs('system:recompute', placeIn(space), DIGEST, () => this.makeDigest(reader)))
          made++;
      } catch (error) {
        this.logger.error(describeFault(error));
      }
    }
    return made;
  }

  private async makeDigest({ id, territory, byMail }: DigestReader): Promise<boolean> {
    const { manager } = this.units;
    const now = this.units.now();
    const zone = zoneOf(territory);
    const today = localDay(now, zone);
    const end = new Date(startOfDay(today + 1, zone));
    const counts = await DIGEST_SQL.count.first(manager, [id, new Date(now), end]);
    if (!counts) throw new Error('the database counted nothing');
    const { late, today: dueToday, approvals } = counts;
    // Another process may have made it meanwhile: then there is nothing to send.
    const kept = await DIGEST_SQL.keep.first(manager, [
      ...[id, isoDay(today), new Date(now)],
      ...[late, dueToday, approvals],
    ]);
    this.units.notes({ account: id, made: kept !== null });
    if (!kept || late + dueToday + approvals === 0) return false;
    if (byMail) await this.mails.addReminder('reminder-digest', id);
    return true;
  }
}

/** Their hour has come, and they have had no word today. After a night without a server it comes late, not never. */
function isDue({ territory, hour, lastDay }: DigestReader, now: number): boolean {
  const zone = zoneOf(territory);
  const today = localDay(now, zone);
  return now >= startOfDay(today, zone) + hour * HOUR_MS && (lastDay === null || lastDay < isoDay(today));
}
