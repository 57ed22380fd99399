import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build says that a page takes: nothing of it is first heard of when something else has come. */
interface Preload {
  /** A regular expression over the path. */
  readonly address: string;
  /** Code, by language. */
  readonly files: Readonly<Record<'fr' | 'en', readonly string[]>>;
  /** Paths of the interface; `$1` is the first group of the address. */
  readonly answers?: readonly string[];
}

export interface Opened {
  readonly path: string;
  /** `/s/<key>`, or nothing for the default space. */
  readonly space: string;
  readonly language: 'fr' | 'en';
  /** Whether answers are asked for as well. */
  readonly asks: boolean;
}

/** The links of a page's head; none where the build says nothing of its path. */
export function preloads(webDir: string): (opened: Opened) => string {
  const file = join(webDir, 'preloads.json');
  if (!existsSync(file)) return () => '';
  const known = (JSON.parse(readFileSync(file, 'utf8')) as readonly Preload[]).map(
    ({ address, files, answers = [] }) => ({
      ...{ address: new RegExp(address), answers },
      links: { fr: linksTo(files.fr), en: linksTo(files.en) },
    }),
  );
  return ({ path, space, language, asks }) => {
    for (const { address, answers, links } of known) {
      const found = address.exec(path);
      if (!found) continue;
      return links[language] + (asks ? answers.map((it) => answerLink(it, space, found)).join('') : '');
    }
    return '';
  };
}

const linksTo = (files: readonly string[]): string =>
  files.map((file) => `<link rel="modulepreload" href="${file}">`).join('');

/** As the page asks for it: with the reader's cookie, by `fetch`. A group of an address stands in no quotes and no path of its own. */
const answerLink = (answer: string, space: string, found: RegExpExecArray): string => {
  const path = answer.replace(/\$(\d)/g, (_, group: string) =>
    encodeURIComponent(found[Number(group)] ?? ''),
  );
  return `<link rel="preload" as="fetch" href="/api${space}${path}" crossorigin>`;
};
