import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CheckDraft } from '../../protocols/drafts/checking/check-draft';
import { DraftFinder } from '../../protocols/drafts/draft-finder';
import { faultsOf } from '../../protocols/drafts/checking/publication-blockers';
import { hashOf } from '../../protocols/hash-of';
import { keyOf } from '../../protocols/protocol-library';
import { ProtocolReader } from '../../protocols/protocol-reader';
import { DRY_RUN, type DryRunRow } from './dry-run-row';
import { DryRunsRepository } from './dry-runs.repository';

/** A protocol, and the version to try: published, or a draft. */
interface Asked {
  readonly protocol: string;
  readonly to: { readonly version: string } | { readonly draftId: string };
}

/** Dry runs are asked for, and called off. */
@Injectable()
export class AskDryRun {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly reader: ProtocolReader,
    private readonly drafts: DraftFinder,
    private readonly checker: CheckDraft,
    private readonly dryRuns: DryRunsRepository,
  ) {}

  /** Id of a new one. A draft must be without errors. */
  async askForDryRun({ protocol, to }: Asked): Promise<string> {
    const id = randomUUID();
    const target =
      'draftId' in to ? await this.draft(to.draftId, protocol) : await this.version(protocol, to.version);
    await this.dryRuns.addDryRun({ id, protocol, ...target });
    await this.jobs.addJob(DRY_RUN, id);
    this.unit.notes({ dryRun: id, protocol, hash: target.hash });
    return id;
  }

  async cancel(id: string): Promise<void> {
    await this.reader.openProtocols('try-protocol');
    if (!(await this.dryRuns.findDryRun(id))) throw new Refusal('not-found');
    await this.jobs.cancel(DRY_RUN, [id]);
    this.unit.notes({ dryRun: id });
  }

  private async version(protocol: string, version: string): Promise<Target> {
    const published = await this.reader.openProtocols('try-protocol');
    const found = published.versions.get(keyOf(protocol, version));
    if (!found || found.base !== null) throw new Refusal('not-found');
    return { toVersion: version, draftId: null, document: found.document, hash: found.hash };
  }

  private async draft(id: string, protocol: string): Promise<Target> {
    await this.reader.openProtocols('try-protocol');
    const { draft, published } = await this.drafts.readDraft(id);
    if (draft.protocol !== protocol) throw new Refusal('not-found');
    const checked = await this.checker.check(draft.files, published);
    const errors = faultsOf(checked);
    const { document } = checked;
    if (!document || errors.length > 0) throw new Refusal('refused', { reasons: errors });
    return { toVersion: document.version, draftId: id, document, hash: hashOf(document) };
  }
}

type Target = Pick<DryRunRow, 'toVersion' | 'draftId' | 'document' | 'hash'>;
