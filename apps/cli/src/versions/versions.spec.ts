import { stripVTControlCharacters } from 'node:util';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffProtocols } from './diff-protocols';
import { exportVersion } from './export-version';
import { publishVersion } from './publish-version';
import { readVersion } from './version-files';
import type { Command } from '../command';

const PROTOCOLS = join(__dirname, '../../../../protocols');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-versions-'));
  // Stories of the others are told elsewhere.
  const isNeeded = (path: string) =>
    !/node_modules|\/(examples|vectors)\b/.test(path) || path.includes('age-doubt');
  cpSync(PROTOCOLS, folder, { recursive: true, filter: (path) => isNeeded(path.slice(PROTOCOLS.length)) });
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(command: Command, ...args: string[]) {
  const lines: string[] = [];
  const code = command(args, (line) => lines.push(...line.split('\n')));
  return { code, lines, text: lines.join('\n') };
}

/** The newest age-doubt as another version, with one part of its text exchanged. */
function renumbered(version: string, part: string, by: string): string {
  const place = join(folder, 'age-doubt', version);
  cpSync(join(folder, 'age-doubt/1.0.0'), place, { recursive: true });
  const file = join(place, 'protocol.yaml');
  const text = readFileSync(file, 'utf8').replace('version: 1.0.0', `version: ${version}`);
  if (!text.includes(part)) throw new Error(`no ${part}`);
  writeFileSync(file, text.replace(part, by));
  for (const path of Object.keys(readVersion(place)).filter((it) => it.endsWith('.yaml'))) {
    const words = readFileSync(join(place, path), 'utf8');
    writeFileSync(
      join(place, path),
      words
        .replaceAll('age-doubt: 1.0.0', `age-doubt: ${version}`)
        .replaceAll('age-doubt@1.0.0', `age-doubt@${version}`),
    );
  }
  return place;
}

describe('repere protocol diff', () => {
  const diff = (...args: string[]) => run(diffProtocols, ...args, '--folder', folder);

  it('says what protects less first, and gives 1', () => {
    const safeguards = readFileSync(join(folder, 'age-doubt/1.0.0/protocol.yaml'), 'utf8');
    const id = /\nsafeguards:\n[\s\S]*?- id: ([\w-]+)/.exec(safeguards)?.[1] ?? '';
    renumbered('2.0.0', `- id: ${id}\n`, `- id: ${id}-otherwise\n`);
    const { code, lines, text } = diff('age-doubt@1.0.0', 'age-doubt@2.0.0');
    expect(code).toBe(1);
    expect(lines[2]).toContain('PROTÈGE MOINS');
    // In red where colours are on.
    expect(stripVTControlCharacters(lines[3] ?? '')).toMatch(/^!! Garde-fou perdu : « /);
    expect(text).toContain('Garde-fou ajouté');
  });

  it('gives 0 where nothing protects less, in English too, and for paths', () => {
    const place = renumbered('1.1.0', 'title: ', 'title: Désormais, ');
    const { code, text } = diff(join(folder, 'age-doubt/1.0.0'), place, '--lang', 'en');
    expect(code).toBe(0);
    expect(text).toContain('1.0.0 → 1.1.0: patch, words only');
    expect(diff('age-doubt@1.0.0', 'age-doubt@1.0.0').text).toContain('aucune différence');
  });

  it('gives the same as JSON', () => {
    renumbered('1.1.0', 'title: ', 'title: Désormais, ');
    const { text } = diff('age-doubt@1.0.0', 'age-doubt@1.1.0', '--json');
    expect(JSON.parse(text)).toMatchObject({
      protocol: 'age-doubt',
      kind: 'patch',
      changes: [{ what: 'text' }],
    });
  });

  it('says which version is not there', () => {
    expect(() => diff('age-doubt@1.0.0', 'age-doubt@9.0.0')).toThrow(/age-doubt@9\.0\.0.*age-doubt@1\.0\.0/);
    expect(() => diff('age-doubt@1.0.0')).toThrow('Two versions');
  });
});

describe('repere protocol export', () => {
  it('writes every file of a version as it is, and overwrites none', () => {
    const to = join(folder, 'elsewhere');
    const { code } = run(exportVersion, 'age-doubt@1.0.0', to, '--folder', folder);
    expect(code).toBe(0);
    const files = readVersion(join(to, 'age-doubt/1.0.0'));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['protocol.yaml', 'en.yaml', 'SOURCE.md']));
    expect(files).toEqual(readVersion(join(PROTOCOLS, 'age-doubt/1.0.0')));
    expect(() => run(exportVersion, 'age-doubt@1.0.0', to, '--folder', folder)).toThrow('is there already');
  });

  it('takes no path for a version', () => {
    expect(() => run(exportVersion, '../secret@1', folder)).toThrow('A version and a folder');
  });
});

describe('repere protocol publish', () => {
  const publish = (...args: string[]) => run(publishVersion, ...args, '--folder', folder);

  it('does it nowhere but in the editor', () => {
    expect(() => publish('age-doubt@1.0.0')).toThrow('second person');
  });

  it('finds nothing against what is published', () => {
    expect(publish('--dry', 'age-doubt@1.0.0').code).toBe(0);
  });

  it('refuses a number that says too little, a text that differs, and what the checker refuses', () => {
    renumbered('1.0.1', 'protective: true', 'protective: false');
    const number = publish('--dry', 'age-doubt@1.0.1');
    expect(number.code).toBe(1);
    expect(number.text).toContain('version: 2.0.0');
    const place = join(folder, 'draft/age-doubt/1.0.0');
    cpSync(join(folder, 'age-doubt/1.0.0'), place, { recursive: true });
    const file = join(place, 'protocol.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('runs: one', 'runs: many'));
    expect(publish('--dry', place).text).toContain('a version is never changed');
    writeFileSync(file, readFileSync(file, 'utf8').replace('protocol: age-doubt', 'protocol: age-dobt'));
    expect(publish('--dry', place)).toMatchObject({ code: 1 });
  });
});
