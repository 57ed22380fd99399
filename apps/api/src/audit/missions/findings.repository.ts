import { Injectable } from '@nestjs/common';
import type { FindingInput, FindingOutcome, FindingSeverity } from '@repere/audit';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

type FindingText = Pick<FindingInput, 'expected' | 'happened' | 'evidence'> & {
  readonly days: number | null;
};

/** The line of a finding, opened. */
export interface FindingRow {
  readonly id: string;
  readonly missionId: string;
  readonly reference: string;
  readonly caseFileId: string | null;
  readonly severity: FindingSeverity;
  readonly dueOn: string;
  readonly revision: number;
  readonly keyId: string;
  readonly text: FindingText;
  readonly authorId: string;
  readonly raisedAt: Date;
  readonly ownerId: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly closing: { readonly outcome: FindingOutcome; readonly note: string } | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
}

type Sealed = 'text' | 'answer' | 'closing';
type StoredFinding = Omit<FindingRow, Sealed> & {
  readonly content: Buffer;
  readonly answer: Buffer | null;
  readonly closing: Buffer | null;
};

const MOST = 500;
const placeOf = (column: string, id: string) => ({ table: 'mission_finding', column, row: id });

/** Findings; their words are sealed under the key of the case that they are about, else under the space's. */
@Injectable()
export class FindingsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  ofMission(missionId: string): Promise<readonly FindingRow[]> {
    return this.select(`WHERE mission_id = $1 ORDER BY raised_at, id LIMIT ${String(MOST)}`, [missionId]);
  }

  /** Open ones first, the most urgent first. */
  ofOwner(accountId: string): Promise<readonly FindingRow[]> {
    return this.select(
      `WHERE owner_id = $1 ORDER BY (closed_at IS NOT NULL), due_on, id LIMIT ${String(MOST)}`,
      [accountId],
    );
  }

  async find(id: string): Promise<FindingRow | null> {
    const [row] = await this.select(`WHERE id = $1`, [id]);
    return row ?? null;
  }

  async lock(id: string): Promise<FindingRow | null> {
    await this.unit.manager.query(`SELECT 1 FROM mission_finding WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  async insert(
    id: string,
    about: {
      readonly missionId: string;
      readonly missionReference: string;
      readonly teamId: string | null;
      readonly key: DataKey;
    },
    { caseFileId, severity, dueOn, ownerId, ...text }: FindingInput,
  ): Promise<void> {
    const { expected, happened, evidence, days = null } = text;
    const { manager, account } = this.unit;
    // Numbers of one mission are given one after the other.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('finding ' || $1))`, [about.missionId]);
    await manager.query(
      `INSERT INTO mission_finding (id, mission_id, reference, case_file_id, team_id, severity, due_on, key_id, content,
                                    author_id, raised_at, owner_id)
       SELECT $1, $2, $3 || '/' || (count(*) + 1)::text, $4, $5, $6, $7, $8, $9, $10, $11, $12
         FROM mission_finding WHERE mission_id = $2`,
      [
        id,
        about.missionId,
        about.missionReference,
        caseFileId ?? null,
        about.teamId,
        severity,
        dueOn,
        about.key.id,
        this.secrecy.seal(about.key, placeOf('content', id), { expected, happened, evidence, days }),
        account.id,
        new Date(this.unit.now()),
        ownerId,
      ],
    );
  }

  async answer({ id, keyId }: FindingRow, text: string): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.unit.manager.query(
      `UPDATE mission_finding SET answer = $2, answered_by = $3, answered_at = $4, revision = revision + 1 WHERE id = $1`,
      [
        id,
        this.secrecy.seal(key, placeOf('answer', id), text),
        this.unit.account.id,
        new Date(this.unit.now()),
      ],
    );
  }

  async close({ id, keyId }: FindingRow, closing: NonNullable<FindingRow['closing']>): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.unit.manager.query(
      `UPDATE mission_finding SET closing = $2, closed_by = $3, closed_at = $4, revision = revision + 1 WHERE id = $1`,
      [
        id,
        this.secrecy.seal(key, placeOf('closing', id), closing),
        this.unit.account.id,
        new Date(this.unit.now()),
      ],
    );
  }

  /** A finding about a case that was erased is gone with it. */
  private async select(where: string, parameters: readonly unknown[]): Promise<readonly FindingRow[]> {
    const rows: StoredFinding[] = await this.unit.manager.query(`${SELECT} ${where}`, [...parameters]);
    if (rows.length === 0) return [];
    const keys = new Map(
      (await this.secrecy.openDataKeys(rows.map(({ keyId }) => keyId))).map((key) => [key.id, key]),
    );
    return rows.flatMap(({ content, answer, closing, ...row }): FindingRow[] => {
      const key = keys.get(row.keyId);
      if (!key) return [];
      const open = (column: string, sealed: Buffer | null): unknown =>
        sealed && this.secrecy.unseal(key, placeOf(column, row.id), sealed);
      return [
        {
          ...row,
          text: open('content', content) as FindingText,
          answer: open('answer', answer) as string | null,
          closing: open('closing', closing) as FindingRow['closing'],
        },
      ];
    });
  }
}

const SELECT = `
  SELECT id, mission_id AS "missionId", reference, case_file_id AS "caseFileId", severity, due_on::text AS "dueOn",
         revision, key_id AS "keyId", content, author_id AS "authorId", raised_at AS "raisedAt",
         owner_id AS "ownerId", answer, answered_by AS "answeredBy", answered_at AS "answeredAt", closing,
         closed_by AS "closedBy", closed_at AS "closedAt"
    FROM mission_finding`;
