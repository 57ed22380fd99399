import {
  compileCases,
  type Compiled,
  compileExpression,
  type Expression,
  type FeelType,
  type Reference,
  type Resolved,
  type Scope,
  type Text,
} from '@repere/feel';
import { feelTypeOf, hasRows } from '../fact-types/of-fact';
import type { DerivedText, FactDefinition, ProtocolDocument, SharedDocument } from '../documents/document';
import { nameable, type Nameable, STATE_WORDS, stateWord } from '../documents/state-words';

/** The checker only types expressions: nothing is ever read. */
export type Nothing = null;
export type Checked = Compiled<Expression<Nothing>>;
const read = (): null => null;

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
  const known: Nameable = { shared, documents, ...(document && { document }) };
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

  const typeOf = (fact: FactDefinition): FeelType => feelTypeOf(fact, hasRows(fact) ? rowTypes(fact) : {});

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

  /** A list's derived values may turn; whoever reads the list may read them. */
  const isMonotone = (fact: FactDefinition): boolean =>
    Object.keys(fact.derived ?? {}).every((id) => {
      const result = derived(id, fact.id);
      return !result?.ok || result.value.isMonotone;
    });

  const scope: Scope<Nothing> = {
    name(name) {
      // What an earlier version calls by a name of its own stays its own when a fact of that name is shared later.
      const isDerived = document !== undefined && Object.hasOwn(document.derived, name);
      const fact = !isDerived && Object.hasOwn(facts, name) ? facts[name] : undefined;
      if (fact) {
        const type = typeOf(fact);
        return { ...resolved(type, name, 'fact'), isMonotone: isMonotone(fact) };
      }
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
      const word = wordOf(name, [], known);
      return word && 'fr' in word ? undefined : word;
    },
    call: (word, args) => wordOf(word, args, known),
    names: () => nameable(known),
    words: () => STATE_WORDS,
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

function wordOf(
  word: string,
  args: readonly string[],
  known: Nameable,
): Resolved<Nothing> | Text | undefined {
  const found = stateWord(word, args, known);
  if (found === undefined || 'fr' in found) return found;
  const { type, reference, isMonotone } = found;
  return { type, read, ...(reference && { reference }), ...(isMonotone !== undefined && { isMonotone }) };
}
