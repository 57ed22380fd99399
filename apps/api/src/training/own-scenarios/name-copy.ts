import type { Words } from '@repere/cases';
import { exchangeValue } from '@repere/protocol';

/** What a scenario is called: its name, and its title where its text can be read. */
export interface ScenarioNames {
  readonly name: string | null;
  readonly title: Words | null;
}

/** Room for `-copy-20` in the 64 characters of a name. */
const LONGEST_STEM = 55;

/**
 * The text of a copy, which tells itself apart from what it was made from: `…-at-14-copy`, « … (copie) », then `…-copy-2`,
 * « … (copie 2) », the first that nobody has. As it is where its text can't be written into.
 */
export function nameCopy(
  yaml: string,
  { name, title }: ScenarioNames,
  taken: readonly ScenarioNames[],
): string {
  if (name === null) return yaml;
  const stem = name.replace(/-copy(-\d+)?$/, '').slice(0, LONGEST_STEM);
  const titles = { fr: plainOf(title?.fr), en: plainOf(title?.en) };
  for (let n = 1; ; n++) {
    const named = { name: n === 1 ? `${stem}-copy` : `${stem}-copy-${String(n)}`, title: copied(titles, n) };
    if (taken.some((it) => it.name === named.name || it.title?.fr === named.title.fr)) continue;
    const renamed = exchangeValue(yaml, ['scenario'], named.name) ?? yaml;
    if (!title) return renamed;
    return (['fr', 'en'] as const).reduce(
      (text, language) => exchangeValue(text, ['title', language], named.title[language]) ?? text,
      renamed,
    );
  }
}

const plainOf = (title = ''): string => title.replace(/ \((copie|copy)( \d+)?\)$/, '');

function copied({ fr, en }: Words, n: number): Words {
  const number = n === 1 ? '' : ` ${String(n)}`;
  return { fr: `${fr} (copie${number})`, en: `${en} (copy${number})` };
}
