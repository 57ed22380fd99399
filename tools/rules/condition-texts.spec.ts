import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTextSearches } from './find-text-searches';

const root = join(__dirname, '../..');
const git = (...paths: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '--', ...paths], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((it) => !/\.(spec|arbitrary|volume|gen)\.ts$|\/testing\//.test(it));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Properties of documents that hold a condition, as their types say. */
const keys = new Set(
  git('libs/protocol/src/documents/*.ts').flatMap((file) =>
    [...read(file).matchAll(/readonly (\w+)\??: ExpressionText\b/g)].map(([, key = '']) => key),
  ),
);
/** What reads conditions from their letters: the language itself. */
const files = git('apps/*/src/*.ts', 'libs/*/src/*.ts').filter((it) => !it.startsWith('libs/feel/'));

it('what a condition speaks of comes from the parser: no source searches its text', () => {
  for (const key of ['when', 'unless', 'ready', 'that', 'relevant']) expect(keys).toContain(key);
  const found = files.flatMap((file) => findTextSearches(file, read(file), keys));
  expect(found.map(({ file, line, code }) => `${file}:${String(line)} ${code}`)).toEqual([]);
});

it.each([
  ['a pattern', 'const asked = /\\bfamily\\b/.test(step.when);'],
  ['a constant', 'const asked = NAMES.exec(outcome.when ?? "");'],
  ['words', 'const names = step.ready?.match(/\\w+/g);'],
  ['pieces', 'const parts = definition.unless.split(" and ");'],
  ['an exchange', 'const other = fact.relevant.replaceAll(name, renamed);'],
  ['a property taken out', 'const f = ({ when }: Step) => when.includes("danger");'],
  ['another name', 'const text = step.when; const names = text.match(/[a-z_]+/g);'],
  ['a parameter', 'const f = (text: ExpressionText) => text.split(/\\W+/);'],
  ['a pattern that is made', 'const asked = new RegExp(name).test(step.that);'],
])('%s is seen', (_what, code) => expect(findTextSearches('a.ts', code, keys)).toHaveLength(1));

it.each([
  ['the parser', 'const { references } = parseExpression(step.when);'],
  ['a condition that is compiled', 'const holds = compiled.when.test(fold);'],
  ['a time', 'const f = (when: string) => TIME.exec(when);'],
  ['a title', 'const found = /pas/.test(step.title.fr);'],
])('%s is left alone', (_what, code) => expect(findTextSearches('a.ts', code, keys)).toEqual([]));
