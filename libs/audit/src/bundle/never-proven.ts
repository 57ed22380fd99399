import type { BothLanguages } from './bundle-format';

/** What no verification of a record can prove, however sound it is. */
export const NEVER_PROVEN: readonly BothLanguages[] = [
  {
    fr: 'Ce qui n’a jamais été saisi : le registre prouve ce qui a été consigné, pas que tout l’a été.',
    en: 'What was never entered: the record proves what was recorded, not that everything was.',
  },
  {
    fr: 'Que ce qui a été saisi est vrai : il prouve qui l’a saisi et quand, et que rien n’a changé depuis.',
    en: 'That what was entered is true: it proves who entered it and when, and that nothing has changed since.',
  },
  {
    fr: 'Ce qui aurait été récrit avant le premier point de contrôle publié, par qui détient à la fois la base et la clé.',
    en: 'What may have been rewritten before the first published checkpoint, by someone who holds both the database and the key.',
  },
];
