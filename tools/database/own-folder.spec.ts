import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOwn, NotOurFolder, ownFolder } from './own-folder.mjs';

describe('a folder of ours in the temporary folder', () => {
  const us = process.getuid?.() ?? 0;
  let parent: string;
  beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'repere-own-'))));
  afterEach(() => rmSync(parent, { recursive: true, force: true }));
  const modeOf = (path: string): number => lstatSync(path).mode & 0o777;

  it('is made for us alone, and is found again with what is in it', () => {
    const made = ownFolder('programs', { parent });
    expect([made, modeOf(made)]).toEqual([join(parent, `programs-${us}`), 0o700]);
    writeFileSync(join(made, 'it'), 'ours');
    expect(readFileSync(join(ownFolder('programs', { parent }), 'it'), 'utf8')).toBe('ours');
  });

  it('lets others read where they have to run what is in it', () => {
    expect(modeOf(ownFolder('server', { parent, mode: 0o755 }))).toBe(0o755);
  });

  it.each([0o777, 0o770, 0o720, 0o1777, 0o701])('is refused where others may more: %o', (mode) => {
    mkdirSync(join(parent, `programs-${us}`));
    chmodSync(join(parent, `programs-${us}`), mode);
    expect(() => ownFolder('programs', { parent })).toThrow(NotOurFolder);
  });

  it('is refused where it is a link to elsewhere, or a file', () => {
    const elsewhere = join(parent, 'elsewhere');
    mkdirSync(elsewhere, { mode: 0o700 });
    symlinkSync(elsewhere, join(parent, `programs-${us}`));
    writeFileSync(join(parent, `file-${us}`), '');
    expect(() => ownFolder('programs', { parent })).toThrow('no folder but a link');
    expect(() => ownFolder('file', { parent })).toThrow('no folder but a link');
  });

  it('is refused where it belongs to somebody else', () => {
    const path = ownFolder('programs', { parent });
    expect(() => checkOwn(path, { owner: us + 1 })).toThrow(`belongs to user ${us}, not to ${us + 1}`);
    if (us !== 0) return;
    chownSync(path, 65_534, 65_534);
    expect(() => ownFolder('programs', { parent })).toThrow('belongs to user 65534');
  });
});

it('nothing is run from the temporary folder but from a folder of ours', () => {
  // Where a program is copied, unpacked or started from there: each asks for a folder of its own first.
  for (const file of ['tools/database/database.mjs', 'apps/e2e/chromium.ts'])
    expect([file, readFileSync(join(__dirname, '../..', file), 'utf8').includes('ownFolder(')]).toEqual([
      file,
      true,
    ]);
});
