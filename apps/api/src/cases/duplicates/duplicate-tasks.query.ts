import { Injectable } from '@nestjs/common';
import type { Likeness } from '@repere/cases';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

export interface TaskRow {
  readonly id: string;
  readonly case_file_id: string;
  readonly other_case_file_id: string;
  readonly team_id: string;
  readonly other_team_id: string;
  readonly why: readonly Likeness['code'][];
  readonly raised_at: Date;
  readonly due_at: Date | null;
  readonly asked_of: string | null;
  /** Of the cases of all tasks of the page, by id. */
  readonly references: Readonly<Record<string, string>>;
}

/** Open tasks that the reader's policies let through, oldest first. */
@Injectable()
export class DuplicateTasksQuery {
  constructor(private readonly unit: UnitOfWork) {}

  page(limit: number, after: readonly [raisedAt: string, id: string] | null): Promise<readonly TaskRow[]> {
    return PAGE.readRows(this.unit.manager, [limit, after?.[0] ?? null, after?.[1] ?? null]);
  }
}

const PAGE = rows<TaskRow>({
  ...{ id: 'uuid', case_file_id: 'uuid', other_case_file_id: 'uuid', team_id: 'uuid', other_team_id: 'uuid' },
  ...{ why: 'text[]', raised_at: 'timestamptz', due_at: 'timestamptz?', asked_of: 'uuid?' },
  references: 'jsonb',
}).from(`
  WITH page AS (
  SELECT t.id, t.case_file_id, t.other_case_file_id, t.team_id, t.other_team_id, t.why, t.raised_at, t.due_at, t.asked_of
    FROM duplicate_task t
   WHERE t.closed_at IS NULL AND ($2::timestamptz IS NULL OR (t.raised_at, t.id) > ($2::timestamptz, $3::uuid))
   ORDER BY t.raised_at, t.id LIMIT $1)
  SELECT page.*, (SELECT case_references(array_agg(p.case_file_id) || array_agg(p.other_case_file_id)) FROM page p) AS "references"
    FROM page ORDER BY raised_at, id`);
