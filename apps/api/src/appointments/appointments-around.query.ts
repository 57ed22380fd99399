import { Injectable } from '@nestjs/common';
import {
  type Absence,
  type AppointmentKind,
  type AppointmentState,
  type Clash,
  clashesOf,
  isToCome,
  type SureOrNot,
} from '@repere/cases';
import { ONLY_STANDING } from '../cases/next-appointment/next-appointment.query';
import { timedIn } from '../cases/next-appointment/outline-of';
import { rows } from '../platform/data/statement';
import { UnitOfWork } from '../platform/unit/unit-of-work';

const DAY = 24 * 3_600_000;
/** Of other cases: a team has fewer in three years. */
const MOST_AROUND = 2_000;

interface AroundRow {
  readonly id: string;
  readonly caseFileId: string;
  readonly state: AppointmentState;
  readonly startsAt: Date;
  readonly isWholeDay: boolean;
  readonly minutes: number | null;
  readonly escortId: string | null;
}

/** An appointment to look around of, with the zone by whose clocks it is. */
export interface LookedAt extends AroundRow {
  readonly kind: AppointmentKind;
  readonly zone: string;
}

interface AwayRow {
  readonly accountId: string;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Of these cases `$1`, of whom else goes with a child `$2`, and of the reader `$5`, to come from `$3` until `$4`: as far as the reader
 * sees them.
 */
const AROUND = rows<AroundRow & { readonly readerGoes: SureOrNot }>({
  ...{ id: 'uuid', caseFileId: 'uuid', state: 'text', startsAt: 'timestamptz', isWholeDay: 'boolean' },
  ...{ minutes: 'integer?', escortId: 'uuid?', readerGoes: 'text' },
}).from(`
  WITH led AS MATERIALIZED (SELECT id FROM case_file WHERE lead_id = $5),
       invited AS MATERIALIZED (SELECT appointment_id AS id FROM conference_member WHERE account_id = $5)
  SELECT a.appointment_id AS id, a.case_file_id AS "caseFileId", a.state, a.starts_at AS "startsAt",
         a.is_whole_day AS "isWholeDay", a.minutes, a.escort_id AS "escortId",
         CASE WHEN a.escort_id = $5 OR a.appointment_id = ANY (ARRAY(SELECT id FROM invited)) THEN 'yes'
              WHEN NOT a.has_escort AND a.kind <> 'case-conference' AND a.case_file_id = ANY (ARRAY(SELECT id FROM led)) THEN 'unknown'
              ELSE 'no' END AS "readerGoes"
    FROM appointment a
   WHERE ${ONLY_STANDING} AND a.state IN ('planned', 'moved') AND a.starts_at >= $3 AND a.starts_at < $4
     AND (a.case_file_id = ANY ($1::uuid[] || ARRAY(SELECT id FROM led)) OR a.escort_id = ANY ($2::uuid[] || $5::uuid)
          OR a.appointment_id = ANY (ARRAY(SELECT id FROM invited)))
   ORDER BY a.starts_at, a.id LIMIT ${String(MOST_AROUND)}`);

/** When these accounts are away: somebody stands in for them. */
const AWAY = rows<AwayRow>({ accountId: 'uuid', from: 'timestamptz', until: 'timestamptz' }).from(`
  SELECT s.absent_id AS "accountId", s.from_at AS "from", s.until_at AS until FROM substitution s
   WHERE s.absent_id = ANY ($1::uuid[]) AND s.ended_at IS NULL AND s.until_at > $2 AND s.from_at < $3
   ORDER BY s.from_at, s.id LIMIT 200`);

/** What is in the way of appointments: of the same child, of who goes along, of who reads, or that these are away. Nothing is told of the other case. */
@Injectable()
export class AppointmentsAroundQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async findClashes(looked: readonly LookedAt[]): Promise<readonly Clash[]> {
    const toCome = looked.filter(({ state }) => isToCome(state));
    if (toCome.length === 0) return [];
    const times = toCome.map(({ startsAt }) => startsAt.getTime());
    // An appointment lasts a day at most.
    const [from, until] = [new Date(Math.min(...times) - DAY), new Date(Math.max(...times) + 2 * DAY)];
    const zones = new Map(toCome.map(({ caseFileId, zone }) => [caseFileId, zone]));
    const escortIds = [...new Set(toCome.flatMap(({ escortId }) => escortId ?? []))];
    const { account, manager } = this.unit;
    const asked = [[...zones.keys()], escortIds, from, until, account.id];
    const around = await AROUND.readRows(manager, asked);
    const [first] = toCome;
    const timed = around.map((it) => timedIn(zones.get(it.caseFileId) ?? first?.zone ?? 'Europe/Paris', it));
    const found = clashesOf(timed, await this.absences(escortIds, from, until));
    const ids = new Set(looked.map(({ id }) => id));
    return found.filter(({ id }) => ids.has(id));
  }

  private async absences(ids: readonly string[], from: Date, until: Date): Promise<readonly Absence[]> {
    if (ids.length === 0) return [];
    const found = await AWAY.readRows(this.unit.manager, [ids, from, until]);
    return found.map((it) => ({ ...it, from: it.from.getTime(), until: it.until.getTime() }));
  }
}
