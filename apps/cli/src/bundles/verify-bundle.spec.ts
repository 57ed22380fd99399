import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BundleReport } from '@repere/audit';
import { honestBundle, testSigner, wholeStay, zipped } from '@repere/audit/testing';
import { checkpointText, signNote } from '@repere/ledger';
import { runCommand } from '../run-command';
import { sha256 } from './node-crypto';

const ROOT = join(__dirname, '../../../..');

async function run(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const code = await runCommand(args, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

describe('repere verify', () => {
  const scenario = wholeStay();
  const { files, key, earlier } = honestBundle(scenario);
  let folder = '';
  const put = (name: string, content: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const edited = (): ReadonlyMap<string, Uint8Array> => {
    const path = [...files.keys()].find((it) => it.endsWith('entries.jsonl')) ?? '';
    const text = Buffer.from(files.get(path) ?? []).toString();
    return new Map([...files, [path, Buffer.from(text.replace('"value":"TS"', '"value":"TT"'))] as const]);
  };

  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'repere-verify-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says that a bundle is intact, what was checked, and what can’t be', async () => {
    const { code, text } = await run('verify', '--key', key, put('good.zip', zipped(files)));
    expect(code).toBe(0);
    expect(text).toMatch(/^INTACT\n[^]*✓ Le rejeu du journal[^]*Ce qu’aucune vérification ne prouve/);
    expect(text).not.toMatch(/✗|infalsifiable|inviolable/);
  });

  it('never calls intact what nobody known has signed', async () => {
    const { code, text } = await run('verify', put('good.zip', zipped(files)));
    expect([code, text]).toEqual([3, expect.stringMatching(/^COHÉRENT, SIGNATAIRE INCONNU\n/)]);
    expect(text).toContain('Ce qu’aucune vérification ne prouve');
    expect(text).not.toMatch(/intact/i);
    const english = await run('verify', '--lang', 'en', put('good.zip', zipped(files)));
    expect(english.text).toMatch(/^CONSISTENT, SIGNER NOT KNOWN\n.*anybody can make one like it/);
  });

  it('never calls intact what comes from a training space', async () => {
    const played = honestBundle(scenario, { origin: 'repere/training/class-3/0123456789abcdef' });
    const { code, text } = await run('verify', '--key', played.key, put('played.zip', zipped(played.files)));
    expect([code, text]).toEqual([
      4,
      expect.stringMatching(/^EXERCICE, RIEN DE RÉEL\n.*rien de ce qui s’y trouve n’a eu lieu/),
    ]);
    expect(text).toContain('Ce qu’aucune vérification ne prouve');
  });

  it('calls a checkpoint of an empty record nothing at all', async () => {
    const signer = testSigner('repere.example/test', 7);
    const empty = signNote(
      checkpointText({ origin: 'repere.example/test', size: 0, root: sha256(new Uint8Array()) }),
      signer,
      sha256,
    );
    const { code, text } = await run(
      'verify',
      put('good.zip', zipped(files)),
      '--pinned',
      put('empty.txt', empty),
    );
    expect([code, text]).toEqual([3, expect.stringContaining('registre vide : il ne prouve rien')]);
    expect(text).not.toContain('que vous aviez gardé (0');
  });

  it('names the act and the letter that was changed', async () => {
    const { code, text } = await run('verify', '--lang', 'en', put('bad.zip', zipped(edited())));
    expect(code).toBe(1);
    expect(text).toMatch(
      /^ALTERED\nAct 3, of [^\n]+journal\.step-completed[^\n]+“enteredBy”[^\n]+“TS” became “TT”/,
    );
  });

  it('compares with what the auditor kept: a checkpoint, a key or its file', async () => {
    const bundle = put('good.zip', zipped(files));
    const checkpoint = put('kept.txt', earlier[0] ?? '');
    const stranger = honestBundle(scenario, { signer: testSigner('repere.example/test', 50) });
    const { code, text } = await run('verify', bundle, '--pinned', checkpoint, '--key', key);
    expect([code, text]).toEqual([0, expect.stringContaining('que vous aviez gardé')]);
    expect((await run('verify', bundle, '--key', put('key.txt', `${key}\n`))).code).toBe(0);
    expect((await run('verify', bundle, '--key', stranger.key)).code).toBe(1);
    expect((await run('verify', bundle, '--pinned', put('other.txt', stranger.earlier[0] ?? ''))).code).toBe(
      1,
    );
    expect((await run('verify', bundle, '--pinned', put('none.txt', 'x'))).code).toBe(2);
  });

  it('gives the same as JSON', async () => {
    const { text } = await run('verify', '--json', '--key', key, put('good.zip', zipped(files)));
    const report = JSON.parse(text) as BundleReport;
    expect([report.verdict, report.checks.length]).toEqual(['sound', 9]);
  });

  it('says what can’t be read', async () => {
    const whole = zipped(files);
    expect(await run('verify', put('truncated.zip', whole.subarray(0, whole.length - 9)))).toMatchObject({
      code: 2,
      text: expect.stringMatching(/^N’A PU ÊTRE VÉRIFIÉ\n.*tronquée/) as string,
    });
    expect((await run('verify', join(folder, 'nowhere.zip'))).code).toBe(2);
    expect((await run('verify')).code).toBe(2);
  });

  it('runs as one file, alone in a folder', () => {
    const webpack = join(ROOT, 'node_modules/webpack-cli/bin/cli.js');
    const config = join(ROOT, 'apps/cli/webpack.config.cjs');
    const built = spawnSync(process.execPath, [webpack, 'build', '-c', config, '-o', join(folder, 'built')], {
      encoding: 'utf8',
    });
    expect([built.status, built.status === 0 ? '' : built.stdout]).toEqual([0, '']);
    copyFileSync(join(folder, 'built', 'repere.js'), join(folder, 'repere.js'));
    const alone = (bundle: string) =>
      spawnSync(process.execPath, ['repere.js', 'verify', bundle, '--key', key], {
        cwd: folder,
        env: {},
        encoding: 'utf8',
      });
    put('good.zip', zipped(files));
    put('bad.zip', zipped(edited()));
    expect(alone('good.zip')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^INTACT/) as string,
    });
    expect(alone('bad.zip')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^ALTÉRÉ\nL’acte 3, /) as string,
    });
  });
});
