import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { LIKENESS_WORDS } from '@repere/cases';
import { UnitRepository } from '../../platform/data/unit-repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import { DuplicateTaskEntity } from '../entities/search/duplicate-task.entity';
import { DuplicateTasksQuery } from './duplicate-tasks.query';
import type { Alike } from './find-duplicates.service';
import type { DuplicateTaskDto } from './duplicate-tasks.dto';

/** Whom a likeness is asked of, and until when: the worker who opened the case before answering. */
export interface AskedWithinTheDay {
  readonly askedOf: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** Likenesses that nobody has answered for: of cases that the worker may not see, and of a case opened at once for danger. */
@Injectable()
export class DuplicateTasksRepository {
  constructor(
    @InjectRepository(DuplicateTaskEntity) private readonly tasks: UnitRepository<DuplicateTaskEntity>,
    private readonly query: DuplicateTasksQuery,
    private readonly unit: UnitOfWork,
  ) {}

  async raise(
    { id, teamId }: Pick<CaseRow, 'id' | 'teamId'>,
    alike: readonly Alike[],
    asked: AskedWithinTheDay | null = null,
  ): Promise<void> {
    if (alike.length === 0) return;
    await this.unit.asSystem('system:duplicates', async () => {
      for (const { row, why } of alike)
        await this.tasks.insertNew({
          ...{ caseFileId: id, teamId, otherCaseFileId: row.id, otherTeamId: row.teamId },
          ...{ why: why.map(({ code }) => code), raisedAt: new Date(this.unit.now()) },
          ...{ raisedBy: 'system:duplicates', askedOf: asked?.askedOf ?? null },
          dueAt: asked ? new Date(asked.dueAt) : null,
        });
    });
  }

  /** Open tasks of the supervisor's teams, and what this account itself was asked, oldest first: the database's policy says so. */
  async listOpenTasks(
    limit: number,
    after: readonly [raisedAt: string, id: string] | null = null,
  ): Promise<readonly DuplicateTaskDto[]> {
    const found = await this.query.page(limit, after);
    const mine = new Set(this.unit.account.teams.map(({ id }) => id));
    return found.map((row): DuplicateTaskDto => {
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
        reference: row.references[own] ?? '',
        otherReference: row.references[other] ?? '',
        otherCaseFileId: seesOther ? other : null,
        why: row.why.map((code) => LIKENESS_WORDS[code]),
        raisedAt: row.raised_at.toISOString(),
        dueAt: row.due_at?.toISOString() ?? null,
      };
    });
  }

  /** Closes an open task; `false` when there is none with this id for this reader. */
  async closeTask(id: string, outcome: string, note: Buffer): Promise<boolean> {
    const { affected } = await this.tasks.update(
      { id, closedAt: IsNull() },
      { closedAt: new Date(this.unit.now()), closedBy: this.unit.account.id, outcome, note },
    );
    return affected === 1;
  }
}
