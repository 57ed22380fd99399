import { Injectable } from '@nestjs/common';
import { isoDay, localDay, startOfDay } from '@repere/feel';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { zoneOf } from '@repere/territories';
import { CALENDAR_SQL } from './calendar.query';
import { type CalendarDay, writeCalendar } from './write-calendar';

/** The days on which something is due of the account that acts, or a child of theirs has an appointment, as an iCalendar file. */
@Injectable()
export class OwnDays {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly secrecy: Secrecy,
  ) {}

  async writeCalendar(): Promise<string> {
    const { account } = this.unit;
    const zone = zoneOf(account.teams[0]?.territory);
    const today = isoDay(localDay(this.unit.now(), zone));
    // Of whom a part was referred to a partner nothing is due of theirs, nor is the child's calendar for them.
    const found = this.scopes.hasLists() ? await this.listDays(zone, today) : [];
    const days = [...new Set(found)].sort().map((day): CalendarDay => ({ day, uid: this.uidOf(day) }));
    this.unit.notes({ days: days.length });
    return writeCalendar(days, account.language, {
      stamped: today,
      isFiction: this.unit.space.kind === 'training',
    });
  }

  /** Days on which something is due or booked, in no order, one as often as there is something on it. */
  private async listDays(zone: string, today: string): Promise<readonly string[]> {
    const { account, manager } = this.unit;
    const now = this.unit.now();
    const { assignedIds } = await this.scopes.findScope();
    const standIns = account.effectiveScope.standsInFor.flatMap(({ accountId, teamIds }) =>
      teamIds.map((teamId) => accountId + teamId),
    );
    const due = await CALENDAR_SQL.due.readRows(manager, [account.id, assignedIds, new Date(now), standIns]);
    // What is late is due today: a day of the past is looked at by nobody.
    const days = due.map(({ dueAt, isLate }) => {
      const day = isoDay(localDay(dueAt.getTime(), zone));
      return isLate || day < today ? today : day;
    });
    const from = new Date(startOfDay(localDay(now, zone), zone));
    const appointments = await CALENDAR_SQL.appointments.readRows(manager, [account.id, assignedIds, from]);
    // By the clocks of the case: it is that day where the child is.
    const booked = appointments.map(({ startsAt, territory }) =>
      isoDay(localDay(startsAt.getTime(), zoneOf(territory))),
    );
    return [...days, ...booked];
  }

  /** The same for the same day and person, and tied to neither by whoever has no key. */
  private uidOf(day: string): string {
    return this.secrecy
      .blindToken('calendar-day', `${this.unit.account.id} ${day}`)
      .toString('hex')
      .slice(0, 40);
  }
}
