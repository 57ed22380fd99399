import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type {
  Appointment,
  AppointmentPage as Page,
  Appointments,
  OwnAppointment,
  OwnAppointments,
} from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { AppointmentPage } from './appointment-page';
import { AppointmentsPage } from './appointments-page';
import { OwnAppointmentsPage } from './own-appointments-page';
import { hourOf } from './typed-appointment';

const HEAD = { caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' };
const one: Appointment = {
  ...{ id: 'a1', kind: 'hearing', state: 'planned', day: '2026-03-12', hour: '09:00', minutes: null },
  ...{
    missing: ['third-person', 'told'],
    clashes: [{ kind: 'child', isSure: true }],
    version: 3,
    reason: null,
  },
  ...{
    from: null,
    place: 'UAPED',
    withWhom: null,
    escortAccount: null,
    escort: 'Sa tante',
    interpreter: 'unknown',
  },
  ...{
    interpreterFound: 'unknown',
    language: null,
    third: 'not-settled',
    thirdWords: null,
    whyAgain: null,
    told: 'not-yet',
  },
  ...{ notes: null, outcome: null, at: '2026-03-01T09:00:00Z', by: { id: 'l1', name: 'Léa' } },
};
const page = (change: Partial<Appointments> = {}): Appointments => ({
  ...HEAD,
  ...{ today: '2026-03-10', mayWrite: true, escorts: [{ id: 'l1', name: 'Léa' }], next: [one], past: [] },
  hidden: 0,
  hearings: {
    count: 1,
    isComplete: false,
    next: [{ id: 'a1', nth: 2, isRepeat: 'yes', isJustified: false }],
  },
  ...change,
});

describe('the calendar of a case', () => {
  afterEach(() => document.body.replaceChildren());

  const opened = async (shown: Appointments) => {
    const api = await prepare();
    await openPage(AppointmentsPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/appointments')).flush(shown);
    await settled();
    return api;
  };

  it('says in words what is missing, what is in the way, and that a hearing would be a repeat', async () => {
    await opened(page());
    expect(screen.getByText(/^Il manque.*quelqu’un aux côtés de l’enfant.*le dire à l’enfant$/)).toBeTruthy();
    expect(screen.getByText('L’enfant a un autre rendez-vous en même temps.')).toBeTruthy();
    expect(screen.getByText(/^La prochaine serait au moins la 2ᵉ/)).toBeTruthy();
    expect(screen.getByText(/au moins 1 fois, d’après la liste/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Audition' }).getAttribute('href')).toBe(
      '/dossiers/c1/agenda/a1',
    );
  });

  it('asks what became of what is past, and shows no form to who may not write', async () => {
    await opened(page({ today: '2026-03-13', mayWrite: false, hearings: null }));
    expect(screen.getByText(/^La date est passée/)).toBeTruthy();
    expect(screen.queryByText('Ajouter un rendez-vous')).toBeNull();
    expect(screen.queryByText(/d’après la liste/)).toBeNull();
  });

  it('names what a new one needs, then sends it with not settled said as such', async () => {
    const api = await opened(page({ next: [], hearings: null }));
    await userEvent.click(screen.getByText('Ajouter un rendez-vous'));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter' }));
    await settled();
    for (const id of ['kind', 'day', 'interpreter', 'told'])
      expect(document.querySelector(`a[href="#appointment-${id}"]`)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'De quoi s’agit-il' }), 'hearing');
    await userEvent.type(screen.getByRole('textbox', { name: 'Jour' }), '12');
    await userEvent.type(screen.getByRole('textbox', { name: 'Mois' }), '3');
    await userEvent.type(screen.getByRole('textbox', { name: 'Année' }), '2027');
    await userEvent.type(screen.getByRole('textbox', { name: /^À quelle heure/ }), '9h30');
    await userEvent.click(screen.getByRole('radio', { name: 'pas nécessaire' }));
    await userEvent.click(screen.getByRole('radio', { name: 'pas encore' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/appointments')).request;
    expect(body).toEqual({
      ...{ kind: 'hearing', day: '2027-03-12', hour: '09:30', interpreter: 'no', told: 'not-yet' },
      third: 'not-settled',
    });
  });

  it('reads an hour as people write it', () => {
    expect(['9', '9h', '9h30', '09:30', ' 23:59 '].map(hourOf)).toEqual([
      ...['09:00', '09:00', '09:30', '09:30', '23:59'],
    ]);
    expect(['', '24', '9h60', 'midi'].map(hourOf)).toEqual([null, null, null, null]);
  });
});

describe('an appointment', () => {
  afterEach(() => document.body.replaceChildren());

  const opened = async (change: Partial<Appointment> = {}, more: Partial<Page> = {}) => {
    const api = await prepare();
    await openPage(AppointmentPage, { caseFileId: 'c1', appointmentId: 'a1' });
    const shown: Page = {
      ...{ ...HEAD, today: '2026-03-10', mayWrite: true, escorts: [], earlier: [] },
      appointment: { ...one, ...change },
      ...more,
    };
    (await sent(api, 'GET', '/api/case-files/c1/appointments/a1')).flush(shown);
    await settled();
    return api;
  };

  it('can be cancelled alone before it was due, with a reason', async () => {
    const api = await opened();
    await userEvent.click(screen.getByText('Dire ce qu’il en est, ou annuler'));
    expect(screen.queryByRole('radio', { name: 'a eu lieu' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'annulé' }));
    await settled();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pourquoi' }), 'not-safe');
    await userEvent.click(screen.getAllByRole('button', { name: 'Enregistrer' })[0] as HTMLElement);
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/appointments/a1/outcome')).request;
    expect(body).toEqual({ version: 3, state: 'cancelled', reason: 'not-safe' });
  });

  it('is corrected from what stands; what the reader does not see stays', async () => {
    const api = await opened({ place: { redacted: true, ask: 'supervisor' } });
    expect(screen.getByText('non affiché : demandez à votre responsable')).toBeTruthy();
    await userEvent.click(screen.getByText('Déplacer ou corriger'));
    expect(screen.getAllByText(/^Ce qui est écrit ne vous est pas montré/)).toHaveLength(1);
    await userEvent.click(screen.getAllByRole('button', { name: 'Enregistrer' })[1] as HTMLElement);
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/appointments/a1/changes')).request;
    expect(body).toMatchObject({ version: 3, day: '2026-03-12', hour: '09:00', escort: 'Sa tante' });
    expect(body).not.toHaveProperty('place');
  });

  it('asks of a journey where it begins, and of nothing else', async () => {
    const api = await opened({ kind: 'transport', from: 'Gare du Nord', place: 'Foyer' });
    expect(screen.getByText('Gare du Nord')).toBeTruthy();
    await userEvent.click(screen.getByText('Déplacer ou corriger'));
    const from = screen.getByRole<HTMLInputElement>('textbox', { name: 'Départ' });
    expect([from.value, screen.getByRole<HTMLInputElement>('textbox', { name: 'Arrivée' }).value]).toEqual([
      'Gare du Nord',
      'Foyer',
    ]);
    await userEvent.click(screen.getAllByRole('button', { name: 'Enregistrer' })[1] as HTMLElement);
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/appointments/a1/changes')).request;
    expect(body).toMatchObject({ kind: 'transport', from: 'Gare du Nord', place: 'Foyer' });
  });

  it('of a conference that took place is not offered to be cancelled, and says why', async () => {
    await opened({ kind: 'case-conference', state: 'held' });
    expect(screen.queryByText('Dire ce qu’il en est, ou annuler')).toBeNull();
    expect(screen.getByText(/^Cette concertation a eu lieu/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ouvrir la concertation' }).getAttribute('href')).toBe(
      '/dossiers/c1/concertations/a1',
    );
  });

  it('of a conference that is to come is', async () => {
    await opened({ kind: 'case-conference' });
    expect(screen.getByText('Dire ce qu’il en est, ou annuler')).toBeTruthy();
  });

  it('keeps what was said before in sight', async () => {
    await opened({ state: 'moved' }, { earlier: [{ ...one, version: 2, hour: '08:00' }] });
    await userEvent.click(screen.getByText('Ce qui était dit avant (1 version)'));
    expect(screen.getByText(/^Audition, .* 08:00 \(prévu\)/)).toBeTruthy();
  });
});

describe('one’s own calendar', () => {
  afterEach(() => document.body.replaceChildren());

  it('has first what is in the way of something, then all of it by day', async () => {
    const api = await prepare();
    await openPage(OwnAppointmentsPage, {});
    const { id, kind, state, day, hour, minutes, missing, clashes } = one;
    const mine: OwnAppointment = {
      ...{ id, kind, state, day, hour, minutes, missing, clashes, isEscort: true },
      ...{ caseFileId: 'c1', reference: 'RP-7K4M-2Q', calledName: 'Comète' },
    };
    const calm = { ...mine, id: 'a2', clashes: [], missing: [], isEscort: false, kind: 'medical' as const };
    (await sent(api, 'GET', '/api/appointments')).flush({
      items: [mine, calm],
      next: null,
    } satisfies OwnAppointments);
    await settled();
    const links = screen.getAllByRole('link').map((it) => it.textContent.trim());
    expect(links).toEqual(['Audition', 'Audition', 'Rendez-vous de santé']);
    expect(screen.getByRole('heading', { name: 'À régler d’abord' })).toBeTruthy();
    expect(screen.getAllByText('vous accompagnez')).toHaveLength(1);
  });
});
