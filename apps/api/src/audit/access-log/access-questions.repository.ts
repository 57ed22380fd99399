import { Injectable } from '@nestjs/common';
import { nameAccess } from '@repere/audit';
import { Any, IsNull, Repository } from 'typeorm';
import { AccountNames } from '../../cases/reading/account-names';
import { CaseFileEntity } from '../../cases/entities/case/case-file.entity';
import { InjectRepository } from '@nestjs/typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccessEventEntity } from '../entities/access-event.entity';
import { AccessQuestionEntity } from '../entities/access-question.entity';
import type { AccessQuestionDto, QuestionToMeDto } from './access-log.dto';

/** Why somebody looked: asked and answered in words, sealed under the key of the case. */
@Injectable()
export class AccessQuestionsRepository {
  constructor(
    @InjectRepository(AccessQuestionEntity) private readonly questions: Repository<AccessQuestionEntity>,
    @InjectRepository(AccessEventEntity) private readonly events: Repository<AccessEventEntity>,
    @InjectRepository(CaseFileEntity) private readonly cases: Repository<CaseFileEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
  ) {}

  /** Of these access events of the case, by place in the record. */
  async ofEvents(
    caseFileId: string,
    key: DataKey,
    seqs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly AccessQuestionDto[]>> {
    const rows = await this.questions.find({
      where: { caseFileId, eventSeq: Any(seqs) },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const names = await this.names.readNames(rows.map(({ askedBy }) => askedBy));
    const found = new Map<string, readonly AccessQuestionDto[]>();
    for (const row of rows)
      found.set(row.eventSeq, [
        ...(found.get(row.eventSeq) ?? []),
        this.openQuestion(row, key, names.get(row.askedBy) ?? ''),
      ]);
    return found;
  }

  /** Whether this account has asked about this access and waits for the answer. */
  isAsked(caseFileId: string, seq: string): Promise<boolean> {
    const askedBy = this.unit.account.id;
    return this.questions.existsBy({ caseFileId, eventSeq: seq, askedBy, answeredAt: IsNull() });
  }

  async addQuestion(
    { id, caseFileId, seq, of }: Readonly<Record<'id' | 'caseFileId' | 'seq' | 'of', string>>,
    key: DataKey,
    question: string,
  ): Promise<void> {
    await this.questions.insert({
      ...{ id, caseFileId, eventSeq: seq, askedOf: of, keyId: key.id },
      question: this.secrecy.seal(key, rowOf(AccessQuestionEntity, { id }), 'question', question),
      ...{ askedBy: this.unit.account.id, askedAt: new Date(this.unit.now()) },
    });
  }

  /** What this account is asked and has not answered, the oldest first; those of erased cases are gone. */
  async toMe(limit: number): Promise<readonly QuestionToMeDto[]> {
    const rows = await this.questions.find({
      where: { askedOf: this.unit.account.id, answeredAt: IsNull() },
      order: { askedAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    if (rows.length === 0) return [];
    const keys = new Map(
      (await this.secrecy.openDataKeys([...new Set(rows.map(({ keyId }) => keyId))])).map((key) => [
        key.id,
        key,
      ]),
    );
    const events = await this.findEvents(rows.map(({ eventSeq }) => eventSeq));
    const references = await this.references(rows.map(({ caseFileId }) => caseFileId));
    const names = await this.names.readNames(rows.map(({ askedBy }) => askedBy));
    return rows.flatMap((row): QuestionToMeDto[] => {
      const key = keys.get(row.keyId);
      const event = events.get(row.eventSeq);
      if (!key || !event) return [];
      return [
        {
          ...this.openQuestion(row, key, names.get(row.askedBy) ?? ''),
          reference: references.get(row.caseFileId) ?? '',
          accessedAt: event.at.toISOString(),
          act: nameAccess(event.type, event.outcome).act,
        },
      ];
    });
  }

  /** The case of a question that this account is asked and has not answered; `null`: there is none. */
  async openToMe(id: string): Promise<{ readonly caseFileId: string; readonly keyId: string } | null> {
    return this.questions.findOne({
      where: { id, askedOf: this.unit.account.id, answeredAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async answerQuestion(id: string, keyId: string, answer: string): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.questions.update(id, {
      answer: this.secrecy.seal(key, rowOf(AccessQuestionEntity, { id }), 'answer', answer),
      answeredAt: new Date(this.unit.now()),
    });
  }

  private openQuestion(row: AccessQuestionEntity, key: DataKey, askedBy: string): AccessQuestionDto {
    return {
      id: row.id,
      askedAt: row.askedAt.toISOString(),
      askedBy,
      question: this.secrecy.openColumn(key, row, 'question'),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      answer: row.answer && this.secrecy.openColumn(key, row, 'answer'),
    };
  }

  /** Their own access, also at cases that they don't see any more. */
  private async findEvents(seqs: readonly string[]): Promise<ReadonlyMap<string, AccessEventEntity>> {
    const rows = await this.unit.asSystem('system:record', () => this.events.findBy({ eventSeq: Any(seqs) }));
    return new Map(rows.map((row) => [row.eventSeq, row]));
  }

  private async references(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.unit.asSystem('system:record', () =>
      this.cases.find({ select: { id: true, reference: true }, where: { id: Any(ids) } }),
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}
