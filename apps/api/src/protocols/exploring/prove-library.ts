import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { ExploreReport } from '@repere/protocol';
import type { Configuration } from '../../platform/settings/configuration';
import { Jobs } from '../../platform/jobs/jobs';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { isAbout } from './explorer';
import { EXPLORE } from './explorations.query';
import { ExplorationsRepository } from './explorations.repository';
import { subjectOf, ExplorationScope } from './exploration-scope';
import { ProtocolRegistry } from '../publishing/protocol-registry';

/** What `explore.js <folder>` writes as `proofs.json`, so that a new installation need not explore what was explored before. */
export interface ShippedProof {
  readonly exploredAt: string;
  readonly report: ExploreReport;
}

/** Sees to it that the versions in force have been explored together: by the product's makers, or by a job. */
@Injectable()
export class ProveLibrary {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly registry: ProtocolRegistry,
    private readonly scope: ExplorationScope,
    private readonly explorations: ExplorationsRepository,
  ) {}

  /** Once for the same versions. A shipped proof counts only for exactly these hashes. */
  async askForProof(): Promise<void> {
    const subjects = this.scope.listSubjects(await this.registry.readPublished(), null);
    const hash = this.scope.hashSubjects(subjects);
    if (subjects.length === 0 || (await this.explorations.isAskedFor(hash))) return;
    const id = randomUUID();
    if (!(await this.explorations.addExploration({ id, draftId: null, revision: null, hash }))) return;
    const shipped = await this.shipped();
    if (shipped && isAbout(shipped.report, subjects.map(subjectOf))) {
      await this.explorations.finishExploration(id, shipped.report);
      await this.explorations.prove(id, shipped.report, new Date(shipped.exploredAt));
    } else await this.jobs.addJob(EXPLORE, id);
    this.unit.notes({ exploration: id, explores: hash });
  }

  private async shipped(): Promise<ShippedProof | null> {
    try {
      const text = await readFile(join(this.configuration.protocolsDir, 'proofs.json'), 'utf8');
      return JSON.parse(text) as ShippedProof;
    } catch {
      return null;
    }
  }
}
