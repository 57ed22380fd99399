import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DeclaredAct } from '../../platform/unit/act';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { Jobs } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CheckDraft } from '../drafts/checking/check-draft';
import { droppedSafeguards } from '../drafts/checking/dropped-safeguards';
import { ProtocolDraftsRepository } from '../drafts/drafts.repository';
import { hashOf } from '../hash-of';
import { ProtocolRegistry } from '../publishing/protocol-registry';
import { EXPLORE } from './explorations.query';
import { ExplorationsRepository } from './explorations.repository';
import { Explorer, type ExplorerInput } from './explorer';
import { subjectOf, ExplorationScope } from './exploration-scope';

const EXPLORED: DeclaredAct = { type: 'protocol.explored', purpose: 'maintenance', idempotent: false };
const FIND_WAITING: DeclaredAct = { ...EXPLORED, type: 'protocol.explore', isUnrecorded: true };

/** Explores what was asked for and keeps what was found. Killed, it begins anew: half a proof proves nothing. */
@Injectable()
export class ExploreJob implements JobHandler, OnModuleInit {
  readonly kind = EXPLORE;
  readonly afterDeath = 'person';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly explorations: ExplorationsRepository,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly checker: CheckDraft,
    private readonly registry: ProtocolRegistry,
    private readonly scope: ExplorationScope,
    private readonly explorer: Explorer,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    const input = await this.units.runAs('system:explore', place, FIND_WAITING, () => this.inputOf(job));
    if (!input) return;
    const report = await this.explorer.explore(input, job.signal, (fraction) => job.progress(fraction));
    await this.units.runAs('system:explore', place, EXPLORED, async () => {
      await job.finishJob();
      await this.explorations.finishExploration(job.subject, report);
      const found = await this.explorations.findExploration(job.subject);
      if (found?.draftId === null)
        await this.explorations.prove(job.subject, report, new Date(this.units.now()));
      const broken = report.findings.filter(({ verdict }) => verdict === 'broken').length;
      this.units.notes({ exploration: job.subject, findings: report.findings.length, broken });
    });
  }

  /** What is to be explored; `null`, and the job is cancelled, when that is not what was asked for any more. */
  private async inputOf(job: JobInHand): Promise<ExplorerInput | null> {
    const asked = await this.explorations.findExploration(job.subject);
    const published = await this.registry.readPublished();
    const draft = asked?.draftId ? await this.drafts.findDraft(asked.draftId) : null;
    const { document } = draft ? await this.checker.check(draft.files, published) : { document: null };
    const subjects = this.scope.listSubjects(published, document && { document, hash: hashOf(document) });
    if (!asked || this.scope.hashSubjects(subjects) !== asked.hash) {
      await this.jobs.cancel(EXPLORE, [job.subject]);
      return null;
    }
    return {
      files: await this.scope.filesFor(subjects, draft && document && { document, files: draft.files }),
      subjects: subjects.map(subjectOf),
      ...(document && { alsoPromised: { [document.protocol]: droppedSafeguards(document, published) } }),
    };
  }
}
