import { Injectable } from '@nestjs/common';
import { entryFields } from '@repere/audit';
import type { JournalEntry } from '@repere/case-engine';
import { commitPayload } from '../../platform/record/commit-payload';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import { APPEND_BESIDE_EVENT, type EntryRow, JOURNAL_SQL } from './journal.query';
import { placeOfEntry } from './entry-address';
import { placeOf, rowOf } from '../../platform/data/sealed-row';
import { JournalEntryEntity } from '../entities/case/journal-entry.entity';
import { KeptJournals, type LastRow } from './kept-journals';
import type { EntryBase, SealedEntry } from './sealed-entry';

/** An entry with what opens its commitment: a salt in hex for each path of `entryFields`. */
export interface EntryWithSalts {
  readonly ledgerSeq: string;
  readonly entry: JournalEntry;
  readonly salts: Readonly<Record<string, string>>;
}

/** Where an entry's sealed content lives. */
export const placeOfSealedEntry = (id: string) => placeOf(rowOf(JournalEntryEntity, { id }), 'payload');

/** The journal of a case: appended to and read, nothing else. */
@Injectable()
export class JournalRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly journals: KeptJournals,
  ) {}

  /** Every entry, first to last; the same list as long as none was added and this process remembers it. */
  async readJournal(caseFileId: string, key: DataKey): Promise<readonly JournalEntry[]> {
    const { space, manager, known } = this.unit;
    const kept = this.journals.findJournal(space, caseFileId);
    const rows = await JOURNAL_SQL.ofCaseFrom.readRows(manager, [
      caseFileId,
      kept?.last.seq ?? 0,
      authorsOf(kept?.entries ?? []),
    ]);
    if (kept && !isSameRow(kept.last, rows[0])) {
      // It is not theirs, or what was read or written then was never committed.
      this.journals.forgetJournal(space, caseFileId);
      return this.readJournal(caseFileId, key);
    }
    for (const [id, name] of Object.entries(rows[0]?.names ?? {})) known.names.set(id, name);
    const added = kept ? rows.slice(1) : rows;
    const last = added.at(-1);
    if (!last) return kept?.entries ?? [];
    const entries = [...(kept?.entries ?? []), ...added.map((row) => this.openEntry(key, row))];
    const bytes = added.reduce((sum, { payload }) => sum + payload.length, kept?.bytes ?? 0);
    this.journals.keepJournal(space, caseFileId, { entries, last, bytes });
    return entries;
  }

  /** The same with what opens the commitment of each, and its place among the ledger's events: for proofs. */
  async readWithSalts(caseFileId: string, key: DataKey): Promise<readonly EntryWithSalts[]> {
    const rows = await JOURNAL_SQL.ofCaseWithEvents.readRows(this.unit.manager, [caseFileId]);
    return rows.map(({ ledgerSeq, ...row }) => ({
      ledgerSeq,
      entry: this.openEntry(key, row),
      salts: (this.secrecy.unseal(key, placeOfSealedEntry(row.id), row.payload) as SealedEntry).salts,
    }));
  }

  /** Every entry of several cases, by case. */
  async readMany(
    cases: readonly { readonly caseFileId: string; readonly key: DataKey }[],
  ): Promise<ReadonlyMap<string, readonly JournalEntry[]>> {
    const keys = new Map(cases.map(({ caseFileId, key }) => [caseFileId, key]));
    const rows = await JOURNAL_SQL.ofCases.readRows(this.unit.manager, [[...keys.keys()]]);
    const journals = new Map<string, JournalEntry[]>();
    for (const { caseFileId, ...row } of rows) {
      const key = keys.get(caseFileId);
      if (!key) continue;
      const journal = journals.get(caseFileId) ?? [];
      journal.push(this.openEntry(key, row));
      journals.set(caseFileId, journal);
    }
    return journals;
  }

  /** Appends what the journal has more than `earlier`. Each entry gets its ledger event. */
  async append(
    { id: caseFileId }: Pick<CaseRow, 'id'>,
    key: DataKey,
    earlier: readonly JournalEntry[],
    journal: readonly JournalEntry[],
  ): Promise<void> {
    const { space } = this.unit;
    let kept = this.journals.findJournal(space, caseFileId);
    for (const entry of journal.slice(earlier.length)) {
      const { commitment, salts } = commitPayload(entryFields(entry));
      const target = targetOf(entry, journal);
      const place = placeOfEntry(entry);
      const { id, seq, occurredAt, recordedAt, enteredBy, ...rest } = entry;
      const sealed = this.secrecy.seal(key, placeOfSealedEntry(id), {
        entry: rest,
        salts,
      } satisfies SealedEntry);
      const values = [
        ...[caseFileId, seq, id, entry.kind, place.runId, place.step],
        ...[new Date(occurredAt.from), new Date(occurredAt.to), occurredAt.precision],
        ...[occurredAt.estimated ?? false, new Date(recordedAt), enteredBy],
        ...[target?.id ?? null, target?.enteredBy ?? null],
        ...[key.id, sealed, Buffer.from(commitment.root, 'hex')],
        entry.kind === 'entry-approved' ? approvedIds(entry.entryId, earlier) : null,
      ];
      await this.unit.recordEvent(
        { type: `journal.${entry.kind}`, caseFileId, commitment: commitment.root },
        { text: APPEND_BESIDE_EVENT, values },
      );
      kept &&= {
        entries: journal,
        last: { id, seq, payload: sealed },
        bytes: kept.bytes + sealed.length,
      };
    }
    // What nobody has read lately is not kept for having grown. Where it isn't committed after all, the next reader finds no such row.
    if (kept) this.journals.keepJournal(space, caseFileId, kept);
  }

  private openEntry(key: DataKey, row: EntryRow): JournalEntry {
    if (row.name !== null) this.unit.known.names.set(row.entered_by, row.name);
    return entryOf(row, this.secrecy.unseal(key, placeOfSealedEntry(row.id), row.payload) as SealedEntry);
  }
}

const isSameRow = (kept: LastRow, row: LastRow | undefined): boolean =>
  row?.id === kept.id && row.seq === kept.seq && row.payload.equals(kept.payload);

/** Accounts that entered something. */
const authorsOf = (entries: readonly JournalEntry[]): readonly string[] => [
  ...new Set(entries.map(({ enteredBy }) => enteredBy).filter((it) => !it.startsWith('system:'))),
];

/** The entry that a row holds: what is sealed in it, and what are columns. */
export function entryOf(row: EntryRow, { entry }: SealedEntry): JournalEntry {
  const base: EntryBase = {
    id: row.id,
    seq: row.seq,
    occurredAt: {
      from: row.occurred_from.getTime(),
      to: row.occurred_to.getTime(),
      precision: row.occurred_precision,
      ...(row.occurred_estimated && { estimated: true }),
    },
    recordedAt: row.recorded_at.getTime(),
    enteredBy: row.entered_by,
  };
  // The authenticated ciphertext is what `append` was given: an entry of one of the known kinds.
  return { ...base, ...entry } as JournalEntry;
}

function targetOf(entry: JournalEntry, journal: readonly JournalEntry[]): JournalEntry | undefined {
  switch (entry.kind) {
    case 'entry-approved':
    case 'entry-returned':
    case 'entry-amended':
      return journal.find(({ id }) => id === entry.entryId);
    case 'run-opened':
    case 'step-completed':
    case 'step-waived':
    case 'facts-recorded':
    case 'note-added':
    case 'run-moved':
      return undefined;
  }
}

/** The act with its amendments, as far as whoever approves it knew: the database refuses the approval of anything else. */
const approvedIds = (entryId: string, journal: readonly JournalEntry[]): readonly string[] =>
  journal.flatMap((it) =>
    it.id === entryId || (it.kind === 'entry-amended' && it.entryId === entryId) ? [it.id] : [],
  );
