import { applyOverlay } from './apply-overlay';
import { isNewer } from '../versions/compare-versions';
import { loadLibrary } from '../load/load-library';
import { localDocuments, localVersion } from './local-documents';
import { loadOverlay } from './load-overlay';
import { exchange, FACTS, placeOf, PROTOCOL, problemsWith, SOURCES } from '../testing/small-library';

const FILE = 'shelter/1.0.0/overlays/93.yaml';
const OVERLAY = `overlay:
  of: shelter@1
  territory: "93"
  tighten:
    limits: { NIGHTS: 3 }
    due: { assess: { within: 24 hours } }
    approvals: { find_place: { role: SUP } }
  add:
    steps:
      - id: call_referent
        kind: referral
        title: { fr: Appeler, en: Call }
        guidance: { fr: Le jour même., en: The same day. }
        by: [TS]
        after: [assess]
        fields: [birth]
        basis: S19
    safeguards:
      - { id: always-a-referent, always: not(at_risk) or started(shelter), basis: G02 }
`;

const FAULTS: readonly (readonly [code: string, part: string, by: string, at: string])[] = [
  ['unknown-protocol', 'shelter@1', 'shelter@2', 'shelter@2'],
  ['unknown-key', 'add:', 'remove:', 'remove:'],
  ['unknown-key', 'due: {', 'when: {', 'when: {'],
  ['unknown-key', '    safeguards:', '    outcomes:', 'outcomes:'],
  ['unknown-key', '{ within: 24 hours }', '{ within: 24 hours, owner: outside }', 'owner'],
  ['unknown-limit', 'NIGHTS: 3', 'NIGHT: 3', 'NIGHT:'],
  ['overlay-loosens', 'NIGHTS: 3', 'NIGHTS: 6', '6 }'],
  ['overlay-loosens', 'NIGHTS: 3', 'NIGHTS: 5', '5 }'],
  ['limit-is-fixed', 'NIGHTS: 3', 'MAJ: 217', 'MAJ'],
  ['unknown-step', 'due: { assess:', 'due: { asses:', 'asses:'],
  ['unknown-step', 'due: { assess:', 'due: { night:', 'night:'],
  ['overlay-loosens', '24 hours', '48 hours', '48 hours'],
  ['overlay-loosens', '24 hours', '2 days', '2 days'],
  ['overlay-loosens', '24 hours', '3 months', '3 months'],
  ['deadline-is-fixed', 'due: { assess:', 'due: { judge:', 'judge:'],
  ['unknown-step', 'find_place: { role', 'find_plce: { role', 'find_plce:'],
  ['approval-is-fixed', 'find_place: { role', 'assess: { role', 'assess: { role'],
  ['unknown-word', 'role: SUP', 'role: SUB', 'SUB'],
  ['other-folder', 'of: shelter@1', 'of: house@1', 'house@1'],
  ['overlay-decides', 'fields: [birth]', 'adds: nights\n        fields: [nights.safe]', 'nights.safe'],
  ['missing-translation', '{ fr: Appeler, en: Call }', 'Appeler', 'Appeler'],
  ['duplicate-id', 'id: call_referent', 'id: night', 'night'],
  ['unknown-step', 'after: [assess]', 'after: [asses]', 'asses]'],
  ['overlay-decides', 'fields: [birth]', 'fields: [place]', 'place]'],
  ['not-the-writer', 'fields: [birth]', 'fields: [danger]', 'danger'],
  ['step-without-basis', '        basis: S19\n', '', 'id: call_referent'],
  ['expression', 'not(at_risk)', 'not(at_rsk)', 'at_rsk'],
];

describe('checkOverlay', () => {
  it('takes one that adds and tightens', () => {
    expect(problemsWith({ [FILE]: OVERLAY })).toEqual([]);
  });

  it.each(FAULTS)('%s: %j → %j', (code, part, by, at) => {
    const text = exchange(OVERLAY, part, by);
    const found = problemsWith({ [FILE]: text }).filter((problem) => problem.code === code);
    expect(found.map(({ file, line, column }) => `${file} ${line}:${column}`)).toContain(
      `${FILE} ${placeOf(text, at)}`,
    );
  });

  it.each(['at once', 'end of day', '12 hours'])('takes %s for shorter than 48 hours', (within) => {
    expect(problemsWith({ [FILE]: exchange(OVERLAY, '24 hours', within) })).toEqual([]);
  });
});

describe('what an overlay may not do', () => {
  it('is refused with what it may', () => {
    const [found] = problemsWith({ [FILE]: exchange(OVERLAY, 'add:', 'replaces:') });
    expect(found?.remedy.en).toContain('a new version of the protocol');
  });

  it('reaches no version before the one that it was written for', () => {
    const newer = exchange(PROTOCOL, 'version: 1.0.0', 'version: 1.1.0');
    const only = exchange(newer, 'NIGHTS: { value: 5', 'NIGHTS: { value: 2').replaceAll(
      '>= NIGHTS',
      '> NIGHTS',
    );
    const files = { 'shelter/1.1.0/protocol.yaml': only };
    const loosens = (path: string) =>
      problemsWith({ ...files, [path]: OVERLAY }).filter(({ code }) => code === 'overlay-loosens').length;
    expect(loosens(FILE)).toBe(1);
    expect(loosens('shelter/1.1.0/overlays/93.yaml')).toBe(1);
    expect(
      problemsWith({ 'shelter/1.1.0/protocol.yaml': newer, 'shelter/1.1.0/overlays/93.yaml': OVERLAY }),
    ).toEqual([]);
  });

  it('has a number of its own in its territory', () => {
    const second = 'shelter/1.0.0/overlays/93-second.yaml';
    const numbered = exchange(OVERLAY, 'territory: "93"', 'territory: "93"\n  number: 2');
    const codes = (text: string) => problemsWith({ [FILE]: OVERLAY, [second]: text }).map(({ code }) => code);
    expect(codes(numbered)).toEqual([]);
    expect(codes(OVERLAY)).toEqual(['duplicate-version']);
    expect(codes(exchange(OVERLAY, '"93"', '"75"'))).toEqual([]);
  });
});

describe('applyOverlay', () => {
  const { documents } = loadLibrary({
    'facts.yaml': FACTS,
    'sources.yaml': SOURCES,
    'shelter/1.0.0/protocol.yaml': PROTOCOL,
  });
  const { overlay } = loadOverlay(OVERLAY, FILE);

  it('tightens and adds, and never shows its own numbers as law', () => {
    const [base] = documents;
    if (!base || !overlay) throw new Error('The fixture must load.');
    const merged = applyOverlay(base, overlay);
    expect(merged.version).toBe('1.0.0+93');
    expect(merged.limits['NIGHTS']).toMatchObject({ value: 3, origin: 'TOOL', tightenedBy: '93' });
    expect(merged.steps.find(({ id }) => id === 'assess')?.due).toMatchObject({
      within: '24 hours',
      origin: 'TOOL',
      overlay: '93',
    });
    expect(merged.steps.at(-1)?.overlay).toBe('93');
    expect(merged.safeguards.at(-1)?.overlay).toBe('93');
    expect(merged.steps.map(({ id }) => id)).toEqual([...base.steps.map(({ id }) => id), 'call_referent']);
    expect(merged.safeguards.at(-1)?.id).toBe('always-a-referent');
    expect(merged.limits['MAJ']).toEqual(base.limits['MAJ']);
  });

  it('adds a second person, who sees it afterwards: nothing waits for a local rule', () => {
    const [base] = documents;
    if (!base || !overlay) throw new Error('The fixture must load.');
    const step = applyOverlay(base, overlay).steps.find(({ id }) => id === 'find_place');
    expect(step?.approvedBy).toEqual({ role: 'SUP', effect: 'at-once', overlay: '93' });
  });

  it('asks a second person always where the protocol asks in some cases', () => {
    const some = exchange(
      PROTOCOL,
      '    evidence: [order]\n',
      '    evidence: [order]\n    approvedBy: { role: SUP, when: place = "no" }\n',
    );
    expect(problemsWith({ 'shelter/1.0.0/protocol.yaml': some, [FILE]: OVERLAY })).toEqual([]);
    const other = problemsWith({
      'shelter/1.0.0/protocol.yaml': some,
      [FILE]: exchange(OVERLAY, 'role: SUP', 'role: PSY'),
    });
    expect(other.map(({ code }) => code)).toEqual(['overlay-loosens']);
  });
});

describe('versions of a territory', () => {
  const { documents } = loadLibrary({
    'facts.yaml': FACTS,
    'sources.yaml': SOURCES,
    'shelter/1.0.0/protocol.yaml': PROTOCOL,
    'shelter/1.1.0/protocol.yaml': exchange(PROTOCOL, 'version: 1.0.0', 'version: 1.1.0'),
  });
  const overlays = [
    OVERLAY,
    exchange(OVERLAY, '"93"', '"93"\n  number: 2'),
    exchange(OVERLAY, '"93"', '"974"'),
  ].flatMap((text) => loadOverlay(text, 'shelter/1.1.0/overlays/x.yaml').overlay ?? []);
  const local = localDocuments(documents, overlays);

  it('are documents beside the others, under names of their own', () => {
    expect(local.map(({ version }) => version)).toEqual(['1.1.0+93', '1.1.0+93.2', '1.1.0+974']);
  });

  it('are found by territory, the last overlay first', () => {
    const known = [...documents, ...local].map(({ version }) => version);
    expect(localVersion('1.1.0', '93', known)).toBe('1.1.0+93.2');
    expect(localVersion('1.1.0', '974', known)).toBe('1.1.0+974');
    expect(localVersion('1.1.0', '75', known)).toBe('1.1.0');
    expect(localVersion('1.0.0', '93', known)).toBe('1.0.0');
  });

  it('are no newer than the version that they are made of', () => {
    expect(isNewer('1.1.0+93', '1.1.0')).toBe(false);
    expect(isNewer('1.1.0', '1.1.0+93')).toBe(false);
    expect(isNewer('1.2.0', '1.1.0+93')).toBe(true);
  });
});
