import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

interface MinutesRow {
  readonly caseFileId: string;
  readonly appointmentId: string;
}

interface ActionRow {
  readonly id: string;
  readonly caseFileId: string;
  readonly appointmentId: string;
  readonly owner: string;
  readonly isOwn: boolean;
  readonly dueAt: Date;
}

const unread = (teams: string, reader: string): string => `FROM case_conference c
  WHERE c.state = 'written' AND c.team_id = ANY (${teams}::uuid[]) AND c.by_id <> ${reader}::uuid AND NOT EXISTS (
    SELECT 1 FROM case_conference later WHERE later.appointment_id = c.appointment_id AND later.version = c.version + 1)`;

const open = ({
  owner,
  teams,
  now,
}: Record<'owner' | 'teams' | 'now', string>): string => `FROM conference_action a
  WHERE a.state = 'open' AND (a.owner_id = ${owner}::uuid OR a.team_id = ANY (${teams}::uuid[]) AND a.due_at <= ${now}::timestamptz)
    AND NOT EXISTS (
    SELECT 1 FROM conference_action later WHERE later.action_id = a.action_id AND later.version = a.version + 1)`;

/** SQL that counts minutes in these teams that wait for somebody else than who wrote them. */
export const countMinutesToRead = (teams: string, reader: string): string =>
  `SELECT count(*)::int AS count, 0 AS late ${unread(teams, reader)}`;

/** SQL that counts open actions of the owner, and of these teams those that are late. */
export const countActions = (of: Record<'owner' | 'teams' | 'now', string>): string =>
  `SELECT count(*)::int AS count, count(*) FILTER (WHERE a.due_at <= ${of.now}::timestamptz)::int AS late ${open(of)}`;

const MINUTES = rows<MinutesRow>({ caseFileId: 'uuid', appointmentId: 'uuid' }).from(
  `SELECT c.case_file_id AS "caseFileId", c.appointment_id AS "appointmentId" ${unread('$1', '$2')} ORDER BY c.at, c.id LIMIT $3`,
);

const ACTIONS = rows<ActionRow>({
  ...{ id: 'uuid', caseFileId: 'uuid', appointmentId: 'uuid', owner: 'text', isOwn: 'boolean' },
  dueAt: 'timestamptz',
}).from(
  `SELECT a.action_id AS id, a.case_file_id AS "caseFileId", a.appointment_id AS "appointmentId",
          (SELECT name FROM account WHERE id = a.owner_id) AS owner, a.owner_id = $1::uuid AS "isOwn", a.due_at AS "dueAt"
     ${open({ owner: '$1', teams: '$2', now: '$3' })} ORDER BY a.due_at, a.id LIMIT $4`,
);

/** What case conferences leave to do: minutes to be read by another person, and actions with their days (TOOL). */
@Injectable()
export class ConferenceTasksQuery {
  constructor(private readonly unit: UnitOfWork) {}

  listMinutes(teamIds: readonly string[], limit: number): Promise<readonly MinutesRow[]> {
    return MINUTES.readRows(this.unit.manager, [teamIds, this.unit.account.id, limit]);
  }

  listActions(teamIds: readonly string[], limit: number): Promise<readonly ActionRow[]> {
    const { account, manager } = this.unit;
    return ACTIONS.readRows(manager, [account.id, teamIds, new Date(this.unit.now()), limit]);
  }
}
