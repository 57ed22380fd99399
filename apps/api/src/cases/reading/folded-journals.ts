import { Injectable } from '@nestjs/common';
import { atTime, type CaseState, foldCase, type JournalEntry, type ProtocolSet } from '@repere/case-engine';

/** What journals come to, for as long as the list of entries is in memory: the same list is folded once. */
@Injectable()
export class FoldedJournals {
  private readonly folded = new WeakMap<readonly JournalEntry[], CaseState>();

  /** Throws `BrokenJournalError` as `foldCase` does. */
  foldOnce(set: ProtocolSet, journal: readonly JournalEntry[], context: CaseState['context']): CaseState {
    const known = this.folded.get(journal);
    const isSame = known?.set === set && known.context.territory === context.territory;
    const state = isSame ? atTime(known, context.now) : foldCase(set, journal, context);
    this.remember(journal, state);
    return state;
  }

  /** `state`: what this journal came to, as an act left it. */
  remember(journal: readonly JournalEntry[], state: CaseState): void {
    this.folded.set(journal, state);
  }
}
