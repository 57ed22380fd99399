import type { Shown, Withheld } from './withheld';

/** Whether a value is there but not this reader's to see. */
export const isWithheld = <T>(shown: Shown<T>): shown is Withheld =>
  typeof shown === 'object' && shown !== null && 'withheld' in shown && shown.withheld === true;
