import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { JudgementKind } from '@repere/audit';
import type { CaseDeviation } from '@repere/case-engine';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { LedgerPayloadEntity } from '../../../platform/record/ledger-payload.entity';
import { rowOf } from '../../../platform/data/sealed-row';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { DeviationJudgementEntity } from '../../entities/deviation-judgement.entity';
import { JudgementsQuery } from './judgements.query';

/** A judgement as it was entered; its words are opened, `null` once erased. */
export interface KeptJudgement {
  readonly key: string;
  readonly kind: JudgementKind;
  readonly byId: string;
  readonly at: Date;
  readonly text: string | null;
}

/** What was said of deviations: each an event on the case's stream, whose payload holds the words, and a row that finds it. */
@Injectable()
export class JudgementsRepository {
  constructor(
    @InjectRepository(DeviationJudgementEntity)
    private readonly judgements: Repository<DeviationJudgementEntity>,
    private readonly query: JudgementsQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async addJudgement(
    { row }: LoadedCase,
    deviation: CaseDeviation,
    { kind, text }: { readonly kind: JudgementKind; readonly text: string },
  ): Promise<void> {
    const { key, runId, step, enteredBy } = deviation;
    const { seq } = await this.unit.recordEvent({
      type: `deviation.${kind}`,
      caseFileId: row.id,
      payload: { deviation: key, kind: deviation.kind, step, text },
    });
    await this.judgements.insert({
      ...{ id: randomUUID(), deviationKey: key, caseFileId: row.id, teamId: row.teamId, runId, step, kind },
      ...{ byId: this.unit.account.id, at: new Date(this.unit.now()), enteredBy, eventSeq: seq },
    });
  }

  /** Of these deviations of one case, oldest first. */
  async findJudgements(
    { row, key: dataKey }: LoadedCase,
    keys: readonly string[],
  ): Promise<readonly KeptJudgement[]> {
    const found = await this.query.findJudgements(row.id, keys);
    return found.map(({ eventId, content, ...rest }) => {
      const payload = content && eventId !== null && rowOf(LedgerPayloadEntity, { eventId, content });
      const text = payload && this.secrecy.openColumn(dataKey, payload, 'content').fields['text'];
      return { ...rest, text: typeof text === 'string' ? text : null };
    });
  }
}
