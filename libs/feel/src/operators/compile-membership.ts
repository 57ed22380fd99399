import { text } from '../value';
import { checkCode, checkOperands, type Comparable } from './check-operands';
import { comparisonTest } from './compare';
import type { Compiling } from '../compile/compiling';
import { anyOf, allOf } from './kleene';
import type { IntervalSyntax, MembershipSyntax, Syntax } from '../syntax/syntax';
import { conditionTerm, type Term, type Test } from '../compile/condition-term';

/** The term of `x in ("a", "b")`, `x in [1..3]`, and `"a" in several`, where `several` is a choice with many answers. */
export function compileMembership<Env>(syntax: MembershipSyntax, context: Compiling<Env>): Term<Env> | null {
  const of = context.compile(syntax.of);
  if (!of) return null;
  const alternatives = syntax.among.map((one) => compileAlternative(of, one, context));
  const known = alternatives.filter((one) => one !== null);
  if (known.length < alternatives.length) return null;

  const operands = [of, ...known.flatMap((one) => one.terms)];
  const codes = known.map((one) => one.code).filter((code) => code !== undefined);
  const test = codes.length === known.length ? codesTest(of, codes) : anyOf(known.map((one) => one.test));
  return conditionTerm(syntax, operands, test);
}

interface Alternative<Env> {
  readonly terms: readonly Term<Env>[];
  readonly test: Test<Env>;
  /** The string, if that is all there is to compare. */
  readonly code?: string;
}

function compileAlternative<Env>(
  of: Term<Env>,
  syntax: Syntax | IntervalSyntax,
  context: Compiling<Env>,
): Alternative<Env> | null {
  if (syntax.kind === 'interval') return compileInterval(of, syntax, context);
  const term = context.compile(syntax);
  if (!term) return null;
  if (term.type.kind === 'choices') return compileSeveral(of, term, context);
  const kind = checkOperands(syntax, of, term, context);
  if (!kind) return null;
  return {
    terms: [term],
    test: comparisonTest('=', kind, of.evaluate, term.evaluate),
    code: typeof term.literal === 'string' ? term.literal : undefined,
  };
}

function compileInterval<Env>(
  of: Term<Env>,
  syntax: IntervalSyntax,
  context: Compiling<Env>,
): Alternative<Env> | null {
  const low = context.compile(syntax.low);
  const high = context.compile(syntax.high);
  if (!low || !high) return null;
  if (typeof low.literal === 'number' && typeof high.literal === 'number' && low.literal > high.literal) {
    return context.refuseAt(
      syntax,
      text('Cet intervalle est vide.', 'Nothing lies in this range.'),
      text('Écrivez d’abord la borne basse : [1..3].', 'Write the lower bound first: [1..3].'),
    );
  }
  const kinds: (Comparable | null)[] = [low, high].map((bound) => checkOperands(syntax, of, bound, context));
  const [kind] = kinds;
  if (!kind || kinds.includes(null)) return null;
  if (kind === 'string' || kind === 'boolean') {
    return context.refuseAt(
      syntax,
      text('Les intervalles portent sur des nombres ou des dates.', 'Ranges are of numbers or dates.'),
      text('Donnez les codes : x in ("a", "b").', 'List the codes: x in ("a", "b").'),
    );
  }
  const isAbove = comparisonTest(syntax.lowIncluded ? '>=' : '>', kind, of.evaluate, low.evaluate);
  const isBelow = comparisonTest(syntax.highIncluded ? '<=' : '<', kind, of.evaluate, high.evaluate);
  return { terms: [low, high], test: allOf([isAbove, isBelow]) };
}

/** `"gold" in colours`. */
function compileSeveral<Env>(
  of: Term<Env>,
  several: Term<Env>,
  context: Compiling<Env>,
): Alternative<Env> | null {
  if (of.type.kind !== 'choice' && of.type.kind !== 'text') {
    return context.refuseAt(
      of.place,
      text(
        'Seul un code peut se trouver dans un choix multiple.',
        'Only a code can be in a choice of several.',
      ),
      text('Écrivez "code" in le_choix.', 'Write "code" in the_choice.'),
    );
  }
  if (!checkCode(of, several, context)) return null;
  const readCode = of.evaluate;
  const readSeveral = several.evaluate;
  return {
    terms: [several],
    test: (env) => {
      const code = readCode(env);
      const codes = readSeveral(env);
      return typeof code === 'string' && Array.isArray(codes) ? codes.includes(code) : null;
    },
  };
}

function codesTest<Env>(of: Term<Env>, codes: readonly string[]): Test<Env> {
  const read = of.evaluate;
  // A short array beats a Set up to some ten codes.
  const has = codes.length > 10 ? codesIn(new Set(codes)) : (code: string) => codes.includes(code);
  return (env) => {
    const value = read(env);
    return typeof value === 'string' ? has(value) : null;
  };
}

const codesIn = (codes: ReadonlySet<string>) => (code: string) => codes.has(code);
