import { Injectable } from '@nestjs/common';
import { Any, Repository } from 'typeorm';
import { LedgerPayloadEntity } from '../platform/record/ledger-payload.entity';
import { InjectRepository } from '@nestjs/typeorm';
import type { DataKey } from '../platform/secrecy/key-store';
import { Secrecy } from '../platform/secrecy/secrecy';

type Fields = Readonly<Record<string, unknown>>;

/** What events of one case commit to, opened: the words of holds and of what was shared are kept nowhere else. */
@Injectable()
export class EventWords {
  constructor(
    @InjectRepository(LedgerPayloadEntity) private readonly payloads: Repository<LedgerPayloadEntity>,
    private readonly secrecy: Secrecy,
  ) {}

  /** Fields by the event's place in the record; all of them under this key. */
  readWords(key: DataKey, seqs: readonly string[]): Promise<ReadonlyMap<string, Fields>> {
    return this.openWords([key], seqs);
  }

  /** The same of several cases at once, by the ids of their keys; without those of which the key was destroyed. */
  async readWordsUnder(
    keyIds: readonly string[],
    seqs: readonly string[],
  ): Promise<ReadonlyMap<string, Fields>> {
    return this.openWords(await this.secrecy.openDataKeys(keyIds), seqs);
  }

  private async openWords(
    keys: readonly DataKey[],
    seqs: readonly string[],
  ): Promise<ReadonlyMap<string, Fields>> {
    const byId = new Map(keys.map((key) => [key.id, key]));
    const rows = await this.payloads.findBy({ eventSeq: Any(seqs), keyId: Any([...byId.keys()]) });
    return new Map(
      rows.flatMap((row) => {
        const key = byId.get(row.keyId);
        return key ? [[row.eventSeq, this.secrecy.openColumn(key, row, 'content').fields] as const] : [];
      }),
    );
  }
}
