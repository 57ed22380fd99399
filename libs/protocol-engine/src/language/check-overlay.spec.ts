import { applyOverlay } from './apply-overlay';
import { loadLibrary } from './load-library';
import { loadOverlay } from './load-overlay';
import { exchange, FACTS, placeOf, PROTOCOL, problemsWith, SOURCES } from './testing/small-library';

const FILE = 'shelter/1.0.0/overlays/93.yaml';
const OVERLAY = `overlay:
  of: shelter@1
  territory: "93"
  tighten:
    limits: { NIGHTS: 3 }
    due: { assess: { within: 24 hours } }
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
  ['missing-translation', '{ fr: Appeler, en: Call }', 'Appeler', 'Appeler'],
  ['duplicate-id', 'id: call_referent', 'id: night', 'night'],
  ['unknown-step', 'after: [assess]', 'after: [asses]', 'asses]'],
  ['overlay-decides', 'fields: [birth]', 'fields: [place]', 'place'],
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
    expect(merged.limits['NIGHTS']).toMatchObject({ value: 3, origin: 'TOOL' });
    expect(merged.steps.find(({ id }) => id === 'assess')?.due).toMatchObject({
      within: '24 hours',
      origin: 'TOOL',
    });
    expect(merged.steps.map(({ id }) => id)).toEqual([...base.steps.map(({ id }) => id), 'call_referent']);
    expect(merged.safeguards.at(-1)?.id).toBe('always-a-referent');
    expect(merged.limits['MAJ']).toEqual(base.limits['MAJ']);
  });
});
