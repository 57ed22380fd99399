import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { parse } from 'yaml';
import { PROTOCOL } from '../testing/small-library';
import { type FileKind, fileSchema } from './files';
import { findViolations } from './find-violations';

/** Files of the made-up shelter. What is shipped is read by the tests beside it. */
const EXAMPLE = `story: { fr: Une nuit, en: A night }
versions: { shelter: 1.0.0 }
territory: '93'
do:
  - { at: 2025-03-04T09:00, step: assess, by: [TS, { role: INT, name: Mme K. }], set: { danger: grave }, note: Vu. }
  - { at: 2025-03-04T10:00, approve: assess, entered: SUP, refused: [own-approval] }
  - { at: 2025-03-04T11:00, record: { birth: 2010-05-04 }, occurred: { on: 2025-03-03 } }
  - { at: 2025-03-04T12:00, step: night, row: { id: n1, slept_on: 2025-03-03, safe: yes }, closes: true }
expect:
  at: 2025-03-04T10:00
  steps: { assess: done-to-approve, find_place: ready }
  facts: { danger: grave }
  due: { assess: 2025-03-06T09:00 }
`;
const ENGLISH = `of: shelter@1.0.0
title: Shelter
facts:
  place: { title: Safe place }
  kind_of_place: { title: Kind, values: { home: home, family: family } }
steps:
  assess: { title: Assess, guidance: Look. }
  night: { title: A night, flags: [Unsafe night.] }
outcomes: { SAFE: { title: Safe } }
stamps: { title: abc123 }
`;

const texts = (
  [
    ['protocol', PROTOCOL],
    ['english', ENGLISH],
    ['example', EXAMPLE],
  ] as const
).map(([kind, text]) => ({ kind, value: parse(text) as unknown }));

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
  it.each(texts)('are none of a made-up $kind', ({ kind, value }) => {
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
