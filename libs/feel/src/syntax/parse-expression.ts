import { type Text, text } from '../value';
import { parser } from 'lezer-feel';
import type { Compiled, FeelProblem } from '../expression-types';
import { feelProblem } from './feel-problem';
import { readSyntax } from './read-syntax';
import type { Syntax } from './syntax';

type Tree = ReturnType<typeof parser.parse>;

/** Longest expression, in characters. Longer ones belong in named derived values. */
const LONGEST_EXPRESSION = 4000;

const feel = parser.configure({ top: 'Expression' });

/** `run(return)`: a thing may be named by a word of FEEL's `for`, which the subset doesn't have. */
const NAMED_RETURN = /(?<=\b[a-z_]+\(\s*)return(?=\s*\))/g;

/**
 * The syntax tree of an expression, or every place where it leaves the subset. Lezer recovers from mistakes
 * silently and reads `a) b` as `a`; here each error node is a problem.
 */
export function parseExpression(source: string): Compiled<Syntax> {
  const refuse = (message: Text, remedy: Text): Compiled<Syntax> => ({
    ok: false,
    problems: [{ from: 0, to: source.length, message, remedy }],
  });
  if (source.trim() === '')
    return refuse(
      text('La condition est vide.', 'The expression is empty.'),
      text('Écrivez une condition, ou retirez la clé.', 'Write a condition, or leave the key out.'),
    );
  if (source.length > LONGEST_EXPRESSION) {
    return refuse(
      text('La condition est trop longue pour être lue.', 'The expression is too long to be read.'),
      text('Donnez un nom à ses morceaux sous « derived ».', 'Name its parts under "derived".'),
    );
  }
  const tree = feel.parse(source.replace(NAMED_RETURN, 'retour'));
  const unread = findUnread(source, tree);
  if (unread) return { ok: false, problems: [unread] };
  return readSyntax(source, tree.topNode);
}

/** The first place that the grammar could not read; one mistake often makes several error nodes. */
function findUnread(source: string, tree: Tree): FeelProblem | undefined {
  let problem: FeelProblem | undefined;
  tree.iterate({
    enter(node) {
      if (problem || !node.type.isError) return;
      problem = describeUnread(source, node.from, node.to);
    },
  });
  return problem;
}

function describeUnread(source: string, from: number, to: number): FeelProblem {
  const rest = source.slice(from, to).trim();
  if (rest === '' && source.slice(to).trim() === '') {
    return {
      from,
      to: source.length,
      message: text('La condition s’arrête trop tôt.', 'The expression stops too early.'),
      remedy: text('Complétez-la après son dernier mot.', 'Complete it after its last word.'),
    };
  }
  const unread = rest === '' ? source.slice(from).trim().slice(0, 20) : rest;
  return feelProblem(
    { from, to: Math.max(to, from + 1) },
    text(`« ${unread} » ne peut pas être lu ici.`, `"${unread}" cannot be read here.`),
    unreadRemedy(unread),
  );
}

function unreadRemedy(unread: string): Text {
  if (unread.startsWith('"') || unread.startsWith("'"))
    return text(
      'Les textes se mettent entre guillemets doubles et se comparent : x = "code".',
      'Strings stand in double quotes and are compared: x = "code".',
    );
  if (unread.startsWith('&&')) return text('Écrivez and.', 'Write and.');
  if (unread.startsWith('||')) return text('Écrivez or.', 'Write or.');
  if (unread.startsWith('!')) return text('Écrivez not(…) ou !=.', 'Write not(…) or !=.');
  if (unread.startsWith(')'))
    return text('Retirez la parenthèse, ou ouvrez-la avant.', 'Remove the bracket, or open it before.');
  if (unread.startsWith('..'))
    return text('Un intervalle a des crochets : x in [1..3].', 'A range has brackets: x in [1..3].');
  return text(
    'Reliez les conditions par and ou or, ou retirez ce qui suit la fin de la condition.',
    'Join conditions by and/or, or remove what follows the end of the expression.',
  );
}
