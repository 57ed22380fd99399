import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { DutyDto, SubstitutionDto, UncoveredCaseDto } from './cover.dto';

const MOST_UNCOVERED = 100;

/** Who stands in for whom, who is on duty, and who is away: now, and from now on. */
@Injectable()
export class CoverQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Of people of these teams. */
  async substitutions(teamIds: readonly string[]): Promise<readonly SubstitutionDto[]> {
    return (await SUBSTITUTIONS.readRows(this.unit.manager, [teamIds, this.now()])).map(withDates);
  }

  async duties(teamIds: readonly string[]): Promise<readonly DutyDto[]> {
    return (await DUTIES.readRows(this.unit.manager, [teamIds, this.now()])).map(withDates);
  }

  /** Cases at work whose lead is missing, left, declared a conflict, or is away; and whom nobody stands in for here. */
  uncovered(teamIds: readonly string[]): Promise<readonly UncoveredCaseDto[]> {
    return UNCOVERED.readRows(this.unit.manager, [teamIds, this.now()]);
  }

  async isAway(accountId: string): Promise<boolean> {
    return (await IS_AWAY.first(this.unit.manager, [accountId, this.now()]))?.isAway ?? false;
  }

  private now(): Date {
    return new Date(this.unit.now());
  }
}

interface Lasting {
  readonly from: Date;
  readonly until: Date;
}

const withDates = <R extends Lasting>(row: R): Omit<R, keyof Lasting> & Record<keyof Lasting, string> => ({
  ...row,
  from: row.from.toISOString(),
  until: row.until.toISOString(),
});

/** Whether somebody stands in for this account at `$2`. */
const isAway = (account: string): string =>
  `EXISTS (SELECT 1 FROM substitution s
            WHERE s.absent_id = ${account} AND s.ended_at IS NULL AND s.from_at <= $2 AND s.until_at > $2)`;

const IS_AWAY = rows<{ readonly isAway: boolean }>({ isAway: 'boolean' }).from(
  `SELECT ${isAway('$1::uuid')} AS "isAway"`,
);

const SUBSTITUTIONS = rows<Omit<SubstitutionDto, keyof Lasting> & Lasting>({
  ...{ id: 'uuid', absent: 'json', substitute: 'json', from: 'timestamptz', until: 'timestamptz' },
  teams: 'text[]',
}).from(`
  SELECT s.id, json_build_object('id', a.id, 'name', a.name) AS absent,
         json_build_object('id', b.id, 'name', b.name) AS substitute, s.from_at AS "from", s.until_at AS until,
         ARRAY(SELECT t.name FROM team t WHERE t.id = ANY (s.team_ids) ORDER BY t.name, t.id) AS teams
    FROM substitution s JOIN account a ON a.id = s.absent_id JOIN account b ON b.id = s.substitute_id
   WHERE s.ended_at IS NULL AND s.until_at > $2 AND account_is_open(b)
     AND EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = s.absent_id AND m.team_id = ANY ($1::uuid[]))
   ORDER BY s.from_at, s.id`);

const DUTIES = rows<Omit<DutyDto, keyof Lasting> & Lasting>({
  ...{ id: 'uuid', team: 'json', account: 'json', from: 'timestamptz', until: 'timestamptz' },
}).from(`
  SELECT d.id, json_build_object('id', t.id, 'name', t.name) AS team,
         json_build_object('id', a.id, 'name', a.name) AS account, d.from_at AS "from", d.until_at AS until
    FROM duty d JOIN team t ON t.id = d.team_id JOIN account a ON a.id = d.account_id
   WHERE d.ended_at IS NULL AND d.until_at > $2 AND account_is_open(a) AND d.team_id = ANY ($1::uuid[])
   ORDER BY d.from_at, d.id`);

const UNCOVERED = rows<UncoveredCaseDto>({
  ...{ caseFileId: 'uuid', reference: 'text', lead: 'text?', why: 'text' },
}).from(`
  SELECT c.id AS "caseFileId", c.reference, a.name AS lead,
         CASE WHEN c.lead_id IS NULL THEN 'no-lead'
              WHEN NOT account_is_open(a) THEN 'left' WHEN r.account_id IS NOT NULL THEN 'conflict' ELSE 'away' END AS why
    FROM case_file c LEFT JOIN account a ON a.id = c.lead_id
    LEFT JOIN recusal r ON r.case_file_id = c.id AND r.account_id = c.lead_id AND r.lifted_at IS NULL
   WHERE c.team_id = ANY ($1::uuid[]) AND c.erased_at IS NULL
     AND (c.lead_id IS NULL OR NOT account_is_open(a) OR r.account_id IS NOT NULL OR ${isAway('c.lead_id')})
     -- OFFSET: both are asked of one case at a time, by its key.
     AND EXISTS (SELECT 1 FROM run r WHERE r.case_file_id = c.id AND NOT r.ended OFFSET 0)
     AND NOT EXISTS (SELECT 1 FROM case_relation_now k
                      WHERE k.case_id = c.id AND k.relation = 'substitute' AND k.instead_of = c.lead_id OFFSET 0)
     -- Open to this reader in an emergency, and for nothing of the team's.
     AND c.id <> ALL ((SELECT app_shut_cases_array())::uuid[])
   -- No index is in this order: PostgreSQL would go through all cases of the space by the one of references, to leave off at the limit.
   ORDER BY c.reference || '' LIMIT ${String(MOST_UNCOVERED)}`);
