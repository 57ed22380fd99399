import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The whole of it, suites of API, engine and pages on the copy, is one command of CONTRIBUTING; here its shortest part. */
describe('a copy of the repository in which everything shipped is called otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'repere-renamed-'));
  const copy = join(folder, 'copy');
  const shipped = readdirSync(join(ROOT, 'protocols')).filter((name) =>
    existsSync(join(ROOT, 'protocols', name, '1.0.0')),
  );
  let printed = '';
  beforeAll(() => {
    printed = execFileSync(
      process.execPath,
      [
        join(__dirname, 'rename-tree.mjs'),
        copy,
        '--test',
        'protocols',
        'protocols.spec',
        '--test',
        'scenarios',
      ],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('passes its worked examples and its scenarios', () => {
    // Jest exits otherwise with another code than 0, and the command with it.
    expect(printed).toMatch(/^\d{4} names/);
  });

  it('has no protocol of before, in its folder or in a scenario', () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect(shipped.filter((name) => existsSync(join(copy, 'protocols', name, '1.0.0')))).toEqual([]);
    const scenarios = readdirSync(join(copy, 'scenarios')).filter((it) => it.endsWith('.yaml'));
    const named = scenarios.map(
      (it) => /^protocol: (.*)$/m.exec(readFileSync(join(copy, 'scenarios', it), 'utf8'))?.[1],
    );
    expect(named.filter((name) => name === undefined || shipped.includes(name))).toEqual([]);
  });

  it('tells a name from the word of the code that is called so, by where it stands', () => {
    const acts = readFileSync(join(copy, 'apps/api/src/demo/cases/demo-alone.ts'), 'utf8');
    // Who did something has a role, and a row may have a field that is called so.
    expect(acts).toContain("INTERPRETER = { role: 'INT'");
    expect(acts).toMatch(/written = \{ zn\d+: \{ reference: /);
    const planted = readFileSync(join(copy, 'protocols/properties/case-properties.spec.ts'), 'utf8');
    expect(planted).toContain('approvedBy: { role: SUP }');
    const work = readFileSync(join(copy, 'apps/api/src/demo/seed-protocol-work.ts'), 'utf8');
    expect(work).toContain("on: 'service'");
    expect(work).toMatch(/'of: zn\d+@1\.1\.0'/);
    // A file, and a fact of that name.
    const calls = readFileSync(join(copy, 'protocols/calls.spec.ts'), 'utf8');
    expect(calls).toContain("files['calls.yaml']");
    // A period, and a fact that is called as its unit.
    expect(readFileSync(join(copy, 'protocols/editing.spec.ts'), 'utf8')).toContain("'within: 7 hours'");
  });

  it('leaves the lines of a protocol where they were, so that a fault can be planted in them', () => {
    const lines = (root: string, folder: string) =>
      readFileSync(join(root, 'protocols', folder, '1.0.0/protocol.yaml'), 'utf8').split('\n').length;
    const protocols = readdirSync(join(copy, 'protocols')).filter((name) => /^zn\d+$/.test(name));
    expect(protocols.map((name) => lines(copy, name)).toSorted()).toEqual(
      shipped.map((name) => lines(ROOT, name)).toSorted(),
    );
  });

  it('leaves the protocols in their order, by which a bounded search takes up their examples', () => {
    const codes = (root: string, folders: readonly string[]) =>
      // As files are read: by their paths, in which a name ends with a slash.
      folders
        .toSorted((one, other) => (`${one}/` < `${other}/` ? -1 : 1))
        .map(
          (folder) =>
            /^code: (.*)$/m.exec(
              readFileSync(join(root, 'protocols', folder, '1.0.0/protocol.yaml'), 'utf8'),
            )?.[1],
        );
    const renamed = readdirSync(join(copy, 'protocols')).filter((name) => /^zn\d+$/.test(name));
    expect(codes(copy, renamed)).toEqual(codes(ROOT, shipped));
  });

  it('leaves the product alone: only tests, the demo, protocols and scenarios name what is shipped', () => {
    const same = (path: string): boolean =>
      readFileSync(join(ROOT, path), 'utf8') === readFileSync(join(copy, path), 'utf8');
    expect(same('libs/case-engine/src/decide/decide.ts')).toBe(true);
    expect(same('apps/api/src/cases/cases.module.ts')).toBe(true);
    expect(same('apps/api/src/demo/cases/demo-care.ts')).toBe(false);
  });
});
