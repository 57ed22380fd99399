import type { StepDefinition } from '@repere/protocol';

const OUTSIDE: readonly string[] = ['OPJ', 'PROC', 'JE', 'JI', 'AAH', 'AVO', 'PREF'];

/** What kind of step it is beyond its kind, as keys of the dictionary. */
export function stepMarks({ kind, by, protective, part, repeatable }: StepDefinition): readonly string[] {
  return [
    ...(protective ? ['protective'] : []),
    ...(kind === 'recorded-act' && by.every((role) => OUTSIDE.includes(role)) ? ['outside'] : []),
    ...(part === undefined ? [] : ['part']),
    ...(repeatable === false ? [] : ['repeatable']),
  ];
}
