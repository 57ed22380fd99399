import { Injectable } from '@nestjs/common';
import { countedChange, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { HeldCasesDto } from './accounts.dto';

/** What an account holds of cases, whoever asks: as the record's own reader. */
@Injectable()
export class HeldCasesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** By team. */
  listHeldCases(accountId: string): Promise<readonly HeldCasesDto[]> {
    return OF_ACCOUNT.readRows(this.unit.manager, [accountId, new Date(this.unit.now())]);
  }

  /** How many ended. */
  endReferrals(accountId: string, at: Date): Promise<number> {
    return END_REFERRALS(this.unit.manager, [accountId, at]);
  }

  /** How many of each ended. */
  async endHeldCases(
    accountId: string,
    teamIds: readonly string[],
    by: string,
    at: Date,
  ): Promise<Readonly<Record<'assignments' | 'duties' | 'substitutions', number>>> {
    const { manager } = this.unit;
    const assignments = await END_ASSIGNMENTS(manager, [accountId, teamIds, at]);
    const duties = await END_DUTIES(manager, [accountId, teamIds, at, by]);
    const substitutions = await END_SUBSTITUTIONS(manager, [accountId, at, by]);
    return { assignments, duties, substitutions };
  }
}

const OF_ACCOUNT = rows<HeldCasesDto>({ teamId: 'uuid', team: 'text', leads: 'integer', assigned: 'integer' })
  .from(`
  WITH held AS (
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
   GROUP BY t.id ORDER BY t.name`);

const END_REFERRALS = countedChange(`
  UPDATE assignment SET ended_at = greatest($2, since)
   WHERE account_id = $1 AND relation = 'partner' AND ended_at IS NULL`);

const END_ASSIGNMENTS = countedChange(`
  UPDATE assignment SET ended_at = greatest($3, since)
   WHERE account_id = $1 AND team_id = ANY ($2::uuid[]) AND ended_at IS NULL`);

const END_DUTIES = countedChange(`
  UPDATE duty SET ended_at = $3, ended_by = $4
   WHERE account_id = $1 AND team_id = ANY ($2::uuid[]) AND ended_at IS NULL AND until_at > $3`);

const END_SUBSTITUTIONS = countedChange(`
  UPDATE substitution SET ended_at = $2, ended_by = $3
   WHERE (absent_id = $1 OR substitute_id = $1) AND ended_at IS NULL AND until_at > $2`);
