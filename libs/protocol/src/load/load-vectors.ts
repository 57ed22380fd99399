import type { Example, ExampleExpectation, ExampleSet, ExampleValue } from '../documents/example';
import { checkStructure } from '../yaml/check-structure';
import type { Problem } from '../documents/document';
import { readYaml, type YamlSource } from '../yaml/yaml-source';

/**
 * A table of worked examples that differ in little. `vectors/*.yaml` hold one each:
 *
 *     base: {…}                                    # a whole example, as in examples/*.yaml
 *     rows:
 *       - story: {fr: …, en: …}
 *         set: {lost-key.spares.k1.price: 24}      # what is changed in the base's `given`
 *         expect: {outcome: SOMEHOW}               # added to the base's `expect`
 *
 * A key of `set` is a way into `given`: `signs`, `lost-key.trained`, `list.row.field`; `list.row` with a map adds
 * a row or changes it, `list.closed` and `list.rows` replace those. Each row is run as an example of its own.
 */
export interface LoadedVectors {
  readonly file: string;
  readonly examples: readonly Example[];
  readonly problems: readonly Problem[];
}

interface VectorRow {
  readonly story: Example['story'];
  readonly set?: ExampleSet;
  readonly expect?: ExampleExpectation;
}

/** Turns a table into its examples, each checked as one. Never throws. */
export function loadVectors(text: string, file: string): LoadedVectors {
  const source = readYaml(text, file);
  const faults = checkStructure(source, 'vectors');
  if (faults.length > 0) return { file, examples: [], problems: faults };
  const { base, rows } = source.value as { readonly base: Example; readonly rows: readonly VectorRow[] };
  const examples: Example[] = [];
  const problems: Problem[] = [];
  for (const [index, row] of rows.entries()) {
    const example = withRow(base, row);
    const found = checkStructure(inRow(source, example, index), 'example');
    if (found.length === 0) examples.push(example);
    problems.push(...found);
  }
  return { file, examples, problems };
}

/** The checker looks at the whole example; its findings stand at the row that made it. */
function inRow(source: YamlSource, value: Example, index: number): YamlSource {
  const position = source.at(['rows', index]);
  return { ...source, value, at: () => position, atKey: () => position };
}

function withRow(base: Example, { story, set = {}, expect = {} }: VectorRow): Example {
  let given: ExampleValue = base.given ?? {};
  for (const [key, value] of Object.entries(set)) given = putValue(given, key.split('.'), value);
  return { ...base, story, given: given as ExampleSet, expect: { ...base.expect, ...expect } };
}

/** The tree with this value at the end of the way; parts that are lists of rows are entered by the row's id. */
function putValue(
  tree: ExampleValue | undefined,
  [key, ...rest]: readonly string[],
  value: ExampleValue,
): ExampleValue {
  if (key === undefined) return value;
  const map = isMap(tree) ? tree : {};
  const { rows } = map;
  if (!Array.isArray(rows) || key === 'rows' || key === 'closed')
    return { ...map, [key]: putValue(map[key], rest, value) };
  const at = rows.findIndex((row) => isMap(row) && row['id'] === key);
  const before = at < 0 ? { id: key } : rows[at];
  const row =
    rest.length > 0
      ? putValue(before, rest, value)
      : { ...(isMap(before) && before), ...(isMap(value) && value) };
  return { ...map, rows: at < 0 ? [...rows, row] : rows.with(at, row) };
}

type ExampleMap = { readonly [key: string]: ExampleValue };

function isMap(value: ExampleValue | undefined): value is ExampleMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
