import type { CaseEvent } from '@repere/contract';

const both = (words: string) => ({ fr: words, en: words });

/** Something that can be told in one press. */
export const caseEvent = (change: Partial<CaseEvent> = {}): CaseEvent => ({
  id: 'left.yes',
  fact: 'left',
  answer: 'yes',
  title: both('Enfant disparu'),
  hint: both('Appelez d’abord.'),
  asks: [],
  protocol: 'search',
  recurs: true,
  numbers: ['17'],
  urgent: true,
  absence: 'begins',
  ...change,
});

/** A doubt whose reason is asked with it, of a protocol that runs once. */
export const doubtEvent = (): CaseEvent =>
  caseEvent({
    ...{ id: 'doubted.yes', fact: 'doubted', title: both('Doute sur l’âge exprimé') },
    ...{
      asks: ['doubt_reason'],
      protocol: 'doubt',
      recurs: false,
      numbers: [],
      urgent: false,
      absence: null,
    },
  });
