import { fact, outcome, otherwise, protocol, step, words } from '../testing/documents';
import { LOST_KEY, SHARED } from '../testing/lost-key';
import { CHANGED, GROWN, REWORDED, STRICTER } from '../testing/moved-keys';
import type { ProtocolDocument, StepDefinition } from '../documents/document';
import { checkVersionNumber, nextVersion } from './check-version-number';
import type { VersionChange } from './version-diff';
import { diffVersions, protectsLess } from './diff-versions';

const diff = (before: ProtocolDocument, after: ProtocolDocument) => diffVersions(before, after, SHARED);

/** One protective and one other step, one of them changed. */
function changes(more: Partial<StepDefinition>, before: Partial<StepDefinition> = {}, isProtective = true) {
  const made = (it: Partial<StepDefinition>) =>
    protocol('drawer', {
      steps: [step('first'), step('search', { title: words('Search'), protective: isProtective, ...it })],
    });
  return diff(made(before), made({ ...before, ...more })).changes.map(said);
}

const said = ({ what, how, effect, text }: VersionChange) => `${what} ${how} ${effect}: ${text.en}`;
const due = { from: 'run', origin: 'TOOL', owner: 'ours', basis: [], late: [] } as const;

describe('a text', () => {
  const told = (namesNobody?: boolean) =>
    protocol('drawer', {
      facts: [fact('account', 'text', { title: words('Account'), ...(namesNobody && { namesNobody }) })],
    });
  const bearing = (before: ProtocolDocument, after: ProtocolDocument) =>
    diff(before, after).changes.map(said);

  it('that is said to name nobody is masked no more: it protects less', () => {
    expect(bearing(told(), told(true))).toEqual([
      'fact changed protects-less: "Account": whether it names somebody changes.',
    ]);
    expect(bearing(told(true), told())).toEqual([
      'fact changed protects-more: "Account": whether it names somebody changes.',
    ]);
  });
});

describe('deadlines', () => {
  const from8 = { due: { ...due, within: '8 days' } };

  it('longer ones protect less, shorter ones more', () => {
    expect(changes({ due: { ...due, within: '15 days' } }, from8)).toEqual([
      'deadline longer protects-less: Deadline of "Search": 8 days → 15 days, longer.',
    ]);
    expect(changes({ due: { ...due, within: '48 hours' } }, from8)).toEqual([
      'deadline shorter protects-more: Deadline of "Search": 8 days → 48 hours, shorter.',
    ]);
    expect(changes({ due: undefined }, from8)).toEqual([
      'deadline removed protects-less: Deadline of "Search" removed: 8 days.',
    ]);
  });

  it('a duty that comes again protects more, one that comes again later less', () => {
    const every = (...lines: NonNullable<StepDefinition['due']>['every'] & object) => ({
      due: { ...due, within: '8 days', every: lines },
    });
    expect(changes(every({ is: '1 day' }), from8)).toEqual([
      'deadline added protects-more: Deadline of "Search": it now comes again.',
    ]);
    expect(changes(every({ is: '7 days' }), every({ is: '1 day' }))).toEqual([
      'deadline longer protects-less: Deadline of "Search", when it comes again: 1 day → 7 days, longer.',
    ]);
    expect(changes(from8, every({ is: '1 day' }))).toEqual([
      'deadline removed protects-less: Deadline of "Search": it comes again no more.',
    ]);
    expect(
      changes(every({ when: 'found = "no"', is: '7 days' }, { is: '1 day' }), every({ is: '1 day' })),
    ).toEqual(['deadline changed to-review: Deadline of "Search": how often it comes again changes.']);
  });

  it('what waits for the child is for a person to judge', () => {
    expect(changes({ needs: 'child present' })).toEqual([
      'step changed to-review: "Search": what becomes of it while the child is not there changes.',
    ]);
  });

  it('what depends on the day, or counts from elsewhere, is for a person to judge', () => {
    expect(changes({ due: { ...due, within: '5 working days' } }, from8)).toEqual([
      'deadline changed to-review: Deadline of "Search": 8 days → 5 working days, longer or shorter depending on the day.',
    ]);
    expect(
      changes({ due: { ...from8.due, from: 'first', origin: 'LEGAL', owner: 'outside' } }, from8),
    ).toEqual([
      'deadline changed to-review: Deadline of "Search": counts from "first", no longer from the start of the protocol.',
      'deadline changed to-review: Deadline of "Search": its origin changes (TOOL → LEGAL).',
      'deadline changed to-review: Deadline of "Search": it binds an authority, no longer us.',
    ]);
  });
});

describe('conditions', () => {
  it('of a step that protects are told by their shape', () => {
    expect(changes({ when: 'found = "yes" or visitor = "yes"' }, { when: 'found = "yes"' })).toEqual([
      'condition changed protects-more: "Search" applies in more situations.',
    ]);
    expect(changes({ when: 'found = "yes"' })).toEqual([
      'condition added protects-less: "Search" applies in fewer situations.',
    ]);
    expect(changes({ unless: 'found = "yes"' })).toEqual([
      'condition added protects-less: "Search" is left out in more situations.',
    ]);
    expect(changes({ after: ['first'] })).toEqual([
      'condition added protects-less: "Search" now comes after "first".',
    ]);
    expect(changes({ when: 'visitor = "yes"' }, { when: 'found = "yes"' })).toEqual([
      'condition changed to-review: "Search" applies under a condition that was rewritten: to be looked at.',
    ]);
  });

  it('of any other step are for a person to judge, but where the family is contacted', () => {
    expect(changes({ ready: 'found = "yes"' }, {}, false)).toEqual([
      'condition added to-review: "Search" may be done in fewer situations.',
    ]);
    const family = { contacts: 'family', ready: 'visitor = "no" and found = "yes"' } as const;
    expect(changes({ ready: 'visitor = "no"' }, family, false)).toEqual([
      'condition changed protects-less: "Search" may be done in more situations.',
    ]);
  });
});

describe('the second person', () => {
  it('who is gone, or asked less often, protects less', () => {
    expect(changes({ approvedBy: undefined }, { approvedBy: { role: 'SUP' } })).toEqual([
      'approval removed protects-less: "Search" no longer takes a second person\'s agreement.',
    ]);
    expect(
      changes({ approvedBy: { role: 'SUP', when: 'found = "yes"' } }, { approvedBy: { role: 'SUP' } }),
    ).toEqual([
      'approval added protects-less: "Search" takes a second person\'s agreement in fewer situations.',
    ]);
    expect(changes({ waivable: 'with-reason' })).toEqual([
      'step changed protects-less: "Search": it becomes easier to waive.',
    ]);
  });

  it('must not hold up what protects, and should hold up what does not', () => {
    const later = { approvedBy: { role: 'SUP', effect: 'before' } } as const;
    const atOnce = { approvedBy: { role: 'SUP', effect: 'at-once' } } as const;
    expect(changes(later, atOnce)[0]).toContain('protects-less');
    expect(changes(later, atOnce, false)[0]).toContain('protects-more');
  });
});

it('requirements and flags that are gone protect less', () => {
  const guard = { when: 'found = "yes"', because: words('no cellar'), basis: [] };
  const guarded = { requires: [{ ...guard, that: 'visitor = "no"' }], flags: [guard] };
  expect(changes({ requires: [], flags: [] }, guarded)).toEqual([
    'condition removed protects-less: "Search" no longer checks "no cellar".',
    'condition removed protects-less: "Search" no longer flags "no cellar".',
  ]);
  const weaker = { requires: [{ ...guard, that: 'visitor = "no" or found = "no"' }] };
  expect(changes(weaker, guarded)).toEqual([
    'condition changed protects-less: "Search" passes "no cellar" in more situations.',
  ]);
});

describe('of the protocol', () => {
  const made = (more: Partial<Omit<ProtocolDocument, 'facts'>>) => protocol('drawer', more);
  const between = (
    before: Partial<Omit<ProtocolDocument, 'facts'>>,
    after: Partial<Omit<ProtocolDocument, 'facts'>>,
  ) => diff(made(before), made(after)).changes.map(said);

  it('a lost safeguard is the gravest change there is, and comes first', () => {
    const safeguards = [{ id: 'kept', title: words('Nothing is lost'), always: 'found = "yes"', basis: [] }];
    const found = between({ safeguards, steps: [step('a')] }, { steps: [step('a', { title: words('b') })] });
    expect(found[0]).toBe('safeguard removed protects-less: Safeguard lost: "Nothing is lost".');
    expect(
      between(
        { safeguards },
        {
          safeguards: [
            {
              id: 'kept',
              title: words('Nothing is lost'),
              always: 'found = "yes" or visitor = "yes"',
              basis: [],
            },
          ],
        },
      )[0],
    ).toContain('protects-less');
  });

  it('outcomes that protect less, or are reached more easily', () => {
    const full = [outcome('SAFE', 'full', 'found = "yes"'), otherwise('OPEN')];
    const less = [outcome('SAFE', 'less', 'found = "yes"'), otherwise('OPEN')];
    expect(between({ outcomes: full }, { outcomes: less })[0]).toContain('protects-less');
    const easier = [outcome('SAFE', 'less', 'found = "yes" or visitor = "no"'), otherwise('OPEN')];
    expect(between({ outcomes: less }, { outcomes: easier })).toEqual([
      'outcome changed protects-less: The outcome "SAFE" is reached in more situations.',
    ]);
    expect(between({ outcomes: full }, { outcomes: [otherwise('OPEN')] })[0]).toContain('protects-less');
  });

  it('limits by what a département may do with them', () => {
    const limits = (value: number, overlay: 'higher' | 'lower' | 'never') => ({
      limits: { MOST: { value, overlay, basis: [] } },
    });
    expect(between(limits(2, 'lower'), limits(3, 'lower'))[0]).toContain('protects-less');
    expect(between(limits(2, 'higher'), limits(3, 'higher'))[0]).toContain('protects-more');
    expect(between(limits(2, 'never'), limits(3, 'never'))[0]).toContain('to-review');
  });

  it('opens later, less often or not at all protect less', () => {
    const opens = [{ id: 'o', protocol: 'other', when: 'found = "yes"', again: true, basis: [] }];
    const later = [
      { ...opens[0], again: false, delay: { after: '3 days', from: 'run', origin: 'TOOL' } },
    ] as ProtocolDocument['opens'];
    expect(between({ opens }, {})[0]).toContain('opens removed protects-less');
    expect(between({ opens }, { opens: later }).every((it) => it.includes('protects-less'))).toBe(true);
  });

  it('a question that is shared by now is no other question', () => {
    const own = protocol('drawer', { facts: [fact('visitor', 'yes-no', { changes: 'over-time' })] });
    const found = diff(own, protocol('drawer', {})).changes;
    expect(found).toMatchObject([{ what: 'fact', how: 'changed', effect: 'words' }]);
  });
});

describe('what a version has to be called', () => {
  const called = (document: ProtocolDocument) => diff(LOST_KEY, document);

  it('by what changed', () => {
    expect(called(REWORDED).kind).toBe('patch');
    expect(called(GROWN).kind).toBe('minor');
    expect(called(STRICTER).kind).toBe('minor');
    expect(called(CHANGED).kind).toBe('major');
    expect([REWORDED, GROWN, STRICTER].some((it) => protectsLess(called(it)))).toBe(false);
    expect(protectsLess(called(CHANGED))).toBe(true);
  });

  it('a number that says less than what changed, or is not higher, is refused', () => {
    const check = (document: ProtocolDocument, version: string) =>
      checkVersionNumber(called({ ...document, version }))?.code ?? null;
    expect(check(REWORDED, '1.0.1')).toBeNull();
    expect(check(GROWN, '1.0.1')).toBe('version-says-too-little');
    expect(check(GROWN, '1.1.0')).toBeNull();
    expect(check(CHANGED, '1.9.9')).toBe('version-says-too-little');
    expect(check(CHANGED, '2.0.0')).toBeNull();
    expect(check(REWORDED, '1.0.0')).toBe('version-not-newer');
    expect(check(REWORDED, '0.9.0')).toBe('version-not-newer');
    expect(checkVersionNumber(called({ ...GROWN, version: '1.0.1' }))?.remedy.en).toContain('1.1.0');
    expect(nextVersion('1.2.3', 'minor')).toBe('1.3.0');
  });

  it('two protocols are not compared', () => {
    expect(() => diff(LOST_KEY, protocol('other', {}))).toThrow(RangeError);
  });
});
