import type { Shown, Redacted } from './redacted';

/** Whether a value is there but not this reader's to see. */
export const isRedacted = <T>(shown: Shown<T>): shown is Redacted =>
  typeof shown === 'object' && shown !== null && 'redacted' in shown && shown.redacted === true;
