import type { CompiledFact, CompiledProtocol } from '@repere/case-engine';
import { type CallSyntax, parseExpression, walkSyntax, type PathSyntax, type Syntax } from '@repere/feel';
import { type DerivedText, type ExpressionText, isSaidByItem, protocolNamed } from '@repere/protocol';
import type { World } from '../world';
import type { Constants } from './constants';
import { stepsMeant } from './steps-meant';

/** What reading a condition adds to: the cone, as it grows. */
export interface Reached {
  readonly world: World;
  readonly constants: Constants;
  readonly fields: Set<string>;
  readonly answers: Set<string>;
  readonly moments: Set<string>;
  readText(protocol: CompiledProtocol, text: ExpressionText | undefined, list?: CompiledFact): void;
  addProtocol(id: string): void;
  addFact(protocol: CompiledProtocol, fact: CompiledFact): void;
  addStep(protocol: CompiledProtocol, id: string): void;
}

/** Whose names the condition uses, and which rows its variables stand for. */
interface ConditionScope {
  readonly protocol: CompiledProtocol;
  /** The list whose row's fields are written bare. */
  readonly list?: CompiledFact;
  readonly rows: ReadonlyMap<string, CompiledFact>;
}

/** A fact, field or item that is compared. */
type Leaf = { readonly key: string; readonly isCount?: boolean };

/** Words that count, and words that compute with what they are given. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'count_answers']);
const COMPUTES: ReadonlySet<string> = new Set(['months_begun', 'months_between', 'latest', 'min', 'max']);

/** Adds to the cone what a condition reads, and what it compares that with. */
export function readInto(cone: Reached, protocol: CompiledProtocol, text: string, list?: CompiledFact): void {
  const parsed = parseExpression(text);
  if (parsed.ok) readTerm(cone, parsed.value, { protocol, ...(list && { list }), rows: new Map() });
}

function readTerm(cone: Reached, syntax: Syntax, place: ConditionScope): void {
  switch (syntax.kind) {
    case 'literal':
      return;
    case 'name':
      readName(cone, syntax.name, place);
      return;
    case 'path':
      readPath(cone, syntax, place);
      return;
    case 'call':
      readCall(cone, syntax, place);
      return;
    case 'negation':
      readTerm(cone, syntax.of, place);
      return;
    case 'arithmetic':
      for (const side of [syntax.left, syntax.right]) readComputed(cone, side, place);
      return;
    case 'comparison':
      compare(cone, syntax.left, syntax.right, place);
      return;
    case 'membership':
      for (const it of syntax.among) {
        if (it.kind !== 'interval') compare(cone, syntax.of, it, place);
        else for (const bound of [it.low, it.high]) compare(cone, syntax.of, bound, place);
      }
      return;
    case 'junction':
      for (const operand of syntax.operands) readTerm(cone, operand, place);
      return;
    case 'quantified': {
      readTerm(cone, syntax.list, place);
      const list = listNamed(syntax.list, place);
      const rows = list ? new Map([...place.rows, [syntax.variable, list]]) : place.rows;
      readTerm(cone, syntax.condition, { ...place, rows });
    }
  }
}

function compare(cone: Reached, left: Syntax, right: Syntax, place: ConditionScope): void {
  const [constant, other] = constantOf(right, place) !== null ? [right, left] : [left, right];
  const value = constantOf(constant, place);
  const outcomes = typeof value === 'string' ? outcomesOf(cone, other, place) : null;
  if (outcomes) {
    readOutcomes(cone, outcomes, String(value));
    return;
  }
  const leaf = value === null ? null : leafOf(other, place);
  if (leaf === null || value === null) {
    readComputed(cone, left, place);
    readComputed(cone, right, place);
    noteDerivedThresholds(cone, other, value, place);
    return;
  }
  readTerm(cone, other, place);
  if (typeof value === 'string') cone.constants.addCode(leaf.key, value);
  else cone.constants.addThreshold(leaf.key, value);
}

/** A number that a derived count is compared with is a threshold of what is counted. */
function noteDerivedThresholds(
  cone: Reached,
  side: Syntax,
  value: string | number | null,
  place: ConditionScope,
): void {
  if (typeof value !== 'number') return;
  const text = side.kind === 'name' ? place.protocol.document.derived[side.name] : undefined;
  const parsed = typeof text === 'string' ? parseExpression(text) : undefined;
  for (const it of countsIn(parsed?.ok ? parsed.value : side)) {
    const list = it.args[0] && listOrChecklist(it.args[0], place);
    if (list) cone.constants.addThreshold(list.key, value);
  }
}

function countsIn(syntax: Syntax): readonly CallSyntax[] {
  if (syntax.kind === 'arithmetic') return [...countsIn(syntax.left), ...countsIn(syntax.right)];
  return syntax.kind === 'call' && COUNTS.has(syntax.word) ? [syntax] : [];
}

/** Reads what is compared with something that isn't written out: no constant says where its classes end. */
function readComputed(cone: Reached, syntax: Syntax, place: ConditionScope): void {
  const leaf = leafOf(syntax, place);
  if (leaf) cone.constants.computed.add(leaf.key);
  if (syntax.kind === 'call' && COMPUTES.has(syntax.word)) {
    for (const arg of syntax.args) readComputed(cone, arg, place);
  } else readTerm(cone, syntax, place);
}

function constantOf(syntax: Syntax, { protocol }: ConditionScope): string | number | null {
  if (syntax.kind === 'literal') return typeof syntax.value === 'boolean' ? null : syntax.value;
  if (syntax.kind === 'negation' && syntax.of.kind === 'literal') return -Number(syntax.of.value);
  if (syntax.kind !== 'name') return null;
  return protocol.document.limits[syntax.name]?.value ?? null;
}

/** The fact, field or item that stands here alone. */
function leafOf(syntax: Syntax, { protocol, list, rows }: ConditionScope): Leaf | null {
  if (syntax.kind === 'name') {
    const field = list?.list?.fieldOf.get(syntax.name);
    if (list && field) return { key: `${list.key}.${field.id}` };
    const fact = protocol.factOf.get(syntax.name);
    return fact ? { key: fact.key } : null;
  }
  if (syntax.kind === 'path') {
    const row = rowOf(syntax.of, { protocol, ...(list && { list }), rows });
    return row?.list?.fieldOf.has(syntax.field) ? { key: `${row.key}.${syntax.field}` } : null;
  }
  if (syntax.kind === 'call' && syntax.word === 'count' && syntax.args[0]) {
    const counted = listOrChecklist(syntax.args[0], { protocol, rows });
    return counted ? { key: counted.key, isCount: true } : null;
  }
  return null;
}

function readName(cone: Reached, name: string, place: ConditionScope): void {
  const { protocol, list } = place;
  if (list?.list?.fieldOf.has(name)) readField(cone, list, name, place);
  else if (list?.list?.derived.has(name)) readDerivedOfRow(cone, list, name, place);
  else if (protocol.factOf.has(name)) {
    const fact = protocol.factOf.get(name);
    if (fact) cone.addFact(protocol, fact);
  } else if (protocol.derivedIndex.has(name)) readDerived(cone, protocol, protocol.document.derived[name]);
  else if (name === 'outcome') readOutcomes(cone, protocol);
  else if (name === 'steps') for (const { id } of protocol.steps) cone.addStep(protocol, id);
}

function readPath(cone: Reached, syntax: PathSyntax, place: ConditionScope): void {
  const { of, field } = syntax;
  const row = rowOf(of, place);
  if (row) {
    if (of.kind === 'call') readTerm(cone, of, place);
    if (row.list?.fieldOf.has(field)) readField(cone, row, field, place);
    else readDerivedOfRow(cone, row, field, place);
    return;
  }
  const checklist = of.kind === 'name' ? place.protocol.factOf.get(of.name) : undefined;
  if (checklist && isSaidByItem(checklist.definition)) {
    cone.addFact(place.protocol, checklist);
    cone.constants.addItem(checklist.key, field);
    return;
  }
  const run = runNamed(cone, of);
  if (run) {
    cone.addProtocol(run.id);
    if (field === 'ended') for (const { id } of run.steps) cone.addStep(run, id);
    else readOutcomes(cone, run);
    if (of.kind === 'call' && of.args[1]) readTerm(cone, of.args[1], place);
    return;
  }
  readTerm(cone, of, place);
}

function readCall(cone: Reached, syntax: CallSyntax, place: ConditionScope): void {
  const { word, args } = syntax;
  const { protocol } = place;
  const [first] = args;
  const about = first?.kind === 'name' ? first.name : '';
  switch (word) {
    case 'done':
    case 'approved':
    case 'in_effect':
    case 'state':
      cone.addStep(protocol, about);
      return;
    case 'started':
      cone.addProtocol(protocolNamed(about));
      return;
    case 'ended': {
      const other = about === 'this' ? protocol : cone.world.protocols.get(protocolNamed(about));
      for (const { id } of other?.steps ?? []) if (other) cone.addStep(other, id);
      return;
    }
    case 'run': {
      const other = cone.world.protocols.get(protocolNamed(about));
      if (other) readOutcomes(cone, other);
      return;
    }
    case 'reached': {
      cone.moments.add(about);
      const from = cone.world.set.moments.get(about)?.from;
      const fact = from === undefined ? undefined : cone.world.set.sharedFactOf.get(from);
      if (fact) cone.addFact(protocol, fact);
      return;
    }
    case 'answer':
      cone.answers.add(protocol.factOf.get(about)?.key ?? about);
      readTerm(cone, first ?? syntax, place);
      return;
    default:
      readBuiltIn(cone, syntax, place);
  }
}

/** `count`, `any`, `all`, `last` with the fields of the row written bare; the words of checklists; arithmetic. */
function readBuiltIn(cone: Reached, { word, args }: CallSyntax, place: ConditionScope): void {
  const [first, second] = args;
  if (!first) return;
  if (first.kind === 'name' && first.name === 'steps' && second) {
    for (const step of stepsMeant(place.protocol, second)) cone.addStep(place.protocol, step.id);
    return;
  }
  const run = runNamed(cone, first);
  if (run) {
    cone.addProtocol(run.id);
    readOutcomes(cone, run);
    if (second && asksWhetherEnded(second)) {
      for (const { id } of run.steps) cone.addStep(run, id);
    }
    return;
  }
  const of = listOrChecklist(first, place);
  readTerm(cone, first, place);
  if (of && isSaidByItem(of.definition)) {
    const answers = args.slice(1).flatMap((it) => (it.kind === 'literal' ? [String(it.value)] : []));
    for (const it of answers.length > 0 ? answers : ['unknown']) cone.constants.addCounted(of.key, it);
    return;
  }
  if (COMPUTES.has(word)) for (const it of args) readComputed(cone, it, place);
  else for (const it of args.slice(1)) readTerm(cone, it, of?.list ? { ...place, list: of } : place);
}

/** Whether the bare field of a run, or a variable's, is read there: `ended`. */
function asksWhetherEnded(condition: Syntax): boolean {
  return [...walkSyntax(condition)].some(
    (it) =>
      (it.kind === 'name' && it.name === 'ended') ||
      (it.kind === 'path' && it.field === 'ended') ||
      (it.kind === 'call' && it.word === 'ended'),
  );
}

function readField(cone: Reached, list: CompiledFact, field: string, { protocol }: ConditionScope): void {
  cone.addFact(protocol, list);
  const key = `${list.key}.${field}`;
  if (cone.fields.has(key)) return;
  cone.fields.add(key);
  cone.readText(protocol, list.list?.fieldOf.get(field)?.definition.relevant, list);
}

function readDerivedOfRow(
  cone: Reached,
  list: CompiledFact,
  name: string,
  { protocol }: ConditionScope,
): void {
  cone.addFact(protocol, list);
  readDerived(cone, protocol, list.definition.derived?.[name], list);
}

function readDerived(
  cone: Reached,
  protocol: CompiledProtocol,
  text: DerivedText | undefined,
  list?: CompiledFact,
): void {
  if (typeof text === 'string') cone.readText(protocol, text, list);
  else
    for (const line of text ?? []) for (const it of [line.when, line.is]) cone.readText(protocol, it, list);
}

/** Whether an outcome is `id` is decided by its lines and those above; which one it is, by all of them. */
function readOutcomes(cone: Reached, protocol: CompiledProtocol, id?: string): void {
  cone.addProtocol(protocol.id);
  const { outcomes } = protocol.document;
  const last = outcomes.findLastIndex((it) => it.id === id);
  const isRest = last < 0 || outcomes[last]?.otherwise;
  for (const { when } of isRest ? outcomes : outcomes.slice(0, last + 1)) cone.readText(protocol, when);
}

/** The protocol whose outcome is read here: `outcome`, or `run(p).outcome`. */
function outcomesOf(cone: Reached, syntax: Syntax, { protocol }: ConditionScope): CompiledProtocol | null {
  if (syntax.kind === 'name') return syntax.name === 'outcome' ? protocol : null;
  return syntax.kind === 'path' && syntax.field === 'outcome' ? runNamed(cone, syntax.of) : null;
}

/** The list whose row a path goes into: a variable, or `last(list, …)`. */
function rowOf(syntax: Syntax, place: ConditionScope): CompiledFact | null {
  if (syntax.kind === 'name') return place.rows.get(syntax.name) ?? null;
  if (syntax.kind !== 'call' || syntax.word !== 'last' || !syntax.args[0]) return null;
  return listNamed(syntax.args[0], place);
}

function listNamed(syntax: Syntax, place: ConditionScope): CompiledFact | null {
  const found = listOrChecklist(syntax, place);
  return found?.list ? found : null;
}

function listOrChecklist(syntax: Syntax, { protocol }: ConditionScope): CompiledFact | null {
  const fact = syntax.kind === 'name' ? protocol.factOf.get(syntax.name) : undefined;
  return fact && (fact.list || isSaidByItem(fact.definition)) ? fact : null;
}

function runNamed(cone: Reached, syntax: Syntax): CompiledProtocol | null {
  if (syntax.kind !== 'call') return null;
  if (syntax.word === 'last' && syntax.args[0]) return runNamed(cone, syntax.args[0]);
  const [about] = syntax.args;
  if (syntax.word !== 'run' || about?.kind !== 'name') return null;
  return cone.world.protocols.get(protocolNamed(about.name)) ?? null;
}
