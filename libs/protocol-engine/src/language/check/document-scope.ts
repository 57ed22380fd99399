import { feelTypeOf } from '../../case/convert-value';
import { STEP_STATES } from '../../case/contract';
import { compileCases } from '../../feel/compile-cases';
import { compileExpression } from '../../feel/compile-expression';
import type { Compiled, Expression, FeelType, Reference, Resolved, Scope } from '../../feel/contract';
import type { DerivedText, FactDefinition, ProtocolDocument, SharedDocument } from '../document';
import { nameInConditions, protocolNamed } from '../protocol-name';

/** The checker only types expressions: nothing is ever read. */
export type Nothing = null;
export type Checked = Compiled<Expression<Nothing>>;
const read = (): null => null;
const BOOLEAN: FeelType = { kind: 'boolean' };

/** What names mean in a protocol, or in facts.yaml when there is no document, by type alone. */
export interface DocumentScope {
  readonly scope: Scope<Nothing>;
  /** Where a row of this list is at hand: its fields and derived values by their bare names first. */
  rowScope(list: string): Scope<Nothing>;
  /** A derived value, compiled once; `undefined` while it is being compiled: it stands on itself. */
  derived(id: string, list?: string): Checked | undefined;
  /** Derived values that could not be compiled, and those that stand on themselves. */
  readonly broken: ReadonlySet<string>;
  readonly circular: ReadonlySet<string>;
}

export function documentScope(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
  document?: ProtocolDocument,
): DocumentScope {
  const facts: Readonly<Record<string, FactDefinition>> = { ...shared.facts, ...document?.facts };
  const compiled = new Map<string, Checked | 'compiling'>();
  const broken = new Set<string>();
  const circular = new Set<string>();

  const derived = (id: string, list?: string): Checked | undefined => {
    const key = list === undefined ? id : `${list}.${id}`;
    const known = compiled.get(key);
    if (known === 'compiling') {
      for (const [name, state] of compiled) if (state === 'compiling') circular.add(name);
      return undefined;
    }
    if (known) return known;
    const text = list === undefined ? document?.derived[id] : facts[list]?.derived?.[id];
    if (text === undefined) return undefined;
    compiled.set(key, 'compiling');
    const result = compileDerived(text, list === undefined ? scope : rowScope(list));
    compiled.set(key, result);
    if (!result.ok) broken.add(key);
    return result;
  };

  const typeOf = (fact: FactDefinition): FeelType =>
    feelTypeOf(fact, fact.type === 'list' ? rowTypes(fact) : {});

  const rowTypes = (list: FactDefinition): Readonly<Record<string, FeelType>> => {
    const types = Object.entries(list.row ?? {}).map(([id, field]): [string, FeelType] => [
      id,
      typeOf(field),
    ]);
    for (const id of Object.keys(list.derived ?? {})) {
      const result = derived(id, list.id);
      if (result?.ok) types.push([id, result.value.type]);
    }
    return Object.fromEntries(types);
  };

  const scope: Scope<Nothing> = {
    name(name) {
      if (Object.hasOwn(facts, name) && facts[name]) return resolved(typeOf(facts[name]), name, 'fact');
      if (!document) return undefined;
      if (Object.hasOwn(document.derived, name)) {
        const result = derived(name);
        return result?.ok
          ? { ...resolved(result.value.type, name, 'derived'), isMonotone: result.value.isMonotone }
          : undefined;
      }
      if (Object.hasOwn(document.limits, name)) {
        const isMonths = document.limits[name]?.unit === 'months';
        return resolved(isMonths ? { kind: 'number', unit: 'months' } : { kind: 'number' }, name, 'limit');
      }
      if (name === 'outcome') return resolved(outcomesOf([document]), name, 'outcome');
      if (name === 'steps') return resolved({ kind: 'list', row: stepRow(document) }, name, 'state');
      return undefined;
    },
    call: (word, args) => callWord(word, args, shared, documents, document, facts),
    names: () => [
      ...Object.keys(facts),
      ...Object.keys(document?.derived ?? {}),
      ...Object.keys(document?.limits ?? {}),
      ...(document?.steps ?? []).map(({ id }) => id),
      ...Object.keys(shared.moments),
      ...documents.map(({ protocol }) => nameInConditions(protocol)),
    ],
  };

  const rowScope = (list: string): Scope<Nothing> => ({
    ...scope,
    name(name) {
      const definition = facts[list];
      const field = definition?.row && Object.hasOwn(definition.row, name) ? definition.row[name] : undefined;
      if (field) return resolved(typeOf(field), `${list}.${name}`, 'fact');
      if (!definition?.derived || !Object.hasOwn(definition.derived, name)) return scope.name(name);
      const result = derived(name, list);
      if (!result?.ok) return undefined;
      return {
        ...resolved(result.value.type, `${list}.${name}`, 'derived'),
        isMonotone: result.value.isMonotone,
      };
    },
    names: () => [
      ...Object.keys(facts[list]?.row ?? {}),
      ...Object.keys(facts[list]?.derived ?? {}),
      ...scope.names(),
    ],
  });

  return { scope, rowScope, derived, broken, circular };
}

function compileDerived(text: DerivedText, scope: Scope<Nothing>): Checked {
  return typeof text === 'string' ? compileExpression(text, scope) : compileCases(text, scope);
}

function resolved(type: FeelType, name: string, kind: Reference['kind']): Resolved<Nothing> {
  return { type, read, reference: { name, kind } };
}

/** Words of state with the names they are given; a string says what is wrong with them. */
function callWord(
  word: string,
  [first]: readonly string[],
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
  document: ProtocolDocument | undefined,
  facts: Readonly<Record<string, FactDefinition>>,
): Resolved<Nothing> | string | undefined {
  if (first === undefined) return undefined;
  switch (word) {
    case 'done':
    case 'approved':
    case 'in_effect':
    case 'state': {
      const isStep = first === 'this' || document?.steps.some(({ id }) => id === first);
      if (!isStep) return `${first} is not a step of this protocol.`;
      return { type: word === 'state' ? { kind: 'choice', values: STEP_STATES } : BOOLEAN, read };
    }
    case 'started':
    case 'ended':
      if (first !== 'this' && !documents.some(({ protocol }) => protocol === protocolNamed(first)))
        return `${first} is not a protocol.`;
      return { type: BOOLEAN, read };
    case 'run': {
      const versions = documents.filter(({ protocol }) => protocol === protocolNamed(first));
      if (versions.length === 0) return `${first} is not a protocol.`;
      const type: FeelType = { kind: 'row', row: { outcome: outcomesOf(versions) } };
      return resolved(type, `run(${first}).outcome`, 'outcome');
    }
    case 'reached':
      return Object.hasOwn(shared.moments, first)
        ? { type: BOOLEAN, read }
        : `${first} is not a moment of facts.yaml.`;
    case 'answer':
      if (!Object.hasOwn(facts, first)) return `${first} is not a fact.`;
      return {
        ...resolved({ kind: 'choice', values: ['given', 'unknown', 'not-asked', 'refused'] }, first, 'fact'),
        isMonotone: false,
      };
    default:
      return undefined;
  }
}

function outcomesOf(documents: readonly ProtocolDocument[]): FeelType {
  return {
    kind: 'choice',
    values: [...new Set(documents.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)))],
  };
}

/** What `any(steps, …)` reads of each step. */
function stepRow({ steps }: ProtocolDocument): Readonly<Record<string, FeelType>> {
  const services = steps.flatMap(({ offers }) => offers ?? []);
  return {
    id: { kind: 'choice', values: steps.map(({ id }) => id) },
    state: { kind: 'choice', values: STEP_STATES },
    protective: BOOLEAN,
    contacts: { kind: 'choice', values: ['family'] },
    offers: { kind: 'choice', values: services },
  };
}
