import { Injectable } from '@nestjs/common';
import {
  applyEntry,
  atTime,
  type CaseState,
  foldCase,
  type JournalEntry,
  type ProtocolSet,
} from '@repere/case-engine';

interface Folded {
  readonly journal: readonly JournalEntry[];
  readonly state: CaseState;
}

/** What journals come to, for as long as their entries are in memory: each entry is folded once. */
@Injectable()
export class FoldedJournals {
  /** By the first entry: a journal that grows keeps it. */
  private readonly folded = new WeakMap<JournalEntry, Folded>();

  /** Throws `BrokenJournalError` as `foldCase` does. */
  foldOnce(set: ProtocolSet, journal: readonly JournalEntry[], context: CaseState['context']): CaseState {
    const known = this.findFolded(set, journal, context);
    const state = known
      ? journal.slice(known.journal.length).reduce(applyEntry, atTime(known.state, context.now))
      : foldCase(set, journal, context);
    this.remember(journal, state);
    return state;
  }

  /** `state`: what this journal came to, as an act left it. */
  remember(journal: readonly JournalEntry[], state: CaseState): void {
    const [first] = journal;
    if (first) this.folded.set(first, { journal, state });
  }

  /** The same journal, or its beginning, under the same protocols. */
  private findFolded(
    set: ProtocolSet,
    journal: readonly JournalEntry[],
    { territory }: CaseState['context'],
  ): Folded | undefined {
    const known = journal[0] && this.folded.get(journal[0]);
    const isSame = known?.state.set === set && known.state.context.territory === territory;
    const { length } = known?.journal ?? [];
    return isSame && known.journal[length - 1] === journal[length - 1] ? known : undefined;
  }
}
