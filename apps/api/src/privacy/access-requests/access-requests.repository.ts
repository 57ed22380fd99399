import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestSubject } from '@repere/privacy';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { GatheredLine, RequestContent, Verdicts } from './gathered-line';

/** To whom and how it was handed over, or why not. */
export interface Settling {
  readonly toWhom?: string;
  readonly how?: string;
  readonly why?: string;
}

/** The line of a request, opened. */
export interface RequestRow {
  readonly id: string;
  readonly subject: RequestSubject;
  readonly teamId: string;
  readonly caseFileId: string | null;
  /** Whose it is, of the staff. */
  readonly accountId: string | null;
  readonly keyId: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly content: RequestContent;
  readonly hash: string;
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly review: Verdicts;
  readonly revision: number;
  readonly lines: number;
  readonly reviewedBy: string | null;
  readonly outcome: 'handed-over' | 'refused' | null;
  readonly settledAt: Date | null;
  readonly settling: Settling | null;
  /** Before others that are smaller: what is due first, then what was settled, newest first. */
  readonly place: number;
}

type Sealed = 'content' | 'review' | 'settling';
type StoredRow = Omit<RequestRow, Sealed> & {
  readonly content: Buffer;
  readonly review: Buffer | null;
  readonly settling: Buffer | null;
};

export interface NewRequest {
  readonly subject: RequestSubject;
  readonly teamId: string;
  readonly caseFileId: string | null;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly key: DataKey;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly content: Omit<RequestContent, 'salt'>;
}

const placeOf = (column: Sealed, id: string) => ({ table: 'access_request', column, row: id });

/** Requests for access, sealed under the key of their case, else of the space. */
@Injectable()
export class AccessRequests {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async insert(made: NewRequest): Promise<{ readonly id: string; readonly hash: string }> {
    const id = randomUUID();
    const content: RequestContent = { ...made.content, salt: randomBytes(32).toString('hex') };
    const hash = hashOf(content);
    await this.unit.manager.query(
      `INSERT INTO access_request (id, subject, team_id, case_file_id, person_id, account_id, key_id, received_on, due_on, content,
                                   hash, prepared_by, prepared_at, lines)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        made.subject,
        made.teamId,
        made.caseFileId,
        made.personId,
        made.accountId,
        made.key.id,
        made.receivedOn,
        made.dueOn,
        this.secrecy.seal(made.key, placeOf('content', id), content),
        hash,
        this.unit.account.id,
        new Date(this.unit.now()),
        content.lines.length,
      ],
    );
    return { id, hash };
  }

  /** What waits, by when it is due; then what was settled, newest first. Of these teams. */
  list(
    teamIds: readonly string[],
    limit: number,
    after: readonly [place: number, id: string] | null,
  ): Promise<readonly RequestRow[]> {
    return this.select(
      `WHERE team_id = ANY ($1::uuid[]) AND ($3::bigint IS NULL OR (${PLACE}, id) > ($3::bigint, $4::uuid))
        ORDER BY ${PLACE}, id LIMIT $2`,
      [teamIds, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  async find(id: string): Promise<RequestRow | null> {
    const [row] = await this.select(`WHERE id = $1`, [id]);
    return row ?? null;
  }

  async lock(id: string): Promise<RequestRow | null> {
    const [row] = await this.select(`WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  /** `isDone`: every line has its verdict, and whoever says so is another than who prepared it. */
  async review({ id, keyId, hash }: RequestRow, verdicts: Verdicts, isDone: boolean): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    const by = isDone ? this.unit.account.id : null;
    await this.unit.manager.query(
      `UPDATE access_request SET review = $2, reviewed_lines = $3, revision = revision + 1, reviewed_by = $4, reviewed_at = $5,
              reviewed_hash = $6 WHERE id = $1`,
      [
        id,
        this.secrecy.seal(key, placeOf('review', id), verdicts),
        Object.keys(verdicts).length,
        by,
        by && new Date(this.unit.now()),
        by && hash,
      ],
    );
  }

  async settle(
    { id, keyId }: RequestRow,
    outcome: 'handed-over' | 'refused',
    settling: Settling,
  ): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.unit.manager.query(
      `UPDATE access_request SET outcome = $2, settling = $3, settled_by = $4, settled_at = $5 WHERE id = $1`,
      [
        id,
        outcome,
        this.secrecy.seal(key, placeOf('settling', id), settling),
        this.unit.account.id,
        new Date(this.unit.now()),
      ],
    );
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<readonly RequestRow[]> {
    const rows: StoredRow[] = await this.unit.manager.query(`${SELECT} ${where}`, [...parameters]);
    const keys = new Map(
      (await this.secrecy.openDataKeys([...new Set(rows.map(({ keyId }) => keyId))])).map((it) => [
        it.id,
        it,
      ]),
    );
    return rows.flatMap(({ content, review, settling, ...row }) => {
      const key = keys.get(row.keyId);
      if (!key) return [];
      const open = (column: Sealed, sealed: Buffer | null): unknown =>
        sealed && this.secrecy.unseal(key, placeOf(column, row.id), sealed);
      return [
        {
          ...row,
          content: open('content', content) as RequestContent,
          review: (open('review', review) ?? {}) as Verdicts,
          settling: open('settling', settling) as Settling | null,
        },
      ];
    });
  }
}

/** SHA-256 of the lines under their salt, 64 hex digits. */
const hashOf = ({
  salt,
  lines,
}: {
  readonly salt: string;
  readonly lines: readonly GatheredLine[];
}): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, lines]))
    .digest('hex');

/** Days: further than any that is due. */
const SETTLED = 10_000_000;
const PLACE = `CASE WHEN outcome IS NULL THEN due_on - date '1970-01-01' ELSE ${String(SETTLED)} - (received_on - date '1970-01-01') END`;

const SELECT = `
  SELECT id, subject, team_id AS "teamId", case_file_id AS "caseFileId", account_id AS "accountId", key_id AS "keyId",
         received_on::text AS "receivedOn", due_on::text AS "dueOn", content, hash, prepared_by AS "preparedBy", prepared_at AS "preparedAt", review, revision, lines,
         reviewed_by AS "reviewedBy", outcome, settled_at AS "settledAt", settling, ${PLACE} AS place
    FROM access_request`;
