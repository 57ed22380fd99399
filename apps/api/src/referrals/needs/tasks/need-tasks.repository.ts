import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import type { UnitRepository } from '../../../platform/data/unit-repository';
import { NeedTaskEntity } from '../../entities/need-task.entity';

/** What needs wait for from us, one of a need. */
@Injectable()
export class NeedTasksRepository {
  constructor(@InjectRepository(NeedTaskEntity) private readonly tasks: UnitRepository<NeedTaskEntity>) {}

  findTask(id: string): Promise<NeedTaskEntity | null> {
    return this.tasks.findOneBy({ id });
  }

  ofNeed(
    caseFileId: string,
    { need, needId }: Pick<NeedTaskEntity, 'need' | 'needId'>,
  ): Promise<readonly NeedTaskEntity[]> {
    return this.tasks.findBy({ caseFileId, need, needId: needId ?? IsNull() });
  }

  /** Needs of a case for which services shut out those of sixteen and seventeen, each once. */
  ageGapsOf(caseFileId: string): Promise<readonly NeedTaskEntity[]> {
    return this.tasks.find({ where: { caseFileId, kind: 'age-gap' }, order: { since: 'ASC', id: 'ASC' } });
  }

  async addTask(task: NeedTaskEntity): Promise<void> {
    await this.tasks.insert(task);
  }

  async removeTask(id: string): Promise<void> {
    await this.tasks.delete({ id });
  }
}
