import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUnchanged } from '@repere/case-engine';
import type { DeclaredAct } from '../../platform/unit/act';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { sendVersions } from '../../protocols/sent-versions';
import { DRY_RUN, type DryRunRow } from './dry-run-row';
import { DryRunsRepository } from './dry-runs.repository';
import { type OpenRun, OpenRunsQuery } from './open-runs.query';
import { keptTrial, tallyTrials } from './tally-trials';
import { TRY_MOVES } from './try-moves.task';

const TRY: DeclaredAct = { type: 'protocol-dry-run.try', purpose: 'maintenance', idempotent: false };
/** Decrypted at one go, so few at a time. */
const BATCH = 25;

/**
 * Tries another version on every open run of its protocol, a batch a transaction. The system reads the cases, by a policy
 * of its own that lets it change none; what it keeps is codes. Killed, it goes on behind the last batch.
 */
@Injectable()
export class DryRunJob implements JobHandler, OnModuleInit {
  readonly kind = DRY_RUN;
  readonly afterDeath = 'person';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly dryRuns: DryRunsRepository,
    private readonly openRuns: OpenRunsQuery,
    private readonly registry: ProtocolRegistry,
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async runJob(job: JobInHand): Promise<void> {
    let isMore = true;
    while (isMore) {
      job.signal.throwIfAborted();
      const place = { space: job.space, correlation: randomUUID() };
      isMore = await this.units.runAs('system:dry-run', place, TRY, () => this.batch(job));
    }
  }

  /** Whether there may be more. */
  private async batch(job: JobInHand): Promise<boolean> {
    await job.hold();
    const dryRun = await this.dryRuns.findDryRun(job.subject);
    if (!dryRun) throw new Error('no such dry run');
    if (dryRun.lastRunId === null)
      await this.dryRuns.beginDryRun(dryRun.id, await this.openRuns.count(dryRun.protocol));
    const runs = await this.openRuns.next(dryRun.protocol, dryRun.lastRunId, BATCH);
    this.units.notes({ dryRun: dryRun.id, tried: runs.length });
    const last = runs.at(-1);
    if (!last) {
      await this.dryRuns.finishDryRun(dryRun.id);
      await job.finishJob();
      return false;
    }
    await this.keepBatch(dryRun, last.runId, runs, job.signal);
    job.progress((dryRun.done + runs.length) / Math.max(dryRun.total, 1));
    return true;
  }

  private async keepBatch(
    dryRun: DryRunRow,
    lastRunId: string,
    runs: readonly OpenRun[],
    signal: AbortSignal,
  ): Promise<void> {
    const trials = await this.tryAll(dryRun, runs, signal);
    const changed = runs.flatMap(({ runId, caseFileId, teamId }) => {
      const trial = trials.get(runId);
      return trial && !isUnchanged(trial) ? [{ runId, caseFileId, teamId, trial: keptTrial(trial) }] : [];
    });
    const counts = tallyTrials(dryRun.counts, [...trials.values()]);
    const unmoved = runs.length - trials.size;
    await this.dryRuns.keepBatch(
      dryRun.id,
      {
        done: dryRun.done + runs.length,
        lastRunId,
        counts: { ...counts, unchanged: counts.unchanged + unmoved },
      },
      changed,
    );
  }

  /** By run; those that follow the version already are left out. Held up by nothing that the draft makes long. */
  private async tryAll(dryRun: DryRunRow, runs: readonly OpenRun[], signal: AbortSignal) {
    const published = await this.registry.readPublished();
    const journals = await this.openRuns.journals(runs);
    const { protocol, toVersion, draftId, document } = dryRun;
    return this.sandbox.runTask(
      TRY_MOVES,
      {
        target: { protocol, toVersion, draftId, document },
        published: sendVersions(published, this.library),
        runs: runs.flatMap(({ runId, version, territory, caseFileId }) => {
          const journal = journals.get(caseFileId);
          return journal ? [{ runId, version, territory, journal }] : [];
        }),
        now: this.units.now(),
      },
      signal,
    );
  }
}
