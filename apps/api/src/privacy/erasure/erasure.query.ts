import { Injectable } from '@nestjs/common';
import { command, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** What a destroyed key took with it. */
export interface Destroyed {
  readonly events: number;
  /** SHA-256 over the places of those events, one a line. */
  readonly eventsHash: string;
}

/** Place of an erasure in their list; `at`: as PostgreSQL writes it. */
export interface ErasurePlace {
  readonly id: string;
  readonly at: string;
}

/** The part of an erasure that the database does by itself, and the order of their list. */
@Injectable()
export class ErasureQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Newest first, of these teams. */
  page(
    teamIds: readonly string[],
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<readonly ErasurePlace[]> {
    return PAGE.readRows(this.unit.manager, [teamIds, limit, after?.[0] ?? null, after?.[1] ?? null]);
  }

  /** Of the case as it is now: what an approval is bound to. */
  async hashOf(caseFileId: string): Promise<string> {
    return (await HASH.first(this.unit.manager, [caseFileId]))?.hash ?? '';
  }

  /** Checks again what two persons agreed to, in the database, and empties the key. `forget` must follow. */
  async destroyKey(id: string): Promise<Destroyed> {
    const row = await DESTROY.first(this.unit.manager, [id]);
    if (!row) throw new Error('nothing was destroyed');
    this.unit.known.forgetKeys();
    return row;
  }

  /** Takes every row of the case away; `eventSeq`: the event that says so. */
  async forget(id: string, eventSeq: string): Promise<void> {
    await FORGET(this.unit.manager, [id, eventSeq, new Date(this.unit.now())]);
  }
}

const PAGE = rows<ErasurePlace>({ id: 'uuid', at: 'text' }).from(`
  SELECT id, proposed_at::text AS at FROM erasure
  WHERE team_id = ANY ($1::uuid[]) AND ($3::timestamptz IS NULL OR (proposed_at, id) < ($3::timestamptz, $4::uuid))
  ORDER BY proposed_at DESC, id DESC LIMIT $2`);

const HASH = rows<{ readonly hash: string }>({ hash: 'text' }).from(`SELECT erasure_hash($1) AS hash`);

const DESTROY = rows<Destroyed>({ events: 'integer', eventsHash: 'text' }).from(
  `SELECT events, events_hash AS "eventsHash" FROM destroy_case_key($1)`,
);

const FORGET = command(`SELECT forget_case($1, $2, $3)`);
