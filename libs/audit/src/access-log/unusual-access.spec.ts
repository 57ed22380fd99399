import fc from 'fast-check';
import type { UnusualCode } from '../closed-lists/access-event-kinds';
import type { AccessEvent } from './access-event';
import { MANY, NIGHT, type AccessContext, unusualAccess, unusualWords } from './unusual-access';

const hourOf = (at: number, zone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));

/** Ten in the morning in Paris, by somebody of the team. */
const ordinary: AccessEvent = {
  at: Date.parse('2026-03-12T10:00:00+01:00'),
  type: 'case-file.read',
  purpose: 'care',
  outcome: 'done',
  isListed: false,
  reader: 'Camille Exemple',
  belongs: true,
  opened: 1,
};
const PARIS: AccessContext = { zone: 'Europe/Paris', names: [] };
const of = (change: Partial<AccessEvent>, at: AccessContext = PARIS): readonly UnusualCode[] =>
  unusualAccess({ ...ordinary, ...change }, at, hourOf);

describe('an unusual access event', () => {
  it('an ordinary one is none', () => {
    expect(of({})).toEqual([]);
  });

  it.each([
    ['2026-03-12T05:59:59+01:00', true],
    ['2026-03-12T06:00:00+01:00', false],
    ['2026-03-12T20:59:59+01:00', false],
    ['2026-03-12T21:00:00+01:00', true],
    // The hour of the wall, in summer as in winter.
    ['2026-07-12T04:30:00Z', false],
    ['2026-01-12T04:30:00Z', true],
  ])('%s at night: %s', (at, isNight) => {
    expect(of({ at: Date.parse(at) }).includes('night')).toBe(isNight);
  });

  it('night is where the case is', () => {
    const at = Date.parse('2026-03-12T03:00:00Z');
    expect(of({ at })).toEqual(['night']);
    expect(of({ at }, { zone: 'Indian/Reunion', names: [] })).toEqual([]);
  });

  it('a list says nothing of the one case that it showed at night or with many others', () => {
    const at = Date.parse('2026-03-12T23:00:00+01:00');
    expect(of({ isListed: true, at, opened: MANY.cases })).toEqual([]);
    expect(of({ isListed: true, belongs: false })).toEqual(['outside']);
  });

  it('outside the team, but for an auditor in a mission', () => {
    expect(of({ belongs: false })).toEqual(['outside']);
    expect(of({ belongs: false, purpose: 'audit' })).toEqual([]);
  });

  it('nor from outside for a service that was asked for a place, as far as it looks at that', () => {
    const asked: Partial<AccessEvent> = { belongs: false, isListed: true };
    expect(of({ ...asked, type: 'capacity.received' })).toEqual([]);
    for (const type of ['capacity.list', 'referral.list'])
      expect(of({ ...asked, type })).toEqual(['outside']);
  });

  it('many in a row, from the figure on', () => {
    expect(of({ opened: MANY.cases - 1 })).toEqual([]);
    expect(of({ opened: MANY.cases })).toEqual(['many']);
  });

  it.each([
    ['Camille Martin', ['Martin'], true],
    ['Camille Martin', ['MARTÍN-DUPONT'], true],
    ['Camille Dupont-Martin', ['Inès Martin'], true],
    ['Martin', ['Martin'], false],
    ['Martin Exemple', ['Martin'], false],
    ['Anna Le', ['Le Goff'], false],
    ['Camille Martin', ['Martinez'], false],
    ['Camille Martin', [], false],
    ['Олена Шевченко', ['Shevchenko'], true],
  ])('%s beside %j: %s', (reader, names, isShared) => {
    expect(of({ reader }, { ...PARIS, names }).includes('same-name')).toBe(isShared);
  });

  it('refused or by break-glass, however ordinary the rest', () => {
    expect(of({ outcome: 'refused' })).toEqual(['refused']);
    expect(of({ type: 'break-glass.open' })).toEqual(['break-glass']);
  });

  it('of somebody whom nobody knows any more tells what can be told', () => {
    expect(of({ reader: null, belongs: false }, { ...PARIS, names: ['Martin'] })).toEqual(['outside']);
  });

  it('has each reason at most once, in one order, and words for it', () => {
    const accessEvent = fc.record({
      at: fc.integer({ min: 0, max: 4e12 }),
      type: fc.constantFrom('case-file.read', 'break-glass.open', 'worklist.read'),
      purpose: fc.constantFrom('care', 'audit', 'supervision'),
      outcome: fc.constantFrom('done', 'refused'),
      isListed: fc.boolean(),
      reader: fc.option(fc.constantFrom('Camille Martin', 'René'), { nil: null }),
      belongs: fc.boolean(),
      opened: fc.integer({ min: 0, max: 40 }),
    });
    const order: readonly UnusualCode[] = ['refused', 'break-glass', 'outside', 'same-name', 'many', 'night'];
    fc.assert(
      fc.property(
        accessEvent,
        fc.constantFrom('Europe/Paris', 'America/Cayenne', 'Pacific/Noumea'),
        (it, zone) => {
          const found = unusualAccess(it, { zone, names: ['Martin'] }, hourOf);
          expect(found).toEqual(order.filter((code) => found.includes(code)));
          const hour = hourOf(it.at, zone);
          expect(found.includes('night')).toBe(!it.isListed && (hour >= NIGHT.from || hour < NIGHT.to));
          for (const code of found)
            expect(unusualWords(code, it)).toEqual({ fr: expect.any(String), en: expect.any(String) });
        },
      ),
    );
  });

  it('more never makes it less unusual', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (opened, more) => {
        expect(of({ opened: opened + more })).toEqual(expect.arrayContaining([...of({ opened })]));
      }),
    );
  });
});
