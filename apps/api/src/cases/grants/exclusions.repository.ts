import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RecusalEntity } from '../entities/relations/recusal.entity';
import { RestrictionEntity } from '../entities/relations/restriction.entity';
import type { LoadedCase } from '../reading/loaded-case';
import { EXCLUSIONS_SQL } from './exclusions.query';
import type { RestrictCaseDto } from './case-access.dto';

/** Circles and conflicts of interest; those that ended stay. */
@Injectable()
export class ExclusionsRepository {
  constructor(
    @InjectRepository(RestrictionEntity) private readonly restrictions: Repository<RestrictionEntity>,
    @InjectRepository(RecusalEntity) private readonly recusals: Repository<RecusalEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** `null`: the case is not restricted. */
  restriction(caseFileId: string): Promise<RestrictionEntity | null> {
    return this.restrictions.findOneBy({ caseFileId, endedAt: IsNull() });
  }

  /** The same, held until the transaction ends; `null` as well for who may not end it. */
  lockRestriction(caseFileId: string): Promise<RestrictionEntity | null> {
    const where = { caseFileId, endedAt: IsNull() };
    return this.restrictions.findOne({ where, lock: { mode: 'pessimistic_write' } });
  }

  openWords(key: DataKey, restriction: RestrictionEntity): string {
    return this.secrecy.openColumn(key, restriction, 'words');
  }

  async restrict({ row, key }: LoadedCase, { circle, reason, words }: RestrictCaseDto): Promise<void> {
    const id = randomUUID();
    await this.restrictions.insert({
      ...{ id, caseFileId: row.id, teamId: row.teamId, circle, reason },
      ...{ since: this.now(), setBy: this.unit.account.id, keyId: key.id },
      words: this.secrecy.seal(key, rowOf(RestrictionEntity, { id }), 'words', words),
    });
  }

  async endRestriction(caseFileId: string): Promise<void> {
    await this.restrictions.update(
      { caseFileId, endedAt: IsNull() },
      { endedAt: this.now(), endedBy: this.unit.account.id },
    );
  }

  admit(caseFileId: string, accountId: string): Promise<void> {
    return EXCLUSIONS_SQL.admit(this.unit.manager, [caseFileId, accountId]);
  }

  async hasOtherSupervisor(caseFileId: string, accountId: string): Promise<boolean> {
    return (await EXCLUSIONS_SQL.otherSupervisors.first(this.unit.manager, [caseFileId, accountId])) !== null;
  }

  /** Conflicts that were not lifted, first declared first. */
  conflicts(caseFileId: string): Promise<readonly RecusalEntity[]> {
    return this.recusals.find({ where: { caseFileId, liftedAt: IsNull() }, order: { declaredAt: 'ASC' } });
  }

  async declareConflict({ row, key }: LoadedCase, words: string): Promise<void> {
    const id = randomUUID();
    await this.recusals.insert({
      ...{ id, caseFileId: row.id, teamId: row.teamId, accountId: this.unit.account.id },
      ...{ declaredAt: this.now(), keyId: key.id },
      words: this.secrecy.seal(key, rowOf(RecusalEntity, { id }), 'words', words),
    });
  }

  async liftConflict(caseFileId: string, accountId: string): Promise<void> {
    await this.recusals.update(
      { caseFileId, accountId, liftedAt: IsNull() },
      { liftedAt: this.now(), liftedBy: this.unit.account.id },
    );
  }

  private now(): Date {
    return new Date(this.unit.now());
  }
}
