import type { FeelType } from '@repere/feel';
import { codesOf, converterFor, type FactDefinition, feelTypeOf, hasRows } from '@repere/protocol';
import { UncheckedProtocolError } from './compile-condition';
import type { CompiledFact, CompiledList, StateCondition, StateExpression } from './protocol-set';

/** A list while its derived values are still being compiled: they may read other facts. */
export interface CompilingList extends CompiledList {
  readonly derived: Map<string, StateExpression>;
  readonly says: CompiledList['says'][number][];
  readonly relevant: Map<string, StateCondition>;
}

/** A fact with its slot. The derived values of a list are added by `compileLists`. */
export function compileFact(
  definition: FactDefinition,
  slot: number,
  isShared: boolean,
  owner: string | null,
): CompiledFact {
  const { id } = definition;
  return {
    id,
    key: owner === null ? id : `${owner}.${id}`,
    definition,
    isShared,
    slot,
    type: feelTypeOf(definition),
    convert: converterFor(definition),
    ranks: definition.ranked ? new Map(definition.ranked.map((code, rank) => [code, rank])) : null,
    codes: codesOf(definition),
    list: hasRows(definition) ? compileList(definition, isShared, owner) : null,
  };
}

function compileList(definition: FactDefinition, isShared: boolean, owner: string | null): CompilingList {
  const fields = Object.values(definition.row ?? {}).map((field, slot) =>
    compileFact(field, slot, isShared, owner === null ? definition.id : `${owner}.${definition.id}`),
  );
  return {
    fields,
    fieldOf: new Map(fields.map((field) => [field.id, field])),
    derived: new Map(),
    says: [],
    relevant: new Map(),
    orderedBy: definition.orderedBy,
  };
}

/** The type of a field or, once compiled, a derived value of a row. */
export function typeInRow(list: CompiledList, name: string): FeelType | undefined {
  return list.fieldOf.get(name)?.type ?? list.derived.get(name)?.type;
}

/** The fact of this id, or `UncheckedProtocolError`. */
export function getFact(facts: ReadonlyMap<string, CompiledFact>, id: string, where: string): CompiledFact {
  const fact = facts.get(id);
  if (!fact) throw new UncheckedProtocolError(`${where}: there is no fact ${id}`);
  return fact;
}
