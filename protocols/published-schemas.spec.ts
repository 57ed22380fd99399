import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_KINDS, type FileKind, fileSchema } from '@repere/protocol';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import { readFiles } from './read-files';

const KINDS: Readonly<Record<string, FileKind>> = {
  'protocol.yaml': 'protocol',
  'en.yaml': 'english',
  'curriculum.yaml': 'curriculum',
};
const files = Object.entries(readFiles()).flatMap(([path, text]) => {
  const kind = path.includes('/examples/') ? 'example' : KINDS[path.split('/').at(-1) ?? ''];
  return kind ? [{ path, kind, value: parse(text) as unknown }] : [];
});

describe('published schemas', () => {
  it.each(FILE_KINDS)('%s.schema.json is what the code uses', (kind) => {
    const published: unknown = JSON.parse(
      readFileSync(join(__dirname, `schema/${kind}.schema.json`), 'utf8'),
    );
    // If this fails: `repere protocol schema`.
    expect(published).toEqual(JSON.parse(JSON.stringify(fileSchema(kind))));
  });

  it('take every file as it stands, as the validator of an editor reads them', () => {
    expect(files.length).toBeGreaterThan(100);
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
    const judges = new Map(FILE_KINDS.map((kind) => [kind, ajv.compile(fileSchema(kind))]));
    const wrong = files.flatMap(({ path, kind, value }) => {
      const judge = judges.get(kind);
      if (!judge) throw new Error(kind);
      return judge(value) ? [] : (judge.errors ?? []).map((it) => `${path}${it.instancePath} ${it.keyword}`);
    });
    expect(wrong).toEqual([]);
  });
});
