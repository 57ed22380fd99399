import type { JournalEntry } from '@repere/case-engine';
import type { SharedDocument } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import type { HonestOptions } from './honest-bundle';
import type { PlayedScenario } from './played-scenario';

const NOW = Date.UTC(2025, 3, 2, 10);
const base = (seq: number) => ({
  id: `e${seq}`,
  seq,
  occurredAt: { from: NOW + seq, to: NOW + seq, precision: 'minute' as const },
  recordedAt: NOW + seq * 60_000,
  enteredBy: 'camille',
});

const journal: readonly JournalEntry[] = Array.from({ length: 6 }, (_, n) =>
  n % 2 === 0
    ? { ...base(n + 1), kind: 'note-added', note: `Appel ${n} du foyer : Amina va bien` }
    : { ...base(n + 1), kind: 'facts-recorded', values: { first_name: 'Amina', age: 15 } },
);

/** A case of a few notes that follows no protocol: so small that every letter of its bundle can be tried. */
export function smallScenario(): PlayedScenario {
  const territory = territoryOf('75');
  if (!territory) throw new Error('no territory 75');
  const shared: SharedDocument = {
    language: 1,
    facts: {},
    moments: {},
    reasons: {},
    evidence: {},
    refusedWords: { fr: {}, en: {} },
  };
  return { file: 'small', journal, territory, now: NOW + 1_000_000, shared, documents: [] };
}

/** What its bundle leaves out: one name, so that it isn't replayed. */
export const SMALL: HonestOptions = { isRedacted: (path) => path === 'values/first_name' };
