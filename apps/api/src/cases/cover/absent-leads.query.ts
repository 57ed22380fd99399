import { Injectable } from '@nestjs/common';
import { type AccountDates, isAccountOpen } from '@repere/access';
import type { Words } from '@repere/cases';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** TOOL: how long before the last day whoever plans the cover is told. */
const DAYS_BEFORE = 7;

/** A case at work whose lead is here no more, or will soon be. */
export interface AbsentLead {
  readonly caseFileId: string;
  readonly title: Words;
  /** When the lead's last day is over; `null`: the account is closed, or not open yet. */
  readonly dueAt: Date | null;
}

interface Row extends AccountDates {
  readonly caseFileId: string;
  readonly lead: string;
  readonly today: string;
  readonly dueAt: Date | null;
}

const DUE_AT = `(a.ends_on + 1)::timestamp AT TIME ZONE account_zone(a)`;

const absent = (teamIds: string): string => `FROM case_file c JOIN account a ON a.id = c.lead_id
  WHERE c.team_id = ANY (${teamIds}::uuid[]) AND c.erased_at IS NULL
    AND (NOT account_is_open(a) OR a.ends_on <= account_today(a) + ${String(DAYS_BEFORE)})
    AND EXISTS (SELECT 1 FROM run r WHERE r.case_file_id = c.id AND NOT r.ended)`;

const LIST = rows<Row>({
  caseFileId: 'uuid',
  lead: 'text',
  isDisabled: 'boolean',
  startsOn: 'text?',
  endsOn: 'text?',
  today: 'text',
  dueAt: 'timestamptz?',
}).from(
  `SELECT c.id AS "caseFileId", a.name AS lead, a.disabled_at IS NOT NULL AS "isDisabled",
          a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", account_today(a)::text AS today, ${DUE_AT} AS "dueAt"
     ${absent('$1')} ORDER BY a.ends_on NULLS FIRST, c.reference, c.id LIMIT $2`,
);

/** SQL that counts those of these teams; `late`: whose last day has passed. */
export const countAbsentLeads = (teamIds: string, now: string): string =>
  `SELECT count(*)::int AS count, count(*) FILTER (WHERE ${DUE_AT} <= ${now})::int AS late ${absent(teamIds)}`;

/** Cases to be handed over because of their lead's first and last day. */
@Injectable()
export class AbsentLeadsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Those of these teams, whose last day was or is first. */
  async listAbsentLeads(teamIds: readonly string[], limit: number): Promise<readonly AbsentLead[]> {
    const found = await LIST.readRows(this.unit.manager, [teamIds, limit]);
    return found.map((row): AbsentLead => ({
      caseFileId: row.caseFileId,
      title: titleOf(row),
      dueAt: row.dueAt,
    }));
  }
}

const titleOf = ({ lead, today, ...dates }: Row): Words =>
  isAccountOpen(dates, today)
    ? {
        fr: `Confier le dossier à quelqu’un : ${lead} part bientôt`,
        en: `Hand the case over: ${lead} is about to leave`,
      }
    : {
        fr: `Confier le dossier à quelqu’un : ${lead} n’est pas là`,
        en: `Hand the case over: ${lead} is not here`,
      };
