import { Injectable } from '@nestjs/common';
import type { DuplicateTask, Words } from '@repere/cases';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import type { Alike } from './find-duplicates.service';

/** Whom a likeness is asked of, and until when: the worker who opened the case before answering. */
export interface AskedWithinTheDay {
  readonly askedOf: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** Likenesses that nobody has answered for: of cases that the worker may not see, and of a case opened at once for danger. */
@Injectable()
export class DuplicateTasksRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async raise(
    { id, teamId }: Pick<CaseRow, 'id' | 'teamId'>,
    alike: readonly Alike[],
    asked: AskedWithinTheDay | null = null,
  ): Promise<void> {
    if (alike.length === 0) return;
    await this.unit.asSystem('system:duplicates', async () => {
      for (const { row, why } of alike)
        await this.unit.manager.query(
          `INSERT INTO duplicate_task (case_file_id, team_id, other_case_file_id, other_team_id, why, raised_at, raised_by,
                                       asked_of, due_at)
           VALUES ($1, $2, $3, $4, $5, $6, 'system:duplicates', $7, $8) ON CONFLICT DO NOTHING`,
          [
            id,
            teamId,
            row.id,
            row.teamId,
            why.map(({ code }) => code),
            new Date(this.unit.now()),
            asked?.askedOf ?? null,
            asked ? new Date(asked.dueAt) : null,
          ],
        );
    });
  }

  /** Open tasks of the supervisor's teams, and what this account itself was asked, oldest first: the database's policy says so. */
  async open(
    limit: number,
    after: readonly [raisedAt: string, id: string] | null = null,
  ): Promise<readonly DuplicateTask[]> {
    const rows: TaskRow[] = await this.unit.manager.query(
      `SELECT t.id, t.case_file_id, t.other_case_file_id, t.team_id, t.other_team_id, t.why, t.raised_at, t.due_at, t.asked_of FROM duplicate_task t
        WHERE t.closed_at IS NULL AND ($2::timestamptz IS NULL OR (t.raised_at, t.id) > ($2::timestamptz, $3::uuid))
        ORDER BY t.raised_at, t.id LIMIT $1`,
      [limit, after?.[0] ?? null, after?.[1] ?? null],
    );
    if (rows.length === 0) return [];
    const mine = new Set(this.unit.account.teams.map(({ id }) => id));
    const references = await this.references(
      rows.flatMap((row) => [row.case_file_id, row.other_case_file_id]),
    );
    return rows.map((row): DuplicateTask => {
      // Each supervisor sees the task from the case of their own team.
      const isFirst = mine.has(row.team_id);
      const [own, other] = isFirst
        ? [row.case_file_id, row.other_case_file_id]
        : [row.other_case_file_id, row.case_file_id];
      const seesOther =
        row.asked_of === this.unit.account.id ||
        (isFirst ? mine.has(row.other_team_id) : mine.has(row.team_id));
      return {
        id: row.id,
        caseFileId: own,
        reference: references.get(own) ?? '',
        otherReference: references.get(other) ?? '',
        otherCaseFileId: seesOther ? other : null,
        why: row.why.flatMap((code) => WHY[code] ?? []),
        raisedAt: row.raised_at.toISOString(),
        dueAt: row.due_at?.toISOString() ?? null,
      };
    });
  }

  async countOpen(): Promise<number> {
    const [row]: { count: number }[] = await this.unit.manager.query(
      `SELECT count(*)::int AS count FROM duplicate_task WHERE closed_at IS NULL`,
    );
    return row?.count ?? 0;
  }

  /** Closes an open task; `false` when there is none with this id for this reader. */
  async close(id: string, outcome: string, note: Buffer): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.unit.manager.query(
      `UPDATE duplicate_task SET closed_at = $2, closed_by = $3, outcome = $4, note = $5
        WHERE id = $1 AND closed_at IS NULL RETURNING id`,
      [id, new Date(this.unit.now()), this.unit.account.id, outcome, note],
    );
    return rows.length > 0;
  }

  /** References say nothing of a child, so that two supervisors can speak of the same cases. */
  private async references(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; reference: string }[] = await this.unit.asSystem('system:duplicates', () =>
      this.unit.manager.query(`SELECT id, reference FROM case_file WHERE id = ANY ($1::uuid[])`, [ids]),
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}

interface TaskRow {
  readonly id: string;
  readonly case_file_id: string;
  readonly other_case_file_id: string;
  readonly team_id: string;
  readonly other_team_id: string;
  readonly why: readonly string[];
  readonly raised_at: Date;
  readonly due_at: Date | null;
  readonly asked_of: string | null;
}

const WHY: Readonly<Record<string, Words>> = {
  'same-name': { fr: 'même nom', en: 'same name' },
  'sounds-alike': { fr: 'nom qui sonne pareil', en: 'name that sounds alike' },
  'same-phone': { fr: 'même téléphone', en: 'same phone' },
  'birth-overlaps': { fr: 'naissance compatible', en: 'birth date compatible' },
};
