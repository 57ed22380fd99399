import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build says that a page takes, by language: a file that names another is not waited for. */
interface Preload {
  /** A regular expression over the path. */
  readonly address: string;
  readonly files: Readonly<Record<'fr' | 'en', readonly string[]>>;
}

/** The links of a page's head by its path and the reader's language; none where the build says nothing of it. */
export function preloads(webDir: string): (path: string, language: 'fr' | 'en') => string {
  const file = join(webDir, 'preloads.json');
  if (!existsSync(file)) return () => '';
  const known = (JSON.parse(readFileSync(file, 'utf8')) as readonly Preload[]).map(({ address, files }) => ({
    address: new RegExp(address),
    links: { fr: linksTo(files.fr), en: linksTo(files.en) },
  }));
  return (path, language) => known.find(({ address }) => address.test(path))?.links[language] ?? '';
}

const linksTo = (files: readonly string[]): string =>
  files.map((file) => `<link rel="modulepreload" href="${file}">`).join('');
