import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACT_TYPE_NAMES } from '@repere/protocol';
import { findNamedKinds } from './find-fact-type-names';

const root = join(__dirname, '../..');
const names = new Set<string>(FACT_TYPE_NAMES);
/** The kinds themselves; tests and what they stand on; what is printed. */
const ELSEWHERE = /^libs\/protocol\/src\/fact-types\/|\.(spec|arbitrary|volume|gen)\.ts$|\/testing\//;
const files = execFileSync('git', ['ls-files', '--', 'apps/*/src/*.ts', 'libs/*/src/*.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((it) => !ELSEWHERE.test(it));

it('what differs from a kind of answer to the other is a property of it: no source asks for a kind by its name', () => {
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((file) => findNamedKinds(file, readFileSync(join(root, file), 'utf8'), names));
  expect(found.map(({ file, line, code }) => `${file}:${String(line)} ${code}`)).toEqual([]);
});

it.each([
  ['a comparison', "if (fact.type === 'list') skip();"],
  ['one the other way round', "if ('date' !== fact?.type) skip();"],
  ['a switch', "switch (field.type) { case 'months': break; }"],
  ['a property taken out', "const f = ({ type }: Fact) => type === 'yes-no';"],
  ['another name', "const kind = fact.type; if (kind === 'text') mask();"],
  ['another name of a property', "const { type: kind } = fact; if (kind === 'checklist') mask();"],
  ['one of several', "if (['list', 'checklist'].includes(fact.type)) skip();"],
  ['one of a constant', "const SHEETS = new Set(['checklist']); if (SHEETS.has(fact.type)) skip();"],
  ['a cast', "if ((fact.type as string) === 'choice') skip();"],
  ['a table with gaps', 'const words: Partial<Record<FactTypeName, string>> = {};'],
])('%s is seen', (_what, code) => expect(findNamedKinds('a.ts', code, names)).toHaveLength(1));

it.each([
  ['a type of FEEL', "if (of.type.kind === 'date') cut();"],
  ['a property of the kind', 'if (FACT_TYPES[fact.type].isMoment) start();'],
  ['a whole table', 'const TRIED: Record<FactTypeName, string> = {} as never;'],
  ['another word', "if (entry.type === 'public') keep();"],
])('%s is left alone', (_what, code) => expect(findNamedKinds('a.ts', code, names)).toEqual([]));
