import { Injectable } from '@nestjs/common';
import type { Child } from '@repere/cases';
import type { JournalEntry } from '@repere/protocol-engine';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { rowOf } from '../../platform/data/sealed-row';
import { PersonEntity } from '../entities/case/person.entity';
import { LedgerPayloadEntity } from '../../platform/record/ledger-payload.entity';

/** Who is named by older words of a case, and neither by its journal nor by the child's identity of today. */
export interface NamedBeside {
  /** The child, before each correction of the identity. */
  readonly children: readonly Child[];
  /** Whoever was noted beside the journal, before the list of adults was the one register. */
  readonly people: readonly string[];
}

export const NOBODY_BESIDE: NamedBeside = { children: [], people: [] };

/** Finds them, so that what they were called is masked too. */
@Injectable()
export class NamedBesideReader {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async read(caseFileId: string, key: DataKey, journal: readonly JournalEntry[]): Promise<NamedBeside> {
    const people: { id: string; content: Buffer }[] = await this.unit.manager.query(
      `SELECT id, content FROM person WHERE case_file_id = $1`,
      [caseFileId],
    );
    // A correction leaves its reason in the journal.
    const isCorrected = journal.some((it) => it.kind === 'note-added' && it.about === 'identity');
    const corrections = isCorrected ? await this.corrections(caseFileId, key) : [];
    return {
      children: corrections,
      people: people.map((it) => this.secrecy.open(key, rowOf(PersonEntity, it), 'content').name),
    };
  }

  /** The event of a correction stands in the transaction of the note that says why. */
  private async corrections(caseFileId: string, key: DataKey): Promise<readonly Child[]> {
    const rows: { seq: string; content: Buffer }[] = await this.unit.manager.query(
      `SELECT DISTINCT p.event_seq AS seq, p.content
         FROM journal_entry j JOIN ledger_event note ON note.seq = j.ledger_seq
         JOIN ledger_event e ON e.xid = note.xid JOIN ledger_payload p ON p.event_seq = e.seq
        WHERE j.case_file_id = $1 AND j.kind = 'note-added' AND p.key_id = $2
          AND e.entry LIKE '%"type":"case-file.child-changed"%'`,
      [caseFileId, key.id],
    );
    return rows.flatMap(({ seq, content }) => {
      const payload = rowOf(LedgerPayloadEntity, { eventSeq: seq, content });
      const { before, after } = this.secrecy.open(key, payload, 'content').fields as {
        readonly before?: Child;
        readonly after?: Child;
      };
      return [before, after].flatMap((it) => it ?? []);
    });
  }
}
