import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUnchanged, type RunTrial, tryMove } from '@repere/protocol-engine';
import type { DeclaredAct } from '../../platform/act';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { UnitOfWork } from '../../platform/unit-of-work';
import { ProtocolShelf } from '../../protocols/protocol-shelf';
import { DRY_RUN, type DryRunRow } from './dry-run-row';
import { DryRunsRepository } from './dry-runs.repository';
import { type OpenRun, OpenRunsQuery } from './open-runs.query';
import { keptTrial, tallyTrials } from './tally-trials';
import { type TrialSet, TrialSets } from './trial-set';

const TRY: DeclaredAct = { type: 'protocol-dry-run.try', purpose: 'maintenance', idempotent: false };
/** Decrypted at one go, so few at a time. */
const BATCH = 25;
/** Requests come first: so long at most it works, then as long it lets others. */
const SLICE_MS = 8;

/**
 * Tries another version on every open run of its protocol, a batch a transaction. The system reads the cases, by a policy
 * of its own that lets it change none; what it keeps is codes. Killed, it goes on behind the last batch.
 */
@Injectable()
export class DryRunJob implements JobHandler, OnModuleInit {
  readonly kind = DRY_RUN;

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly dryRuns: DryRunsRepository,
    private readonly openRuns: OpenRunsQuery,
    private readonly shelf: ProtocolShelf,
    private readonly sets: TrialSets,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async run(job: JobInHand): Promise<void> {
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
    const dryRun = await this.dryRuns.find(job.subject);
    if (!dryRun) throw new Error('no such dry run');
    if (dryRun.lastRunId === null)
      await this.dryRuns.begin(dryRun.id, await this.openRuns.count(dryRun.protocol));
    const runs = await this.openRuns.next(dryRun.protocol, dryRun.lastRunId, BATCH);
    this.units.notes({ dryRun: dryRun.id, tried: runs.length });
    const last = runs.at(-1);
    if (!last) {
      await this.dryRuns.finish(dryRun.id);
      await job.finish();
      return false;
    }
    await this.keep(dryRun, last.runId, runs);
    job.progress((dryRun.done + runs.length) / Math.max(dryRun.total, 1));
    return true;
  }

  private async keep(dryRun: DryRunRow, lastRunId: string, runs: readonly OpenRun[]): Promise<void> {
    const trials = await this.tryAll(runs, this.sets.of(dryRun, await this.shelf.open()));
    const changed = runs.flatMap(({ runId, caseFileId, teamId }) => {
      const trial = trials.get(runId);
      return trial && !isUnchanged(trial) ? [{ runId, caseFileId, teamId, trial: keptTrial(trial) }] : [];
    });
    const counts = tallyTrials(dryRun.counts, [...trials.values()]);
    const unmoved = runs.length - trials.size;
    await this.dryRuns.keep(
      dryRun.id,
      {
        done: dryRun.done + runs.length,
        lastRunId,
        counts: { ...counts, unchanged: counts.unchanged + unmoved },
      },
      changed,
    );
  }

  /** By run; those that follow the version already are left out. */
  private async tryAll(
    runs: readonly OpenRun[],
    { set, versionIn }: TrialSet,
  ): Promise<ReadonlyMap<string, RunTrial>> {
    const moving = runs.filter(({ version, territory }) => version !== versionIn(territory));
    const states = await this.openRuns.fold(moving, set);
    const trials = new Map<string, RunTrial>();
    let began = performance.now();
    for (const { runId, caseFileId, territory } of moving) {
      const state = states.get(caseFileId)?.();
      if (state) trials.set(runId, tryMove(state, runId, versionIn(territory)));
      if (performance.now() - began < SLICE_MS) continue;
      await setTimeout(SLICE_MS);
      began = performance.now();
    }
    return trials;
  }
}
