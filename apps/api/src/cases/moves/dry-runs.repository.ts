import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolDryRunEntity } from '../../protocols/entities/protocol-dry-run.entity';
import { type DryRunRow, NO_TALLIES } from './dry-run-row';
import { type DryRunAndState, DryRunsQuery, type TrialRow } from './dry-runs.query';

/** Dry runs and what they found. Trials are shown by the policies of the cases that they are about. */
@Injectable()
export class DryRunsRepository {
  constructor(
    @InjectRepository(ProtocolDryRunEntity) private readonly runs: Repository<ProtocolDryRunEntity>,
    private readonly query: DryRunsQuery,
    private readonly unit: UnitOfWork,
  ) {}

  async addDryRun(
    asked: Pick<DryRunRow, 'id' | 'protocol' | 'toVersion' | 'draftId' | 'document' | 'hash'>,
  ): Promise<void> {
    await this.runs.insert({
      ...{ ...asked, counts: NO_TALLIES },
      ...{ askedBy: this.unit.account.id, askedAt: new Date(this.unit.now()) },
    });
  }

  findDryRun(id: string): Promise<DryRunAndState | null> {
    return this.query.findDryRun(id);
  }

  /** The latest, newest first. */
  latest(): Promise<readonly DryRunAndState[]> {
    return this.query.latest();
  }

  async beginDryRun(id: string, total: number): Promise<void> {
    await this.runs.update(id, { total });
  }

  /** A batch is kept together with how far it got: after a kill the next begins behind it. */
  async keepBatch(
    id: string,
    kept: Pick<DryRunRow, 'done' | 'lastRunId' | 'counts'>,
    trials: readonly (Pick<TrialRow, 'runId' | 'caseFileId' | 'trial'> & { readonly teamId: string })[],
  ): Promise<void> {
    await this.query.insertTrials(id, trials);
    await this.query.keepProgress(id, kept);
  }

  async finishDryRun(id: string): Promise<void> {
    await this.runs.update(id, { finishedAt: new Date(this.unit.now()), total: () => 'done' });
  }

  /**
   * Runs that would change, of cases that the reader sees, after this one. `teamIds`: whose cases that may be as one of the
   * team. The policies say the same; alone they would walk past everybody's to find the reader's few.
   */
  trials(
    id: string,
    teamIds: readonly string[],
    after: string | null,
    limit: number | null,
  ): Promise<readonly TrialRow[]> {
    return this.query.trials(id, teamIds, after, limit);
  }
}
