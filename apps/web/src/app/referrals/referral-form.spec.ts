import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ReferralChoices } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ReferralForm } from './referral-form';

const both = (words: string) => ({ fr: words, en: words });
const CHOICES: ReferralChoices = {
  partners: [{ id: 'p1', name: 'Lou', organisations: ['Hôpital'] }],
  classes: [
    { fieldClass: 'identity', title: both('identité'), now: [both('Appelé·e'), both('Naissance')] },
    { fieldClass: 'places', title: both('lieux'), now: [both('Dort en lieu protecteur')] },
    { fieldClass: 'health', title: both('santé'), now: [] },
  ],
};
let api: HttpTestingController;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const answer = async (group: RegExp, name: string) =>
  userEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));

async function shown(choices = CHOICES) {
  api = await prepare();
  const fixture = await openPage(ReferralForm, { caseFileId: 'c1' });
  const details = document.querySelector('details');
  if (!details) throw new Error('no details');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  (await sent(api, 'GET', '/api/case-files/c1/partners')).flush(choices);
  await settled();
  await fixture.whenStable();
}

/** Answers what would be sent of the classes that are chosen now; earlier choices are asked no more. */
async function flushPreview(lines: readonly object[] = []): Promise<void> {
  await settled();
  for (const it of previews()) it.flush({ lines, mark: 'mark' });
  await settled();
}

const previews = () => api.match((request) => request.url.startsWith('/api/case-files/c1/referral-preview'));

async function fill() {
  await userEvent.selectOptions(screen.getByLabelText('Vers qui'), 'p1');
  await userEvent.selectOptions(screen.getByLabelText('Pour quel besoin'), 'psychological-support');
  await userEvent.type(screen.getByLabelText('Ce que vous lui demandez'), 'Un bilan');
  await userEvent.click(screen.getByRole('checkbox', { name: /^santé/ }));
  await answer(/secret/, 'Oui');
  await userEvent.selectOptions(screen.getByLabelText('Pour quel motif ?'), 'shared-secret');
  await userEvent.type(screen.getByLabelText(/^Pourquoi fallait-il/), 'Pour la soigner');
  await answer(/^L’enfant le savait/, 'Oui');
  await answer(/^Les parents/, 'Oui');
}

describe('ReferralForm', () => {
  afterEach(() => document.body.replaceChildren());

  it('has nothing ticked, and says of each part what it would show now', async () => {
    await shown();
    expect(screen.getAllByRole('checkbox').filter((it) => (it as HTMLInputElement).checked)).toEqual([]);
    expect(screen.getByRole('checkbox', { name: /identité.*Appelé·e, Naissance/ })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /santé.*Rien n’est noté/ })).toBeTruthy();
  });

  it('asks about the places by themselves: without an answer nothing is sent', async () => {
    await shown();
    expect(screen.queryByRole('checkbox', { name: /lieux/ })).toBeNull();
    expect(screen.getByText(/caché.*Dort en lieu protecteur/)).toBeTruthy();
    await fill();
    await press('Ouvrir l’orientation');
    await settled();
    expect(screen.getByRole('link', { name: 'Dites si les lieux sont montrés' })).toBeTruthy();
    api.expectNone('/api/case-files/c1/referrals');
  });

  it('says what will be seen and what will not, and sends exactly that', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await settled();
    expect(screen.getByText(/^Lou verra/).textContent).toMatch(/: santé\.$/);
    expect(screen.getByText(/^Ne se verra pas/).textContent).toMatch(/: identité, lieux, justice/);
    const line = {
      ...{
        id: 'l1',
        fieldClass: 'health',
        title: { fr: 'Soins', en: 'Care' },
        shown: { fr: 'oui', en: 'yes' },
      },
    };
    await flushPreview([line]);
    expect(screen.getByText('Soins').parentElement?.textContent).toContain('oui');
    await press('Ouvrir l’orientation');
    const request = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(request.request.body).toEqual({
      accountId: 'p1',
      need: 'psychological-support',
      previewed: 'mark',
      classes: ['health'],
      until: expect.stringMatching(/^\d{4}-/),
      request: 'Un bilan',
      ground: 'shared-secret',
      isBound: true,
      why: 'Pour la soigner',
      child: { told: 'yes' },
      parents: { told: 'yes' },
      answerHours: 48,
    });
  });

  it('carries the places once that was said', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Oui');
    await flushPreview();
    await press('Ouvrir l’orientation');
    const request = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.request.body).toMatchObject({ classes: ['places', 'health'] });
  });

  it('sends nothing that was not looked at: what leaves is read first, again where that failed', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await settled();
    expect(screen.getByText(/Ce qui part n’est pas encore affiché/)).toBeTruthy();
    const failed = { type: 'about:blank', title: 'Non', status: 503, code: 'x' };
    for (const it of previews()) it.flush(failed, { status: 503, statusText: 'x' });
    await settled();
    await press('Ouvrir l’orientation');
    await flushPreview();
    expect(screen.getByText(/Lisez d’abord/)).toBeTruthy();
    api.expectNone('/api/case-files/c1/referrals');
    await press('Ouvrir l’orientation');
    const request = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.request.body).toMatchObject({ previewed: 'mark' });
  });

  it('asks for the preview once for what is chosen, whatever else is typed', async () => {
    await shown();
    await userEvent.click(screen.getByRole('checkbox', { name: /^santé/ }));
    await flushPreview();
    await userEvent.type(screen.getByLabelText('Ce que vous lui demandez'), 'Un bilan');
    await settled();
    expect(previews()).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: /^identité/ }));
    await settled();
    expect(previews()).toHaveLength(1);
  });

  it('says where a partner comes from when there is none', async () => {
    await shown({ ...CHOICES, partners: [] });
    expect(screen.getByText(/Aucun compte de partenaire/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
