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
  async readWords(key: DataKey, seqs: readonly string[]): Promise<ReadonlyMap<string, Fields>> {
    const rows = await this.payloads.findBy({ eventSeq: Any(seqs), keyId: key.id });
    return new Map(rows.map((row) => [row.eventSeq, this.secrecy.openColumn(key, row, 'content').fields]));
  }
}
