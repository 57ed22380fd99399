import { type Text, text } from '../value';
import type { parser } from 'lezer-feel';
import type { Compiled, FeelProblem } from '../expression-types';
import { decimalsOf } from '../numbers/decimal';
import { feelProblem } from './feel-problem';
import { REFUSED_CONSTRUCTS } from './refused-constructs';
import type { ArithmeticOperator, ComparisonOperator, IntervalSyntax, SourceRange, Syntax } from './syntax';

type Node = ReturnType<typeof parser.parse>['topNode'];

/** How deep brackets and operators may nest. */
const DEEPEST = 60;

/** Thrown inside this file only: the first construct that is not in the subset ends the reading. */
class Refused extends Error {
  constructor(readonly problem: FeelProblem) {
    super(problem.message.en);
  }
}

/** The subset's tree of what `lezer-feel` read, or the first construct that the subset does not have. */
export function readSyntax(source: string, top: Node): Compiled<Syntax> {
  try {
    return { ok: true, value: new SyntaxReader(source).readNode(only(top), 0) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

class SyntaxReader {
  constructor(private readonly source: string) {}

  readNode(node: Node, depth: number): Syntax {
    if (depth > DEEPEST)
      refuseAt(
        node,
        text('La condition est emboîtée trop profondément.', 'The expression is nested too deeply.'),
        text('Donnez un nom à ses morceaux sous « derived ».', 'Name its parts under "derived".'),
      );
    const { from, to } = node;
    const below = depth + 1;
    switch (node.name) {
      case 'NumericLiteral':
        return { kind: 'literal', value: this.number(node), from, to };
      case 'BooleanLiteral':
        return { kind: 'literal', value: this.text(node) === 'true', from, to };
      case 'StringLiteral':
        return { kind: 'literal', value: this.string(node), from, to };
      case 'VariableName':
        return { kind: 'name', name: this.name(node), from, to };
      case 'ParenthesizedExpression':
        return this.readNode(only(node), below);
      case 'PathExpression':
        return this.path(node, below);
      case 'FunctionInvocation':
        return this.call(node, below);
      case 'ArithmeticExpression':
        return this.arithmetic(node, below);
      case 'Comparison':
        return this.comparison(node, below);
      case 'Conjunction':
      case 'Disjunction':
        return this.junction(node, below);
      case 'QuantifiedExpression':
        return this.quantified(node, below);
      default:
        return refuseNode(node);
    }
  }

  private text(node: SourceRange): string {
    return this.source.slice(node.from, node.to);
  }

  private number(node: Node): number {
    const value = Number(this.text(node).replace(/\s/g, ''));
    if (decimalsOf(value) !== null) return value;
    return refuseAt(
      node,
      text('Ce nombre a plus de quinze chiffres.', 'This number has more than fifteen digits.'),
      text('Écrivez-le avec quinze chiffres au plus.', 'Write it in fifteen digits at most.'),
    );
  }

  private string(node: Node): string {
    const written = this.text(node);
    if (!written.includes('\\')) return written.slice(1, -1);
    return refuseAt(
      node,
      text('Les textes n’ont pas de barre oblique inverse (\\).', 'Strings have no escapes (\\).'),
      text(
        'Servez-vous d’un code simple : lettres, chiffres, tirets bas.',
        'Use a plain code: letters, digits, underscores.',
      ),
    );
  }

  /** FEEL allows blanks inside names, so a forgotten operator reads as one long name. */
  private name(node: Node): string {
    const name = this.text(node);
    if (!/\s/.test(name)) return name;
    const joined = name.split(/\s+/).join('_');
    return refuseAt(
      node,
      text(
        `« ${name} » se lit comme un seul nom avec des espaces.`,
        `"${name}" reads as one name with blanks in it.`,
      ),
      text(
        `Mettez un opérateur entre les mots (and, or, =), ou écrivez ${joined}.`,
        `Put an operator between the words (and, or, =), or write ${joined}.`,
      ),
    );
  }

  private path(node: Node, depth: number): Syntax {
    const [of, field] = operands(node);
    if (!of || !field) return refuseNode(node);
    return {
      kind: 'path',
      of: this.readNode(of, depth),
      field: this.name(field),
      fieldFrom: field.from,
      ...place(node),
    };
  }

  private call(node: Node, depth: number): Syntax {
    const [word, params] = operands(node);
    if (!word || word.name !== 'VariableName' || !params) return refuseNode(node);
    if (params.name !== 'PositionalParameters') return refuseNode(params);
    const args = operands(params).map((arg) => this.readNode(arg, depth));
    return { kind: 'call', word: this.text(word).replace(/\s+/g, ' '), args, ...place(node) };
  }

  private arithmetic(node: Node, depth: number): Syntax {
    const sign = child(node, 'ArithOp');
    const [left, right] = operands(node);
    const operator = this.text(sign);
    if (!left) return refuseNode(node);
    if (!right && operator === '-')
      return { kind: 'negation', of: this.readNode(left, depth), ...place(node) };
    if (!right || !isArithmetic(operator)) {
      return refuseAt(
        sign,
        text(
          `« ${operator} » ne fait pas partie du langage des conditions.`,
          `"${operator}" is not in the subset.`,
        ),
        text('Servez-vous de + - * /.', 'Use + - * /.'),
      );
    }
    return {
      kind: 'arithmetic',
      operator,
      left: this.readNode(left, depth),
      right: this.readNode(right, depth),
      ...place(node),
    };
  }

  private comparison(node: Node, depth: number): Syntax {
    const [left, ...tests] = operands(node);
    if (!left) return refuseNode(node);
    const of = this.readNode(left, depth);
    if (node.getChild('in'))
      return { kind: 'membership', of, among: this.among(tests, depth), ...place(node) };
    const between = node.getChild('between');
    if (between)
      refuseAt(
        between,
        text('« between » ne fait pas partie du langage des conditions.', '"between" is not in the subset.'),
        text('Écrivez x in [1..3].', 'Write x in [1..3].'),
      );
    const operator = this.text(child(node, 'CompareOp'));
    const right = tests[0];
    if (!right || !isComparison(operator)) return refuseNode(node);
    if (left.name === 'Comparison') {
      refuseAt(
        node,
        text('Les comparaisons ne s’enchaînent pas.', 'Comparisons are not chained.'),
        text('Écrivez a < b and b < c.', 'Write a < b and b < c.'),
      );
    }
    return { kind: 'comparison', operator, left: of, right: this.readNode(right, depth), ...place(node) };
  }

  private among(tests: readonly Node[], depth: number): (Syntax | IntervalSyntax)[] {
    const test = tests[0];
    const all = test?.name === 'PositiveUnaryTests' ? operands(test) : tests;
    return all.map((one) => this.alternative(only(one), depth));
  }

  private alternative(node: Node, depth: number): Syntax | IntervalSyntax {
    // The grammar takes `x in [1..3] and b` for `x in ([1..3] and b)`.
    if (node.name === 'Conjunction' || node.name === 'Disjunction' || node.name === 'Comparison') {
      refuseAt(
        node,
        text(
          `FEEL lit tout ce qui suit « in » comme ce à quoi l’on compare : ${this.text(node)}.`,
          `FEEL reads everything after "in" as what it is compared with: ${this.text(node)}.`,
        ),
        text(
          'Mettez ce test entre parenthèses : (x in [1..3]) and … ; pour une seule valeur, écrivez x = "a".',
          'Put the test in brackets of its own: (x in [1..3]) and …; for one value write x = "a".',
        ),
      );
    }
    const interval = node.name === 'SimplePositiveUnaryTest' ? node.getChild('Interval') : null;
    return interval ? this.interval(interval, depth) : this.readNode(node, depth);
  }

  private interval(node: Node, depth: number): IntervalSyntax {
    const [low, high] = operands(node);
    if (!low || !high) return refuseNode(node);
    return {
      kind: 'interval',
      low: this.readNode(low, depth),
      high: this.readNode(high, depth),
      lowIncluded: this.source[node.from] === '[',
      highIncluded: this.source[node.to - 1] === ']',
      ...place(node),
    };
  }

  /** `a and b and c` nests to the left in the grammar; here it is one junction of three. */
  private junction(node: Node, depth: number): Syntax {
    const nodes: Node[] = [];
    let left: Node | undefined = node;
    while (left && left.name === node.name) {
      const [next, right]: Node[] = operands(left);
      if (right) nodes.unshift(right);
      left = next;
    }
    if (left) nodes.unshift(left);
    const word = node.name === 'Conjunction' ? 'and' : 'or';
    return {
      kind: 'junction',
      word,
      operands: nodes.map((operand) => this.readNode(operand, depth)),
      ...place(node),
    };
  }

  private quantified(node: Node, depth: number): Syntax {
    const [ranges, condition] = operands(node);
    const range = ranges && operands(ranges);
    const [variable, context] = range?.[0] ? operands(range[0]) : [];
    const [list, end] = context ? operands(context) : [];
    if (!condition || !variable || !list) return refuseNode(node);
    if (range?.length !== 1 || end) {
      refuseAt(
        node,
        text('Une liste à la fois.', 'One list at a time.'),
        text(
          'Emboîtez-les : some a in x satisfies (some b in y satisfies …).',
          'Nest them: some a in x satisfies (some b in y satisfies …).',
        ),
      );
    }
    return {
      kind: 'quantified',
      word: node.getChild('some') ? 'some' : 'every',
      variable: this.name(variable),
      list: this.readNode(list, depth),
      condition: this.readNode(condition, depth),
      ...place(node),
    };
  }
}

const PUNCTUATION = /^([()[\].,]|\.\.|in|and|or|some|every|satisfies|between|CompareOp|ArithOp)$/;

/** Children that are expressions: without signs, brackets and keywords. A comment is refused wherever it stands. */
function operands(node: Node): Node[] {
  const found: Node[] = [];
  for (let next = node.firstChild; next; next = next.nextSibling) {
    if (next.name === 'LineComment' || next.name === 'BlockComment') refuseNode(next);
    if (!PUNCTUATION.test(next.name)) found.push(next);
  }
  return found;
}

function only(node: Node): Node {
  const [first] = operands(node);
  return first ?? refuseNode(node);
}

function child(node: Node, name: string): Node {
  return node.getChild(name) ?? refuseNode(node);
}

function place(node: SourceRange): SourceRange {
  return { from: node.from, to: node.to };
}

function isArithmetic(sign: string): sign is ArithmeticOperator {
  return sign === '+' || sign === '-' || sign === '*' || sign === '/';
}

function isComparison(sign: string): sign is ComparisonOperator {
  return ['=', '!=', '<', '<=', '>', '>='].includes(sign);
}

function refuseAt(at: SourceRange, message: Text, remedy: Text): never {
  throw new Refused(feelProblem(at, message, remedy));
}

function refuseNode(node: Node): never {
  const known = REFUSED_CONSTRUCTS.get(node.name);
  return refuseAt(
    node,
    known?.message ??
      text(
        'Ceci ne fait pas partie du FEEL dont on se sert ici.',
        'This is not in the subset of FEEL that is used here.',
      ),
    known?.remedy ??
      text(
        'Ce que l’on peut écrire est dans docs/feel-subset.md.',
        'See docs/feel-subset.md for what may be written.',
      ),
  );
}
