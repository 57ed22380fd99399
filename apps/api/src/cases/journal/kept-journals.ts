import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { LRUCache } from 'lru-cache';
import type { Space } from '../../platform/spaces/spaces';
import type { EntryRow } from './journal.query';

/** Bytes of ciphertext whose entries a process keeps at most, of all cases together. */
const MOST_BYTES = 32 * 2 ** 20;
/** After which nobody has asked for the case any more: it is taken out of memory then, not when somebody looks. */
const KEPT_MS = 5 * 60_000;

/** The last row of a journal as it stood in the database. */
export type LastRow = Pick<EntryRow, 'id' | 'seq' | 'payload'>;

/** A journal as far as this process has decrypted it. */
export interface KeptJournal {
  readonly entries: readonly JournalEntry[];
  /** Rows are only ever added, each sealed with a nonce of its own: while this one stands, so do those before it. */
  readonly last: LastRow;
  /** Of the ciphertext of all entries. */
  readonly bytes: number;
}

/**
 * Journals that were decrypted lately. Nothing of one counts by itself: whoever asks reads its last row again, by the rights of that
 * moment, and what came after it (ADR 48).
 */
@Injectable()
export class KeptJournals {
  private readonly kept = new LRUCache<string, KeptJournal>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes),
    ttl: KEPT_MS,
    ttlAutopurge: true,
    updateAgeOnGet: true,
  });

  findJournal(space: Space, caseFileId: string): KeptJournal | null {
    return this.kept.get(keyOf(space, caseFileId)) ?? null;
  }

  keepJournal(space: Space, caseFileId: string, { last: { id, seq, payload }, ...kept }: KeptJournal): void {
    this.kept.set(keyOf(space, caseFileId), { ...kept, last: { id, seq, payload } });
  }

  forgetJournal(space: Space, caseFileId: string): void {
    this.kept.delete(keyOf(space, caseFileId));
  }
}

/** A branch of a space has the same cases in another database. */
const keyOf = ({ database }: Space, caseFileId: string): string => `${database} ${caseFileId}`;
