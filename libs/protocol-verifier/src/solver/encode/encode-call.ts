import type { CallSyntax, Syntax } from '@repere/feel';
import { encodeChecklistQuantifier, encodeCountAnswers, isAnswered, tally } from './encode-checklist';
import { encodeMonths } from './encode-months';
import { extreme } from './encode-number';
import { encodeCount, encodeListExtreme, quantified } from './encode-rows';
import { encodeWord } from './encode-word';
import { FALSE } from '../smt';
import { type Term, truth, truthIn, UNKNOWN } from './truth-terms';
import type { EncodingScope } from './world';

/** `word(…)`: one of the subset's own words, else a word of state. */
export function encodeCall(syntax: CallSyntax, place: EncodingScope): Term {
  const [first, second] = syntax.args;
  const of = (it: Syntax | undefined): Term => (it ? place.encode(it, place) : UNKNOWN);
  switch (syntax.word) {
    case 'not': {
      const { yes, no } = truthIn(of(first));
      return truth(no, yes);
    }
    case 'min':
    case 'max':
      return encodeExtreme(syntax.word, syntax, place);
    case 'count': {
      const counted = of(first);
      if (counted.kind === 'list') return encodeCount(syntax, counted, second, place);
      if (counted.kind === 'checklist') return tally(counted, second);
      if (counted.kind !== 'codes') return UNKNOWN;
      const { known, count } = counted;
      return { kind: 'number', known, low: count, high: count, hasNoLow: FALSE, hasNoHigh: FALSE };
    }
    case 'any':
    case 'all': {
      if (!first || !second) return UNKNOWN;
      const among = of(first);
      if (among.kind === 'checklist') return encodeChecklistQuantifier(syntax.word, among, second, place);
      return quantified(syntax.word === 'any' ? 'some' : 'every', first, second, null, place);
    }
    case 'count_answers':
      return encodeCountAnswers(of(first), syntax.args.slice(1));
    case 'answered':
      return isAnswered(of(first), place);
    case 'answer':
      return encodeAnswer(first, place);
    case 'months_begun':
    case 'months_between':
      return encodeMonths(syntax.word, of(first), of(second), place);
    case 'latest': {
      const date = of(first);
      return date.kind === 'date' ? { ...date, first: date.last } : UNKNOWN;
    }
    default:
      return encodeWord(
        syntax.word,
        syntax.args.flatMap((it) => (it.kind === 'name' ? [it.name] : [])),
        place,
      );
  }
}

function encodeExtreme(word: 'min' | 'max', syntax: CallSyntax, place: EncodingScope): Term {
  const [only, ...more] = syntax.args;
  if (only?.kind === 'path' && more.length === 0) return encodeListExtreme(word, only, place);
  const numbers = syntax.args
    .map((it) => place.encode(it, place))
    .flatMap((it) => (it.kind === 'number' ? [it] : []));
  const [first, ...others] = numbers;
  if (!first || numbers.length < syntax.args.length) return UNKNOWN;
  return others.reduce((a, b) => extreme(word, a, b), first);
}

/** How a fact or an item was answered, never unknown. */
function encodeAnswer(of: Syntax | undefined, place: EncodingScope): Term {
  if (of?.kind === 'name') {
    const fact = place.protocol.factOf.get(of.name);
    return fact ? place.world.answerTerm(fact) : UNKNOWN;
  }
  if (of?.kind !== 'path') return UNKNOWN;
  const checklist = place.encode(of.of, place);
  const item = checklist.kind === 'checklist' ? checklist.items.get(of.field) : undefined;
  if (!item) return UNKNOWN;
  const [unknown, refused] = [item.answered('unknown'), item.answered('refused')];
  const given = `(or ${item.yes} ${item.no})`;
  return {
    kind: 'code',
    codes: new Map([
      ['given', given],
      ['unknown', unknown],
      ['refused', refused],
      ['not-asked', `(not (or ${given} ${unknown} ${refused}))`],
    ]),
  };
}
