import type { CompiledProtocol, JournalEntry, ProtocolSet } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import type { RefusedAct } from '@repere/training';
import type { GivenChoiceRow, TickRow } from '../questions/questions.query';
import type { RatedReasonRow } from '../reasons/reasons.query';

/** A fictional case whose handling is scored. */
export interface ScoredCase {
  readonly id: string;
  readonly set: ProtocolSet;
  readonly territory: Territory;
  readonly journal: readonly JournalEntry[];
  /** Protocol of each run, by its id. */
  readonly runs: ReadonlyMap<string, CompiledProtocol>;
  /** Who wrote, by the id of the account. */
  readonly names: ReadonlyMap<string, string>;
  /** The moment at which it is counted, epoch ms. */
  readonly now: number;
  /** Whether an assessment has ended: what has not come about by then does not come any more. */
  readonly isOver: boolean;
  /** Ids of entries that came after the end of an assessment. */
  readonly after: ReadonlySet<string>;
  /** What was tried and refused. */
  readonly refused: readonly RefusedAct[];
  readonly ratings: readonly RatedReasonRow[];
  readonly answers: readonly GivenChoiceRow[];
  /** Expectations that whoever leads saw met. */
  readonly ticks: readonly TickRow[];
}
