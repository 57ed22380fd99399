import type { FeelType } from '@repere/feel';
import type { FactDefinition } from '@repere/protocol';
import type { CompiledFact } from '@repere/case-engine';
import type { Query } from '../query';
import { and, atMostOne, FALSE, implies, ite, not, numeral, or, type Smt } from '../smt';
import { ANSWER_ENCODINGS } from './answer-encodings';
import { type CodeTerm, isKnown, type ItemTerm, type Term, UNKNOWN } from './truth-terms';

/** Any value of this type, or none, by constants that begin with `name`. */
export function freeTerm(query: Query, type: FeelType, name: string, definition?: FactDefinition): Term {
  const codes = type.kind === 'choice' || type.kind === 'choices' ? type.values.join(' ') : '';
  return query.once(`value ${name} ${codes}`, () => makeTerm(query, type, name, definition));
}

function makeTerm(query: Query, type: FeelType, name: string, definition: FactDefinition | undefined): Term {
  const { script } = query;
  switch (type.kind) {
    case 'boolean': {
      const [yes, no] = [script.constant(`${name}=true`), script.constant(`${name}=false`)];
      script.assert(not(and(yes, no)));
      return { kind: 'truth', yes, no };
    }
    case 'choice': {
      const codes = new Map(type.values.map((code) => [code, script.constant(`${name}=${code}`)]));
      // Another version may know other codes of the same fact.
      const all = new Set([...(query.codes.get(name) ?? []), ...codes.values()]);
      query.codes.set(name, all);
      script.assert(atMostOne([...all]));
      return { kind: 'code', codes };
    }
    case 'choices': {
      const known = script.constant(`${name}?`);
      const members = new Map(type.values.map((code) => [code, script.constant(`${name}=${code}`)]));
      for (const is of members.values()) script.assert(implies(is, known));
      const count = `(+ 0.0 ${[...members.values()].map((it) => ite(it, '1.0', '0.0')).join(' ')})`;
      return { kind: 'codes', known, members, count };
    }
    case 'number': {
      const value = script.constant(`${name}#`, 'Real');
      const { min = type.unit === 'months' ? 0 : undefined, max } = definition ?? {};
      if (definition && min !== undefined) script.assert(`(>= ${value} ${numeral(min)})`);
      if (definition && max !== undefined) script.assert(`(<= ${value} ${numeral(max)})`);
      const known = script.constant(`${name}?`);
      return { kind: 'number', known, low: value, high: value, hasNoLow: FALSE, hasNoHigh: FALSE };
    }
    case 'date': {
      const [first, last] = [script.constant(`${name}<`, 'Int'), script.constant(`${name}>`, 'Int')];
      script.assert(`(<= ${first} ${last})`);
      return { kind: 'date', known: script.constant(`${name}?`), first, last };
    }
    case 'text':
    case 'duration':
      return { kind: 'text', known: script.constant(`${name}?`), is: literalOf(query, name) };
    case 'checklist':
      return {
        kind: 'checklist',
        items: new Map(type.items.map((item) => [item, itemTerm(query, `${name}.${item}`)])),
      };
    case 'list':
    case 'row':
    case 'name':
      return UNKNOWN;
  }
}

function literalOf(query: Query, name: string): (literal: string) => Smt {
  const literals = new Map<string, Smt>();
  return (literal) => {
    const known = literals.get(literal);
    if (known !== undefined) return known;
    const is = query.script.constant(`${name}="${literal.replaceAll(/[|\\]/g, '!')}"`);
    for (const other of literals.values()) query.script.assert(not(and(is, other)));
    literals.set(literal, is);
    return is;
  };
}

function itemTerm({ script }: Query, name: string): ItemTerm {
  const [yes, no] = [script.constant(`${name}=yes`), script.constant(`${name}=no`)];
  script.assert(not(and(yes, no)));
  const others = new Map<string, Smt>();
  return {
    yes,
    no,
    answered: (answer) => {
      const known = others.get(answer);
      if (known !== undefined) return known;
      const is = script.constant(`${name}:${answer}`);
      script.assert(atMostOne([is, or(yes, no), ...others.values()]));
      others.set(answer, is);
      return is;
    },
  };
}

/** How a fact was answered, as `answer()` reads it: never unknown. A date that was given may be an estimate, which says nothing. */
export function answerTerm(query: Query, fact: CompiledFact, name: string, value: Term): CodeTerm {
  const { script } = query;
  const { isGivenApart } = ANSWER_ENCODINGS[fact.definition.type];
  const given = isGivenApart ? script.constant(`${name}:given`) : isKnown(value);
  if (value.kind === 'date') script.assert(implies(value.known, given));
  const [unknown, refused] = [script.constant(`${name}:unknown`), script.constant(`${name}:refused`)];
  script.assert(atMostOne([given, unknown, refused]));
  return {
    kind: 'code',
    codes: new Map([
      ['given', given],
      ['unknown', unknown],
      ['refused', refused],
      ['not-asked', not(or(given, unknown, refused))],
    ]),
  };
}

/** Whether anything of the fact is known: of a checklist, one of its items. */
export function isAnyKnown(term: Term): Smt {
  if (term.kind !== 'checklist')
    return term.kind === 'list' || term.kind === 'unknown' ? FALSE : isKnown(term);
  return or(...[...term.items.values()].flatMap((it) => [it.yes, it.no]));
}
