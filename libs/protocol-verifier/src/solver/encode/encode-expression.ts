import { parseExpression, type Syntax } from '@repere/feel';
import { encodeCall } from './encode-call';
import { encodeComparison, encodeMembership } from './encode-comparison';
import { encodeArithmetic, exactly, negated } from './encode-number';
import { encodeName, encodePath } from './encode-name';
import { encodeQuantified } from './encode-rows';
import { and, FALSE, or, TRUE } from '../smt';
import { type Term, truth, truthIn } from './truth-terms';
import type { EncodingScope } from './world';

const parsed = new Map<string, Syntax>();

/** The tree of an expression that was checked before. Throws on one that wasn't. */
export function syntaxOf(source: string): Syntax {
  const known = parsed.get(source);
  if (known) return known;
  const result = parseExpression(source);
  if (!result.ok) throw new Error(`${source}: ${result.problems[0]?.message ?? 'not understood'}`);
  parsed.set(source, result.value);
  return result.value;
}

/** An expression as the engine evaluates it, three-valued, over whatever the facts and marks may be. */
export function encodeExpression(place: Omit<EncodingScope, 'encode'>): Term {
  return encode(syntaxOf(place.source), { ...place, encode });
}

function encode(syntax: Syntax, place: EncodingScope): Term {
  switch (syntax.kind) {
    case 'literal':
      return literal(syntax.value);
    case 'name':
      return encodeName(syntax, place);
    case 'path':
      return encodePath(syntax, place);
    case 'call':
      return encodeCall(syntax, place);
    case 'negation':
      return negated(encode(syntax.of, place));
    case 'arithmetic':
      return encodeArithmetic(syntax, place);
    case 'comparison':
      return encodeComparison(syntax, place);
    case 'membership':
      return encodeMembership(syntax, place);
    case 'quantified':
      return encodeQuantified(syntax, place);
    case 'junction': {
      const operands = syntax.operands.map((it) => truthIn(encode(it, place)));
      const { script } = place.world.query;
      const all = script.name(and(...operands.map((it) => (syntax.word === 'and' ? it.yes : it.no))));
      const some = script.name(or(...operands.map((it) => (syntax.word === 'and' ? it.no : it.yes))));
      return syntax.word === 'and' ? truth(all, some) : truth(some, all);
    }
  }
}

function literal(value: number | string | boolean): Term {
  if (typeof value === 'number') return exactly(value);
  if (typeof value === 'string') return { kind: 'code', codes: new Map([[value, TRUE]]) };
  return value ? truth(TRUE, FALSE) : truth(FALSE, TRUE);
}
