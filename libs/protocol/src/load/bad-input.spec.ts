import { checkLibrary } from '../check/check-library';
import { loadLibrary } from './load-library';
import { loadProtocol } from './load-protocol';
import { readYaml } from '../yaml/yaml-source';
import { exchange, FACTS, placeOf, PROTOCOL, SOURCES } from '../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';
const BASE = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES };

/** First problem of a protocol's text, as it is printed. Nothing that is written may crash or hang the check. */
function firstOf(text: string): string {
  const [first] = checkLibrary(loadLibrary({ ...BASE, [FILE]: text }, '')).filter(
    ({ file }) => file === FILE,
  );
  return first ? `${first.file} ${first.line}:${first.column} ${first.code}` : 'none';
}

const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]']
  .concat(
    Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`),
  )
  .join('\n');

describe('what is no protocol', () => {
  it.each([
    ['aliases that stand for more than fits in memory', bomb, '1:9 yaml'],
    ['an alias of what it stands in', 'protocol: &x { a: *x }', '1:14 yaml'],
    ['a merge key', 'a: &x { b: 1 }\nc: { <<: *x }', '1:7 yaml'],
    ['five million characters', PROTOCOL + '#'.repeat(5_000_000), '1:1 too-long'],
    ['brackets in brackets', `protocol: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, '1:50 too-deep'],
    ['brackets that are never closed', `protocol: ${'{ a: ['.repeat(9000)}`, '1:130 too-deep'],
    ['lists in lists', `${'- '.repeat(5000)}x`, '1:81 too-deep'],
    ['thousands of keys', Array.from({ length: 40_000 }, (_, i) => `k${i}: v`).join('\n'), '1:1 missing-key'],
    ['a list', '[]', '1:1 wrong-type'],
    ['nothing', '', '1:1 wrong-type'],
    ['zeroes', '\0\0\0', '1:1 wrong-type'],
    ['two documents', `${PROTOCOL}---\n${PROTOCOL}`, undefined],
    ['a key of every object', exchange(PROTOCOL, 'code: P9', '__proto__: { a: b }'), '1:1 missing-key'],
  ])('%s', (_, text, place) => {
    const found = firstOf(text);
    if (place === undefined) expect(found).toMatch(/ yaml$/);
    else expect(found).toBe(`${FILE} ${place}`);
  });

  it('is not brought down by a name that every object of the machine has', () => {
    const files = { ...BASE, [FILE]: PROTOCOL };
    for (const [file, text] of Object.entries(files))
      for (const name of new Set(text.match(/\b[a-z]\w+\b/g) ?? [])) {
        const changed = text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'constructor');
        expect(() => checkLibrary(loadLibrary({ ...files, [file]: changed }, ''))).not.toThrow();
      }
    for (const word of [
      'constructor = "a"',
      'answer(constructor) = "given"',
      'run(constructor).outcome = "A"',
    ])
      expect(firstOf(exchange(PROTOCOL, 'when: at_risk\n', `when: '${word}'\n`))).toMatch(/ expression$/);
  });

  it('says a hundred things of a file and no more', () => {
    const text = Array.from({ length: 5000 }, (_, i) => `k${i}: v`).join('\n');
    expect(loadProtocol({ file: FILE, text }).problems.length).toBeLessThanOrEqual(100);
  });

  it('is told in other files too', () => {
    for (const path of [
      'facts.yaml',
      'facts.en.yaml',
      'parts.yaml',
      'sources.yaml',
      'shelter/1.0.0/en.yaml',
      'shelter/1.0.0/overlays/93.yaml',
      'shelter/1.0.0/examples/a.yaml',
      'shelter/1.0.0/vectors/a.yaml',
    ]) {
      for (const text of [bomb, 'stamps: &x { a: *x }', '#'.repeat(600_000), '['.repeat(9000)]) {
        const files = { ...BASE, [FILE]: PROTOCOL, [path]: text };
        expect(checkLibrary(loadLibrary(files, '')).map(({ file }) => file)).toContain(path);
      }
    }
  });
});

describe('what is too much of a protocol', () => {
  const step = (id: number, after: number | undefined) =>
    `  - { id: s${id}, kind: form, title: { fr: a, en: a }, guidance: { fr: a, en: a }, by: [TS], basis: S19, after: [${after === undefined ? '' : `s${after}`}] }\n`;
  const steps = (count: number, first?: number) =>
    PROTOCOL.slice(0, PROTOCOL.indexOf('steps:')) +
    'outcomes: [{ id: R, title: { fr: a, en: a }, protects: full, otherwise: true }]\nsteps:\n' +
    Array.from({ length: count }, (_, id) => step(id, id === 0 ? first : id - 1)).join('');

  it('thousands of steps', () => {
    expect(firstOf(steps(3000))).toMatch(/ malformed$/);
  });

  it('a long chain of steps is none', () => {
    const found = checkLibrary(loadLibrary({ ...BASE, [FILE]: steps(300) }, ''));
    expect(
      found.filter(({ code }) => code !== 'unused-fact' && code !== 'unused-derived').map(({ code }) => code),
    ).not.toContain('steps-in-a-circle');
  });

  it('three hundred steps in a circle, each at its place', () => {
    const found = checkLibrary(loadLibrary({ ...BASE, [FILE]: steps(300, 299) }, ''));
    expect(found.filter(({ code }) => code === 'steps-in-a-circle')).toHaveLength(300);
  });

  const derived = (lines: readonly string[]) =>
    exchange(
      PROTOCOL,
      '  at_risk: danger in ("grave", "mild")',
      `${lines.join('\n')}\n  at_risk: d${lines.length - 1}`,
    );

  it('names that double at each turn', () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `  d${i}: ${i === 0 ? 'place = "yes"' : `d${i - 1} or not(d${i - 1})`}`,
    );
    expect(firstOf(derived(lines))).toBe('none');
  });

  it('a chain of names as long as may be', () => {
    const lines = Array.from(
      { length: 290 },
      (_, i) => `  d${i}: ${i === 0 ? 'place = "yes"' : `not(d${i - 1})`}`,
    );
    expect(firstOf(derived(lines))).toBe('none');
  });
});

describe('an expression outside the subset', () => {
  const condition = (text: string) => exchange(PROTOCOL, 'when: at_risk\n', `when: >-\n      ${text}\n`);

  it.each([
    '('.repeat(1500) + 'at_risk' + ')'.repeat(1500),
    `${'not('.repeat(900)}at_risk${')'.repeat(900)}`,
    `${'at_risk and '.repeat(400)}at_risk`,
    'a'.repeat(3900),
    '['.repeat(1000),
    `danger = ${'-'.repeat(3000)}1`,
    `${'a.'.repeat(1500)}b`,
    `${'some x in '.repeat(300)}a`,
    'if at_risk then "a" else "b"',
    'now() > birth',
    'danger == "grave"',
    'at_risk; drop',
    '/* at_risk */ true',
    'function(x) x',
    '{ a: 1 }.a = 1',
    'string(danger) = "grave"',
  ])('number %#', (text) => {
    const yaml = condition(text);
    const found = firstOf(yaml);
    expect(found).toMatch(new RegExp(`^${FILE} \\d+:\\d+ expression$`));
    const line = Number(/ (\d+):/.exec(found)?.[1]);
    expect(line).toBe(Number(placeOf(yaml, 'when: >-').split(':')[0]) + 1);
  });
});

it('reads whatever it is given', () => {
  for (const text of [
    '%YAML 9.9\n---\n',
    '!!js/function x',
    '? [a]\n: b',
    '&a',
    '*a',
    'a: *a',
    '\uFEFFa: b',
    '"\\uD800"',
    "a: 'b",
  ])
    expect(() => readYaml(text, 'x.yaml')).not.toThrow();
});
