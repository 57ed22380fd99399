import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as access from '@repere/access';
import * as audit from '@repere/audit';
import * as cases from '@repere/cases';
import * as caseEngine from '@repere/case-engine';
import * as privacy from '@repere/privacy';
import * as protocol from '@repere/protocol';
import { en, fr } from './whole';

const root = join(__dirname, '..');
const sources = [join(root, 'app'), join(root, '../../../libs/ui/src')].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

function leaves(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)]],
  );
}

const french = new Map(leaves(fr));
const english = new Map(leaves(en));
const domains = Object.keys(fr).join('|');

/** Keys as they stand in the sources: whole ones, and the fixed beginnings of those put together. */
const quoted = new RegExp(`['"\`]((?:${domains})\\.[a-z][\\w.-]*?)(\\$\\{|['"\`])( \\+)?`, 'g');
const used = sources.flatMap((source) =>
  [...source.matchAll(quoted)].map(([, key = '', end, plus]) => ({
    key,
    isBeginning: end === '${' || plus !== undefined || key.endsWith('.'),
  })),
);

type Both = Readonly<Record<'fr' | 'en', string>>;
const isWords = (it: unknown): it is Both =>
  typeof it === 'object' && it !== null && 'fr' in it && typeof it.fr === 'string';

/** Lists of codes with their words that the libraries have, for pages and papers. */
const lists = [access, audit, cases, caseEngine, privacy, protocol].flatMap((library) =>
  Object.entries(library as Readonly<Record<string, unknown>>).flatMap(([name, list]) => {
    if (typeof list !== 'object' || list === null || Array.isArray(list)) return [];
    const entries = Object.entries(list);
    return entries.length > 2 && entries.every(([, its]) => isWords(its))
      ? [{ name, words: new Map(entries.map(([code, its]) => [code, (its as Both).fr.toLowerCase()])) }]
      : [];
  }),
);

/** Parts of a dictionary that say most of such a list again, as `place: NAME`. The widgets' own words are made of the lists. */
function saidAgain(words: object, place = ''): readonly string[] {
  const entries = Object.entries(words);
  const again = lists.filter(({ words: list }) => {
    const same = entries.filter(
      ([code, text]) => typeof text === 'string' && list.get(code) === text.toLowerCase(),
    );
    return same.length * 2 > list.size;
  });
  return [
    ...again.map(({ name }) => `${place}: ${name}`),
    ...entries.flatMap(([key, its]) =>
      typeof its === 'object' && its !== null ? saidAgain(its, place ? `${place}.${key}` : key) : [],
    ),
  ];
}

describe('the words on screen', () => {
  it('say no list again that a library has for pages and papers', () => {
    expect(lists.length).toBeGreaterThan(10);
    const { ui: _widgets, ...pages } = fr;
    expect(saidAgain(pages)).toEqual([]);
    const planted = {
      people: {
        relation: { mother: 'Mère', father: 'Père' },
        gender: { girl: 'Fille', boy: 'Garçon', other: 'Autre' },
      },
    };
    expect(saidAgain(planted)).toEqual(['people.gender: GENDER_WORDS']);
  });

  // JSON takes the last of two without a word.
  it('have each key once in their file', () => {
    const files = ['fr', 'en'].flatMap((code) =>
      readdirSync(join(__dirname, code))
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(join(__dirname, code, name), 'utf8')),
    );
    const written = (text: string): number => text.match(/[{,]\s*"[^"]+":/g)?.length ?? 0;
    const kept = (words: object): number =>
      Object.values(words).reduce(
        (sum: number, it) => sum + 1 + (typeof it === 'object' ? kept(it as object) : 0),
        0,
      );
    for (const text of files) expect(written(text)).toBe(kept(JSON.parse(text) as object));
    const planted = '{\n  "one": "A",\n  "one": "B"\n}\n';
    expect([written(planted), kept(JSON.parse(planted) as object)]).toEqual([2, 1]);
  });

  it('are the same in both languages, key by key', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it('fill in the same places in both languages', () => {
    const places = (text = '') => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const [key, text] of french) expect([key, places(english.get(key))]).toEqual([key, places(text)]);
  });

  it('exist for every key that a page uses', () => {
    expect(used.length).toBeGreaterThan(100);
    const missing = used.filter(({ key, isBeginning }) =>
      isBeginning
        ? ![...french.keys()].some((known) => known.startsWith(key))
        : !french.has(key) && !french.has(`${key}.other`),
    );
    expect(missing).toEqual([]);
  });

  // « aujourd’hui 18:00 », « vendredi 9:30 », « 12 mars »: nothing that asks for a date stands before it.
  it('say how an answer is written, for each kind that is written as a figure or in a form of its own', () => {
    const written = protocol.FACT_TYPE_NAMES.filter((name) =>
      ['figure', 'form'].includes(protocol.FACT_TYPES[name].writtenAs),
    );
    expect(Object.keys(fr.editing.try.form).toSorted()).toEqual(written.toSorted());
  });

  it('put no article before a moment, which may be today', () => {
    const before = /(\b(le|du|au|jusqu’au|on)) \{\{moment\}\}/i;
    expect([...french, ...english].filter(([, text]) => before.test(text))).toEqual([]);
  });

  it('are all used', () => {
    const idle = [...french.keys()].filter(
      (known) =>
        !used.some(({ key, isBeginning }) =>
          isBeginning ? known.startsWith(key) : known === key || known.startsWith(`${key}.`),
        ),
    );
    expect(idle).toEqual([]);
  });

  it('keep French signs with their word, so that no line begins with one', () => {
    expect([...french].filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
  });

  it('have apostrophes, not the straight sign of a typewriter', () => {
    const straight = [...french, ...english].filter(([, text]) => /[\p{L}]'|'[\p{L}]/u.test(text));
    expect(straight).toEqual([]);
  });

  it('never use words that blame the child', () => {
    const refused = /prostitu[ée]e? mineure?|michetonn|fugueu|loverboy|child prostitute|runaway|interrogat/i;
    expect([...french.values(), ...english.values()].filter((text) => refused.test(text))).toEqual([]);
  });
});
