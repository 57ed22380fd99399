import { Injectable } from '@nestjs/common';
import type { LookQuestion, QuestionToMe } from '@repere/audit';
import { nameAccess } from '@repere/audit';
import { AccountNames } from '../../cases/account-names';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

interface QuestionRow {
  readonly id: string;
  readonly seq: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly keyId: string;
  readonly question: Buffer;
  readonly answer: Buffer | null;
  readonly answeredAt: Date | null;
}

interface RowToMe extends QuestionRow {
  readonly caseFileId: string;
  readonly lookedAt: Date;
  readonly type: string;
  readonly outcome: string;
  readonly isListed: boolean;
}

const placeOf = (id: string, column: 'question' | 'answer') => ({ table: 'look_question', column, row: id });

/** Why somebody looked: asked and answered in words, sealed under the key of the case. */
@Injectable()
export class LookQuestionsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
  ) {}

  /** Of these looks at the case, by place in the record. */
  async ofLooks(
    caseFileId: string,
    key: DataKey,
    seqs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly LookQuestion[]>> {
    const rows: QuestionRow[] = await this.unit.manager.query(
      `SELECT ${COLUMNS} FROM look_question q WHERE q.case_file_id = $1 AND q.event_seq = ANY ($2::bigint[])
        ORDER BY q.asked_at, q.id`,
      [caseFileId, seqs],
    );
    const names = await this.names.of(rows.map(({ askedBy }) => askedBy));
    const found = new Map<string, readonly LookQuestion[]>();
    for (const row of rows)
      found.set(row.seq, [...(found.get(row.seq) ?? []), this.tell(row, key, names.get(row.askedBy) ?? '')]);
    return found;
  }

  /** Whether this account has asked about this look and waits for the answer. */
  async isAsked(caseFileId: string, seq: string): Promise<boolean> {
    const rows: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM look_question WHERE case_file_id = $1 AND event_seq = $2 AND asked_by = $3 AND answered_at IS NULL`,
      [caseFileId, seq, this.unit.account.id],
    );
    return rows.length > 0;
  }

  async ask(
    { id, caseFileId, seq, of }: Readonly<Record<'id' | 'caseFileId' | 'seq' | 'of', string>>,
    key: DataKey,
    question: string,
  ): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO look_question (id, case_file_id, event_seq, asked_by, asked_of, asked_at, key_id, question)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        caseFileId,
        seq,
        this.unit.account.id,
        of,
        new Date(this.unit.now()),
        key.id,
        this.secrecy.seal(key, placeOf(id, 'question'), question),
      ],
    );
  }

  /** What this account is asked and has not answered, the oldest first; those of erased cases are gone. */
  async toMe(limit: number): Promise<readonly QuestionToMe[]> {
    const rows: RowToMe[] = await this.unit.manager.query(
      `SELECT ${COLUMNS}, q.case_file_id AS "caseFileId" FROM look_question q
        WHERE q.asked_of = $1 AND q.answered_at IS NULL ORDER BY q.asked_at, q.id LIMIT $2`,
      [this.unit.account.id, limit],
    );
    if (rows.length === 0) return [];
    const keys = new Map(
      (await this.secrecy.openDataKeys([...new Set(rows.map(({ keyId }) => keyId))])).map((key) => [
        key.id,
        key,
      ]),
    );
    const looks = await this.looks(rows.map(({ seq }) => seq));
    const references = await this.references(rows.map(({ caseFileId }) => caseFileId));
    const names = await this.names.of(rows.map(({ askedBy }) => askedBy));
    return rows.flatMap((row): QuestionToMe[] => {
      const key = keys.get(row.keyId);
      const look = looks.get(row.seq);
      if (!key || !look) return [];
      return [
        {
          ...this.tell(row, key, names.get(row.askedBy) ?? ''),
          reference: references.get(row.caseFileId) ?? '',
          lookedAt: look.at.toISOString(),
          act: nameAccess(look.type, look.outcome).act,
        },
      ];
    });
  }

  /** The case of a question that this account is asked and has not answered; `null`: there is none. */
  async openToMe(id: string): Promise<{ readonly caseFileId: string; readonly keyId: string } | null> {
    const [row]: { caseFileId: string; keyId: string }[] = await this.unit.manager.query(
      `SELECT case_file_id AS "caseFileId", key_id AS "keyId" FROM look_question
        WHERE id = $1 AND asked_of = $2 AND answered_at IS NULL FOR UPDATE`,
      [id, this.unit.account.id],
    );
    return row ?? null;
  }

  async answer(id: string, keyId: string, answer: string): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.unit.manager.query(`UPDATE look_question SET answer = $2, answered_at = $3 WHERE id = $1`, [
      id,
      this.secrecy.seal(key, placeOf(id, 'answer'), answer),
      new Date(this.unit.now()),
    ]);
  }

  private tell(row: QuestionRow, key: DataKey, askedBy: string): LookQuestion {
    return {
      id: row.id,
      askedAt: row.askedAt.toISOString(),
      askedBy,
      question: this.secrecy.unseal(key, placeOf(row.id, 'question'), row.question) as string,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      answer: row.answer && (this.secrecy.unseal(key, placeOf(row.id, 'answer'), row.answer) as string),
    };
  }

  /** Their own looks, also at cases that they don't see any more. */
  private async looks(
    seqs: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<RowToMe, 'type' | 'outcome' | 'isListed'> & { readonly at: Date }>> {
    const rows: { seq: string; at: Date; type: string; outcome: string; isListed: boolean }[] =
      await this.unit.asSystem('system:record', () =>
        this.unit.manager.query(
          `SELECT event_seq::text AS seq, at, type, outcome, case_file_id IS NULL AS "isListed"
             FROM look WHERE event_seq = ANY ($1::bigint[])`,
          [seqs],
        ),
      );
    return new Map(rows.map((row) => [row.seq, row]));
  }

  private async references(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; reference: string }[] = await this.unit.asSystem('system:record', () =>
      this.unit.manager.query(`SELECT id, reference FROM case_file WHERE id = ANY ($1::uuid[])`, [ids]),
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}

const COLUMNS = `q.id, q.event_seq::text AS seq, q.asked_by AS "askedBy", q.asked_at AS "askedAt", q.key_id AS "keyId",
  q.question, q.answer, q.answered_at AS "answeredAt"`;
