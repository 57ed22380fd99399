import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findLooseFields, templateUrlsIn, widgetsIn } from './find-loose-fields';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', 'apps/web/src', 'libs/ui/src'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .trim()
  .split('\n')
  .filter((it) => /\.(ts|html)$/.test(it) && !/\.spec\.ts$|\/testing\//.test(it));

const sources = files.filter((it) => it.endsWith('.ts')).map((file) => ({ file, text: read(file) }));
const ofWidgets = sources
  .map(({ file, text }) => ({ file, text, selectors: widgetsIn(file, text) }))
  .filter(({ selectors }) => selectors.length > 0);
const widgets = new Set(ofWidgets.flatMap(({ selectors }) => selectors));
/** What a widget draws is its own. */
const drawn = new Set(
  ofWidgets.flatMap(({ file, text }) => [
    file,
    ...templateUrlsIn(file, text).map((url) => join(dirname(file), url)),
  ]),
);

it('what somebody types stands on a form of Angular’s, without exception', () => {
  expect(files.length).toBeGreaterThan(500);
  for (const it of ['rp-text-field', 'rp-select-field', 'rp-date-field', 'rp-codes-field', 'rp-answer-line'])
    expect(widgets).toContain(it);
  const found = files
    .filter((file) => !drawn.has(file))
    .flatMap((file) => findLooseFields(file, read(file), widgets));
  expect(found.map(({ file, line, code }) => `${file}:${String(line)} ${code}`)).toEqual([]);
});

const inline = (template: string): string =>
  `@Component({ selector: 'app-x', template: \`${template}\` }) export class X {}`;
const loose = (file: string, text: string) => findLooseFields(file, text, new Set(['rp-text-field']));

it.each([
  ['a line', '<input [value]="name()" (input)="type($event)" />'],
  ['a line that nobody listens to', '<input id="a" #name />'],
  ['a box', '<textarea></textarea>'],
  ['a choice', '<select (change)="choose($event)"></select>'],
  [
    'a tick in a list',
    '<ul>@for (it of all; track it) {<li><label><input type="checkbox" /></label></li>}</ul>',
  ],
  ['one under a condition', '@if (a) {<p></p>} @else {<input />}'],
  ['one in a switch', '@switch (a) { @case (1) {<input />} }'],
  ['one of an empty list', '@for (it of all; track it) {<p></p>} @empty {<input />}'],
  ['one that comes later', '@defer {<p></p>} @placeholder {<input />}'],
  ['one in a template', '<ng-template><input /></ng-template>'],
  ['one in a slot', '<app-x><ng-content><input /></ng-content></app-x>'],
  ['one on a condition of old', '<input *ngIf="a" />'],
  ['a widget by hand', '<rp-text-field [(value)]="name" />'],
  ['a text that can be written in', '<p contenteditable="true"></p>'],
  ['a handler that reads the page', '<div (input)="name.set($any($event.target).value)"></div>'],
  [
    'a handler that reads it beside a form',
    '<input [formField]="form.name" (change)="take($event.target.value)" />',
  ],
])('%s is seen', (_what, template) => {
  expect(loose('a.html', `<p></p>\n${template}`)).toEqual([
    expect.objectContaining({ file: 'a.html', line: 2 }),
  ]);
  expect(loose('a.ts', inline(template))).toHaveLength(1);
});

it.each([
  [
    'code that takes an element for a control',
    'const type = (e: Event) => (e.target as HTMLInputElement).value;',
  ],
  ['code that asks whether it is one', 'const f = (e: Event) => e.target instanceof HTMLSelectElement;'],
])('%s is seen', (_what, code) => expect(loose('a.ts', code)).toHaveLength(1));

it.each([
  ['a field', '<rp-text-field label="A" [formField]="form.fields.name" />'],
  ['a control', '<input type="search" [formField]="form.name" />'],
  ['what is only read', '<input readonly [value]="link()" (focus)="select()" />'],
  ['what else there is', '<details (toggle)="isOpen.set(true)"><button (click)="go()"></button></details>'],
])('%s is left alone', (_what, template) => {
  expect(loose('a.html', template)).toEqual([]);
  expect(loose('a.ts', inline(template))).toEqual([]);
});

it('a template that is put together is refused, since nobody can read it', () => {
  expect(() => loose('a.ts', "@Component({ template: head + '<input />' }) class X {}")).toThrow(
    'put together',
  );
});

it('a widget is what has a value to write', () => {
  expect(
    widgetsIn('a.ts', "@Component({ selector: 'rp-x' }) class X { readonly value = model('') }"),
  ).toEqual(['rp-x']);
  expect(
    widgetsIn('a.ts', "@Component({ selector: 'rp-x' }) class X { readonly value = input('') }"),
  ).toEqual([]);
});
