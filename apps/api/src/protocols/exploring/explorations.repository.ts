import { Injectable } from '@nestjs/common';
import type { ExploreReport } from '@repere/protocol';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { UnitRepository } from '../../platform/data/unit-repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolExplorationEntity } from '../entities/protocol-exploration.entity';
import { ProtocolProofEntity } from '../entities/protocol-proof.entity';
import { type ExplorationRow, ExplorationsQuery } from './explorations.query';

/** Explorations that were asked for, and what they found. */
@Injectable()
export class ExplorationsRepository {
  constructor(
    @InjectRepository(ProtocolExplorationEntity)
    private readonly explorations: UnitRepository<ProtocolExplorationEntity>,
    @InjectRepository(ProtocolProofEntity) private readonly proofs: UnitRepository<ProtocolProofEntity>,
    private readonly query: ExplorationsQuery,
    private readonly unit: UnitOfWork,
  ) {}

  findExploration(id: string): Promise<ExplorationRow | null> {
    return this.query.findExploration(id);
  }

  /** The one of this hash, else the latest, that was not cancelled. */
  findOfDraft(draftId: string, hash: string | null): Promise<ExplorationRow | null> {
    return this.query.ofDraft(draftId, hash);
  }

  /** Whether these versions in force were, or are to be, explored together. */
  isAskedFor(hash: string): Promise<boolean> {
    return this.explorations.existsBy({ draftId: IsNull(), hash });
  }

  /** Those of a draft that nobody needs any more. */
  async unfinished(draftId: string): Promise<readonly string[]> {
    const found = await this.explorations.find({
      select: { id: true },
      where: { draftId, finishedAt: IsNull() },
    });
    return found.map(({ id }) => id);
  }

  /** Whether it was new: of the versions in force there is one for each hash. */
  addExploration(asked: Pick<ExplorationRow, 'id' | 'draftId' | 'revision' | 'hash'>): Promise<boolean> {
    const { id, draftId, revision, hash } = asked;
    return this.explorations.insertNew({
      ...{ id, draftId, revision, hash },
      ...{ askedBy: this.unit.actor.id, askedAt: new Date(this.unit.now()) },
    });
  }

  async finishExploration(id: string, report: ExploreReport): Promise<void> {
    await this.explorations.update(
      { id, finishedAt: IsNull() },
      { report, finishedAt: new Date(this.unit.now()) },
    );
  }

  /** Keeps it as what proves the versions that it is about. */
  async prove(id: string, report: ExploreReport, exploredAt: Date): Promise<void> {
    await this.proofs.insertNew({ id, subjects: report.subjects, report, exploredAt });
  }
}
