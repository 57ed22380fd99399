import { Injectable } from '@nestjs/common';
import type { DataKey } from '../platform/secrecy/key-store';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit-of-work';

type Fields = Readonly<Record<string, unknown>>;

/** What events of one case commit to, opened: the words of holds and of what was shared are kept nowhere else. */
@Injectable()
export class EventWords {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** Fields by the event's place in the record; all of them under this key. */
  async of(key: DataKey, seqs: readonly string[]): Promise<ReadonlyMap<string, Fields>> {
    const rows: { seq: string; content: Buffer }[] = await this.unit.manager.query(
      `SELECT event_seq AS seq, content FROM ledger_payload WHERE event_seq = ANY ($1::bigint[]) AND key_id = $2`,
      [seqs, key.id],
    );
    return new Map(
      rows.map(({ seq, content }) => {
        const place = { table: 'ledger_payload', column: 'content', row: seq };
        return [seq, (this.secrecy.unseal(key, place, content) as { fields: Fields }).fields];
      }),
    );
  }
}
