import type { CandidateAction } from './bench-protocol';

/** One way to run the protocol: every action is checked, then applied; at the end the steps that may be done are listed. */
export interface Contender {
  readonly name: string;
  readonly note: string;
  /** Runs a whole case; gives how many steps may be done at the end, so that all contenders can be compared. */
  runActions(actions: readonly CandidateAction[]): number | Promise<number>;
  /** A case kept in memory after its history, with what it keeps of that history. */
  keepCase?(actions: readonly CandidateAction[]): unknown;
  /** The same where the history is kept elsewhere (a journal, read once and shared). */
  keepState?(actions: readonly CandidateAction[]): () => unknown;
}
