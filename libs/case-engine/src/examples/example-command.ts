import type { Occurrence } from '@repere/feel';
import type { ExampleCompletion, ExampleLine, FactValue } from '@repere/protocol';
import type { RunFold } from '../fold/run-fold';
import { storeOfList } from '../facts/read-facts';
import type { Actor, Command } from '../journal/engine-types';
import type { StepCompleted } from '../journal/journal-entry';
import { entryToApprove } from '../deadlines/deadlines';
import { accountOf, participantsOf, roleOf, whoEnters } from './example-people';
import type { Scenario } from './scenario';
import { factValue, factValues, scenarioTime } from './example-values';
import type { CompiledStep } from '../compile/protocol-set';

/** What a line of a story asks for, and whose account asks; a string says what is wrong with the line. */
export function commandOf(
  scenario: Scenario,
  line: ExampleLine,
): { readonly command: Command; readonly actor: Actor } | string {
  const { in_charge: inCharge } = scenario.example;
  const account = (label: string | undefined): Actor =>
    accountOf(
      label ?? (typeof line.by === 'string' ? line.by : undefined) ?? inCharge?.[0] ?? 'TS',
      inCharge,
    );
  const occurredAt =
    line.occurred === undefined ? undefined : scenarioTime(line.occurred, scenario.territory.zone);
  if (typeof occurredAt === 'string') return occurredAt;

  const name = line.step ?? line.approve ?? line.return ?? line.waive ?? line.amend;
  if (name === undefined) {
    const command = outsideSteps(scenario, line, occurredAt);
    return command ? { command, actor: account(line.entered) } : 'nothing is done in this line';
  }
  const found = scenario.findStep(name);
  if (typeof found === 'string') return found;
  const { run, step } = found;
  if (line.step !== undefined) {
    const command = completionOf(scenario, run, step, line, occurredAt);
    return { command, actor: account(line.entered ?? whoEnters(step, line.by, inCharge)) };
  }
  const about = { runId: run.runId, step: step.id };
  if (line.approve !== undefined || line.return !== undefined) {
    const entryId = scenario.fold.entries[entryToApprove(scenario.fold, run, step.index)]?.id ?? '';
    const command: Command =
      line.approve !== undefined
        ? { kind: 'approve', ...about, entryId }
        : { kind: 'return', ...about, entryId, reason: line.reason ?? '…' };
    return { command, actor: account(line.entered) };
  }
  if (line.waive !== undefined) {
    const command: Command = {
      kind: 'waive',
      ...about,
      reason: line.reason ?? '',
      ...(line.note !== undefined && { note: line.note }),
    };
    return { command, actor: account(line.entered ?? whoEnters(step, line.by, inCharge)) };
  }
  const command = amendmentOf(scenario, run, step, line);
  return typeof command === 'string'
    ? command
    : { command, actor: account(line.entered ?? whoEnters(step, line.by, inCharge)) };
}

function outsideSteps(
  scenario: Scenario,
  line: ExampleLine,
  occurredAt: Occurrence | undefined,
): Command | undefined {
  const when = occurredAt && { occurredAt };
  if (line.open !== undefined) {
    return { kind: 'open-run', protocol: line.open, version: scenario.inForce[line.open] ?? '', ...when };
  }
  if (line.record !== undefined) {
    const values = factValues(line.record, (id) => scenario.set.sharedFactOf.get(id));
    return { kind: 'record-facts', values, ...(line.note !== undefined && { note: line.note }), ...when };
  }
  return line.note === undefined ? undefined : { kind: 'add-note', note: line.note, ...when };
}

function completionOf(
  scenario: Scenario,
  run: RunFold,
  step: CompiledStep,
  line: ExampleCompletion,
  occurredAt: Occurrence | undefined,
): Command {
  const { values, row } = valuesAndRow(step, line, newRowId(scenario, run, step));
  const { reasons, note } = reasonsAndNote(step, line, values);
  const by = line.by === undefined ? undefined : participantsOf(line.by);
  const last = scenario.fold.entries[run.last[step.index] ?? -1]?.id;
  return {
    kind: 'complete-step',
    runId: run.runId,
    step: step.id,
    values,
    reasons,
    evidence: evidenceOf(line.evidence),
    ...(by && { by: by.filter((it) => roleOf(it.role) === it.role) }),
    ...(occurredAt && { occurredAt }),
    ...(row && { row }),
    ...(line.closes !== undefined && line.closes !== false && { closes: true }),
    ...(line.best_interests !== undefined && { bestInterests: line.best_interests }),
    ...(line.child_view !== undefined && { childView: childViewOf(line.child_view) }),
    ...(note !== undefined && { note }),
    ...(line.confirms && { confirms: last ?? '' }),
    ...(line.same_as !== undefined && { sameAs: latestOf(scenario, line.same_as) }),
    ...(line.out_of_order !== undefined && { outOfOrder: line.out_of_order }),
  };
}

/** The latest act of a step, wherever it was done; nothing, and the line is refused, if there is none. */
function latestOf(scenario: Scenario, name: string): string {
  const found = scenario.findStep(name);
  if (typeof found === 'string') return '';
  return scenario.fold.entries[found.run.last[found.step.index] ?? -1]?.id ?? '';
}

/** Fields of the row may stand among the others: the step says which are whose. */
function valuesAndRow(step: CompiledStep, line: ExampleCompletion, newId: string) {
  const { id: rowId, ...fields } = line.row ?? {};
  const values: Record<string, FactValue> = {};
  const rowValues: Record<string, FactValue> = {};
  for (const [id, told] of Object.entries(line.set ?? {})) {
    const field = step.fields.has(id) ? undefined : step.rowFields.get(id.split('.').at(-1) ?? id);
    if (field) rowValues[field.id] = factValue(field, told);
    else
      Object.assign(
        values,
        factValues({ [id]: told }, (it) => step.fields.get(it)),
      );
  }
  Object.assign(
    rowValues,
    factValues(fields, (it) => step.rowFields.get(it)),
  );
  const id = line.about ?? (typeof rowId === 'string' || typeof rowId === 'number' ? String(rowId) : newId);
  const hasRow = line.row !== undefined || line.about !== undefined || Object.keys(rowValues).length > 0;
  return { values, row: hasRow ? { id, values: rowValues } : undefined };
}

/** Rows without an id of their own are r1, r2… */
function newRowId(scenario: Scenario, run: RunFold, step: CompiledStep): string {
  const status = step.list ? storeOfList(scenario.fold, run, step).lists?.[step.list.slot] : undefined;
  return `r${(status?.rows.length ?? 0) + (status?.waiting ?? 0) + 1}`;
}

/** Where the decided value has no list, a story's reasons are words of the note; "…" stands for words nobody wrote. */
function reasonsAndNote(
  step: CompiledStep,
  line: ExampleCompletion,
  values: Readonly<Record<string, FactValue>>,
) {
  const decided = step.decides ? values[step.decides.id] : undefined;
  const hasList = typeof decided === 'string' && step.definition.reasons[decided] !== undefined;
  const told = line.reasons ?? [];
  if (hasList || told.length === 0) return { reasons: told, note: line.note };
  return { reasons: [], note: [line.note, ...told].filter((it) => it !== undefined).join(' ; ') };
}

function evidenceOf(told: ExampleCompletion['evidence']): StepCompleted['evidence'] {
  const pieces = Array.isArray(told)
    ? (told as readonly string[]).map((kind) => [kind, kind] as const)
    : Object.entries((told ?? {}) as Readonly<Record<string, string>>);
  return Object.fromEntries(pieces.map(([kind, reference]) => [kind, { reference }]));
}

function childViewOf(told: NonNullable<ExampleCompletion['child_view']>) {
  if (typeof told === 'string') return { said: told };
  return told.said === undefined ? { whyNot: told.why_not ?? '' } : { said: told.said };
}

function amendmentOf(
  scenario: Scenario,
  run: RunFold,
  step: CompiledStep,
  line: ExampleLine,
): Command | string {
  const entries = scenario.journal.filter(
    (it) => it.kind === 'step-completed' && it.runId === run.runId && it.step === step.id && !it.confirms,
  );
  const entry = line.nth === undefined ? entries.at(-1) : entries[line.nth - 1];
  if (entry?.kind !== 'step-completed') return `${step.id} has no entry to amend`;
  const { values, row } = valuesAndRow(step, line, entry.row?.id ?? 'r1');
  const occurred =
    line.occurred_instead === undefined
      ? undefined
      : scenarioTime(line.occurred_instead, scenario.territory.zone);
  if (typeof occurred === 'string') return occurred;
  return {
    kind: 'amend',
    entryId: entry.id,
    values,
    why: line.why ?? '…',
    ...(row && { row }),
    ...(line.closes !== undefined && { closes: line.closes !== false }),
    ...(line.reasons && { reasons: line.reasons }),
    ...(line.best_interests !== undefined && { bestInterests: line.best_interests }),
    ...(line.child_view !== undefined && { childView: childViewOf(line.child_view) }),
    ...(line.evidence && { evidence: evidenceOf(line.evidence) }),
    ...(line.entered_in_error && { enteredInError: true }),
    ...(occurred && { occurredInstead: occurred }),
  };
}
