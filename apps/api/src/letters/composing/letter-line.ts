import type { FieldClass, LetterLanguage } from '@repere/protocol';

/** One thing that is known of a case, as a letter would say it. */
export interface LetterLine {
  /** The same as long as the thing is the same: by it a chosen line is known again. */
  readonly id: string;
  readonly fieldClass: FieldClass;
  readonly text: string;
  /** Of its text; French where it is not said. */
  readonly language?: LetterLanguage;
  /** What a referral calls the field, fact or row that it tells of, where that is not its id. */
  readonly of?: string;
  /** Nobody recorded it, and it says so: that tells nothing of the child. */
  readonly isUnknown?: true;
  /** What stands in a part as long as it is not chosen: that it is recorded and not repeated. */
  readonly instead?: string;
  /** The fact that it tells, where it is one: of the case, or `protocol.fact`. */
  readonly fact?: string;
  /** Where it is a sheet: what is ticked on it, by item. What was answered otherwise is no sign, and no absence of one. */
  readonly sheet?: TickedSheet;
  /**
   * May stand by itself in a part that proposes its class: codes and dates, in no words of somebody's own, the child's neither, which may
   * tell of anything.
   */
  readonly isOpen: boolean;
}

export interface TickedSheet {
  readonly title: string;
  readonly labels: ReadonlyMap<string, string>;
  /** When it was filled in, in words. */
  readonly since: string;
}

/** Of what nobody recorded: unknown is never no. */
export const NOT_KNOWN = 'non renseigné';

/** Of what is recorded and may not stand there by itself: it is not said to be unknown. */
export const NOT_REPEATED = 'noté au dossier, non repris ici';

/** `Danger : danger grave et immédiat`; a title that asks needs no colon. */
export const titled = (title: string, said: string): string =>
  title.endsWith('?') ? `${title} ${said}` : `${title}\u00a0: ${said}`;

/** « Je veux rester », once, however it was typed. */
export const quoted = (said: string): string =>
  `«\u00a0${said
    .trim()
    .replace(/^[«“"]/, '')
    .replace(/[»”"]$/, '')
    .trim()}\u00a0»`;
