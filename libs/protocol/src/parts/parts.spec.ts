import { loadLibrary } from '../load/load-library';
import { exchange, FACTS, placeOf, PROTOCOL, problemsWith, SOURCES } from '../testing/small-library';
import { protocolHash } from '../documents/protocol-hash';

const PARTS = `language: 1
parts:
  ask_signs:
    kind: checklist
    title: { fr: Signes, en: Signs }
    guidance: { fr: Regarder., en: Look. }
    by: [TS]
    when: danger in ("grave", "mild")
    fields: [signs]
    evidence: [order]
    due: { within: 48 hours, from: run, origin: TOOL }
    flags:
      - { when: signs.debt = "yes", tell: SUP, because: { fr: Une dette., en: A debt. }, basis: G02 }
    repeatable: true
    protective: true
    basis: S19
`;
const USE = `  - part: ask_signs
    after: [assess]
    when: not(bad_nights = 0)
    basis: [G02]
`;
const FILE = 'shelter/1.0.0/protocol.yaml';
const using = (use = USE) =>
  exchange(
    exchange(PROTOCOL, 'ordered_on, signs]', 'ordered_on]'),
    '  - id: night\n',
    `${use}  - id: night\n`,
  );

function load(use = USE, parts = PARTS) {
  const files = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'parts.yaml': parts, [FILE]: using(use) };
  return loadLibrary(files, '');
}

function stepOf(use?: string, parts?: string) {
  return load(use, parts).documents[0]?.steps.find(({ part }) => part === 'ask_signs');
}

const findings = (parts: string, protocol = using()) =>
  problemsWith({ 'parts.yaml': parts, [FILE]: protocol }).map(
    ({ file, line, column, code }) => `${file} ${line}:${column} ${code}`,
  );

describe('a part at its place', () => {
  it('is a step like another, with the words and rules of parts.yaml', () => {
    expect(findings(PARTS)).toEqual([]);
    expect(stepOf()).toMatchObject({
      id: 'ask_signs',
      part: 'ask_signs',
      code: 'P9',
      title: { fr: 'Signes', en: 'Signs' },
      after: ['assess'],
      fields: ['signs'],
      protective: true,
      when: '(danger in ("grave", "mild")) and (not(bad_nights = 0))',
      evidence: ['order'],
      basis: ['S19', 'G02'],
      repeatable: { newFacts: false },
      due: { within: '48 hours' },
    });
  });

  it('takes from its use the id, code, period, second person, waiver and repetition', () => {
    const use = `${USE}    id: signs_again
    code: P9.9
    due: { within: 3 hours, from: run, origin: TOOL }
    approvedBy: { role: SUP }
    repeatable: false
    waivable: { with: reason, reasons: no_danger }
`;
    expect(stepOf(use)).toMatchObject({
      id: 'signs_again',
      code: 'P9.9',
      due: { within: '3 hours', owner: 'ours', late: [] },
      approvedBy: { role: 'SUP' },
      repeatable: false,
      waivable: 'with-reason',
      waiverReasons: 'no_danger',
    });
    expect(findings(PARTS, using(use))).toEqual([]);
  });

  it('joins `unless` by or, so that either takes the step away', () => {
    const parts = exchange(PARTS, 'when: danger in ("grave", "mild")', 'unless: danger = "none"');
    expect(stepOf(exchange(USE, 'when: not(', 'unless: not('), parts)?.unless).toBe(
      '(danger = "none") or (not(bad_nights = 0))',
    );
  });

  it('counts in the hash: another part is another protocol', () => {
    const hash = (parts: string) =>
      load(USE, parts).documents.map((document) => protocolHash(document, (text) => text))[0];
    expect(hash(PARTS)).not.toBe(hash(exchange(PARTS, 'fr: Regarder.', 'fr: Voir.')));
    expect(hash(PARTS)).toBe(hash(`# a remark\n${PARTS}`));
  });

  it('counts for other protocols for a while, unless it decides or nothing ends that', () => {
    const valid = (words: string) =>
      exchange(PARTS, '    basis: S19\n', `    valid: ${words}\n    basis: S19\n`);
    const codes = (parts: string, protocol = using()) =>
      findings(parts, protocol).map((it) => it.split(' ').at(-1));
    const sound = valid('{ for: 24 hours, until: [danger] }');
    expect(codes(sound)).toEqual([]);
    expect(stepOf(USE, sound)?.valid).toEqual({ for: '24 hours', until: ['danger'] });
    expect(codes(valid('{ for: 24 hours }'))).toEqual(['counts-after-exposure']);
    expect(codes(valid('{ for: 24 hours, until: [dangr] }'))).toEqual(['unknown-fact']);
    expect(codes(sound, using(`${USE}    approvedBy: { role: SUP }\n`))).toEqual(['counts-only-here']);
    expect(codes(exchange(sound, 'kind: checklist', 'kind: decision'))).toContain('counts-only-here');
    expect(codes(valid('{ for: a while, until: [danger] }'))).toEqual(['malformed']);
  });

  it('may be used twice under two ids', () => {
    const twice = `${USE}${exchange(USE, '    after', '    id: again\n    after')}`;
    expect(findings(PARTS, using(twice))).toEqual([]);
    expect(findings(PARTS, using(USE + USE))).toContainEqual(expect.stringContaining('duplicate-id'));
  });
});

describe('what is refused of a part', () => {
  const inUse: readonly (readonly [code: string, part: string, by: string, at: string])[] = [
    ['unknown-part', 'part: ask_signs', 'part: ask_sign', 'ask_sign\n'],
    ['part-says-it', 'after: [assess]', 'title: { fr: a, en: a }', 'title: { fr: a'],
    ['part-says-it', 'after: [assess]', 'protective: false', 'protective: false'],
    ['part-says-it', 'after: [assess]', 'fields: [birth]', 'fields: [birth]'],
    ['unknown-key', 'after: [assess]', 'afte: [assess]', 'afte:'],
    ['when-and-unless', 'when: not(', 'unless: not(', 'unless: not('],
    ['unknown-step', 'after: [assess]', 'after: [asses]', 'asses]'],
    ['expression', 'not(bad_nights = 0)', 'not(bad_night = 0)', 'bad_night = 0'],
    ['unknown-basis', 'basis: [G02]', 'basis: [G03]', '[G03]'],
  ];
  it.each(inUse)('in its use, %s: %j → %j', (code, part, by, at) => {
    const text = using(exchange(USE, part, by));
    expect(findings(PARTS, text)).toContain(`${FILE} ${placeOf(text, at)} ${code}`);
  });

  const inPart: readonly (readonly [code: string, part: string, by: string, at: string])[] = [
    ['unknown-fact', 'fields: [signs]', 'fields: [sign]', 'sign]'],
    ['unknown-fact', 'fields: [signs]', 'fields: [signs, place]', 'place]'],
    ['expression', 'when: danger in ("grave", "mild")', 'when: at_risk', 'at_risk'],
    ['expression', 'when: danger in ("grave", "mild")', 'when: done(assess)', 'done('],
    ['expression', 'when: danger in ("grave", "mild")', 'when: started(shelter)', 'started('],
    ['expression', 'signs.debt', 'signs.dept', 'dept'],
    ['unknown-kind-of-evidence', '[order]', '[ordr]', 'ordr'],
    ['unknown-basis', 'repeatable: true\n    protective: true\n    basis: S19', 'basis: S20', 'S20'],
    ['refused-word', 'fr: Regarder.', 'fr: Elle est consentante.', '{ fr: Elle'],
    ['step-without-basis', '    basis: S19\n', '', 'kind: checklist'],
    ['unknown-key', 'kind: checklist', 'kind: checklist\n    after: [assess]', 'after:'],
    ['malformed-name', 'ask_signs:', 'ask-signs:', 'ask-signs:'],
  ];
  it.each(inPart)('in parts.yaml, %s: %j → %j, said once', (code, part, by, at) => {
    const parts = exchange(PARTS, part, by);
    const twice = `${USE}${exchange(USE, '    after', '    id: again\n    after')}`;
    const found = findings(parts, using(twice)).filter((it) => it.endsWith(` ${code}`));
    expect(found).toEqual([`parts.yaml ${placeOf(parts, at)} ${code}`]);
  });

  it('a part that no protocol uses is a warning', () => {
    const found = problemsWith({ 'parts.yaml': PARTS });
    expect(found.map(({ code, severity, file, line }) => [file, line, code, severity])).toEqual([
      ['parts.yaml', 3, 'unused-part', 'warning'],
    ]);
  });

  it('proposes the nearest name, and says when there is no such file', () => {
    const unknown = (parts: string | undefined) =>
      problemsWith({ ...(parts && { 'parts.yaml': parts }), [FILE]: using(exchange(USE, 'signs', 'sings')) });
    expect(unknown(PARTS).find(({ code }) => code === 'unknown-part')?.remedy.en).toBe('Write `ask_signs`.');
    expect(unknown(undefined).find(({ code }) => code === 'unknown-part')?.remedy.en).toContain('parts.yaml');
  });

  it('a file that cannot be read is said in that file alone', () => {
    expect(findings('parts: [')).toEqual([expect.stringMatching(/^parts\.yaml 1:\d+ yaml$/)]);
  });

  it('a field that only another step writes is refused where the part is used', () => {
    const parts = exchange(PARTS, 'fields: [signs]', 'fields: [signs, danger]');
    expect(findings(parts)).toEqual([`${FILE} ${placeOf(using(), 'part: ask_signs')} not-the-writer`]);
  });
});

it('joins the English of parts.en.yaml', () => {
  const parts = exchange(PARTS, '{ fr: Regarder., en: Look. }', 'Regarder.');
  const { documents } = loadLibrary({
    'facts.yaml': FACTS,
    'sources.yaml': SOURCES,
    'parts.yaml': parts,
    'parts.en.yaml': 'of: parts@1\nparts: { ask_signs: { guidance: See for yourself. } }\n',
    [FILE]: using(),
  });
  const step = documents[0]?.steps.find(({ part }) => part === 'ask_signs');
  expect(step?.guidance).toEqual({ fr: 'Regarder.', en: 'See for yourself.' });
});
