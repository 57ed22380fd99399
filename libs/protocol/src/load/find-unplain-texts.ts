import { text } from '@repere/feel';
import type { Problem } from '../documents/document';
import { isOfPlainCharacters } from '../yaml/plain-characters';
import type { Path, YamlSource } from '../yaml/yaml-source';

/** More help nobody: a file that hides one has a few. */
const MOST = 20;

/** Texts and names that hold what nobody sees or writes: in quotes, YAML makes it of escapes, `"\u202e"`. */
export function findUnplainTexts(source: YamlSource): readonly Problem[] {
  const problems: Problem[] = [];
  const look = (value: unknown, path: Path): void => {
    if (problems.length >= MOST) return;
    if (typeof value === 'string' && !isOfPlainCharacters(value)) problems.push(unplain(source, path));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (!isOfPlainCharacters(key)) problems.push(unplain(source, path));
      else look(inner, at);
    }
  };
  look(source.value, []);
  return problems;
}

function unplain(source: YamlSource, path: Path): Problem {
  const name = path.join('.');
  return {
    ...{ file: source.file, ...source.at(path), code: 'unplain-text', severity: 'error' },
    message: text(
      `\`${name}\` contient un caractère qui ne se voit pas : de commande, de sens d’écriture, ou la moitié d’un autre.`,
      `\`${name}\` holds a character that nobody sees: of control, of the direction of writing, or half of another.`,
    ),
    remedy: text(
      'Retirez-le ; entre guillemets, il s’écrit `\\0`, `\\e`, `\\u202e`…',
      'Leave it out; in quotes it is written `\\0`, `\\e`, `\\u202e`…',
    ),
  };
}
