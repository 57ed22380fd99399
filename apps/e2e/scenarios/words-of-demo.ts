import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { About, CaseFile, CaseFilePage, CaseFileSummary, TimelinePage } from '@repere/contract';
import type { ApiClient } from '../api-client';

const ROOT = join(__dirname, '../../..');
/** What the product says to everybody. */
const IN_CLEAR = ['protocols', 'apps/web/src/words', 'docs'].map((folder) => join(ROOT, folder));
const SHORTEST = 6;

export interface DemoCase {
  readonly id: string;
  /** Names of the child, as far as nothing else is called so. */
  readonly names: readonly string[];
}

export interface WordsOfDemo {
  readonly cases: readonly DemoCase[];
  /** Names, phones and words of free text, as the demo alone has them. */
  readonly words: readonly string[];
}

/** What is said of the demo's children and of nothing else, read as those who may read it. */
export async function wordsOfDemo(
  api: (login: string) => Promise<ApiClient>,
  { demoAccounts }: About,
): Promise<WordsOfDemo> {
  const ours = [...IN_CLEAR.flatMap(textsIn), ...demoAccounts.flatMap(({ name, team }) => [name, team])]
    .join(' ')
    .toLowerCase();
  const isSecret = (word: string): boolean => word.length >= SHORTEST && !ours.includes(word.toLowerCase());
  const cases: DemoCase[] = [];
  const words = new Set<string>();
  for (const login of ['sacha', 'sofia']) {
    const client = await api(login);
    for (const { id } of await openCases(client)) {
      const { child } = await client.readCaseFile(id);
      const names = namesOf(child).flatMap(wordsIn).filter(isSecret);
      cases.push({ id, names });
      const told = await client.sendRequest<TimelinePage>('GET', `/case-files/${id}/journal`);
      const notes = told.body.items.flatMap(({ note }) => wordsIn(note ?? '')).filter(isSecret);
      for (const word of [...names, ...phonesOf(child), ...notes]) words.add(word);
    }
  }
  return { cases, words: [...words] };
}

const openCases = async (client: ApiClient): Promise<readonly CaseFileSummary[]> =>
  (await client.sendRequest<CaseFilePage>('POST', '/case-files/search', { limit: 50 })).body.items;

const namesOf = (child: CaseFile['child']): readonly string[] =>
  'redacted' in child
    ? []
    : [child.calledName, child.givenNames, child.familyName, ...(child.alsoKnownAs ?? [])].filter(
        (name) => name !== undefined,
      );

const phonesOf = (child: CaseFile['child']): readonly string[] =>
  'redacted' in child || !Array.isArray(child.phones)
    ? []
    : child.phones.flatMap((phone) => [phone, phone.replaceAll(/\D/g, '')]);

/** None of a text with markup: another journey wrote it, and asks for addresses of the same. */
const wordsIn = (text: string): readonly string[] =>
  text.includes('<') ? [] : (text.match(/\p{L}+/gu) ?? []);

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'));
