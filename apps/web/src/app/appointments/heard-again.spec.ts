import { screen } from '@testing-library/dom';
import type { Appointment, AppointmentOutline, Appointments, NextHearing } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { NextAppointment } from './next-appointment';

const NEXT: AppointmentOutline = {
  ...{ id: 'a1', kind: 'hearing', state: 'planned', day: '2026-03-12', hour: '09:00', minutes: null },
  ...{ missing: [], clashes: [] },
};
const SAID: Appointment = {
  ...{
    ...NEXT,
    version: 1,
    reason: null,
    from: null,
    place: null,
    withWhom: null,
    escortAccount: null,
    escort: null,
  },
  ...{ interpreter: 'no', interpreterFound: 'unknown', language: null, third: 'named', thirdWords: null },
  ...{ whyAgain: null, told: 'yes', notes: null, outcome: null, at: '2026-03-01T09:00:00Z' },
  by: { id: 'l1', name: 'Léa' },
};
const hearing = (change: Partial<NextHearing>): NextHearing => ({
  ...{ id: 'a1', nth: 2, isRepeat: 'yes', isJustified: false },
  ...change,
});

describe('the next appointment on the page of a case', () => {
  afterEach(() => document.body.replaceChildren());

  async function shown(
    kind: AppointmentOutline['kind'],
    of: NextHearing[],
    whyAgain: Appointment['whyAgain'] = null,
  ) {
    const api = await prepare();
    await openPage(NextAppointment, { caseFileId: 'c1', next: { ...NEXT, kind } });
    await settled();
    if (kind !== 'hearing' && kind !== 'confrontation') return api;
    const calendar: Appointments = {
      ...{ caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
      ...{
        today: '2026-03-10',
        mayWrite: true,
        escorts: [],
        next: [{ ...SAID, whyAgain }],
        past: [],
        hidden: 0,
      },
      hearings: { count: 1, isComplete: true, next: of },
    };
    (await sent(api, 'GET', '/api/case-files/c1/appointments')).flush(calendar);
    await settled();
    return api;
  }

  it.each(['hearing', 'confrontation'] as const)('says why a child is heard again: %s', async (kind) => {
    await shown(kind, [hearing({ isJustified: true })], 'La première n’a pas été enregistrée.');
    expect(screen.getByText(/au moins la 2ᵉ/)).toBeTruthy();
    expect(screen.getByText(/Entendu à nouveau, pourquoi.*pas été enregistrée/)).toBeTruthy();
  });

  it('says that nobody said why', async () => {
    await shown('hearing', [hearing({})]);
    expect(screen.getByText('Personne n’a dit pourquoi.')).toBeTruthy();
  });

  it('says that it was said, and no word of it, to who may not read it', async () => {
    await shown('hearing', [hearing({ isJustified: true })], { redacted: true, ask: 'ASE' });
    expect(screen.getByText('Pourquoi est dit à son rendez-vous.')).toBeTruthy();
    expect(screen.queryByText('Personne n’a dit pourquoi.')).toBeNull();
  });

  it('says that it is not known whether the child was heard before', async () => {
    await shown('hearing', [hearing({ nth: 1, isRepeat: 'unknown' })]);
    expect(screen.getByText(/On ne sait pas si l’enfant a déjà été entendu/)).toBeTruthy();
  });

  it('says nothing of a first hearing, of another one, nor to whom hearings are closed', async () => {
    await shown('hearing', [hearing({ nth: 1, isRepeat: 'no' }), hearing({ id: 'a2' })]);
    expect(screen.queryByText(/au moins/)).toBeNull();
  });

  it('asks for no calendar where it is no hearing', async () => {
    const api = await shown('medical', []);
    api.expectNone('/api/case-files/c1/appointments');
  });
});
