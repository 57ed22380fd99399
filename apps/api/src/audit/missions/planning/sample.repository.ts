import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { rowOf } from '../../../platform/data/sealed-row';
import type { DataKey } from '../../../platform/secrecy/key-store';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { MissionCaseEntity } from '../../entities/mission-case.entity';
import type { SampledCase } from '../mission-row';
import type { ExaminationDto } from './mission-plan.dto';

/** Cases that were drawn for missions, with what was answered about each, sealed under the case's key. */
@Injectable()
export class SampleRepository {
  constructor(
    @InjectRepository(MissionCaseEntity) private readonly cases: Repository<MissionCaseEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** In the order in which they were drawn. */
  async listSample(missionId: string): Promise<readonly SampledCase[]> {
    return this.openSample(await this.cases.find({ where: { missionId }, order: { place: 'ASC' } }));
  }

  isDrawn(missionId: string, caseFileId: string): Promise<boolean> {
    return this.cases.existsBy({ missionId, caseFileId });
  }

  /** For an act: nobody else writes to it until the transaction ends. */
  async lock(missionId: string, caseFileId: string): Promise<SampledCase | null> {
    const rows = await this.cases.find({
      where: { missionId, caseFileId },
      lock: { mode: 'pessimistic_write' },
    });
    const [found] = await this.openSample(rows);
    return found ?? null;
  }

  async examine(missionId: string, caseFileId: string, key: DataKey, answers: ExaminationDto): Promise<void> {
    const row = rowOf(MissionCaseEntity, { missionId, caseFileId });
    await this.cases.update(
      { missionId, caseFileId },
      {
        ...{ keyId: key.id, answers: this.secrecy.seal(key, row, 'answers', answers) },
        revision: () => 'revision + 1',
        examinedBy: answers.done ? this.unit.account.id : null,
        examinedAt: answers.done ? new Date(this.unit.now()) : null,
      },
    );
  }

  private async openSample(rows: readonly MissionCaseEntity[]): Promise<readonly SampledCase[]> {
    const ids = rows.flatMap(({ keyId }) => keyId ?? []);
    const keys = new Map((await this.secrecy.openDataKeys(ids)).map((key) => [key.id, key]));
    return rows.map((row) => {
      const key = row.keyId === null ? undefined : keys.get(row.keyId);
      const examination = row.answers && key ? this.secrecy.openColumn(key, row, 'answers') : null;
      return { ...row, examination };
    });
  }
}
