import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command';

const PROTOCOLS = join(__dirname, '../../../protocols');

async function run(...args: string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await runCommand(args, (line) => lines.push(...line.split('\n')));
  return { code, lines };
}

describe('repere protocol', () => {
  let folder = '';
  const edit = (path: string, part: string, by: string): void => {
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(part)) throw new Error(`${path} has no ${part}`);
    writeFileSync(
      file,
      text.replace(part, () => by),
    );
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'repere-protocols-'));
    cpSync(PROTOCOLS, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds no error in the published protocols', async () => {
    const { code, lines } = await run('protocol', 'check', PROTOCOLS);
    expect(lines.filter((line) => line.includes(' error '))).toEqual([]);
    expect(code).toBe(0);
  });

  it('says where a fault is, what it is and what to write instead', async () => {
    edit('protection/1.0.0/protocol.yaml', 'protocol: protection', 'protocol: protektion');
    const { code, lines } = await run('protocol', 'check', folder);
    const at = lines.findIndex((line) => line.includes('other-folder'));
    expect(lines[at]).toMatch(/^.*protection\/1\.0\.0\/protocol\.yaml:\d+:\d+ error other-folder$/);
    expect(lines[at + 1]).toContain('protektion');
    expect(lines[at + 2]).toContain('protocol: protection');
    expect(code).toBe(1);
  });

  it('says it in French, in English when asked, and in nothing else', async () => {
    edit('protection/1.0.0/protocol.yaml', 'protocol: protection', 'protocol: protektion');
    const french = (await run('protocol', 'check', folder)).lines.join('\n');
    expect(french).toContain('Le dossier dit `protection`, le fichier `protektion`.');
    expect(french).toMatch(/\d+ erreurs, \d+ avertissements$/);
    const english = (await run('protocol', 'check', '--lang', 'en', folder)).lines.join('\n');
    expect(english).toContain('The folder says `protection`, the file `protektion`.');
    expect((await run('protocol', 'check', '--lang', 'de', folder)).code).toBe(2);
  });

  it('gives the same as JSON', async () => {
    edit('protection/1.0.0/protocol.yaml', 'protocol: protection', 'protocol: protektion');
    const { code, lines } = await run('protocol', 'check', '--json', folder);
    const problems = JSON.parse(lines.join('\n')) as readonly {
      readonly code: string;
      readonly message: object;
    }[];
    expect(problems.find((problem) => problem.code === 'other-folder')?.message).toEqual({
      fr: 'Le dossier dit `protection`, le fichier `protektion`.',
      en: 'The folder says `protection`, the file `protektion`.',
    });
    expect(code).toBe(1);
  });

  it('runs the worked examples of the published protocols', async () => {
    const { code, lines } = await run('protocol', 'test', PROTOCOLS);
    expect(lines.slice(0, -1)).toEqual([]);
    expect(lines.at(-1)).toMatch(/^[1-9]\d+ stories, 0 fail$/);
    expect(code).toBe(0);
  });

  it('says which example parts from what it expects', async () => {
    writeFileSync(
      join(folder, 'protection/1.0.0/examples/99-wrong.yaml'),
      'story: { fr: Une fin fausse }\nversions: { protection: 1.0.0 }\nterritory: "93"\nexpect: { at: 2025-01-01T10:00, outcome: NOWHERE }\n',
    );
    const { code, lines } = await run('protocol', 'test', folder);
    expect(lines.join('\n')).toContain('99-wrong.yaml: Une fin fausse');
    expect(code).toBe(1);
  });

  it('stamps what is new, keeps stale what is stale, and takes a word for what is still right', async () => {
    edit('protection/1.0.0/protocol.yaml', 'title: ', 'title: Désormais, ');
    expect((await run('protocol', 'check', folder)).code).toBe(1);
    const { code, lines } = await run('protocol', 'stamp', folder);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('title is stale');
    expect((await run('protocol', 'stamp', '--still-right', 'title', folder)).code).toBe(0);
    expect((await run('protocol', 'check', folder)).code).toBe(0);
  });

  it('writes the schemas that are published', async () => {
    rmSync(join(folder, 'schema'), { recursive: true });
    const { code, lines } = await run('protocol', 'schema', folder);
    expect(code).toBe(0);
    expect(lines).toContain(join(folder, 'schema', 'protocol.schema.json'));
    const written = (path: string) => readFileSync(join(path, 'schema', 'protocol.schema.json'), 'utf8');
    expect(written(folder)).toBe(written(PROTOCOLS));
  });

  it('says how it is used, and that a folder is not there', async () => {
    expect(await run('protocol', 'chek')).toMatchObject({ code: 2 });
    expect((await run('--help')).code).toBe(0);
    expect((await run('protocol', 'check', join(folder, 'nowhere'))).code).toBe(2);
    expect((await run('protocol', 'check', '--jsn')).code).toBe(2);
  });
});
