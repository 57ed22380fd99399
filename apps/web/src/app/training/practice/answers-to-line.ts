import type {
  ExampleLine,
  ExampleSet,
  ExampleValue,
  FactValue,
  Role,
  StepDefinition,
} from '@repere/protocol';

/** What is said of a step on its form. Fields of a row as `list.field`. */
export interface StepAnswers {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly by: readonly Role[];
  readonly evidence: readonly string[];
  readonly reasons: readonly string[];
  readonly bestInterests: string;
  readonly childView: string;
  readonly note: string;
  /** The row that it is about. */
  readonly row: string;
  readonly closes: boolean;
}

export const NO_ANSWERS: StepAnswers = {
  values: {},
  by: [],
  evidence: [],
  reasons: [],
  bestInterests: '',
  childView: '',
  note: '',
  row: '',
  closes: false,
};

/** The form as a line of the language of examples: what is done here could stand in a scenario. `name`: the step, with its protocol. */
export function lineOfAnswers(name: string, step: StepDefinition, said: StepAnswers): ExampleLine {
  const set: Record<string, ExampleValue> = {};
  const row: Record<string, ExampleValue> = {};
  for (const [id, value] of Object.entries(said.values)) {
    const [, field] = id.split('.');
    if (field === undefined) set[id] = value as ExampleValue;
    else row[field] = value as ExampleValue;
  }
  const text = (key: 'best_interests' | 'child_view' | 'note', value: string) =>
    value.trim() === '' ? {} : { [key]: value.trim() };
  return {
    step: name,
    by: said.by.length > 0 ? said.by : step.by.slice(0, 1),
    set: set as ExampleSet,
    ...(Object.keys(row).length > 0 && { row: row as ExampleSet }),
    ...(step.about !== undefined && said.row !== '' && { about: said.row }),
    ...(said.closes && { closes: true }),
    ...(said.evidence.length > 0 && { evidence: said.evidence }),
    ...(said.reasons.length > 0 && { reasons: said.reasons }),
    ...text('best_interests', said.bestInterests),
    ...text('child_view', said.childView),
    ...text('note', said.note),
  };
}

/** How a run is named in a line: `lost-key`, the second one `lost-key#2`. */
export function nameOfRun(
  runs: readonly { readonly runId: string; readonly protocol: string }[],
  runId: string,
): string {
  const run = runs.find((it) => it.runId === runId);
  const place = runs.filter((it) => it.protocol === run?.protocol).findIndex((it) => it.runId === runId);
  return `${run?.protocol ?? ''}#${place + 1}`;
}
