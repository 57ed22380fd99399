import * as fc from 'fast-check';
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_STATES,
  isToCome,
  SURE_OR_NOT,
  THIRD_PERSONS,
  TOLD,
} from './closed-lists';
import { clashesOf, type TimedAppointment } from './clashes-of';
import { languagesNeedInterpreter, missingOf, type SettledParts } from './missing-of';
import { nextHearings } from './next-hearing';

const SETTLED: SettledParts = {
  ...{ kind: 'hearing', state: 'planned', isWholeDay: false, hasEscort: true, interpreter: 'no' },
  ...{ interpreterFound: 'unknown', third: 'named', told: 'yes' },
};

describe('what is missing of an appointment', () => {
  it('is nothing once everything is settled, and each part by itself', () => {
    expect(missingOf(SETTLED, 'no')).toEqual([]);
    expect(missingOf({ ...SETTLED, third: 'not-settled' }, 'no')).toEqual(['third-person']);
    expect(missingOf({ ...SETTLED, third: null }, 'no')).toEqual(['third-person']);
    expect(missingOf({ ...SETTLED, third: 'by-decision' }, 'no')).toEqual([]);
    expect(missingOf({ ...SETTLED, hasEscort: false }, 'no')).toEqual(['escort']);
    expect(missingOf({ ...SETTLED, interpreter: 'unknown' }, 'no')).toEqual(['interpreter']);
    expect(missingOf({ ...SETTLED, interpreter: 'yes' }, 'no')).toEqual(['interpreter-not-found']);
    expect(missingOf({ ...SETTLED, interpreter: 'yes', interpreterFound: 'yes' }, 'yes')).toEqual([]);
    expect(missingOf({ ...SETTLED, told: 'no' }, 'no')).toEqual(['told']);
    expect(missingOf({ ...SETTLED, isWholeDay: true }, 'no')).toEqual(['hour']);
  });

  it('asks of a case conference no escort and no interpreter, and that the child knows', () => {
    const one: SettledParts = {
      ...SETTLED,
      kind: 'case-conference',
      hasEscort: false,
      interpreter: 'unknown',
    };
    expect(missingOf(one, 'yes')).toEqual([]);
    expect(missingOf({ ...one, told: 'no' }, 'yes')).toEqual(['told']);
    expect(missingOf({ ...one, kind: 'meeting' }, 'yes')).toEqual(['escort', 'interpreter']);
  });

  it('goes by the language that the case tells of, whatever was said', () => {
    expect(missingOf(SETTLED, 'yes')).toEqual(['interpreter']);
    expect(missingOf(SETTLED, 'unknown')).toEqual([]);
    expect(languagesNeedInterpreter([])).toBe('unknown');
    expect(languagesNeedInterpreter(['ro'])).toBe('yes');
    expect(languagesNeedInterpreter(['ro', 'fr-FR'])).toBe('no');
    expect(languagesNeedInterpreter(['frr'])).toBe('yes');
  });

  it('never lacks to say that nobody is beside the child at a hearing that is to come or was held', () =>
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...APPOINTMENT_KINDS),
          state: fc.constantFrom(...APPOINTMENT_STATES),
          ...{
            isWholeDay: fc.boolean(),
            hasEscort: fc.boolean(),
            interpreter: fc.constantFrom(...SURE_OR_NOT),
          },
          ...{ interpreterFound: fc.constantFrom(...SURE_OR_NOT), told: fc.constantFrom(...TOLD) },
          third: fc.constantFrom(...THIRD_PERSONS, null),
        }),
        fc.constantFrom(...SURE_OR_NOT),
        (it, language) => {
          const asks =
            ['hearing', 'confrontation'].includes(it.kind) && (isToCome(it.state) || it.state === 'held');
          const isOpen = it.third === null || it.third === 'not-settled';
          expect(missingOf(it, language).includes('third-person')).toBe(asks && isOpen);
        },
      ),
    ));
});

const at = (hour: number, minute = 0, day = 2): number => Date.UTC(2026, 2, day, hour, minute);
const timed = (id: string, startsAt: number, change: Partial<TimedAppointment> = {}): TimedAppointment => ({
  ...{ id, caseFileId: 'c1', state: 'planned', startsAt, dayEndsAt: at(0, 0, 3), isWholeDay: false },
  ...{ minutes: null, escortId: null },
  ...change,
});

describe('appointments in the way of each other', () => {
  it('are those of one child that overlap, both named; not those that only follow', () => {
    expect(clashesOf([timed('a', at(9)), timed('b', at(9, 59))])).toEqual([
      { id: 'a', withId: 'b', kind: 'child', isSure: true },
      { id: 'b', withId: 'a', kind: 'child', isSure: true },
    ]);
    expect(clashesOf([timed('a', at(9)), timed('b', at(10))])).toEqual([]);
    expect(clashesOf([timed('a', at(9), { minutes: 90 }), timed('b', at(10))])).toHaveLength(2);
  });

  it('are those of one escort with two children, and not of two escorts', () => {
    const other = { caseFileId: 'c2', escortId: 'e1' };
    expect(clashesOf([timed('a', at(9), { escortId: 'e1' }), timed('b', at(9), other)])).toMatchObject([
      { kind: 'escort' },
      { kind: 'escort' },
    ]);
    expect(clashesOf([timed('a', at(9), { escortId: 'e2' }), timed('b', at(9), other)])).toEqual([]);
    expect(clashesOf([timed('a', at(9)), timed('b', at(9), { caseFileId: 'c2' })])).toEqual([]);
  });

  it('are two at which who reads is expected; perhaps, where nobody is named to go along with a child whom they lead', () => {
    for (const [here, there, isSure] of [
      ['yes', 'yes', true],
      ['yes', 'unknown', false],
      ['unknown', 'unknown', false],
    ] as const) {
      const other = { caseFileId: 'c2', readerGoes: there };
      const found = clashesOf([timed('a', at(9), { readerGoes: here }), timed('b', at(9), other)]);
      expect(found).toMatchObject([
        { kind: 'reader', isSure },
        { kind: 'reader', isSure },
      ]);
    }
    const none = { caseFileId: 'c2', readerGoes: 'no' } as const;
    expect(clashesOf([timed('a', at(9), { readerGoes: 'yes' }), timed('b', at(9), none)])).toEqual([]);
  });

  it('may be on a day without an hour, and are not sure then', () => {
    const day = timed('a', at(0), { isWholeDay: true });
    expect(clashesOf([day, timed('b', at(15))])).toMatchObject([{ isSure: false }, { isSure: false }]);
    expect(clashesOf([day, timed('b', at(9, 0, 3))])).toEqual([]);
  });

  it('are in nobody’s way once they are over or cancelled', () => {
    for (const state of APPOINTMENT_STATES)
      expect(clashesOf([timed('a', at(9)), timed('b', at(9), { state })])).toHaveLength(
        isToCome(state) ? 2 : 0,
      );
  });

  it('are with somebody who is away at that hour', () => {
    const it = timed('a', at(9), { escortId: 'e1' });
    const absence = { accountId: 'e1', from: at(0), until: at(9, 1) };
    expect(clashesOf([it], [absence])).toEqual([{ id: 'a', withId: null, kind: 'away', isSure: true }]);
    expect(clashesOf([it], [{ ...absence, until: at(9) }])).toEqual([]);
    expect(clashesOf([it], [{ ...absence, accountId: 'e2' }])).toEqual([]);
  });
});

describe('the hearing that is next', () => {
  const hearing = timed('a', at(9));
  const planned = [
    { ...hearing, kind: 'hearing' as const },
    { ...timed('b', at(9, 0, 1)), kind: 'confrontation' as const },
    { ...timed('c', at(8)), kind: 'medical' as const },
    { ...timed('d', at(8)), kind: 'hearing' as const, state: 'cancelled' as const },
  ];

  it('is a repeat after one that was held or is planned before it', () => {
    expect(nextHearings(planned, { count: 0, isComplete: true })).toEqual([
      { id: 'b', nth: 1, isRepeat: 'no' },
      { id: 'a', nth: 2, isRepeat: 'yes' },
    ]);
    expect(nextHearings(planned, { count: 1, isComplete: false })[0]).toMatchObject({
      nth: 2,
      isRepeat: 'yes',
    });
  });

  it('may be one as long as nobody said that there was none', () => {
    expect(nextHearings(planned, { count: 0, isComplete: false })[0]).toMatchObject({ isRepeat: 'unknown' });
  });
});
