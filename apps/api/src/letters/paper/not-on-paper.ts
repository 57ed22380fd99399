import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { WrittenPart } from '../entities/letter.entity';

/** About as many signs as a line of a letter has. */
const LINE = 85;
/** Words that are named of those that can't be printed; the part says where the others are. */
const MOST_NAMED = 5;

/**
 * By its words, or on paper: by how many lines, and which parts take most of them. What has to be shortened is theirs to say; nothing of
 * it leaves before.
 */
export function letterTooLong(parts: readonly WrittenPart[], over: number): Refusal {
  const [longest, second] = parts.toSorted((a, b) => linesOf(b.text) - linesOf(a.text));
  const named = [longest, second].flatMap((part) => part ?? []).filter((part) => linesOf(part.text) > 1);
  const said = (language: 'fr' | 'en', open: string, close: string): string =>
    named.map(({ title, text }) => `${open}${title[language]}${close} (${String(linesOf(text))})`).join(', ');
  const [line, lines] = over === 1 ? ['ligne', 'line'] : ['lignes', 'lines'];
  return refused(
    'letter-too-long',
    `Cette lettre dépasse deux pages d’environ ${String(over)} ${line}. Ses parties les plus longues, en lignes : ${said('fr', '« ', ' »')}. Gardez ce que son but demande ; ce qui doit suivre entier se joint comme document.`,
    `This letter is longer than two pages by about ${String(over)} ${lines}. Its longest parts, in lines: ${said('en', '“', '”')}. Keep what its purpose asks for; what must follow whole is enclosed as a document.`,
    longest && `parts.${longest.id}`,
  );
}

/** How many lines a text takes on paper, about. */
export const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);

/** The part with a word that no line has room for: on paper it would run over the edge. `null`: there is none. */
export function wordTooWide(parts: readonly WrittenPart[]): Refusal | null {
  const wide = ({ text }: WrittenPart): string | undefined =>
    text.split(/\s+/).find((word) => [...word].length > LINE);
  const part = parts.find(wide);
  if (!part) return null;
  const word = [...(wide(part) ?? '')].slice(0, 30).join('');
  return refused(
    'word-too-wide',
    `Dans « ${part.title.fr} », « ${word}… » est plus long qu’une ligne : mettez-y des espaces.`,
    `In “${part.title.en}”, “${word}…” is longer than a line: put blanks in it.`,
    `parts.${part.id}`,
  );
}

/** Nobody's words change on their way to paper: which can't be printed, where they stand, and what can be done instead. */
export function notDrawn(signs: readonly string[], parts: readonly WrittenPart[]): Refusal {
  const part = parts.find(({ text }) => signs.some((sign) => text.includes(sign)));
  if (!part)
    return refused(
      'not-printable',
      `Ces signes ne s’impriment pas : ${signs.join(' ')}. Écrivez-les autrement.`,
      `These signs can’t be printed: ${signs.join(' ')}. Write them in another way.`,
    );
  const words = part.text.split(/\s+/).filter((word) => signs.some((sign) => word.includes(sign)));
  const named = [...new Set(words)].slice(0, MOST_NAMED).map((word) => [...word].slice(0, 30).join(''));
  return refused(
    'not-printable',
    `Dans « ${part.title.fr} », ceci ne s’imprime pas : ${named.join(' ')}. Écrivez-le en lettres latines, comme il se prononce, et joignez l’original sur papier aux documents du dossier.`,
    `In “${part.title.en}”, this can’t be printed: ${named.join(' ')}. Write it in Latin letters, as it is spoken, and add the original on paper to the documents of the case.`,
    `parts.${part.id}`,
  );
}
