import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type FileKind, fileSchema } from './files';
import { findViolations } from './find-violations';

const FOLDER = join(__dirname, '../../../../protocols');
const KINDS: Readonly<Record<string, FileKind>> = { 'protocol.yaml': 'protocol', 'en.yaml': 'english' };

const texts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
  const kind = name.includes('examples/') ? 'example' : KINDS[name.split('/').at(-1) ?? ''];
  if (!kind || !name.endsWith('.yaml')) return [];
  const value: unknown = parse(readFileSync(join(FOLDER, name), 'utf8'));
  return [{ name, kind, value }];
});

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
const judges = new Map(
  (['protocol', 'english', 'example'] as const).map((kind) => [
    kind as string,
    ajv.compile(fileSchema(kind)),
  ]),
);

/** As another validator of the same schemas has it, without what it says twice: of a value of the wrong type, of what is inside. */
function judged(kind: FileKind, value: unknown): readonly string[] {
  const judge = judges.get(kind);
  if (!judge) throw new Error(kind);
  judge(value);
  const errors = (judge.errors ?? []).filter(
    ({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames',
  );
  const lines = new Set(errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`));
  return [...lines]
    .filter((line) => !/ (enum|const)$/.test(line) || !lines.has(line.replace(/\w+$/, 'type')))
    .sort();
}

function found(kind: FileKind, value: unknown): readonly string[] {
  const lines = findViolations(fileSchema(kind), value).map(({ path, keyword }) => {
    const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return `${pointer.join('')} ${keyword}`;
  });
  return [...new Set(lines)].sort();
}

/** Another value in the place of the nth of a tree. */
function exchange(root: unknown, nth: number, by: unknown): unknown {
  let left = nth;
  const walk = (value: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return walk(root);
}

describe('violations of a schema', () => {
  it.each(texts)('has none in $name', ({ kind, value }) => {
    expect(findViolations(fileSchema(kind), value)).toEqual([]);
  });

  it('finds what another validator finds, whatever is exchanged', () => {
    const wrong = fc.constantFrom<unknown>(
      null,
      true,
      -1,
      1.5,
      '',
      'no such word',
      [],
      {},
      ['x'],
      { fr: 1 },
      { 'Bad Key': {} },
      { when: 'a' },
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(400), wrong, ({ kind, value }, nth, by) => {
        const changed = exchange(value, nth, by);
        expect(found(kind, changed)).toEqual(judged(kind, changed));
      }),
      { numRuns: 400 },
    );
  });
});
