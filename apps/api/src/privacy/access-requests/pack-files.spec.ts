import type { CaseReader } from '../../cases/reading/case-reader';
import { FilesBeside } from './files-beside';
import type { GatheredLine } from './gathered-line';
import { MOST_PACKED_BYTES, PackFiles } from './pack-files.service';

const line = (id: number, fileId: string | null): GatheredLine => ({
  ...{ id, fileId, fieldClass: 'health', kind: 'free-text', label: { fr: 'Fichier', en: 'File' } },
  ...{ section: { fr: 'Documents', en: 'Documents' }, text: { fr: 'x', en: 'x' } },
});
const reader = { readCase: () => Promise.resolve({}) } as unknown as CaseReader;

describe('the files of a request for access', () => {
  const packed = (
    bytes: Readonly<Record<string, number | 'closed' | 'destroyed'>>,
    lines: GatheredLine[],
  ) => {
    const beside = new FilesBeside();
    beside.register((_file, id, most) => {
      const found = bytes[id];
      if (found === undefined) return Promise.resolve(null);
      const name = `${id}.pdf`;
      if (typeof found === 'string') return Promise.resolve({ name, why: found });
      return Promise.resolve(
        found > most ? { name, why: 'too-large' } : { name, why: null, bytes: new Uint8Array(found) },
      );
    });
    return new PackFiles(reader, beside).packFiles('c1', lines);
  };

  it('leave as far as all of them may, and those that do not are named with why', async () => {
    const sizes = { a: MOST_PACKED_BYTES - 10, b: 11, c: 10, d: 'closed', e: 'destroyed' } as const;
    const { listed, files } = await packed(
      sizes,
      ['a', 'b', 'c', 'd', 'e', 'gone'].map((id, n) => line(n + 1, id)),
    );
    expect(listed.map(({ path, why }) => [path, why])).toEqual([
      ['documents/1-a.pdf', null],
      ['documents/2-b.pdf', 'too-large'],
      ['documents/3-c.pdf', null],
      ['documents/4-d.pdf', 'closed'],
      ['documents/5-e.pdf', 'destroyed'],
    ]);
    expect(Object.keys(files)).toEqual(['documents/1-a.pdf', 'documents/3-c.pdf']);
  });

  it('are none of lines without one, and fail where nobody gives them out', async () => {
    expect(await packed({}, [line(1, null)])).toEqual({ listed: [], files: {} });
    await expect(
      Promise.resolve().then(() => new PackFiles(reader, new FilesBeside()).packFiles('c1', [line(1, 'a')])),
    ).rejects.toThrow(/nobody/);
  });
});
