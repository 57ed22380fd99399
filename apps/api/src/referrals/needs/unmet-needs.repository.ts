import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { CaseRow } from '../../cases/reading/case-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UnmetNeedEventEntity } from '../entities/unmet-need-event.entity';
import { UNMET_NEEDS_SQL, type CountedNeeds, type ListedNeed } from './unmet-needs.query';

/** Needs of a list that are shown. */
const MOST = 200;

/** Needs that nobody meets, by case; the list of a département over all of them. */
@Injectable()
export class UnmetNeedsRepository {
  constructor(
    @InjectRepository(UnmetNeedEventEntity)
    private readonly events: UnitRepository<UnmetNeedEventEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  /** Oldest first. */
  ofCase(caseFileId: string): Promise<readonly UnmetNeedEventEntity[]> {
    return this.events.find({ where: { caseFileId }, order: { at: 'ASC', id: 'ASC' } });
  }

  async addEvent(
    { id: caseFileId, teamId }: Pick<CaseRow, 'id' | 'teamId'>,
    event: Pick<UnmetNeedEventEntity, 'need' | 'needId' | 'kind' | 'reason' | 'rowId' | 'byId'>,
  ): Promise<{ readonly id: string }> {
    const at = new Date(this.unit.now());
    const id = randomUUID();
    await this.events.insert({ ...event, id, caseFileId, teamId, at });
    return { id };
  }

  /** The case that this answer, question, referral, task or word is of; `null`: erased since. */
  async findCase(id: string): Promise<string | null> {
    return (await UNMET_NEEDS_SQL.caseOf.first(this.unit.manager, [id]))?.caseFileId ?? null;
  }

  /** Those of these teams that nobody meets now, the oldest first, then those that are needed no more; of cases that the reader sees. */
  async listUnmet(
    teamIds: readonly string[],
  ): Promise<{ readonly items: readonly ListedNeed[]; readonly hasMore: boolean }> {
    const found = await UNMET_NEEDS_SQL.list.readRows(this.unit.manager, [teamIds, MOST + 1]);
    return { items: found.slice(0, MOST), hasMore: found.length > MOST };
  }

  /** The same, counted by territory, need and reason. */
  countUnmet(teamIds: readonly string[], limit: number): Promise<readonly CountedNeeds[]> {
    return UNMET_NEEDS_SQL.count.readRows(this.unit.manager, [teamIds, limit]);
  }
}
