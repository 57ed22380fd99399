import { STATUS_DETAILS, STATUS_WORDS } from '@repere/protocol-engine/step-status';
import english from './en.json';
import french from './fr.json';

type Both = Readonly<Record<'fr' | 'en', string>>;

const inOne = <T extends Readonly<Record<string, Both>>>(words: T, code: keyof Both) =>
  Object.fromEntries(Object.entries(words).map(([key, both]) => [key, both[code]])) as Record<
    keyof T,
    string
  >;

/** Words of the widgets in French; those of a step's status are the ones of papers. */
export const uiFrench = {
  ...french,
  status: inOne(STATUS_WORDS, 'fr'),
  'status-more': inOne(STATUS_DETAILS, 'fr'),
};

/** The same in English. */
export const uiEnglish = {
  ...english,
  status: inOne(STATUS_WORDS, 'en'),
  'status-more': inOne(STATUS_DETAILS, 'en'),
};
