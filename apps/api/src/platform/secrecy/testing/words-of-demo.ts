import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_ACCOUNTS, DEMO_TEAMS } from '../../../demo/demo-accounts';
import { demoChildren } from '../../../demo/cases/demo-children';
import { SHIPPED_PROTOCOLS } from '../../../testing/protocol-folders';

const SHORTEST_NAME = 5;
const SHORTEST_WORD = 6;
const BEGINNING = 20;

/** What the demo says of its children that is said nowhere else: names, phones, places, words of free text. */
export interface DemoWords {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly words: readonly string[];
  /** How each text begins. */
  readonly beginnings: readonly string[];
}

/** Without words that protocols, teams or staff have too: those are in clear by purpose. */
export function wordsOfDemo(): DemoWords {
  const children = demoChildren(
    (daysAgo) => `2025-01-${String(1 + (Math.abs(daysAgo) % 28)).padStart(2, '0')}`,
  );
  const inClear = [
    ...filesOf(SHIPPED_PROTOCOLS),
    ...DEMO_TEAMS.map(({ name }) => name),
    ...DEMO_ACCOUNTS.map(({ name }) => name),
  ]
    .join(' ')
    .toLowerCase();
  // Also no part of such a word: it would be found there.
  const isOurs = (words: string): boolean => !inClear.includes(words.toLowerCase());
  const names = children
    .flatMap(({ child }) => [
      child.calledName,
      child.givenNames,
      child.familyName,
      ...(child.alsoKnownAs ?? []),
    ])
    .flatMap((name) => wordsIn(name ?? ''))
    .filter((word) => word.length >= SHORTEST_NAME && isOurs(word));
  const texts = leavesOf(children).filter((text) => text.includes(' '));
  const beginnings = texts.filter(({ length }) => length >= BEGINNING).map((it) => it.slice(0, BEGINNING));
  const phones = children.flatMap(({ child }) => child.phones ?? []);
  return {
    names: [...new Set(names)],
    phones: [...new Set(phones.flatMap((phone) => [phone, phone.replace(/\D/g, '').slice(-9)]))],
    words: [
      ...new Set(texts.flatMap(wordsIn).filter((word) => word.length >= SHORTEST_WORD && isOurs(word))),
    ],
    beginnings: [...new Set(beginnings.filter(isOurs))],
  };
}

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'));

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
