import {
  approverOf,
  type ProtocolDocument,
  type SharedDocument,
  type StepDefinition,
} from '@repere/protocol';
import { parseExpression, parseWithin, walkSyntax, type Within } from '@repere/feel';
import { condition, optionalCondition, UncheckedProtocolError } from './compile-condition';
import type { Names } from './compile-derived';
import { getFact } from './compile-fact';
import type { CompiledDeadline, CompiledFact, CompiledStep, Start, StateCondition } from './protocol-set';

/** What compiling a step needs of its protocol. */
export interface StepContext {
  readonly document: ProtocolDocument;
  readonly names: Names;
  readonly factOf: ReadonlyMap<string, CompiledFact>;
  readonly stepIndex: ReadonlyMap<string, number>;
  readonly contradictions: NonNullable<SharedDocument['contradictions']>;
}

/** A step with its conditions compiled and its names resolved to places. Throws `UncheckedProtocolError`. */
export function compileStep(definition: StepDefinition, index: number, context: StepContext): CompiledStep {
  const { names, factOf } = context;
  const where = `${context.document.protocol}@${context.document.version} ${definition.id}`;
  const listId = definition.adds ?? definition.about ?? definition.closes;
  const list = listId === undefined ? null : getFact(factOf, listId, where);
  const scope = list ? names.scopeOfRow(list) : names.scope;
  const fields = plainFields(definition.fields, factOf, where);
  const rowFields = fieldsOfRow(definition.fields, list, where);
  const { approvedBy } = definition;
  return {
    index,
    id: definition.id,
    definition,
    fields,
    list,
    rowFields,
    required: definition.required.filter(isPlain).map((id) => getFact(factOf, id, where)),
    requiredOfRow: [...fieldsOfRow(definition.required, list, where).values()],
    relevant: relevantOf(fields, names, where),
    after: definition.after.map((id) => getStep(context, id, where)),
    when: optionalCondition(definition.when, names.scope, `${where}.when`),
    unless: optionalCondition(definition.unless, names.scope, `${where}.unless`),
    ready: optionalCondition(definition.ready, names.scope, `${where}.ready`),
    opensAt: definition.opensAt
      ? {
          after: getWithin(definition.opensAt.after, where),
          start: startFrom(definition.opensAt.from, context, where),
        }
      : null,
    decides: definition.decides === undefined ? null : getFact(factOf, definition.decides, where),
    approval: approvedBy
      ? {
          role: approvedBy.role,
          when: optionalCondition(approvedBy.when, scope, `${where}.approvedBy`),
          effect: approvedBy.effect ?? (definition.protective ? 'at-once' : 'before'),
        }
      : definition.decides === undefined
        ? null
        : { role: approverOf(definition), when: null, effect: 'at-once' },
    contradictions: contradictionsOf(definition, context, where),
    due: compileDeadline(definition, context, where),
    requires: definition.requires.map((it, at) => ({
      definition: it,
      when: condition(it.when, scope, `${where}.requires[${at}].when`),
      that: condition(it.that, scope, `${where}.requires[${at}].that`),
      every: listOfEvery(it.that),
    })),
    flags: definition.flags.map((it, at) => ({
      definition: it,
      when: condition(it.when, scope, `${where}.flags[${at}]`),
    })),
    isGuarded: definition.requires.length + definition.flags.length > 0,
    valid: definition.valid
      ? {
          within: getWithin(definition.valid.for, where),
          until: definition.valid.until.map((id) => getFact(factOf, id, where)),
        }
      : null,
    starts: context.document.steps.flatMap((it, at) => (it.due?.from === definition.id ? [at] : [])),
  };
}

/** List → code → what contradicts that reason, of the lists that the step asks. */
function contradictionsOf(
  { reasons }: StepDefinition,
  { contradictions, names }: StepContext,
  where: string,
): CompiledStep['contradictions'] {
  return new Map(
    [...new Set(Object.values(reasons))].map((list) => [
      list,
      new Map(
        Object.entries(contradictions[list] ?? {}).map(([code, source]) => [
          code,
          condition(source, names.scope, `${where} reasons.${list}.${code}`),
        ]),
      ),
    ]),
  );
}

/** The start of a period: the run, a step of the protocol, or a date. */
export function startFrom(from: string, context: StepContext, where: string): Start {
  if (from === 'run') return { kind: 'run' };
  const step = context.stepIndex.get(from);
  if (step !== undefined) return { kind: 'step', step };
  return { kind: 'fact', fact: getFact(context.factOf, from, where) };
}

export function getWithin(text: string, where: string): Within {
  const within = parseWithin(text);
  if (!within) throw new UncheckedProtocolError(`${where}: "${text}" is not a period`);
  return within;
}

function compileDeadline(
  { due }: StepDefinition,
  context: StepContext,
  where: string,
): CompiledDeadline | null {
  if (!due) return null;
  return {
    definition: due,
    within: getWithin(due.within, where),
    start: startFrom(due.from, context, where),
    every:
      due.every?.map(({ when, is }) => ({
        when: optionalCondition(when, context.names.scope, `${where}.due.every`),
        within: getWithin(is, where),
      })) ?? null,
    late: due.late.map((it) => ({ ...it, after: getWithin(it.after, where) })),
  };
}

export function getStep(context: StepContext, id: string, where: string): number {
  const index = context.stepIndex.get(id);
  if (index === undefined) throw new UncheckedProtocolError(`${where}: there is no step ${id}`);
  return index;
}

const isPlain = (field: string): boolean => !field.includes('.');

function plainFields(
  ids: readonly string[],
  factOf: ReadonlyMap<string, CompiledFact>,
  where: string,
): ReadonlyMap<string, CompiledFact> {
  return new Map(ids.filter(isPlain).map((id) => [id, getFact(factOf, id, where)]));
}

/** Fields of the list's row, from `list.field`. */
function fieldsOfRow(
  ids: readonly string[],
  list: CompiledFact | null,
  where: string,
): ReadonlyMap<string, CompiledFact> {
  const fields = new Map<string, CompiledFact>();
  for (const id of ids) {
    if (isPlain(id)) continue;
    const [of, name = ''] = id.split('.');
    const field = of === list?.id ? list?.list?.fieldOf.get(name) : undefined;
    if (!field) throw new UncheckedProtocolError(`${where}: ${id} is no field of the step's list`);
    fields.set(name, field);
  }
  return fields;
}

function relevantOf(
  fields: ReadonlyMap<string, CompiledFact>,
  names: Names,
  where: string,
): ReadonlyMap<string, StateCondition> {
  const relevant = new Map<string, StateCondition>();
  for (const [id, fact] of fields) {
    const text = fact.definition.relevant;
    if (text !== undefined) relevant.set(id, condition(text, names.scope, `${where} ${id}.relevant`));
  }
  return relevant;
}

/** The list of which a condition asks something of every row. */
function listOfEvery(source: string): string | undefined {
  if (!/\bevery\b/.test(source)) return undefined;
  const parsed = parseExpression(source);
  if (!parsed.ok) return undefined;
  for (const part of walkSyntax(parsed.value))
    if (part.kind === 'quantified' && part.word === 'every' && part.list.kind === 'name')
      return part.list.name;
  return undefined;
}
