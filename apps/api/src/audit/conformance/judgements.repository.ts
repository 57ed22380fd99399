import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JudgementKind } from '@repere/audit';
import type { CaseDeviation } from '@repere/protocol-engine';
import type { LoadedCase } from '../../cases/loaded-case';
import { LedgerPayloadEntity } from '../../ledger/entities/ledger-payload.entity';
import { rowOf } from '../../platform/data/sealed-row';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

/** A judgement as it was entered; its words are opened, `null` once erased. */
export interface KeptJudgement {
  readonly key: string;
  readonly kind: JudgementKind;
  readonly byId: string;
  readonly at: Date;
  readonly text: string | null;
}

interface JudgementRow {
  readonly key: string;
  readonly kind: JudgementKind;
  readonly byId: string;
  readonly at: Date;
  readonly eventSeq: string;
  readonly content: Buffer | null;
}

/** What was said of deviations: each an event on the case's stream, whose payload holds the words, and a row that finds it. */
@Injectable()
export class JudgementsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async add(
    { row }: LoadedCase,
    deviation: CaseDeviation,
    { kind, text }: { readonly kind: JudgementKind; readonly text: string },
  ): Promise<void> {
    const { key, runId, step, enteredBy } = deviation;
    const { seq } = await this.unit.record({
      type: `deviation.${kind}`,
      caseFileId: row.id,
      payload: { deviation: key, kind: deviation.kind, step, text },
    });
    await this.unit.manager.query(
      `INSERT INTO deviation_judgement
         (id, deviation_key, case_file_id, team_id, run_id, step, kind, by_id, at, entered_by, event_seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        randomUUID(),
        key,
        row.id,
        row.teamId,
        runId,
        step,
        kind,
        this.unit.account.id,
        new Date(this.unit.now()),
        enteredBy,
        seq,
      ],
    );
  }

  /** Of these deviations of one case, oldest first. */
  async of({ row, key: dataKey }: LoadedCase, keys: readonly string[]): Promise<readonly KeptJudgement[]> {
    const rows: JudgementRow[] = await this.unit.manager.query(
      `SELECT j.deviation_key AS key, j.kind, j.by_id AS "byId", j.at, j.event_seq AS "eventSeq", p.content
         FROM deviation_judgement j LEFT JOIN ledger_payload p ON p.event_seq = j.event_seq
        WHERE j.case_file_id = $1 AND j.deviation_key = ANY ($2::text[]) ORDER BY j.at, j.event_seq`,
      [row.id, keys],
    );
    return rows.map(({ eventSeq, content, ...rest }) => {
      const payload = content && rowOf(LedgerPayloadEntity, { eventSeq, content });
      const text = payload && this.secrecy.open(dataKey, payload, 'content').fields['text'];
      return { ...rest, text: typeof text === 'string' ? text : null };
    });
  }
}
