import { stampOf } from './stamp';
import type { Translated } from './translation';

/** An English file with its stamps renewed, and the texts whose English is still to be corrected. */
export interface Stamped {
  readonly text: string;
  readonly stale: readonly Translated[];
}

/**
 * Rewrites `stamps:` at the end of an English file and leaves every other character as it is. A stale text keeps its old
 * stamp, and so stays stale, unless its key is in `stillRight`.
 */
export function stampTranslation(
  enText: string,
  translations: readonly Translated[],
  stillRight: ReadonlySet<string> = new Set(),
): Stamped {
  const stays = (pair: Translated) => pair.state === 'stale' && !stillRight.has(pair.key);
  const lines = translations.filter(isThere).map((pair) => {
    const stamp = stays(pair) && pair.stamp !== undefined ? pair.stamp : stampOf(pair.fr, pair.en);
    return `  ${pair.key}: ${stamp}\n`;
  });
  const body = enText.replace(/^stamps:[^\n]*\n?(?:[ \t][^\n]*\n?|\n)*/m, '').trimEnd();
  return {
    text: lines.length === 0 ? `${body}\n` : `${body}\nstamps:\n${lines.join('')}`,
    stale: translations.filter(stays),
  };
}

const isThere = ({ state }: Translated): boolean => state !== 'missing';
