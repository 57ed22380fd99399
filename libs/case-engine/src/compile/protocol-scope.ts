import type { CaseFold } from '../fold/case-fold';
import type { FeelType, Resolved, Scope, Text } from '@repere/feel';
import { nameable, type Nameable, STATE_WORDS, stateWord } from '@repere/protocol';
import { factReader, readOfRow } from '../facts/read-facts';
import { readDerived } from '../steps/read-outcome';
import { readStateWord } from '../steps/read-state';
import type { CompiledFact, CompiledList, StateExpression } from './protocol-set';

/** What compiling a protocol's expressions needs to know. Derived values are compiled when first asked for. */
export interface ScopeSource extends Nameable {
  findFact(id: string): CompiledFact | undefined;
  typeOf(fact: CompiledFact): FeelType;
  findDerived(id: string): { readonly index: number; readonly expression: StateExpression } | undefined;
}

/** What names and words of state mean in a protocol's conditions, and how they are read. */
export function protocolScope(source: ScopeSource): Scope<CaseFold> {
  return {
    name: (name) => resolveName(source, name),
    call: (word, args) => resolveWord(source, word, args),
    names: () => nameable(source),
    words: () => STATE_WORDS,
  };
}

/** The same, where a row is looked at: its fields and derived values by their bare names first. */
export function rowScope(
  base: Scope<CaseFold>,
  list: CompiledList,
  listId: string,
  typeOfField: (name: string) => FeelType | undefined,
): Scope<CaseFold> {
  return {
    name(name) {
      const type = typeOfField(name);
      if (!type) return base.name(name);
      const derived = list.derived.get(name);
      return {
        type,
        ...(derived && { isMonotone: derived.isMonotone }),
        read: (env) => readOfRow(env, name, list),
        reference: { name: `${listId}.${name}`, kind: derived ? 'derived' : 'fact' },
      };
    },
    call: (word, args) => base.call(word, args),
    names: () => [...list.fieldOf.keys(), ...list.derived.keys(), ...base.names()],
    words: () => STATE_WORDS,
  };
}

function resolveName(source: ScopeSource, name: string): Resolved<CaseFold> | undefined {
  const { document } = source;
  // What an earlier version calls by a name of its own stays its own when a fact of that name is shared later.
  const isDerived = document !== undefined && Object.hasOwn(document.derived, name);
  const fact = isDerived ? undefined : source.findFact(name);
  if (fact) {
    const type = source.typeOf(fact);
    const isMonotone = [...(fact.list?.derived.values() ?? [])].every((it) => it.isMonotone);
    return { type, isMonotone, read: factReader(fact), reference: { name, kind: 'fact' } };
  }
  const derived = source.findDerived(name);
  if (derived) {
    const { type, isMonotone } = derived.expression;
    return {
      type,
      isMonotone,
      read: readDerived(derived.index, derived.expression),
      reference: { name, kind: 'derived' },
    };
  }
  if (!document) return undefined;
  const limit = Object.hasOwn(document.limits, name) ? document.limits[name] : undefined;
  if (limit) {
    const type: FeelType = limit.unit === 'months' ? { kind: 'number', unit: 'months' } : { kind: 'number' };
    const { value } = limit;
    return { type, read: () => value, reference: { name, kind: 'limit' } };
  }
  const word = resolveWord(source, name, []);
  return word && 'fr' in word ? undefined : word;
}

function resolveWord(
  source: ScopeSource,
  word: string,
  args: readonly string[],
): Resolved<CaseFold> | Text | undefined {
  const found = stateWord(word, args, source);
  if (found === undefined || 'fr' in found) return found;
  const { type, reference, isMonotone } = found;
  const read = readStateWord(found, source);
  return { type, read, ...(reference && { reference }), ...(isMonotone !== undefined && { isMonotone }) };
}
