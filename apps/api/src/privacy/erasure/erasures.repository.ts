import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ErasureGround } from '@repere/privacy';
import type { LoadedCase } from '../../cases/loaded-case';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

/** The line of an erasure, opened. */
export interface ErasureRow {
  readonly id: string;
  readonly reference: string;
  /** `null` once it is erased. */
  readonly caseFileId: string | null;
  readonly teamId: string;
  readonly caseReference: string;
  readonly ground: ErasureGround;
  readonly rule: string | null;
  readonly caseKeyId: string;
  readonly basis: string;
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly outcome: 'done' | 'refused' | 'withdrawn' | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly eventSeq: string | null;
  /** As PostgreSQL writes it, for the place in a list. */
  readonly at: string;
}

/** What a destroyed key took with it. */
export interface Destroyed {
  readonly events: number;
  /** SHA-256 over the places of those events, one a line. */
  readonly eventsHash: string;
}

const placeOf = (id: string) => ({ table: 'erasure', column: 'basis', row: id });

/** Erasures: proposed, settled, done. What they stand on is sealed under the space's key, since it outlives the case. */
@Injectable()
export class ErasuresRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** Newest first, of these teams. */
  list(
    teamIds: readonly string[],
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<readonly ErasureRow[]> {
    return this.select(
      `WHERE team_id = ANY ($1::uuid[]) AND ($3::timestamptz IS NULL OR (proposed_at, id) < ($3::timestamptz, $4::uuid))
        ORDER BY proposed_at DESC, id DESC LIMIT $2`,
      [teamIds, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  async find(id: string): Promise<ErasureRow | null> {
    const [row] = await this.select(`WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** The proposal that waits for a second person, if the case has one. */
  async openOf(caseFileId: string): Promise<ErasureRow | null> {
    const [row] = await this.select(`WHERE case_file_id = $1 AND outcome IS NULL`, [caseFileId]);
    return row ?? null;
  }

  /** Of the case as it is now: what an approval is bound to. */
  async hashOf(caseFileId: string): Promise<string> {
    const [row]: { hash: string }[] = await this.unit.manager.query(`SELECT erasure_hash($1) AS hash`, [
      caseFileId,
    ]);
    return row?.hash ?? '';
  }

  async propose(
    { row }: LoadedCase,
    { ground, rule, basis }: { ground: ErasureGround; rule: string | null; basis: string },
  ): Promise<{ readonly id: string; readonly hash: string }> {
    const id = randomUUID();
    const hash = await this.hashOf(row.id);
    await this.unit.manager.query(
      `INSERT INTO erasure (id, reference, case_file_id, team_id, case_reference, ground, rule, case_key_id, basis, hash,
                            proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        `EF-${String(new Date(this.unit.now()).getUTCFullYear())}-${randomBytes(4).toString('hex').toUpperCase()}`,
        row.id,
        row.teamId,
        row.reference,
        ground,
        rule,
        row.dataKeyId,
        this.secrecy.seal(await this.secrecy.spaceKey(), placeOf(id), basis),
        hash,
        this.unit.account.id,
        new Date(this.unit.now()),
      ],
    );
    return { id, hash };
  }

  async settle(id: string, outcome: 'refused' | 'withdrawn'): Promise<void> {
    await this.unit.manager.query(
      `UPDATE erasure SET outcome = $2, settled_by = $3, settled_at = $4 WHERE id = $1`,
      [id, outcome, this.unit.account.id, new Date(this.unit.now())],
    );
  }

  /** Checks again what two persons agreed to, in the database, and empties the key. `forget` must follow. */
  async destroyKey(id: string): Promise<Destroyed> {
    const [row]: Destroyed[] = await this.unit.manager.query(
      `SELECT events, events_hash AS "eventsHash" FROM destroy_case_key($1)`,
      [id],
    );
    if (!row) throw new Error('nothing was destroyed');
    return row;
  }

  /** Takes every row of the case away; `eventSeq`: the event that says so. */
  async forget(id: string, eventSeq: string): Promise<void> {
    await this.unit.manager.query(`SELECT forget_case($1, $2, $3)`, [
      id,
      eventSeq,
      new Date(this.unit.now()),
    ]);
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<readonly ErasureRow[]> {
    const rows: (Omit<ErasureRow, 'basis'> & { readonly basis: Buffer })[] = await this.unit.manager.query(
      `${SELECT} ${where}`,
      [...parameters],
    );
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map((row) => ({
      ...row,
      basis: String(this.secrecy.unseal(key, placeOf(row.id), row.basis)),
    }));
  }
}

const SELECT = `
  SELECT id, reference, case_file_id AS "caseFileId", team_id AS "teamId", case_reference AS "caseReference", ground, rule,
         case_key_id AS "caseKeyId", basis, hash, proposed_by AS "proposedBy", proposed_at AS "proposedAt", outcome,
         settled_by AS "settledBy", settled_at AS "settledAt", event_seq AS "eventSeq", proposed_at::text AS at
    FROM erasure`;
