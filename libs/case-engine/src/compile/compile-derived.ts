import type { FeelType, Scope } from '@repere/feel';
import type { DerivedText, FactDefinition, ProtocolDocument, SharedDocument } from '@repere/protocol';
import { condition, derivedExpression, UncheckedProtocolError } from './compile-condition';
import { type CompilingList, typeInRow } from './compile-fact';
import { protocolScope, rowScope, type ScopeSource } from './protocol-scope';
import type { CompiledFact, StateExpression } from './protocol-set';
import type { CaseFold } from '../fold/case-fold';

/** Names of a protocol (or, without one, of the shared facts alone), with derived values compiled as they are needed. */
export interface Names {
  readonly scope: Scope<CaseFold>;
  /** The scope of a step that is about a row of this list. */
  scopeOfRow(list: CompiledFact): Scope<CaseFold>;
  readonly derived: readonly StateExpression[];
  readonly derivedIndex: ReadonlyMap<string, number>;
}

/** Compiles every derived value, of the protocol and of the rows of `ownLists`. Throws on a cycle. */
export function compileNames(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
  document: ProtocolDocument | undefined,
  factOf: ReadonlyMap<string, CompiledFact>,
  ownLists: readonly CompiledFact[],
): Names {
  const texts: Readonly<Record<string, DerivedText>> = document?.derived ?? {};
  const derivedIndex = new Map(Object.keys(texts).map((id, index) => [id, index]));
  const derived: StateExpression[] = [];
  const busy = new Set<string>();
  const owner = document ? `${document.protocol}@${document.version}` : 'facts';

  const source: ScopeSource = {
    shared,
    documents,
    ...(document && { document }),
    findFact: (id) => factOf.get(id),
    typeOf: (fact) => (fact.list ? typeOfList(fact) : fact.type),
    findDerived(id) {
      const index = derivedIndex.get(id);
      if (index === undefined) return undefined;
      return { index, expression: (derived[index] ??= compileOne(id)) };
    },
  };
  const scope = protocolScope(source);

  function compileOne(id: string): StateExpression {
    return guarded(id, () => derivedExpression(texts[id] ?? '', scope, `${owner} derived.${id}`));
  }

  function guarded<T>(name: string, compile: () => T): T {
    if (busy.has(name)) throw new UncheckedProtocolError(`${owner}: ${name} is computed from itself`);
    busy.add(name);
    const compiled = compile();
    busy.delete(name);
    return compiled;
  }

  function typeOfList(fact: CompiledFact): FeelType {
    const row: Record<string, FeelType> = {};
    for (const field of fact.list?.fields ?? []) row[field.id] = field.type;
    for (const name of Object.keys(fact.definition.derived ?? {})) {
      const type = typeOfField(fact, name);
      if (type) row[name] = type;
    }
    return { kind: 'list', row, orderedBy: fact.definition.orderedBy };
  }

  function typeOfField(fact: CompiledFact, name: string): FeelType | undefined {
    const list = fact.list as CompilingList | null;
    if (!list) return undefined;
    const known = typeInRow(list, name);
    if (known) return known;
    const text = textOfRow(fact.definition, name);
    if (text === undefined) return undefined;
    const path = `${fact.id}.${name}`;
    const expression = guarded(path, () => derivedExpression(text, scopeOfRow(fact), `${owner} ${path}`));
    list.derived.set(name, expression);
    return expression.type;
  }

  function scopeOfRow(fact: CompiledFact): Scope<CaseFold> {
    if (!fact.list) throw new UncheckedProtocolError(`${owner}: ${fact.id} is not a list`);
    return rowScope(scope, fact.list, fact.id, (name) => typeOfField(fact, name));
  }

  for (const fact of ownLists) {
    typeOfList(fact);
    const list = fact.list as CompilingList;
    for (const { when, text } of fact.definition.says ?? [])
      list.says.push({ when: condition(when, scopeOfRow(fact), `${owner} ${fact.id}.says`), text });
    for (const field of list.fields) {
      const { relevant } = field.definition;
      if (relevant === undefined) continue;
      list.relevant.set(
        field.id,
        condition(relevant, scopeOfRow(fact), `${owner} ${fact.id}.${field.id}.relevant`),
      );
    }
  }
  for (const id of derivedIndex.keys()) source.findDerived(id);
  return { scope, scopeOfRow, derived, derivedIndex };
}

function textOfRow(definition: FactDefinition, name: string): DerivedText | undefined {
  const texts = definition.derived ?? {};
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
