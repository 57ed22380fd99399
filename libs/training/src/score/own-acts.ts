import { type JournalEntry, participantsOf } from '@repere/case-engine';
import type { ExampleLine, Participant } from '@repere/protocol';
import { timeIn } from '../practice/begin-practice';
import type { PracticeRecord } from './score-types';

/** An entry about a step: who opens a case, tells facts beside its steps or writes a note has done none. */
type Act = Extract<JournalEntry, { readonly runId: string; readonly step: string }>;

/**
 * What those who practise did themselves. Neither what was recorded before they came in, nor what the story does later by people of its
 * own, nor what counts in another protocol because of either.
 */
export class OwnActs {
  private readonly ids = new Set<string>();
  private readonly steps = new Set<string>();
  /** From when on the case is theirs, epoch ms. */
  readonly from: number;

  constructor({ scenario, territory, journal }: Pick<PracticeRecord, 'scenario' | 'territory' | 'journal'>) {
    this.from = timeIn(territory, scenario.begins);
    const told = scenario.injects?.flatMap((it) => it.do ?? []) ?? [];
    for (const entry of journal) {
      if (!isAct(entry) || entry.recordedAt < this.from || told.some((line) => isTold(line, entry))) continue;
      if (entry.kind === 'step-completed' && entry.sameAs !== undefined && !this.ids.has(entry.sameAs))
        continue;
      this.ids.add(entry.id);
      this.steps.add(nameOf(entry));
    }
  }

  has(entryId: string): boolean {
    return this.ids.has(entryId);
  }

  /** Whether something was done at this step: it was done, approved, sent back, corrected or waived. */
  isAbout(step: Pick<Act, 'runId' | 'step'>): boolean {
    return this.steps.has(nameOf(step));
  }
}

const isAct = (entry: JournalEntry): entry is Act => 'step' in entry;

const nameOf = ({ runId, step }: Pick<Act, 'runId' | 'step'>): string => `${runId}:${step}`;

/** Whether the story tells this act: the same step, by people of the same roles. */
function isTold({ step, by }: ExampleLine, entry: Act): boolean {
  if (entry.kind !== 'step-completed' || step?.split('.').at(-1) !== entry.step) return false;
  return by === undefined || rolesOf(participantsOf(by)) === rolesOf(entry.by);
}

const rolesOf = (people: readonly Pick<Participant, 'role'>[]): string =>
  people
    .map(({ role }) => role)
    .sort()
    .join();
