import { CHECKLIST } from './checklist';
import { CHOICE } from './choice';
import { DATE } from './date';
import { DURATION } from './duration';
import type { FactType } from './fact-type';
import { LIST } from './list';
import { MONTHS } from './months';
import { NUMBER } from './number';
import { TEXT } from './text';
import { YES_NO } from './yes-no';

/** The kinds of answer (`type:` in YAML): the only list of them. Whatever differs from kind to kind elsewhere is a record by these names. */
export const FACT_TYPES = {
  choice: CHOICE,
  'yes-no': YES_NO,
  number: NUMBER,
  months: MONTHS,
  date: DATE,
  duration: DURATION,
  text: TEXT,
  checklist: CHECKLIST,
  list: LIST,
} as const satisfies Readonly<Record<string, FactType>>;

export type FactTypeName = keyof typeof FACT_TYPES;

export const FACT_TYPE_NAMES = Object.keys(FACT_TYPES) as readonly FactTypeName[];
