import { text, type Text } from '@repere/feel';
import { checkStructure } from '../yaml/check-structure';
import type { Problem } from '../documents/document';
import { readStamps, stateOf, type StampState } from './stamp';
import { type Path, readYaml, type YamlSource } from '../yaml/yaml-source';
import type { TextYaml } from '../yaml/yaml-shapes';

/** A French text with its English, and whether they are known to belong together. */
export interface Translated {
  /** Way to the text: `steps.danger.title`. */
  readonly key: string;
  /** The same, key by key. */
  readonly path: Path;
  readonly fr: string;
  /** Empty while it is missing. */
  readonly en: string;
  readonly state: StampState | 'missing';
  readonly stamp?: string;
}

/** Joins French texts with the English file beside them, and says what is missing, stale or left over. */
export interface Translation {
  /** The text in both languages. `where` is its place in the French file; `key` its place in the English one. */
  text(words: TextYaml, where: Path, key: Path): Text;
  /** Pairs of both files, for stamping. */
  readonly pairs: readonly Translated[];
  problems(): readonly Problem[];
}

/** Without an English text (`text` undefined) every plain French string is missing its translation. */
export function readTranslation(
  french: YamlSource,
  english: { file: string; text?: string },
  of: string,
): Translation {
  const source = readYaml(english.text ?? `of: ${of}`, english.file);
  const faults = [
    ...source.problems,
    ...(source.problems.length === 0 ? checkStructure(source, 'english') : []),
  ];
  const tree = faults.length === 0 ? (source.value as Tree) : { of };
  const stamps = readStamps(tree['stamps']);
  const used = new Set<string>();
  const pairs: Translated[] = [];
  const found: Problem[] = [...faults];
  let untranslated = 0;

  if (tree['of'] !== of && faults.length === 0) {
    found.push({
      file: source.file,
      ...source.at(['of']),
      code: 'other-version-translated',
      message: text(
        `Ce fichier traduit \`${String(tree['of'])}\`, pas \`${of}\`.`,
        `This file translates \`${String(tree['of'])}\`, not \`${of}\`.`,
      ),
      remedy: text(
        `Écrivez \`of: ${of}\` une fois que les mots sont ceux de cette version.`,
        `Write \`of: ${of}\` once the words are those of this version.`,
      ),
      severity: 'error',
    });
  }

  return {
    pairs,
    text(words, where, key) {
      if (typeof words !== 'string') return words;
      const spot = findWords(tree, key);
      const name = key.join('.');
      if (spot === undefined) {
        untranslated++;
        if (faults.length === 0) pairs.push({ key: name, path: key, fr: words, en: '', state: 'missing' });
        if (faults.length === 0 && english.text !== undefined)
          found.push(missing(french, where, words, name, english.file));
        return { fr: words, en: words };
      }
      used.add(spot.path.join('.'));
      const state = stateOf(stamps.get(name), words, spot.words);
      pairs.push({ key: name, path: key, fr: words, en: spot.words, state, stamp: stamps.get(name) });
      if (state !== 'matched') found.push(unmatched(source, spot.path, name, words, state));
      return { fr: words, en: spot.words };
    },
    problems() {
      const leftOver = wordsOf(tree)
        .filter((path) => !used.has(path.join('.')) && path[0] !== 'of' && path[0] !== 'stamps')
        .map((path): Problem => ({
          file: source.file,
          ...source.at(path),
          code: 'unused-translation',
          message: text(
            `\`${path.join('.')}\` ne traduit rien : le fichier français n’a pas ce texte.`,
            `\`${path.join('.')}\` translates nothing: the French file has no such text.`,
          ),
          remedy: text('Corrigez la clé, ou retirez les mots.', 'Correct the key, or leave the words out.'),
          severity: 'error',
        }));
      const nothing =
        english.text === undefined && untranslated > 0 ? [noEnglish(english.file, untranslated)] : [];
      return [...found, ...nothing, ...(faults.length === 0 ? leftOver : [])];
    },
  };
}

type Tree = Readonly<Record<string, unknown>>;

/** Words at a key; bare words of a thing stand for its title (of an item: its label). */
export function findWords(
  tree: Tree,
  key: Path,
): { readonly words: string; readonly path: Path } | undefined {
  let node: unknown = tree;
  for (const [depth, step] of key.entries()) {
    const isLast = depth === key.length - 1;
    if (typeof node === 'string') {
      return isLast && (step === 'title' || step === 'label')
        ? { words: node, path: key.slice(0, depth) }
        : undefined;
    }
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Readonly<Record<string | number, unknown>>)[step];
  }
  return typeof node === 'string' ? { words: node, path: key } : undefined;
}

function wordsOf(node: unknown, path: Path = []): Path[] {
  if (typeof node === 'string') return [path];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    wordsOf(value, [...path, Array.isArray(node) ? Number(key) : key]),
  );
}

function noEnglish(file: string, texts: number): Problem {
  const message = text(
    `${texts} textes n’ont pas d’anglais : ce fichier n’existe pas.`,
    `${texts} texts have no English: this file isn’t there.`,
  );
  const remedy = text(
    'Écrivez-le ; docs/protocol-language.md montre comment.',
    'Write it; docs/protocol-language.md shows how.',
  );
  return { file, line: 1, column: 1, code: 'missing-translation', message, remedy, severity: 'error' };
}

function missing(french: YamlSource, where: Path, words: string, name: string, file: string): Problem {
  return {
    file: french.file,
    ...french.at(where),
    code: 'missing-translation',
    message: text(
      `« ${words.length > 50 ? `${words.slice(0, 49)}…` : words} » n’a pas d’anglais.`,
      `« ${words.length > 50 ? `${words.slice(0, 49)}…` : words} » has no English.`,
    ),
    remedy: text(`Ajoutez \`${name}\` à ${file}.`, `Add \`${name}\` to ${file}.`),
    severity: 'error',
  };
}

function unmatched(
  source: YamlSource,
  path: Path,
  name: string,
  fr: string,
  state: 'stale' | 'unstamped',
): Problem {
  const isStale = state === 'stale';
  return {
    file: source.file,
    ...source.at(path),
    code: isStale ? 'stale-translation' : 'unstamped-translation',
    message: isStale
      ? text(
          `Le français de \`${name}\` a changé depuis : « ${fr} ».`,
          `The French of \`${name}\` has changed since: « ${fr} ».`,
        )
      : text(
          `\`${name}\` n’est pas tamponné : personne n’a dit qu’il traduit « ${fr} ».`,
          `\`${name}\` isn’t stamped: nobody said that it translates « ${fr} ».`,
        ),
    remedy: isStale
      ? text(
          `Corrigez l’anglais, puis \`repere protocol stamp\` ; s’il est encore juste, \`repere protocol stamp --still-right ${name}\`.`,
          `Correct the English, or say that it is still right: “English to review”, or \`repere protocol stamp --still-right ${name}\`.`,
        )
      : text(
          'Relisez-le, puis dites qu’il est juste : « Anglais à revoir », ou `repere protocol stamp`.',
          'Read it again, then say that it is right: “English to review”, or `repere protocol stamp`.',
        ),
    severity: 'error',
  };
}
