import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExploreReport } from '@repere/protocol';
import { runCommand } from '../run-command';

const PROTOCOLS = join(__dirname, '../../../../protocols');

async function explore(...args: string[]) {
  const lines: string[] = [];
  const code = await runCommand(['protocol', 'explore', ...args], (line) => lines.push(...line.split('\n')));
  return { code, lines };
}

describe('repere protocol explore', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'repere-explore-'));
    cpSync(PROTOCOLS, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('says what is proven, by what, and how much was looked at', async () => {
    const { code, lines } = await explore('--only', 'no-sign-needs-two-people', 'identification', folder);
    expect(lines[0]).toMatch(
      /^proven {2}identification@\S+ safeguard no-sign-needs-two-people {2}\[solver; .*\d+ queries\]$/,
    );
    expect(lines.at(-1)).toMatch(/^1 proven, 0 bounded, 0 broken; .* s$/);
    expect(code).toBe(0);
  });

  it('tells the history that breaks a promise, writes it as an example, and exits with 1', async () => {
    const version = readdirSync(join(folder, 'identification')).sort().at(-1) ?? '';
    const file = join(folder, 'identification', version, 'protocol.yaml');
    const text = readFileSync(file, 'utf8');
    const planted = text.replace('when: exposure = "yes"', 'when: exposure = "no"');
    expect(planted).not.toBe(text);
    writeFileSync(file, planted);
    const only = ['--only', 'urgency-opens-protection', 'identification'];
    const { code, lines } = await explore(...only, '--write', folder, folder);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^broken/);
    expect(lines.join('\n')).toContain('Jour 1, 09:00 — ');
    const written = join(folder, 'identification', version, 'examples/found-urgency-opens-protection.yaml');
    expect(readFileSync(written, 'utf8')).toContain('kept:');
    expect(await runCommand(['protocol', 'test', folder], () => undefined)).toBe(1);
    writeFileSync(file, text);
    expect(await runCommand(['protocol', 'test', folder], () => undefined)).toBe(0);
  });

  it('gives the report as JSON', async () => {
    const { code, lines } = await explore('--json', '--only', 'can-happen/intake', folder);
    const { findings, subjects } = JSON.parse(lines.join('\n')) as ExploreReport;
    expect(findings.map(({ verdict }) => verdict)).toEqual(['proven']);
    expect(subjects.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(code).toBe(0);
  });

  it('does not explore what it can not read', async () => {
    expect(await explore('no-such-protocol', folder)).toMatchObject({ code: 2 });
    writeFileSync(join(folder, 'protection/1.0.0/protocol.yaml'), 'protocol: protection');
    expect(await explore(folder)).toMatchObject({ code: 2 });
  });
});
