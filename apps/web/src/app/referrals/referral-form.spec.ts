import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ReferralChoices, SentLine } from '@repere/contract';
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
  await answer(/^Avis de l’enfant/, 'L’enfant l’a dit');
  await userEvent.type(screen.getByLabelText('Ses mots'), 'D’accord');
  await userEvent.click(screen.getByRole('checkbox', { name: /^Personne autour/ }));
}

const line = (id: string, change: Partial<SentLine> = {}): SentLine => ({
  ...{ id, fieldClass: 'health', title: both(`Soins ${id}`), shown: both('oui'), at: null },
  ...change,
});
const box = (name: RegExp) => screen.getByRole('checkbox', { name }) as HTMLInputElement;

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

  it('asks why who the child is goes before a yes: for a bed, and of a need in words once the server says so', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await flushPreview();
    const why = () => screen.queryByLabelText('Pourquoi son identité part avant un oui');
    expect(why()).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Pour quel besoin'), 'bed-tonight');
    await press('Ouvrir l’orientation');
    await settled();
    expect(screen.getByRole('link', { name: 'Dites pourquoi son identité part avant un oui' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Pour quel besoin'), 'other');
    await press('Ouvrir l’orientation');
    const text = { fr: 'Dites pourquoi un second service l’apprend.', en: 'Say why.' };
    const reasons = [{ code: 'may-be-that-bed', field: 'beforeYes', text }];
    const problem = { type: 'about:blank', title: 'Non', status: 422, code: 'refused', reasons };
    (await sent(api, 'POST', '/api/case-files/c1/referrals')).flush(problem, {
      status: 422,
      statusText: 'x',
    });
    await flushPreview();
    const field = why();
    if (!field) throw new Error('the reason is not asked');
    await userEvent.type(field, 'Elle est devant moi');
    await press('Ouvrir l’orientation');
    const { request } = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.body).toMatchObject({ beforeYes: 'Elle est devant moi' });
  });

  it('asks why a second service is told where another may still take the child, and leads to that referral', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await flushPreview();
    await press('Ouvrir l’orientation');
    const why = () => screen.queryByLabelText('Pourquoi un second service l’apprend maintenant');
    expect(why()).toBeNull();
    const text = { fr: 'Un autre service sait déjà qui est l’enfant.', en: 'Another service knows.' };
    const reasons = [{ code: 'one-at-a-time', field: 'besideAnother', text }];
    const problem = { type: 'about:blank', title: 'Non', status: 422, code: 'refused', reasons };
    (await sent(api, 'POST', '/api/case-files/c1/referrals')).flush(problem, {
      status: 422,
      statusText: 'x',
    });
    await flushPreview();
    const field = why();
    if (!field) throw new Error('the reason is not asked');
    const link = screen.getByRole('link', { name: 'Orientations du dossier' });
    expect(link.getAttribute('href')).toBe('/dossiers/c1/orientations');
    await userEvent.type(field, 'Il ne répond plus');
    await press('Ouvrir l’orientation');
    const { request } = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.body).toMatchObject({ besideAnother: 'Il ne répond plus' });
  });

  it('says what will be seen and what will not, and sends exactly that', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await settled();
    expect(screen.getByText(/^Lou verra/).textContent).toMatch(/: santé\.$/);
    expect(screen.getByText(/^Ne se verra pas/).textContent).toMatch(/: identité, lieux, justice/);
    await flushPreview([line('l1', { at: '2026-03-11T10:00:00.000Z' })]);
    expect(screen.getByText('Soins l1').parentElement?.textContent).toMatch(/oui\s+\(noté le .*11 mars/);
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
      childView: { said: 'D’accord' },
      nobodyAroundWorksThere: true,
      answerHours: 48,
    });
  });

  it('proposes each line of what is chosen, and leaves out what is unticked, one by one or a part at once', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await flushPreview([line('l1'), line('l2'), line('l3')]);
    expect([box(/^Soins l1/), box(/^Soins l2/), box(/^Soins l3/)].map((it) => it.checked)).toEqual([
      ...[true, true, true],
    ]);
    await press('Tout décocher – santé');
    expect(screen.getByText(/^3 lignes restent ici/)).toBeTruthy();
    await userEvent.click(box(/^Soins l2/));
    await press('Ouvrir l’orientation');
    const { request } = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.body).toMatchObject({ previewed: 'mark', leftOut: ['l1', 'l3'] });
  });

  it('never ticks what was recorded since it was read: that leaves once somebody ticks it', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await flushPreview([line('l1'), line('l2')]);
    await userEvent.click(box(/^Soins l1/));
    await press('Ouvrir l’orientation');
    const text = both('Relisez ce qui part.');
    const reasons = [{ code: 'changed-since-preview', text }];
    const problem = { type: 'about:blank', title: 'Non', status: 422, code: 'refused', reasons };
    (await sent(api, 'POST', '/api/case-files/c1/referrals')).flush(problem, {
      ...{ status: 422, statusText: 'x' },
    });
    await flushPreview([line('l1'), line('l2'), line('l3')]);
    expect([box(/^Soins l1/), box(/^Soins l2/), box(/^Soins l3/)].map((it) => it.checked)).toEqual([
      ...[false, true, false],
    ]);
    expect(box(/^Soins l3.*Noté depuis votre lecture/)).toBeTruthy();
    await press('Ouvrir l’orientation');
    const { request } = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.body).toMatchObject({ leftOut: ['l1', 'l3'] });
  });

  it('forgets what was taken out of a part that is not sent any more', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await flushPreview([line('l1'), line('l2')]);
    await userEvent.click(box(/^Soins l1/));
    await userEvent.click(screen.getByRole('checkbox', { name: /^santé/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^identité/ }));
    await flushPreview([line('l4', { fieldClass: 'identity' })]);
    await press('Ouvrir l’orientation');
    const { request } = await sent(api, 'POST', '/api/case-files/c1/referrals');
    expect(request.body).not.toHaveProperty('leftOut');
  });

  it('sends nothing until it is made sure that nobody around the child works there', async () => {
    await shown();
    await fill();
    await answer(/lieux où est/, 'Non');
    await flushPreview();
    await userEvent.click(box(/^Personne autour/));
    await press('Ouvrir l’orientation');
    await settled();
    expect(screen.getByRole('link', { name: /^Vérifiez que personne/ })).toBeTruthy();
    api.expectNone('/api/case-files/c1/referrals');
  });

  it('proposes four hours for what is needed at once, and leaves what somebody chose', async () => {
    await shown();
    const hours = screen.getByLabelText('Réponse attendue sous') as HTMLSelectElement;
    const need = screen.getByLabelText('Pour quel besoin');
    expect(hours.value).toBe('48');
    await userEvent.selectOptions(need, 'bed-tonight');
    await settled();
    expect(hours.value).toBe('4');
    await userEvent.selectOptions(need, 'psychological-support');
    await settled();
    expect(hours.value).toBe('48');
    await userEvent.selectOptions(hours, '24');
    await userEvent.selectOptions(need, 'bed-tonight');
    await settled();
    expect(hours.value).toBe('24');
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
