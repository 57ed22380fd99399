import { dottedName } from './dotted-name';
import { parseExpression } from './parse-expression';

/** A word of state with what it is asked about: `done(intake)`; `field` of `run(lost_key).outcome`. */
export interface WordAbout {
  readonly word: string;
  readonly about: string;
  readonly field?: string;
}

const known = new Map<string, WordAbout | null>();
/** References of a few libraries; drafts come and go. */
const MOST_KNOWN = 20_000;

/** The word that an expression or the name of a reference is, and nothing else; `null`: it is something else. */
export function wordAbout(expression: string): WordAbout | null {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const found = readWord(expression);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(expression, found);
  return found;
}

function readWord(expression: string): WordAbout | null {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return null;
  const syntax = parsed.value;
  const call = syntax.kind === 'path' ? syntax.of : syntax;
  const [of, ...more] = call.kind === 'call' ? call.args : [];
  const about = of && dottedName(of);
  if (call.kind !== 'call' || about === undefined || more.length > 0) return null;
  return { word: call.word, about, ...(syntax.kind === 'path' && { field: syntax.field }) };
}
