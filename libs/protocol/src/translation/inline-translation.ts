import { text } from '@repere/feel';
import type { Problem } from '../documents/document';
import type { Translation } from './translation';
import type { YamlSource } from '../yaml/yaml-source';

/** For files without an English file beside them: every text is written as `{fr: …, en: …}`. */
export function inlineTranslation(source: YamlSource): Translation {
  const found: Problem[] = [];
  return {
    pairs: [],
    text(words, where) {
      if (typeof words !== 'string') return words;
      found.push({
        file: source.file,
        ...source.at(where),
        code: 'missing-translation',
        message: text(`« ${words} » n’a pas d’anglais.`, `« ${words} » has no English.`),
        remedy: text('Écrivez les deux ici : `{fr: …, en: …}`.', 'Write both here: `{fr: …, en: …}`.'),
        severity: 'error',
      });
      return { fr: words, en: words };
    },
    problems: () => found,
  };
}
