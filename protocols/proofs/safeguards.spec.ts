import { proveSafeguard, type Solver, startSolver } from '@repere/protocol-verifier';
import { encodingOf, type Fault, libraryWith } from './library';
import { SEARCHED } from './searched';

const LIBRARY = libraryWith();

/** Faults as a pen makes them, each with the safeguard that no longer holds. */
const FAULTS: readonly (readonly [string, Fault])[] = [
  [
    'suspicion-opens-protection',
    {
      protocol: 'identification',
      part: 'when: suspected\n    basis: [S16, P1.6]',
      by: 'when: not(suspected)\n    basis: [S16, P1.6]',
    },
  ],
  [
    'urgency-opens-protection',
    { protocol: 'identification', part: 'when: exposure = "yes"\n', by: 'when: exposure = "no"\n' },
  ],
  [
    'no-sign-needs-two-people',
    {
      protocol: 'identification',
      part: '    decides: victim_status\n    reasons: { confirmed: suspicion, probable: suspicion, possible: suspicion, no_sign: no_sign }\n    approvedBy: { role: SUP }\n',
      by: '',
    },
  ],
  [
    'nobody-waits',
    {
      protocol: 'identification',
      part: '  - id: signs\n',
      by: '  - id: signs\n    when: birth < first_presentation\n',
    },
  ],
  [
    'occasional-is-the-same',
    {
      protocol: 'identification',
      part: '    after: [typology]\n',
      by: '    after: [typology]\n    ready: frequency != "occasional"\n',
    },
  ],
  [
    'same-services-at-every-age',
    {
      protocol: 'protection',
      part: '    unless: safe_place = "yes"\n',
      by: '    unless: safe_place = "yes" or months_between(birth, first_presentation) >= 200\n',
    },
  ],
  [
    'a-child-at-risk-has-a-protective-step',
    {
      protocol: 'protection',
      part: 'state in ("ready", "done-to-approve", "done"))',
      by: 'state in ("done-to-approve", "done"))',
    },
  ],
  [
    'grave-danger-goes-to-the-prosecutor',
    { protocol: 'protection', part: '    prosecutor_anyway\n    or (', by: '    (' },
  ],
  [
    'grave-danger-goes-to-the-prosecutor',
    {
      protocol: 'protection',
      part: 'prosecutor_anyway: danger = "immediate_grave" or crime_facts',
      by: 'prosecutor_anyway: danger = "immediate_grave" and crime_facts',
    },
  ],
  [
    'none-ends-without-a-referral-decision',
    {
      protocol: 'protection',
      part: '    when: at_risk\n    fields: [referral_choice]',
      by: '    when: suspected\n    fields: [referral_choice]',
    },
  ],
  [
    'family-not-contacted-before-the-check',
    {
      protocol: 'protection',
      part: 'ready: family_involved in ("some", "no") and approved(family)',
      by: 'ready: not(family_involved = "yes")',
    },
  ],
  [
    'family-not-contacted-before-the-check',
    {
      protocol: 'protection',
      part: 'ready: family_involved in ("some", "no") and approved(family)',
      by: 'ready: family_involved != "yes" or approved(family)',
    },
  ],
  [
    'nobody-waits',
    {
      protocol: 'protection',
      part: '    unless: safe_place = "yes"\n',
      by: '    unless: safe_place = "yes" or foreign = "no"\n',
    },
  ],
  [
    'a-sign-keeps-the-doubt',
    {
      protocol: 'age-doubt',
      part: 'and all(trafficking_signs, "no")',
      by: 'and not(all(trafficking_signs, "yes"))',
    },
  ],
  [
    'medicine-is-never-enough',
    {
      protocol: 'age-doubt',
      part: 'and toward_adult >= ELEMENTS and no_element_toward_minor and exam in',
      by: 'and exam in',
    },
  ],
  [
    'medicine-is-never-enough',
    {
      protocol: 'age-doubt',
      part: '      and toward_adult >= ELEMENTS and no_element_toward_minor and exam in',
      by: '      and toward_adult > 0 and no_element_toward_minor and exam in',
    },
  ],
  [
    'a-banned-exam-never-counts',
    {
      protocol: 'age-doubt',
      part: 'qualified = "yes" and pubertal = "no"',
      by: 'qualified = "yes" and not(pubertal = "yes" and figure = "point")',
    },
  ],
  [
    'an-open-remedy-changes-nothing',
    {
      protocol: 'age-doubt',
      part: '      doubt_needed = "yes" and no_judicial_decision\n      and papers',
      by: '      doubt_needed = "yes"\n      and papers',
    },
  ],
  [
    'saying-no-to-an-exam-changes-nothing',
    {
      protocol: 'age-doubt',
      part: '    when: last_final = "minor"\n',
      by: '    when: last_final = "minor" and not(some e in exams satisfies e.withdrawn = "yes")\n',
    },
  ],
  [
    'what-protects-does-not-look-at-age',
    {
      protocol: 'age-doubt',
      part: '    unless: doubt_needed = "no"\n    fields: [language_understood',
      by: '    unless: doubt_needed = "no" or papers = "valid"\n    fields: [language_understood',
    },
  ],
  [
    'forgetting-never-harms',
    { protocol: 'age-doubt', part: 'and contests = "no"\n', by: 'and not(answer(contests) = "given")\n' },
  ],
  [
    'no-return-on-an-open-doubt',
    {
      protocol: 'return',
      part: '    when: blocked\n    note',
      by: '    when: family_involved = "yes"\n    note',
    },
  ],
  [
    'nobody-is-sent-on-one-persons-word',
    { protocol: 'return', part: 'left_how = "as_agreed" and approved(left)', by: 'left_how = "as_agreed"' },
  ],
];

describe('safeguards', () => {
  let solver: Solver;
  beforeAll(() => (solver = startSolver()));
  afterAll(() => solver.stop());

  // That the solver proves all others, `properties/proven.spec.ts` says, from one look at all of them.
  it.each(Object.keys(SEARCHED))(
    '%s is more than it can refute, and it knows so',
    async (name) => {
      const [protocol = '', id = ''] = name.split('.');
      const { verdict, isUndecided } = await proveSafeguard(encodingOf(LIBRARY), protocol, id, solver.solve);
      expect({ verdict, isUndecided }).toEqual({ verdict: 'open' });
    },
    120_000,
  );

  it.each(FAULTS)(
    '%s is open with the fault %j',
    async (id, fault) => {
      const { verdict } = await proveSafeguard(
        encodingOf(libraryWith(fault)),
        fault.protocol,
        id,
        solver.solve,
      );
      expect(verdict).toBe('open');
    },
    120_000,
  );
});
