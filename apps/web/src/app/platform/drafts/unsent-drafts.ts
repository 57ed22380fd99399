/** What was typed and has not reached the server yet. */
interface UnsentDraft<Typed> {
  readonly typed: Typed;
  /** The last revision of the server's draft that was seen. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Drafts of one kind on their way, by what they are drafts of, in this tab's memory and nowhere else: browser storage never holds
 * what is said of a child. Each kind provides its own, in the root.
 */
export abstract class UnsentDrafts<Typed> extends Map<string, UnsentDraft<Typed>> {}
