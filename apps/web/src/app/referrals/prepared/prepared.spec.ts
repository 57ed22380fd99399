import type { HttpTestingController } from '@angular/common/http/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { PreparedReferral, PreparedTerms, ResumedReferral, SentReferrals } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ReferralForm } from '../referral-form';
import { AskedServices } from '../sent/asked-services';
import { SentReferralsPage } from '../sent/sent-referrals-page';
import { TellForm } from '../capacity/tell-form';

const both = (words: string) => ({ fr: words, en: words });
const CHOICES = {
  partners: [{ id: 'p1', name: 'Lou', organisations: [] }],
  classes: [
    { fieldClass: 'identity', title: both('identité'), now: [] },
    { fieldClass: 'places', title: both('lieux'), now: [] },
    { fieldClass: 'health', title: both('santé'), now: [] },
  ],
};
const PREPARED: PreparedReferral = {
  ...{ id: 'r1', version: 3, accountId: 'p1', serviceId: null, to: 'Lou', bar: null, request: 'Un bilan' },
  ...{ by: 'Noé', at: '2026-03-12T09:00:00Z', dueAt: '2026-03-13T09:00:00Z', isDue: false },
};
const TERMS: PreparedTerms = {
  ...{ request: 'Un bilan', days: 30, isOtherNeed: true, classes: ['health'], showsPlaces: false },
  ...{ answerHours: 24, ground: 'shared-secret', isBound: true, why: 'Pour la soigner' },
  ...{ child: { told: 'yes' }, parents: { told: 'no', why: 'Impliqués' } },
  childView: { whyNot: 'Elle dort' },
  leftOut: ['l2', 'gone'],
};
const CASE = { caseFileId: 'c1', reference: 'RP-7K4M-2Q', calledName: 'Comète', zone: 'Europe/Paris' };
const resumed = (change: Partial<PreparedReferral> = {}, terms = TERMS): ResumedReferral => ({
  ...CASE,
  ...{ prepared: { ...PREPARED, ...change }, terms },
});
const page = (...prepared: PreparedReferral[]): SentReferrals => ({
  ...{ ...CASE, mayRefer: true, mayWithdraw: true, needs: [], questions: [], unasked: [], prepared },
});
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

async function form(preparedId?: string): Promise<HttpTestingController> {
  const api = await prepare();
  await openPage(ReferralForm, { caseFileId: 'c1', isAsked: true, ...(preparedId && { preparedId }) });
  const details = document.querySelector('details');
  details?.dispatchEvent(new Event('toggle'));
  (await sent(api, 'GET', '/api/case-files/c1/partners')).flush(CHOICES);
  await settled();
  return api;
}
const previews = (api: HttpTestingController): void => {
  for (const it of api.match(({ url }) => url.startsWith('/api/case-files/c1/referral-preview')))
    if (!it.cancelled) it.flush({ lines: LINES, mark: 'mark' });
};
const LINES = ['l1', 'l2'].map((id) => ({
  ...{ id, fieldClass: 'health', title: both(id), shown: both('oui'), at: null },
}));
/** Nobody says for the next one that nobody around the child works there. */
const makeSure = () => userEvent.click(screen.getByRole('checkbox', { name: /^Personne autour/ }));

describe('a prepared referral', () => {
  afterEach(() => document.body.replaceChildren());

  it('is sent in one press by whoever takes it up, once what leaves was read anew', async () => {
    const api = await form('r1');
    (await sent(api, 'GET', '/api/case-files/c1/prepared-referrals/r1')).flush(resumed());
    await settled();
    previews(api);
    await settled();
    expect(screen.getByText(/Reprise d’une orientation préparée \(Noé/)).toBeTruthy();
    await press('Ouvrir l’orientation');
    await settled();
    api.expectNone('/api/case-files/c1/referrals');
    await makeSure();
    await press('Ouvrir l’orientation');
    const request = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.request.body).toMatchObject({
      ...{ accountId: 'p1', classes: ['health'], request: 'Un bilan', answerHours: 24, previewed: 'mark' },
      // What was taken out stays out; what is no line any more is named nowhere.
      leftOut: ['l2'],
      ...{ prepared: { id: 'r1', version: 3 }, parents: { told: 'no', why: 'Impliqués' } },
      childView: { whyNot: 'Elle dort' },
    });
    expect(request.request.body).not.toHaveProperty('need');
  });

  it('that can not go to whom it was for asks for whom, and says why', async () => {
    const api = await form('r1');
    const gone = resumed({ bar: 'kept-away' });
    (await sent(api, 'GET', '/api/case-files/c1/prepared-referrals/r1')).flush(gone);
    await settled();
    previews(api);
    expect(screen.getByText(/tenu à l’écart/)).toBeTruthy();
    expect((screen.getByLabelText('Vers qui') as HTMLSelectElement).value).toBe('');
  });

  it('is kept with little more than for whom, again over what was kept', async () => {
    const api = await form();
    await press('Garder sans envoyer');
    expect(screen.getByText('Choisissez d’abord pour qui')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Vers qui'), 'p1');
    await userEvent.type(screen.getByLabelText('Ce que vous lui demandez'), 'Un bilan');
    for (const version of [0, 1]) {
      await press('Garder sans envoyer');
      const path = '/api/case-files/c1/prepared-referrals';
      const request = version === 0 ? await sent(api, 'POST', path) : await sent(api, 'PUT', `${path}/r1`);
      const terms = { answerHours: 48, request: 'Un bilan', days: 107 };
      expect(request.request.body).toEqual({ accountId: 'p1', ...(version > 0 && { version }), terms });
      request.flush(version === 0 ? { id: 'r1' } : null);
      await settled();
      expect(screen.getByText(/Préparée, pas envoyée/)).toBeTruthy();
    }
  });

  it('for a service without account is kept, and goes with what it was told', async () => {
    const api = await prepare();
    await openPage(TellForm, { caseFileId: 'c1', serviceId: 's1', preparedId: 'r1' });
    const terms: PreparedTerms = { ...TERMS, how: 'spoken', classes: ['identity'] };
    const mine = resumed({ accountId: null, serviceId: 's1' }, terms);
    (await sent(api, 'GET', '/api/case-files/c1/prepared-referrals/r1')).flush(mine);
    (await sent(api, 'GET', '/api/case-files/c1/partners')).flush(CHOICES);
    await settled();
    await press('Garder sans envoyer');
    const kept = await sent(api, 'PUT', '/api/case-files/c1/prepared-referrals/r1');
    const { days: _days, showsPlaces: _shows, leftOut: _lines, ...told } = terms;
    expect(kept.request.body).toEqual({ serviceId: 's1', version: 3, terms: told });
    kept.flush(null);
    await settled();
    await makeSure();
    await press('Noter et attendre la réponse');
    const request = await sent(api, 'POST', '/api/case-files/c1/told-referrals');
    expect(request.request.body).toMatchObject({
      ...{ serviceId: 's1', what: 'Un bilan', how: 'spoken', prepared: { id: 'r1', version: 4 } },
    });
  });

  it('stands on the page of referrals as not sent, to be taken up or dropped', async () => {
    const api = await prepare();
    await openPage(SentReferralsPage, { caseFileId: 'c1' });
    const toService = { ...PREPARED, id: 'r2', accountId: null, serviceId: 's1', to: 'Foyer', isDue: true };
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page(PREPARED, toService));
    await settled();
    expect(screen.getByRole('heading', { name: 'Préparées, pas envoyées' })).toBeTruthy();
    expect(screen.getByText(/à envoyer ou à supprimer maintenant/)).toBeTruthy();
    const [first, second] = screen.getAllByRole('link', { name: /^Reprendre et envoyer/ });
    expect(first?.getAttribute('href')).toBe('/dossiers/c1/acces?orienter=1&preparee=r1');
    expect(second?.getAttribute('href')).toBe('/dossiers/c1/orientations/sans-compte/s1?preparee=r2');
    await press('Supprimer – Lou');
    const dropped = await sent(api, 'PUT', '/api/case-files/c1/prepared-referrals/r1/dropped');
    expect(dropped.request.body).toEqual({ version: 3 });
    dropped.flush(null);
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page());
    await settled();
    expect(screen.queryByRole('heading', { name: 'Préparées, pas envoyées' })).toBeNull();
    expect(screen.getByText('Supprimée. Rien n’était parti.')).toBeTruthy();
  });

  it('stands on the page of the case', async () => {
    const api = await prepare();
    await openPage(AskedServices, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({ ...PREPARED, isDue: true }));
    await settled();
    expect(screen.getByText('Lou').parentElement?.textContent).toMatch(
      /préparée, pas envoyée.*à envoyer ou à supprimer/,
    );
  });
});
