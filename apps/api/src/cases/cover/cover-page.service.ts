import { Injectable } from '@nestjs/common';
import { may, mayNowhere } from '@repere/access';
import type { Cover, Duty, Substitution, UncoveredCase } from '@repere/cases';
import { askerOf } from '../../platform/asker';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { plannedTeamIds } from './planned-teams';

const MOST_UNCOVERED = 100;

/** Who stands in for whom, who is on duty, and which cases nobody works on: for a team that knows whom to call. */
@Injectable()
export class CoverPageService {
  constructor(private readonly unit: UnitOfWork) {}

  async show(): Promise<Cover> {
    const asker = askerOf(this.unit.account);
    const isAllowed = (act: 'list-members' | 'plan-cover', teamId: string): boolean =>
      may(asker, act, { kind: 'team', teamId }).yes;
    const teams: { id: string; name: string }[] = await this.unit.manager.query(
      `SELECT id, name FROM team WHERE id = ANY ($1::uuid[]) ORDER BY name, id`,
      [asker.teamIds.filter((id) => isAllowed('list-members', id))],
    );
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('list-members')] });
    const teamIds = teams.map(({ id }) => id);
    const now = new Date(this.unit.now());
    const planned = plannedTeamIds(this.unit.account);
    const supervised = teamIds.filter((id) => isAllowed('plan-cover', id));
    const uncovered = await this.uncovered(supervised, now);
    this.unit.shows(uncovered.map(({ caseFileId }) => caseFileId));
    return {
      now: now.toISOString(),
      teams: teams.map((team) => ({ ...team, mayPlan: planned.includes(team.id) })),
      substitutions: await this.substitutions(teamIds, now),
      duties: await this.duties(teamIds, now),
      uncovered,
    };
  }

  private async substitutions(teamIds: readonly string[], now: Date): Promise<readonly Substitution[]> {
    const rows: (Omit<Substitution, 'from' | 'until'> & { from: Date; until: Date })[] =
      await this.unit.manager.query(
        `SELECT s.id, json_build_object('id', a.id, 'name', a.name) AS absent,
                json_build_object('id', b.id, 'name', b.name) AS substitute, s.from_at AS "from", s.until_at AS until,
                ARRAY(SELECT t.name FROM team t WHERE t.id = ANY (s.team_ids) ORDER BY t.name, t.id) AS teams
           FROM substitution s JOIN account a ON a.id = s.absent_id JOIN account b ON b.id = s.substitute_id
          WHERE s.ended_at IS NULL AND s.until_at > $2 AND account_is_open(b)
            AND EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = s.absent_id AND m.team_id = ANY ($1::uuid[]))
          ORDER BY s.from_at, s.id`,
        [teamIds, now],
      );
    return rows.map((row) => ({ ...row, from: row.from.toISOString(), until: row.until.toISOString() }));
  }

  private async duties(teamIds: readonly string[], now: Date): Promise<readonly Duty[]> {
    const rows: (Omit<Duty, 'from' | 'until'> & { from: Date; until: Date })[] =
      await this.unit.manager.query(
        `SELECT d.id, json_build_object('id', t.id, 'name', t.name) AS team,
                json_build_object('id', a.id, 'name', a.name) AS account, d.from_at AS "from", d.until_at AS until
           FROM duty d JOIN team t ON t.id = d.team_id JOIN account a ON a.id = d.account_id
          WHERE d.ended_at IS NULL AND d.until_at > $2 AND account_is_open(a) AND d.team_id = ANY ($1::uuid[])
          ORDER BY d.from_at, d.id`,
        [teamIds, now],
      );
    return rows.map((row) => ({ ...row, from: row.from.toISOString(), until: row.until.toISOString() }));
  }

  /** Cases at work whose lead is missing, left, declared a conflict, or is away; and whom nobody stands in for here. */
  private uncovered(teamIds: readonly string[], now: Date): Promise<readonly UncoveredCase[]> {
    return this.unit.manager.query(
      `SELECT c.id AS "caseFileId", c.reference, a.name AS lead,
              CASE WHEN c.lead_id IS NULL THEN 'no-lead'
                   WHEN NOT account_is_open(a) THEN 'left' WHEN r.account_id IS NOT NULL THEN 'conflict' ELSE 'away' END AS why
         FROM case_file c LEFT JOIN account a ON a.id = c.lead_id
         LEFT JOIN recusal r ON r.case_file_id = c.id AND r.account_id = c.lead_id AND r.lifted_at IS NULL
        WHERE c.team_id = ANY ($1::uuid[]) AND c.erased_at IS NULL
          AND (c.lead_id IS NULL OR NOT account_is_open(a) OR r.account_id IS NOT NULL
               OR EXISTS (SELECT 1 FROM substitution s WHERE s.absent_id = c.lead_id AND ${HOLDS}))
          AND EXISTS (SELECT 1 FROM run r WHERE r.case_file_id = c.id AND NOT r.ended)
          -- OFFSET: asked of one case at a time, by its key.
          AND NOT EXISTS (SELECT 1 FROM case_relation_now k
                           WHERE k.case_id = c.id AND k.relation = 'substitute' AND k.instead_of = c.lead_id OFFSET 0)
          -- Open to this reader in an emergency, and for nothing of the team's.
          AND c.id <> ALL (ARRAY(SELECT app_shut_cases()))
        ORDER BY c.reference LIMIT ${String(MOST_UNCOVERED)}`,
      [teamIds, now],
    );
  }
}

/** Of a substitution `s`, at `$2`. */
const HOLDS = `s.ended_at IS NULL AND s.from_at <= $2 AND s.until_at > $2`;
