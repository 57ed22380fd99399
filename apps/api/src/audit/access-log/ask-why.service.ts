import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UUID } from '../../platform/uuid';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccessQuestionsRepository } from './access-questions.repository';
import { AccessedCases } from './accessed-cases';
import { AccessLogQuery } from './access-log.query';
import type { QuestionToMeDto } from './access-log.dto';

const MOST = 50;

/** Asking why somebody looked, and answering. Both are in the record of the case. */
@Injectable()
export class AskWhyService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly cases: AccessedCases,
    private readonly query: AccessLogQuery,
    private readonly questions: AccessQuestionsRepository,
  ) {}

  /** Throws `not-found`; `refused` where there is nobody to ask, or the answer is awaited already. */
  async askWhy(caseFileId: string, event: string, question: string): Promise<{ id: string }> {
    const file = await this.cases.openCase(caseFileId);
    const row = /^\d{1,18}$/.test(event) ? await this.query.findEvent(caseFileId, event) : null;
    if (!row) throw new Refusal('not-found');
    if (row.readerId === null)
      throw refused('nobody-to-ask', 'On ne sait plus qui c’était.', 'Nobody knows any more who it was.');
    if (row.readerId === this.unit.account.id) throw refused('own-access', 'C’était vous.', 'It was you.');
    if (await this.questions.isAsked(caseFileId, event))
      throw refused(
        'asked-already',
        'Vous l’avez déjà demandé : la réponse n’est pas encore là.',
        'You have asked already: the answer has not come yet.',
      );
    const id = randomUUID();
    await this.questions.addQuestion({ id, caseFileId, seq: event, of: row.readerId }, file.key, question);
    this.unit.notes({ question: id, event, words: question });
    return { id };
  }

  async toMe(): Promise<{ items: readonly QuestionToMeDto[]; next: null }> {
    const items = await this.questions.toMe(MOST);
    this.unit.notes({ questions: items.map(({ id }) => id) });
    return { items, next: null };
  }

  /** Throws `not-found` for what was asked of somebody else, or answered already. */
  async answerWhy(id: string, answer: string): Promise<void> {
    const open = UUID.test(id) ? await this.questions.openToMe(id) : null;
    if (!open) throw new Refusal('not-found');
    await this.questions.answerQuestion(id, open.keyId, answer);
    // On the stream of the case, which need not be theirs.
    await this.unit.recordEvent({
      type: 'access-question.answer',
      caseFileId: open.caseFileId,
      payload: { question: id, words: answer },
    });
  }
}
