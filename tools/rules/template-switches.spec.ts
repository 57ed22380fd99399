import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const files = execFileSync('git', ['ls-files', '--', 'apps/web/src', 'libs/ui/src'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((it) => /\.(ts|html)$/.test(it) && !it.endsWith('.spec.ts'));

/** How many switches of a template don't name every case: `@default never` has the compiler find the one that is missing. */
function openSwitches(text: string): number {
  const switches = text.match(/@switch \(/g)?.length ?? 0;
  const closed = text.match(/@default never;/g)?.length ?? 0;
  return switches - closed;
}

it('a switch of a template names every case, or does not compile', () => {
  const found = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  expect(found.filter(({ text }) => text.includes('@switch (')).length).toBeGreaterThan(4);
  expect(found.filter(({ text }) => openSwitches(text) !== 0).map(({ file }) => file)).toEqual([]);
});

it.each([
  ['without a default', "@switch (a) {@case ('b') {<p></p>}}"],
  ['with one that guesses', "@switch (a) {@case ('b') {<p></p>} @default {<b></b>}}"],
])('one %s is seen', (_what, template) => expect(openSwitches(template)).toBe(1));
