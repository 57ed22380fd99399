import { checkCodes } from '../check/words/check-basis';
import { checkWords } from '../check/words/check-wording';
import type { CheckFinding } from '../check/checking';
import type { SharedDocument } from '../documents/document';
import type { Sources } from '../load/load-sources';
import type { Path } from '../yaml/yaml-source';
import { text, type Text } from '@repere/feel';
import type { LineYaml, RightsSheetYaml } from './rights-sheet-yaml';

/** What a sheet is checked against. */
export interface Grounds {
  readonly shared: Pick<SharedDocument, 'refusedWords'>;
  readonly sources: Sources;
}

/** One idea fits in as many characters. */
const LONGEST_LINE = 110;

/** Words that name the child by what was done to them. A page for a child says what happens. */
const NOT_TO_A_CHILD: Readonly<Record<keyof Text, RegExp>> = {
  fr: /victime|prostitu|prox[ée]n|exploit|\bclient|mineur[·.]?e?s?\b/i,
  en: /victim|prostitut|pimp|exploit|\bclient|\bminors?\b/i,
};

/** What a voice stumbles over. */
const NOT_ALOUD = /[·()/[\]*_|]/;

/** What is wrong with the sheet beyond its form: grounds that are none, words not said to a child, more than one breath. */
export function* checkRightsSheet(sheet: RightsSheetYaml, grounds: Grounds): Iterable<CheckFinding> {
  yield* checkSaid(sheet.title, ['title'], grounds);
  for (const [part, { title, lines }] of sheet.parts.entries()) {
    yield* checkSaid(title, ['parts', part, 'title'], grounds);
    for (const [place, line] of lines.entries())
      yield* checkLine(line, ['parts', part, 'lines', place], grounds);
  }
  yield* checkSaid(sheet.calls.title, ['calls', 'title'], grounds);
  for (const [place, line] of sheet.calls.before.entries())
    yield* checkLine(line, ['calls', 'before', place], grounds);
  for (const [place, line] of sheet.calls.numbers.entries())
    yield* checkLine(line, ['calls', 'numbers', place], grounds);
}

function* checkLine({ fr, en, basis }: LineYaml, at: Path, grounds: Grounds): Iterable<CheckFinding> {
  yield* checkSaid({ fr, en }, at, grounds);
  yield* checkCodes(grounds, basis, [...at, 'basis']);
  const unverified = basis.filter((code) => grounds.sources[code]?.confidence === 'U');
  if (unverified.length > 0)
    yield {
      code: 'unverified-ground',
      at: [...at, 'basis'],
      message: text(
        `${unverified.join(', ')} n’est pas vérifié : on ne le dit pas à un enfant.`,
        `${unverified.join(', ')} is unverified: it isn’t told to a child.`,
      ),
      remedy: text(
        'Retirez la ligne, ou citez un texte qui a été lu (A, B ou C).',
        'Leave the line out, or cite a fact whose wording was read (A, B or C).',
      ),
    };
}

function* checkSaid(words: Text, at: Path, { shared }: Grounds): Iterable<CheckFinding> {
  yield* checkWords(words, at, shared);
  for (const language of ['fr', 'en'] as const) {
    const said = words[language];
    const named = NOT_TO_A_CHILD[language].exec(said)?.[0];
    if (named !== undefined)
      yield {
        code: 'not-to-a-child',
        at,
        message: text(`« ${named} » ne se dit pas à un enfant.`, `« ${named} » isn’t said to a child.`),
        remedy: text(
          'Dites ce qui arrive : « ce qui t’arrive », « des adultes qui profitent de toi ».',
          'Say what happens: “what is happening to you”, “adults who take advantage of you”.',
        ),
      };
    if (NOT_ALOUD.test(said) || said.length > LONGEST_LINE)
      yield {
        code: 'not-aloud',
        at,
        message: text(
          `« ${said} » ne se lit pas à voix haute d’un souffle.`,
          `“${said}” can’t be read aloud in one breath.`,
        ),
        remedy: text(
          `Une idée par ligne, ${String(LONGEST_LINE)} signes au plus, sans parenthèse ni point médian.`,
          `One idea a line, ${String(LONGEST_LINE)} characters at most, without brackets or middle dots.`,
        ),
      };
  }
}
