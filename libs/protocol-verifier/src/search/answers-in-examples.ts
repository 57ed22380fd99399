import type { Example, ExampleSet, ExampleValue, FactValue, FactValues } from '@repere/protocol';
import { type CompiledFact, type CompiledProtocol, type CompiledStep, factValue } from '@repere/case-engine';

/** What a step may be completed with. */
export interface Answers {
  readonly values: FactValues;
  readonly row?: FactValues;
}

/** More ways to fill in one step are not taken from examples. */
const MOST = 12;

/** How worked examples fill in each step: whole answers that belong together, where combining classes would take too many. */
export function answersInExamples(
  protocols: ReadonlyMap<string, CompiledProtocol>,
  examples: readonly Example[],
): ReadonlyMap<CompiledStep, readonly Answers[]> {
  const told = new Map<CompiledStep, Map<string, Answers>>();
  const add = (step: CompiledStep, plain: ExampleSet, row: ExampleSet): void => {
    const answers = {
      values: valuesOf(plain, step.fields),
      row: valuesOf({ ...plain, ...row }, step.rowFields),
    };
    const size = Object.keys(answers.values).length + Object.keys(answers.row).length;
    const known = told.get(step) ?? new Map<string, Answers>();
    told.set(step, known);
    if (size > 1 && known.size < MOST) known.set(JSON.stringify(answers), answers);
  };
  for (const { versions, given = {}, do: lines = [] } of examples) {
    for (const id of Object.keys(versions)) {
      for (const step of protocols.get(id)?.steps ?? []) {
        for (const line of lines) {
          const name = (line.step ?? line.amend)?.split('.').at(-1);
          if (name === step.id) add(step, line.set ?? {}, line.row ?? {});
        }
        const own = given[id];
        const facts = { ...given, ...(isSet(own) ? own : {}) };
        add(step, facts, {});
        for (const row of rowsIn(step.list ? facts[step.list.id] : undefined)) add(step, facts, row);
      }
    }
  }
  return new Map([...told].map(([step, known]) => [step, [...known.values()]]));
}

function valuesOf(set: ExampleSet, fields: ReadonlyMap<string, CompiledFact>): FactValues {
  const values: Record<string, FactValue> = {};
  for (const [name, told] of Object.entries(set)) {
    const fact = fields.get(name.split('.').at(-1) ?? name);
    if (fact && !fact.list) values[fact.id] = factValue(fact, told);
  }
  return values;
}

function rowsIn(told: ExampleValue | undefined): readonly ExampleSet[] {
  if (!isSet(told)) return [];
  const { rows } = told;
  return Array.isArray(rows) ? (rows as readonly ExampleValue[]).filter(isSet) : [];
}

function isSet(told: ExampleValue | undefined): told is ExampleSet {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}
