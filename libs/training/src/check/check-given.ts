import type { CompiledFact, ProtocolSet } from '@repere/case-engine';
import { text } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import type { ScenarioProblems } from './scenario-problem';

/** Of what stands at the beginning a list has rows, and what no fact is has a value at least: nothing else looks at it before it is told. */
export function checkGiven(scenario: TrainingScenario, set: ProtocolSet, problems: ScenarioProblems): void {
  const demandValue = (fact: CompiledFact | undefined, value: unknown, path: readonly string[]): void => {
    const name = path.slice(1).join('.');
    if (fact?.list ? !isOfRows(value) : !(fact && value === null) && !isSaid(value))
      problems.addProblem(
        path,
        'given-value',
        fact?.list
          ? text(
              `\`${name}\` est une liste : chaque ligne est un bloc de réponses.`,
              `\`${name}\` is a list: each row is a map of answers.`,
            )
          : text(`\`${name}\` n’a pas de valeur.`, `\`${name}\` has no value.`),
        text('Donnez une valeur, ou retirez cette ligne.', 'Give a value, or leave this line out.'),
      );
  };
  for (const [key, value] of Object.entries(scenario.given ?? {})) {
    const [protocol = '', fact] = key.split('.');
    const shared = set.sharedFactOf.get(key);
    const version = String(
      scenario.versions[protocol] ?? [...(set.protocols.get(protocol)?.keys() ?? [])].at(-1),
    );
    const factOf = set.protocols.get(protocol)?.get(version)?.factOf;
    if (fact !== undefined) demandValue(factOf?.get(fact), value, ['given', key]);
    else if (!shared && factOf && isMap(value))
      for (const [id, inner] of Object.entries(value)) demandValue(factOf.get(id), inner, ['given', key, id]);
    else demandValue(shared, value, ['given', key]);
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing empty anywhere in it. */
function isSaid(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || Object.values(value).every(isSaid);
}

/** A list of rows, or `{closed, rows}`. */
function isOfRows(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isMap);
  return isMap(value) && (value['rows'] === undefined || isOfRowList(value['rows']));
}

const isOfRowList = (rows: unknown): boolean => Array.isArray(rows) && rows.every(isMap);
