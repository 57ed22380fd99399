import { isDoneOutside, type StepDefinition } from '@repere/protocol';

/** What kind of step it is beyond its kind, as keys of the dictionary. */
export function stepMarks({ kind, by, protective, part, repeatable }: StepDefinition): readonly string[] {
  return [
    ...(protective ? ['protective'] : []),
    ...(isDoneOutside({ kind, by }) ? ['outside'] : []),
    ...(part === undefined ? [] : ['part']),
    ...(repeatable === false ? [] : ['repeatable']),
  ];
}
