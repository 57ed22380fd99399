import type { NameSyntax, PathSyntax } from '@repere/feel';
import { encodeLast } from './encode-rows';
import { encodeWord } from './encode-word';
import { exactly } from './encode-number';
import { type Term, UNKNOWN } from './truth-terms';
import type { Frame, EncodingScope } from './world';

/** A bare name: a row, a field of the row at hand, a fact, a derived value, a limit, a word that stands alone. */
export function encodeName({ name }: NameSyntax, place: EncodingScope): Term {
  for (const frame of place.frames.toReversed()) {
    if (frame.variable === name) return frame.row;
    if (frame.variable === null && frame.fields.has(name)) return frame.row.field(name);
  }
  const { protocol, row, world } = place;
  if (row && (row.list.list?.fieldOf.has(name) || row.list.list?.derived.has(name)))
    return row.term.field(name);
  const fact = protocol.factOf.get(name);
  if (fact) return fact.list ? listTerm(fact.id, place) : world.fact(fact);
  const derived = protocol.derivedIndex.get(name);
  if (derived !== undefined) return world.derived(protocol, derived, place.reading);
  const limit = protocol.document.limits[name];
  if (limit) return exactly(limit.value);
  return encodeWord(name, [], place);
}

/** `a.b`: a field of a row, an item of a checklist, a field of the last row. */
export function encodePath(syntax: PathSyntax, place: EncodingScope): Term {
  const { of, field } = syntax;
  if (of.kind === 'call' && of.word === 'last') return encodeLast(of, syntax, place);
  const frame = of.kind === 'name' ? findFrame(of.name, place) : undefined;
  if (frame) return frame.row.field(field);
  const term = place.encode(of, place);
  if (term.kind === 'row') return term.field(field);
  if (term.kind !== 'checklist') return UNKNOWN;
  const item = term.items.get(field);
  return item
    ? {
        kind: 'code',
        codes: new Map([
          ['yes', item.yes],
          ['no', item.no],
        ]),
      }
    : UNKNOWN;
}

function findFrame(name: string, { frames }: EncodingScope): Frame | undefined {
  return frames.findLast((it) => it.variable === name);
}

/** A list of facts: any number of rows, of which some have a name. */
function listTerm(id: string, place: EncodingScope): Term {
  const { world, protocol } = place;
  const list = protocol.factOf.get(id);
  if (!list?.list) return UNKNOWN;
  const { script } = world.query;
  const shown = world.nameOf(list.key, list.key);
  world.fact(list);
  return {
    kind: 'list',
    rows: {
      kind: 'open',
      key: list.key,
      closed: script.constant(`${shown}:closed`),
      isThere: (name) => script.constant(`${world.nameOf(name, list.key)}:there`),
      row: (name) => world.rowOfList(list, name, place),
    },
  };
}
