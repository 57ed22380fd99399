import { Injectable } from '@nestjs/common';
import { IsNull, Not, Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { IdempotencyKeyEntity } from '../../platform/entities/idempotency-key.entity';
import { Secrecy } from '../../platform/secrecy/secrecy';

/** Answers kept for repetition under the space's key that tell of a case: those of lists and missions. */
@Injectable()
export class EraseKeptAnswers {
  constructor(
    @InjectRepository(IdempotencyKeyEntity) private readonly answers: Repository<IdempotencyKeyEntity>,
    private readonly secrecy: Secrecy,
  ) {}

  async eraseAnswers(caseFileId: string): Promise<void> {
    const space = await this.secrecy.spaceKey();
    const kept = await this.answers.findBy({ keyId: space.id, answer: Not(IsNull()) });
    for (const row of kept) {
      if (!JSON.stringify(this.secrecy.openColumn(space, row, 'answer')).includes(caseFileId)) continue;
      await this.answers.delete({ accountId: row.accountId, key: row.key });
    }
  }
}
