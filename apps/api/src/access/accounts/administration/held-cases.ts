import { Injectable } from '@nestjs/common';
import type { HeldCases } from '@repere/cases';
import { Refusal } from '../../../platform/refusal';
import { UnitOfWork } from '../../../platform/unit-of-work';

/** What an account holds of cases, as numbers: an administrator learns how many, never which. */
@Injectable()
export class HeldCasesOfAccount {
  constructor(private readonly unit: UnitOfWork) {}

  /** By team; only teams in which it holds any. Closed cases don't count. */
  of(accountId: string): Promise<readonly HeldCases[]> {
    return this.unit.asSystem('system:record', () =>
      this.unit.manager.query(
        `WITH held AS (
           -- Whether or not the account is open: what it holds is to be handed over all the same.
           SELECT c.team_id, c.id, r.relation = 'lead' AS leads FROM case_relation r JOIN case_file c ON c.id = r.case_id
            WHERE r.account_id = $1 AND (r.until IS NULL OR r.until > $2) AND c.erased_at IS NULL
              AND r.relation IN ('lead', 'assigned', 'second-opinion', 'approver', 'partner')
              AND (r.relation = 'lead' OR c.lead_id IS DISTINCT FROM $1))
         SELECT t.id AS "teamId", t.name AS team, count(DISTINCT h.id) FILTER (WHERE h.leads)::int AS leads,
                count(DISTINCT h.id) FILTER (WHERE NOT h.leads)::int AS assigned
           FROM held h JOIN team t ON t.id = h.team_id
          WHERE NOT EXISTS (SELECT 1 FROM run r WHERE r.case_file_id = h.id)
             OR EXISTS (SELECT 1 FROM run r WHERE r.case_file_id = h.id AND NOT r.ended)
          GROUP BY t.id ORDER BY t.name`,
        [accountId, new Date(this.unit.now())],
      ),
    );
  }

  /** Refuses while the account leads open cases of these teams: their child would be nobody's. */
  async demandHandover(accountId: string, teamIds: readonly string[]): Promise<void> {
    const held = (await this.of(accountId)).filter(
      ({ teamId, leads }) => teamIds.includes(teamId) && leads > 0,
    );
    if (held.length === 0) return;
    throw new Refusal('refused', {
      reasons: held.map(({ teamId, team, leads }) => ({
        code: 'handover-needed',
        about: teamId,
        field: 'teamIds',
        text: {
          fr: `${team} : ${leads} ${leads > 1 ? 'dossiers resteraient' : 'dossier resterait'} sans pilote. Le ou la responsable de l’équipe doit d’abord les confier à quelqu’un.`,
          en: `${team}: ${leads} ${leads > 1 ? 'cases' : 'case'} would be without a lead. The team’s supervisor has to hand them over first.`,
        },
      })),
    });
  }

  /** What was referred to a partner whose account is closed, or is a partner's no more; it comes back with neither. */
  async endReferrals(accountId: string): Promise<void> {
    const [, referrals]: [unknown, number] = await this.unit.asSystem('system:record', () =>
      this.unit.manager.query(
        `UPDATE assignment SET ended_at = greatest($2, since)
          WHERE account_id = $1 AND relation = 'partner' AND ended_at IS NULL`,
        [accountId, new Date(this.unit.now())],
      ),
    );
    if (referrals > 0) this.unit.notes({ ended: { referrals } });
  }

  /** Assignments to cases of these teams end, turns of duty for them, and every substitution of or by the account. */
  async end(accountId: string, teamIds: readonly string[], by: string): Promise<void> {
    const at = new Date(this.unit.now());
    const ended = await this.unit.asSystem('system:record', async () => {
      const [, assignments]: [unknown, number] = await this.unit.manager.query(
        `UPDATE assignment SET ended_at = greatest($3, since) WHERE account_id = $1 AND team_id = ANY ($2::uuid[]) AND ended_at IS NULL`,
        [accountId, teamIds, at],
      );
      const [, duties]: [unknown, number] = await this.unit.manager.query(
        `UPDATE duty SET ended_at = $3, ended_by = $4
          WHERE account_id = $1 AND team_id = ANY ($2::uuid[]) AND ended_at IS NULL AND until_at > $3`,
        [accountId, teamIds, at, by],
      );
      const [, substitutions]: [unknown, number] = await this.unit.manager.query(
        `UPDATE substitution SET ended_at = $2, ended_by = $3
          WHERE (absent_id = $1 OR substitute_id = $1) AND ended_at IS NULL AND until_at > $2`,
        [accountId, at, by],
      );
      return { assignments, duties, substitutions };
    });
    this.unit.notes({ ended });
  }
}
