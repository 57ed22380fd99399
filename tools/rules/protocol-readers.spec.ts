import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Projects whose tests read what is shipped, and why: a changed line of a protocol is tested there, and nowhere else. */
const READERS: Readonly<Record<string, string>> = {
  api: 'the service ships them: the demo, what it publishes, cases at rest',
  bench: 'measures with the whole shipped set',
  cli: 'the command that practitioners run on that folder',
  e2e: 'journeys through the demo',
  protocols: 'their own worked examples, proofs, planted faults, bundles and schemas',
  rules: 'no id of theirs stands in the code',
  scenarios: 'told in them',
  tools: 'the renamed copy runs their examples',
};

/** `join(__dirname, '../../protocols')`, `join(ROOT, 'scenarios', name)`: a folder that is read. Schemas come from the code. */
const READS = /join\([^)\n]*'(?:\.\.\/)*(?:protocols|scenarios)(?:'|\/(?!schema))/;

it('what nx knows of who reads the protocols is that list', () => {
  const { targetDefaults } = JSON.parse(readFileSync(join(ROOT, 'nx.json'), 'utf8')) as {
    targetDefaults: {
      test: readonly { filter?: { projects: readonly string[] }; inputs: readonly unknown[] }[];
      e2e: { inputs: readonly unknown[] };
    };
  };
  const { test, e2e } = targetDefaults;
  const readers = [
    ...test
      .filter(({ inputs }) => inputs.includes('protocols'))
      .flatMap(({ filter }) => filter?.projects ?? ['all']),
    ...(e2e.inputs.includes('protocols') ? ['e2e'] : []),
    // Its own folder.
    'protocols',
  ];
  expect(readers.toSorted()).toEqual(Object.keys(READERS).toSorted());
});

it('tests of a library, and of pages, stand on made-up protocols', () => {
  const files = globSync('{libs/*,apps/web}/src/**/*.ts', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(1000);
  expect(files.filter((it) => READS.test(readFileSync(join(ROOT, it), 'utf8')))).toEqual([]);
});

it('sees a folder that is read, and neither schemas nor a namesake', () => {
  expect(READS.test("join(__dirname, '../../../../protocols')")).toBe(true);
  expect(READS.test("join(__dirname, '../../../../protocols/care')")).toBe(true);
  expect(READS.test("join(ROOT, 'scenarios', `${name}.yaml`)")).toBe(true);
  expect(READS.test("join(__dirname, '../../../../protocols/schema/a.json')")).toBe(false);
  expect(READS.test("import { it } from '../protocols/it'")).toBe(false);
});
