import {
  compileCondition,
  type FeelType,
  parseExpression,
  type Scope,
  type Syntax,
  type Truth,
  walkSyntax,
} from '@repere/feel';
import type { ProtocolDocument } from '../../documents/document';
import type { DocumentScope, Nothing } from '../document-scope';
import { ANSWERS, askedAnswer, type AskedAnswer } from './asked-answer';
import { comparedNumbers } from './compared-numbers';
import { type Assignment, domainOf, type Domain, partsOf, readerOf } from './domains';

export type Test = (assignment: Assignment) => Truth;

/** A condition as a function of what it reads, with every value that each of them can have. */
export interface Formula {
  readonly test: Test;
  readonly domains: ReadonlyMap<string, Domain>;
}

/** A condition with more parts than this, named ones put in, is looked at no further. */
const MOST_PARTS = 200;

/** Words that tell how a fact was answered. */
const TELLS_ANSWERS: ReadonlySet<string> = new Set(['answer', 'count_answers']);

/** What conditions are read against. */
export interface Reading {
  readonly meaning: DocumentScope;
  readonly document: ProtocolDocument;
}

/**
 * The formula of a condition that compiles. What can't be enumerated (dates, lists, sums) is taken for a test that may be
 * true, false or unknown on its own, so that a formula may be true where the condition isn't, never the other way round.
 */
export function formulaOf(text: string, list: string | undefined, reading: Reading): Formula {
  const builder = new FormulaBuilder(reading);
  const test = builder.testOf(text, list);
  return { test, domains: builder.domains };
}

class FormulaBuilder {
  readonly domains = new Map<string, Domain>();
  private parts = 0;

  constructor(private readonly reading: Reading) {}

  testOf(text: string, list: string | undefined): Test {
    const syntax = parseExpression(text);
    return syntax.ok ? this.part(syntax.value, text, list) : () => null;
  }

  private part(syntax: Syntax, text: string, list: string | undefined): Test {
    // Names that stand for names that stand for names double at each turn.
    if (++this.parts > MOST_PARTS) return this.free(text.slice(syntax.from, syntax.to));
    if (syntax.kind === 'junction') {
      const tests = syntax.operands.map((operand) => this.part(operand, text, list));
      return joined(tests, syntax.word === 'or');
    }
    if (syntax.kind === 'call' && syntax.word === 'not' && syntax.args[0]) {
      const inner = this.part(syntax.args[0], text, list);
      return (assignment) => {
        const truth = inner(assignment);
        return truth === null ? null : !truth;
      };
    }
    const derived = syntax.kind === 'name' ? this.derivedText(syntax.name, list) : undefined;
    if (derived) return this.testOf(derived.text, derived.list);
    return this.leaf(syntax, text.slice(syntax.from, syntax.to), list);
  }

  /** A named condition stands for its text. */
  private derivedText(name: string, list: string | undefined) {
    const { meaning, document } = this.reading;
    const scope = list === undefined ? meaning.scope : meaning.rowScope(list);
    const reference = scope.name(name)?.reference;
    if (reference?.kind !== 'derived') return undefined;
    const ofRow = reference.name.includes('.');
    const text = ofRow ? undefined : document.derived[name];
    return typeof text === 'string' ? { text, list: undefined } : undefined;
  }

  private leaf(syntax: Syntax, text: string, list: string | undefined): Test {
    const { meaning } = this.reading;
    const asked = askedAnswer(syntax);
    if (asked) return this.answered(asked);
    // These tell *refused* from *not asked*, which the values that are tried here don't.
    if ([...walkSyntax(syntax)].some((it) => it.kind === 'call' && TELLS_ANSWERS.has(it.word)))
      return this.free(text);
    const seen = new Map<string, FeelType>();
    const scope = this.assigned(list === undefined ? meaning.scope : meaning.rowScope(list), seen);
    const compiled = compileCondition(text, scope);
    if (!compiled.ok) return this.free(text);
    const { test, references } = compiled.value;
    const limits = this.reading.document.limits;
    const numbers = comparedNumbers(syntax, (name) => limits[name]?.value);
    const found = new Map<string, Domain>();
    for (const { name, kind } of references) {
      if (kind === 'limit') continue;
      for (const [key, type] of partsOf(name, seen)) {
        const domain = domainOf(type, key, numbers);
        if (!domain) return this.free(text);
        found.set(key, domain);
      }
    }
    for (const [key, domain] of found) this.domains.set(key, union(this.domains.get(key), domain));
    return test;
  }

  private answered({ fact, holds }: AskedAnswer): Test {
    const key = `answer(${fact})`;
    this.domains.set(key, { values: ANSWERS });
    return (assignment) => holds.has(String(assignment.get(key)));
  }

  private free(text: string): Test {
    const key = `? ${text.replaceAll(/\s+/g, ' ')}`;
    this.domains.set(key, { values: [true, false, null] });
    return (assignment) => (assignment.get(key) ?? null) as Truth;
  }

  /** The same names, read from an assignment. */
  private assigned(scope: Scope<Nothing>, seen: Map<string, FeelType>): Scope<Assignment> {
    const { limits } = this.reading.document;
    return {
      names: () => scope.names(),
      words: () => scope.words?.() ?? [],
      name(name) {
        const known = scope.name(name);
        if (!known) return undefined;
        const key = known.reference?.name ?? name;
        seen.set(key, known.type);
        const limit = known.reference?.kind === 'limit' ? limits[name]?.value : undefined;
        return { ...known, read: limit === undefined ? readerOf(known.type, key) : () => limit };
      },
      call(word, args) {
        const known = scope.call(word, args);
        if (known === undefined || 'fr' in known) return known;
        const key = `${word}(${args.join(', ')})`;
        seen.set(key, known.type);
        return { ...known, read: readerOf(known.type, key), reference: { name: key, kind: 'state' } };
      },
    };
  }
}

function joined(tests: readonly Test[], decisive: boolean): Test {
  return (assignment) => {
    let truth: Truth = !decisive;
    for (const test of tests) {
      const one = test(assignment);
      if (one === decisive) return decisive;
      if (one === null) truth = null;
    }
    return truth;
  };
}

function union(known: Domain | undefined, more: Domain): Domain {
  if (!known) return more;
  if (!known.numbers || !more.numbers) return known;
  return { values: [], numbers: [...new Set([...known.numbers, ...more.numbers])] };
}
