import { text } from '@repere/feel';
import type { CheckFinding } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Path } from '../yaml/yaml-source';
import type { LetterPart, LetterTemplate } from './letter-template';

/** What people write where they think that a name is filled in: `{name}`, `{{name}}`, `${name}`, `<name>`, `[name]`, `%s`. */
const PLACEHOLDER = /\$?\{+([^{}]*)\}*|\}+|<([^<>]*)>|\[([^[\]]*)\]|%\w\b/;

/** A place in a letter that would stay empty, or say what nobody meant. */
export function* checkPart(
  part: Pick<LetterPart, 'from' | 'title'> &
    Partial<Pick<LetterPart, 'classes' | 'asks' | 'ifKnown' | 'text'>>,
  at: Path,
  facts: readonly string[],
  language: LetterTemplate['language'],
): Iterable<CheckFinding> {
  const { from, title, classes = [], text: said = '' } = part;
  const asks = [...(part.asks ?? []), ...(part.ifKnown ?? [])];
  yield* checkPrintedText(title[language], [...at, 'title', language], facts);
  yield* checkPrintedText(said, [...at, 'text'], facts);
  switch (from) {
    case 'child':
      if (classes.length === 0) yield nothingProposed([...at, 'from'], from, 'classes');
      return;
    case 'acts':
    case 'said':
      if (asks.length > 0)
        yield {
          code: 'asks-unshown',
          at: [...at, 'asks'],
          message: text(
            `Une partie « from: ${from} » ne montre aucun fait demandé : ${asks.join(', ')} n’y serait pas.`,
            `A part “from: ${from}” shows no fact that is asked for: ${asks.join(', ')} would not stand there.`,
          ),
          remedy: text('Demandez-le dans une partie « from: facts ».', 'Ask for it in a part “from: facts”.'),
        };
      if (from !== 'said' && classes.length === 0) yield nothingProposed([...at, 'from'], from, 'classes');
      return;
    case 'journey':
    case 'facts':
      if (asks.length === 0) yield nothingProposed([...at, 'from'], from, 'asks');
      if (from === 'journey' && classes.length === 0) yield nothingProposed([...at, 'from'], from, 'classes');
      return;
    case 'milestones':
    case 'request':
    case 'view':
    case 'told':
    case 'words':
      return;
  }
}

/** A letter's text is printed as it is written: nothing in it is filled in. */
export function* checkPrintedText(
  printed: string,
  at: Path,
  facts: readonly string[],
): Iterable<CheckFinding> {
  const found = PLACEHOLDER.exec(printed);
  if (!found) return;
  const [placeholder, ...names] = found;
  const name = names.find((it) => it !== undefined)?.trim() ?? '';
  const { fr, en } = proposeName(name, facts, text('', ''));
  yield {
    code: 'unknown-field',
    at,
    message: text(
      `\`${placeholder}\` n’est rempli par rien : la lettre partirait avec ces signes.`,
      `\`${placeholder}\` is filled in by nothing: the letter would leave with these signs.`,
    ),
    remedy: text(
      `Demandez le fait dans \`asks\` d’une partie « from: facts ». ${fr}`.trim(),
      `Ask for the fact in \`asks\` of a part “from: facts”. ${en}`.trim(),
    ),
  };
}

/** A part that would stay empty without what `key` says. */
export const nothingProposed = (
  at: Path,
  from: LetterPart['from'],
  key: 'classes' | 'asks' | 'milestones' | 'ofReferral',
): CheckFinding => ({
  code: 'proposes-nothing',
  at,
  message: text(
    `Une partie « from: ${from} » sans \`${key}\` reste vide.`,
    `A part “from: ${from}” without \`${key}\` stays empty.`,
  ),
  remedy: text(`Nommez \`${key}\`, ou écrivez « from: words ».`, `Name \`${key}\`, or write “from: words”.`),
});
