import type { AccountRole } from '@repere/access';
import { ownAppointments } from '../../appointments/standing-appointments.query';
import { ONLY_STANDING } from '../../cases/next-appointment/next-appointment.query';
import { OURS_UNDONE } from '../../cases/worklist/work-phases.query';
import type { Account } from '../../platform/unit/actor';
import { command, rows } from '../../platform/data/statement';
import type { BoundRow } from '../../platform/secrecy/credentials/credential-macs';

/** A secret address with whose calendar it leads to, and the MAC that still holds. */
export interface FeedRow extends BoundRow<'calendar-feed'> {
  readonly id: string;
  readonly account_id: string;
  readonly token_hash: Buffer;
  readonly mac: Buffer | null;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly language: 'fr' | 'en';
  readonly teams: Account['teams'];
}

/** An address as its owner sees it. */
export interface OwnFeed {
  readonly madeAt: Date;
  readonly fetches: number;
  readonly fetchedAt: Date | null;
}

export const CALENDAR_SQL = {
  /**
   * When what is due of the account `$1` is due: open, ours, at `$3`. The cases `$2` that it works on are included, and those led by
   * whom it stands in for in a team: `$4`, person and team as one text. What it took on at a case conference as well.
   */
  due: rows<{ readonly dueAt: Date; readonly isLate: boolean }>({
    dueAt: 'timestamptz!',
    isLate: 'boolean',
  }).from(`
    SELECT d.due_at AS "dueAt", coalesce(d.late_from < $3, false) AS "isLate" FROM deadline d
     WHERE ${OURS_UNDONE} AND d.due_at IS NOT NULL
       AND (d.case_file_id = ANY ($2::uuid[])
            OR d.lead_id = $1 OR d.lead_id::text || d.team_id::text = ANY ($4::text[]))
    UNION ALL
    -- It is due by the end of its day, which is kept as what begins the next.
    SELECT t.due_at - interval '1 minute', t.due_at <= $3 FROM conference_task t WHERE t.kind = 'action' AND t.owner_id = $1
     ORDER BY 1 LIMIT 5000`),

  /**
   * When children have an appointment that stands and is to come from `$3` on, and where their case is: of cases that the account `$1`
   * leads or that are its own, `$2`, and those that it goes along to.
   */
  appointments: rows<{ readonly startsAt: Date; readonly territory: string }>({
    ...{ startsAt: 'timestamptz', territory: 'text' },
  }).from(`
    WITH ${ownAppointments()}
    SELECT a.starts_at AS "startsAt", c.territory FROM mine a JOIN case_file c ON c.id = a.case_file_id
     WHERE ${ONLY_STANDING}
     ORDER BY a.starts_at LIMIT 5000`),

  /** `$1`: hash of the token. */
  find: rows<FeedRow>({
    ...{ id: 'uuid', account_id: 'uuid', token_hash: 'bytea', mac: 'bytea?', name: 'text', roles: 'text[]' },
    ...{ language: 'text', teams: 'json' },
  }).from(`
    SELECT f.id, f.account_id, f.token_hash, live_mac(f.mac) AS mac, a.name, a.roles, a.language,
           coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'territory', t.territory) ORDER BY t.name)
                       FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id), '[]') AS teams
      FROM calendar_feed f JOIN account a ON a.id = f.account_id
     WHERE f.token_hash = $1 AND f.revoked_at IS NULL AND account_is_open(a)`),

  own: rows<OwnFeed>({ madeAt: 'timestamptz', fetches: 'integer', fetchedAt: 'timestamptz?' }).from(`
    SELECT made_at AS "madeAt", fetches, fetched_at AS "fetchedAt" FROM calendar_feed
     WHERE account_id = $1 AND revoked_at IS NULL`),

  revoke: command(`UPDATE calendar_feed SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL`),

  insert: command(`INSERT INTO calendar_feed (id, account_id, token_hash, mac) VALUES ($1, $2, $3, $4)`),

  fetched: command(`UPDATE calendar_feed SET fetches = fetches + 1, fetched_at = now() WHERE id = $1`),
} as const;
