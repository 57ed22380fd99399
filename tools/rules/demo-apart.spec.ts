import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const api = join(__dirname, '../../apps/api/src');
/** Also `import('…')` and `require('…')`: whatever a bundle would take along. Types leave nothing in it. */
const IMPORTED =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;'"]*?from\s+'(\.[^']+)'|(?:import|require)\(\s*'(\.[^']+)'\s*\)|(?:^|\n)import\s+'(\.[^']+)'/g;

/** Every file of the API that a program takes along, from its root. */
function filesOf(program: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const [, from, loaded, alone] of readFileSync(file, 'utf8').matchAll(IMPORTED))
      visit(`${resolve(dirname(file), from ?? loaded ?? alone ?? '')}.ts`);
  };
  visit(join(api, program));
  return [...found].map((file) => relative(api, file));
}

/** Programs of a server: the demo, development and tests bring what is theirs along. */
const APART = /^(demo|development)\/|(^|\/)testing\//;

it.each(['main.ts', 'migrate.ts', 'explore.ts', 'sandbox.ts'])(
  '%s has nothing of the demo in it',
  (program) => {
    const files = filesOf(program);
    expect(files.filter((file) => APART.test(file))).toEqual([]);
    const words = files.filter((file) =>
      /DemoMail(box|s)|repere-demo/.test(readFileSync(join(api, file), 'utf8')),
    );
    expect(words).toEqual([]);
  },
);

it('is found where it is: main.ts takes the application along, the demo its mailbox', () => {
  expect(filesOf('main.ts').length).toBeGreaterThan(500);
  expect(filesOf('demo/serve-demo.ts')).toEqual(
    expect.arrayContaining(['demo/mails/demo-mailbox.ts', 'demo/mails/demo-mails.controller.ts']),
  );
});
