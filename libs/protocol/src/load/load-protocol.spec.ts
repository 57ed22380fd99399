import { loadProtocol } from './load-protocol';
import { canonicalProtocol, protocolHash } from '../documents/protocol-hash';
import { exchange, PROTOCOL } from '../testing/small-library';
import { readYaml } from '../yaml/yaml-source';

const load = (text: string) => loadProtocol({ file: 'protocol.yaml', text });
const get = (text: string) => {
  const { document } = load(text);
  if (!document) throw new Error('The fixture must load.');
  return document;
};

describe('loadProtocol', () => {
  it('fills the defaults', () => {
    const document = get(PROTOCOL);
    const [assess, find, night] = document.steps;
    expect(document.runs).toBe('one');
    expect(document.limits['MAJ']).toMatchObject({ overlay: 'never', basis: ['S19'] });
    expect(document.facts['place']).toMatchObject({ changes: 'never', basis: [] });
    expect(assess).toMatchObject({
      code: 'P9',
      waivable: 'never',
      repeatable: { newFacts: false },
      after: [],
      flags: [],
    });
    expect(assess?.due).toMatchObject({ owner: 'ours', late: [], basis: [] });
    expect(find).toMatchObject({
      protective: false,
      repeatable: false,
      required: [],
      reasons: {},
      basis: ['S19'],
    });
    expect(night?.flags[0]).toMatchObject({ tell: 'SUP', basis: ['G02'] });
    expect(document.outcomes.map(({ otherwise }) => otherwise)).toEqual([false, false, true]);
  });

  it('hands class and change of a list on to its fields', () => {
    expect(get(PROTOCOL).facts['nights']?.row?.['safe']).toMatchObject({
      class: 'places',
      changes: 'never',
      id: 'safe',
    });
  });

  it('reads waivers, approvals and repeats as they are written', () => {
    const text = exchange(
      exchange(
        PROTOCOL,
        'approvedBy: { role: SUP }',
        'approvedBy: { role: SUP, effect: at once }\n    waivable: { with: approval, reasons: no_danger }',
      ),
      '    repeatable: true\n    protective',
      '    repeatable: { newFacts: true }\n    protective',
    );
    expect(get(text).steps[0]).toMatchObject({
      approvedBy: { role: 'SUP', effect: 'at-once' },
      waivable: 'with-approval',
      waiverReasons: 'no_danger',
      repeatable: { newFacts: true },
    });
  });

  it.each(['', 'protocol', '- a', 'protocol: [', '%YAML 9\n---\na: 1', 'a: &a [*a]', '\u0000'])(
    'gives problems, no document, for %j',
    (text) => {
      const { document, problems } = load(text);
      expect(document).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    },
  );

  it('gives words of an outcome to all its lines', () => {
    const text = exchange(
      exchange(PROTOCOL, '- id: PLACED', '- id: SAFE'),
      '    title: { fr: Placé, en: Placed }\n',
      '',
    );
    expect(get(text).outcomes[1]?.title).toEqual({ fr: "À l'abri", en: 'Safe' });
  });
});

describe('protocolHash', () => {
  const hash = (text: string) => protocolHash(get(text), (canonical) => canonical);

  it('does not count spelling', () => {
    const other = exchange(PROTOCOL, 'code: P9\n', '').replace(
      'version: 1.0.0',
      'code: "P9" # printed\nversion: 1.0.0',
    );
    expect(hash(other)).toBe(hash(PROTOCOL));
  });

  it('counts content, in either language, and the order of codes', () => {
    expect(hash(exchange(PROTOCOL, 'en: Bring to safety.', 'en: Bring into safety.'))).not.toBe(
      hash(PROTOCOL),
    );
    expect(hash(exchange(PROTOCOL, 'value: 216', 'value: 217'))).not.toBe(hash(PROTOCOL));
    const reordered = exchange(
      PROTOCOL,
      '{ home: { fr: foyer, en: home }, family: { fr: famille, en: family } }',
      '{ family: { fr: famille, en: family }, home: { fr: foyer, en: home } }',
    );
    expect(hash(reordered)).not.toBe(hash(PROTOCOL));
  });

  it('is JSON with sorted keys', () => {
    const canonical = canonicalProtocol(get(PROTOCOL));
    expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(get(PROTOCOL))));
    expect(canonical.startsWith('{"basis":["S19","F31"],"code":"P9",')).toBe(true);
  });
});

describe('readYaml', () => {
  it.each([
    ['plain', 'a: one two', 4, '1:8'],
    ['double quotes', 'a: "x \\"y\\" two"', 6, '1:13'],
    ['single quotes', "a: 'it''s two'", 5, '1:11'],
    ['folded', 'a: >-\n  one\n  two\n', 4, '3:3'],
    ['literal', 'a: |\n  one\n  two\n', 4, '3:3'],
    ['plain over lines', 'a: one\n  two\n', 4, '2:3'],
  ])('finds a character in a text: %s', (_, text, offset, at) => {
    const { line, column } = readYaml(text, 'x').at(['a'], offset);
    expect(`${line}:${column}`).toBe(at);
  });

  it('points to keys, and to the nearest place when there is none', () => {
    const source = readYaml('a:\n  - {b: 1}\n', 'x');
    expect(source.atKey(['a', 0, 'b'])).toEqual({ line: 2, column: 6 });
    expect(source.at(['a', 0, 'missing', 'deeper'])).toEqual({ line: 2, column: 5 });
  });
});
