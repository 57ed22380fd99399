import { exchange, FACTS, PROTOCOL, problemsWith } from '../../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';

/** What the checker says of the reason `explained` for *no danger*, contradicted by this. */
function said(contradictedBy: string): readonly string[] {
  const facts = exchange(
    FACTS,
    'explained: { fr: expliqué, en: explained }',
    `explained: { label: { fr: expliqué, en: explained }, contradictedBy: '${contradictedBy}' }`,
  );
  return problemsWith({ 'facts.yaml': facts }).map(({ code, severity }) => `${severity}: ${code}`);
}

describe('a condition that contradicts a reason', () => {
  it.each([
    'any(signs, "yes")',
    'signs.debt = "yes" or signs.phone = "yes"',
    'reached(majority)',
    'danger = "none" and signs.debt = "yes"',
  ])('%s: decides something', (it) => expect(said(it)).toEqual([]));

  it.each([
    'danger = "none"',
    'danger in ("mild", "none")',
    'not(danger = "grave")',
    'signs.debt = "yes" or signs.debt = "no"',
    'danger = "none" or signs.debt = "yes"',
  ])('%s: is always triggered by the answer that it is given for', (it) =>
    expect(said(it)).toEqual(['error: reason-always-contradicted']),
  );

  it.each(['danger = "grave"', 'danger = "mild" and signs.debt = "yes"'])(
    '%s: can never be triggered by it',
    (it) => expect(said(it)).toEqual(['error: reason-never-contradicted']),
  );
});

describe('reasons for opposites', () => {
  const OF = 'reasons: { none: no_danger }';
  const TWO = FACTS.replace('reasons:\n', 'reasons:\n  danger: { seen: { fr: vu, en: seen } }\n');
  const codes = (facts: string, reasons: string) =>
    problemsWith({ 'facts.yaml': facts, [FILE]: exchange(PROTOCOL, OF, reasons) }).map(({ code }) => code);

  it('refuses one list for the answer that protects least and for another', () =>
    expect(codes(FACTS, 'reasons: { grave: no_danger, none: no_danger }')).toContain(
      'reasons-for-opposites',
    ));

  it('takes one list for answers above the last', () =>
    expect(codes(TWO, 'reasons: { grave: danger, mild: danger, none: no_danger }')).toEqual([]));
});
