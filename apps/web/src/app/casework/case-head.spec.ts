import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import type { CaseFile, ReferralMessage, SentReferral } from '@repere/contract';
import { caseFile } from '../../testing/fake-case';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { CasePage } from './case-page';

let api: HttpTestingController;

async function shown(change: Partial<CaseFile>) {
  api = await prepare();
  const fixture = await openPage(CasePage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
    caseFile: caseFile(change),
    journal: { items: [], next: null },
  });
  await settled();
  await fixture.whenStable();
}

/** By a service, and not marked as read. */
const WRITTEN: ReferralMessage = {
  ...{ from: 'service', by: 'Foyer Nord', at: '2026-03-11T08:00:00Z', words: 'À 19 h', seenAt: null },
};

describe('the head of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('has the next appointment in its head, with what is in its way and what it lacks, and asks for the calendar of a hearing alone', async () => {
    await shown({
      nextAppointment: {
        ...{ id: 'a1', kind: 'hearing', state: 'moved', day: '2026-03-12', hour: '09:00', minutes: null },
        ...{ missing: ['third-person', 'told'], clashes: [{ kind: 'child', isSure: true }] },
      },
    });
    const next = within(screen.getByRole('region', { name: 'Prochain rendez-vous' }));
    expect(next.getByRole('link', { name: 'Audition' }).getAttribute('href')).toBe('/dossiers/c1/agenda/a1');
    expect(next.getByText('L’enfant a un autre rendez-vous en même temps.')).toBeTruthy();
    expect(next.getByText(/^Il manque.*quelqu’un aux côtés de l’enfant.*le dire à l’enfant$/)).toBeTruthy();
    expect(next.getByText('déplacé')).toBeTruthy();
    // Why a child is heard again is said there.
    api.expectOne('/api/case-files/c1/appointments');
    api.expectNone('/api/case-files/c1/referrals');
  });

  it('names in its head which services were asked since when, and what follows their silence', async () => {
    await shown({ isServiceAsked: true });
    const referral = (
      id: string,
      name: string,
      dueAt: string,
      state: SentReferral['state'],
    ): SentReferral => ({
      ...{
        id,
        partner: { id, name },
        service: null,
        state,
        sentAt: '2026-03-10T09:00:00Z',
        dueAt,
        until: dueAt,
      },
      ...{ feedbackDueAt: null, crowded: null, isAwaited: true, events: [] },
      messages: { items: id === 's2' ? [WRITTEN] : [], mayWrite: false },
    });
    const need = { id: 'n1', request: null, need: null, state: 'waiting' as const, isOpen: false, asked: 4 };
    const open = { ...need, id: 'n2', state: 'open' as const, isOpen: true, asked: 1 };
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush({
      ...{
        caseFileId: 'c1',
        reference: 'RP-7K4M-2Q',
        calledName: 'Inès',
        zone: 'Europe/Paris',
        mayRefer: true,
        mayWithdraw: true,
      },
      needs: [
        {
          ...need,
          referrals: [
            referral('s1', 'Foyer Sud', '2026-03-13T09:00:00Z', 'sent'),
            referral('s2', 'Foyer Nord', '2026-03-11T09:00:00Z', 'no-answer'),
            referral('s3', 'Foyer Est', '2026-03-12T09:00:00Z', 'sent'),
            referral('s4', 'Foyer Ouest', '2026-03-12T09:00:00Z', 'refused'),
          ],
        },
        { ...open, referrals: [referral('s5', 'Foyer Loin', '2026-03-12T09:00:00Z', 'refused')] },
      ],
      prepared: [],
      unasked: [],
      questions: [{ need: 'bed-tonight', state: 'waiting', asked: 3, dueAt: '2026-03-10T22:00:00Z' }],
    });
    await settled();
    const asked = within(await screen.findByRole('region', { name: 'Services saisis' }));
    expect(
      asked
        .getAllByRole('listitem')
        .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim().split(' ')[1]),
    ).toEqual(['message', 'place', 'Nord', 'Est', 'besoin']);
    // Folded away on a telephone, it says as much of it.
    const summary = (document.querySelector('.ahead > summary')?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(summary).toBe(
      'Rendez-vous, services 1 message à lire 4 réponses attendues 1 en retard 1 besoin que personne ne couvre',
    );
    expect(asked.getByRole('link', { name: '3 services interrogés' }).getAttribute('href')).toBe(
      '/dossiers/c1/places',
    );
    expect(asked.getByText(/^Sans réponse :/)).toBeTruthy();
    expect(asked.getByRole('link', { name: 'et 1 autre service' })).toBeTruthy();
  });
});
