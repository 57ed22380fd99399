import type { FieldClass } from '@repere/protocol';

/** One thing that is known of a case, as a letter would say it, in French. */
export interface LetterLine {
  /** The same as long as the thing is the same: by it a chosen line is known again. */
  readonly id: string;
  readonly fieldClass: FieldClass;
  readonly text: string;
  /** The fact of the case that it tells, where it is one. */
  readonly fact?: string;
  /** Codes and dates, in no words of somebody's own: these may tell of anything. */
  readonly isCoded: boolean;
}

/** Of what nobody recorded: unknown is never no. */
export const NOT_KNOWN = 'non renseigné';

/** `Danger : danger grave et immédiat`. */
export const titled = (title: string, said: string): string => `${title}\u00a0: ${said}`;
