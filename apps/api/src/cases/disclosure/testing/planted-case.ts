import { createHash } from 'node:crypto';
import type {
  ChecklistAnswers,
  FactDefinition,
  FactValue,
  FactValues,
  Role,
  StepDefinition,
} from '@repere/protocol';
import { foldCase, type JournalEntry, type StepCompleted } from '@repere/case-engine';
import { territoryOf } from '@repere/territories';
import type { DataKey } from '../../../platform/secrecy/key-store';
import type { HashedDocument, ProtocolLibrary } from '../../../protocols/protocol-library';
import { PublishedProtocols } from '../../../protocols/publishing/published-protocols';
import type { CaseRow } from '../../reading/case-row';
import { LoadedCase } from '../../reading/loaded-case';

/** A word that stands nowhere else, and where it was written. */
export interface Planted {
  readonly word: string;
  readonly step: StepDefinition;
  readonly place: string;
}

export interface PlantedCase {
  readonly file: LoadedCase;
  readonly planted: readonly Planted[];
  /** Words of notes beside no step. */
  readonly notes: readonly string[];
}

const NOW = Date.UTC(2026, 2, 2, 10);
const AT = { from: NOW, to: NOW, precision: 'minute' } as const;
const RUN = 'run-1';

/** A case whose every step was done, corrected, sent back and waived, with a word of its own in every place for words. */
export function plantedCase(library: ProtocolLibrary, version: HashedDocument): PlantedCase {
  const { document } = version;
  const territory = territoryOf('93');
  if (!territory) throw new Error('no territory');
  const planted: Planted[] = [];
  const journal: JournalEntry[] = [];
  const add = (entry: Record<string, unknown>): string => {
    const id = uuid(journal.length + 1);
    journal.push({
      id,
      seq: journal.length + 1,
      occurredAt: AT,
      recordedAt: NOW + journal.length,
      enteredBy: 'writer',
      ...entry,
    } as unknown as JournalEntry);
    return id;
  };
  add({ kind: 'run-opened', runId: RUN, protocol: document.protocol, version: document.version });
  const published = new PublishedProtocols(
    new Map(
      [...library.documents].map(([key, it]) => [
        key,
        { ...it, publishedAt: new Date(0), inForceFrom: new Date(0), base: null, territory: null },
      ]),
    ),
    library.compiled([...library.documents.values()]),
    NOW,
  );
  const factOf = (id: string): FactDefinition | undefined => {
    const [head = id, field] = id.split('.');
    const fact = document.facts[head] ?? library.shared.facts[head];
    return field === undefined ? fact : fact?.row?.[field];
  };
  const notes = ['note of the case', 'note beside facts'].map(
    (place) => `Zn${createHash('sha256').update(place).digest('hex').slice(0, 10)}zn`,
  );
  add({ kind: 'note-added', note: notes[0] });
  add({ kind: 'facts-recorded', values: { danger: 'unknown' }, note: notes[1] });
  for (const step of document.steps) {
    const plant = (place: string): string => {
      const word = `Zq${createHash('sha256').update(`${step.id} ${place}`).digest('hex').slice(0, 10)}zq`;
      planted.push({ word, step, place });
      return word;
    };
    const values = (place: string): { readonly own: FactValues; readonly row: FactValues } => {
      const own: Record<string, FactValue> = {};
      const row: Record<string, FactValue> = {};
      for (const id of step.fields) {
        const value = noted(factOf(id), () => plant(`${place} ${id}`));
        const [list, field] = id.split('.');
        if (value === undefined) continue;
        if (field !== undefined && list === (step.adds ?? step.about)) row[field] = value;
        else if (field === undefined) own[id] = value;
      }
      return { own, row };
    };
    const rowOf = (row: FactValues) =>
      (step.adds ?? step.about)
        ? { row: { id: `row-${step.adds ?? step.about ?? ''}-${step.adds ? step.id : 'all'}`, values: row } }
        : {};
    const done = values('completed');
    const about = { runId: RUN, step: step.id };
    const entryId = add({
      kind: 'step-completed',
      ...about,
      by: [{ role: 'INT' satisfies Role, name: plant('by') }],
      values: done.own,
      ...rowOf(done.row),
      reasons: [],
      bestInterests: plant('bestInterests'),
      childView: { said: plant('childView') },
      evidence: { minutes: { reference: plant('evidence'), place: plant('evidence place') } },
      note: plant('note'),
      outOfOrder: plant('outOfOrder'),
    } satisfies Omit<StepCompleted, 'id' | 'seq' | 'occurredAt' | 'recordedAt' | 'enteredBy'>);
    add({ kind: 'entry-returned', ...about, entryId, reason: plant('returned') });
    const corrected = values('amended');
    add({
      kind: 'entry-amended',
      ...about,
      entryId,
      values: corrected.own,
      ...rowOf(corrected.row),
      bestInterests: plant('amended bestInterests'),
      childView: { whyNot: plant('amended childView') },
      evidence: { minutes: { reference: plant('amended evidence') } },
      why: plant('why'),
    });
    add({ kind: 'step-waived', ...about, reason: 'other', note: plant('waived') });
  }
  const row = {
    id: 'case',
    reference: 'RP-TEST-1',
    territory: '93',
    leadId: null,
    teamName: 'North',
    openedAt: new Date(NOW),
  };
  const file = new LoadedCase(
    row as unknown as CaseRow,
    {} as DataKey,
    { calledName: 'Child' },
    journal,
    published,
    territory,
    [],
    () => foldCase(published.set, journal, { now: NOW + 1_000_000, territory }),
  );
  return { file, planted, notes };
}

/** An answer with words in it; nothing where no words can be written. */
function noted(fact: FactDefinition | undefined, plant: () => string): FactValue | undefined {
  switch (fact?.type) {
    case 'text':
      return plant();
    case 'checklist':
      return Object.fromEntries(
        (fact.items ?? []).slice(0, 2).map(({ id }) => [id, { answer: 'yes', note: plant() }]),
      ) as ChecklistAnswers;
    case undefined:
    case 'list':
      return undefined;
    case 'yes-no':
    case 'choice':
    case 'number':
    case 'months':
    case 'date':
    case 'duration':
      return { answer: 'unknown', note: plant() };
  }
}

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
