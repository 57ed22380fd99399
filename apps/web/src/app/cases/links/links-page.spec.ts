import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseLink, CaseLinks } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { LinksPage } from './links-page';

const PATH = '/api/case-files/c1/links';

const link = (change: Partial<CaseLink> = {}): CaseLink => ({
  ...{ id: 'l1', kind: 'sibling', state: 'to-answer', since: '2026-03-12T20:00:00Z' },
  ...{ ask: { name: 'Léa Nord', team: 'Équipe Nord' }, reference: null, otherCaseFileId: null },
  ...change,
});

async function arrive(links: CaseLinks['links'], mayWrite = true) {
  const api = await prepare();
  await openPage(LinksPage, { caseFileId: 'c1' });
  const page = { caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2QX', zone: 'Europe/Paris' };
  const answer = { ...page, links, mayWrite };
  (await sent(api, 'GET', PATH)).flush(answer);
  await settled();
  return { api, again: async () => (await sent(api, 'GET', PATH)).flush(answer) };
}

const button = (name: RegExp) => screen.queryByRole('button', { name });

describe('ties of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('has the question that was asked answered, and says whom to ask', async () => {
    const { api, again } = await arrive([link()]);
    expect(screen.getByText('À qui demander : Léa Nord, Équipe Nord')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Refuser – Fratrie, Léa Nord' }));
    const request = await sent(api, 'POST', `${PATH}/l1/answer`);
    expect(request.request.body).toEqual({ agrees: false });
    request.flush(null, { status: 204, statusText: '' });
    await again();
    await settled();
    expect(screen.getByText('Refusé. L’autre équipe n’en apprend rien.')).toBeTruthy();
  });

  it.each([
    ['to-answer', true, true, false],
    ['to-answer', false, false, false],
    ['agreed', true, false, true],
    ['waiting', true, false, true],
    ['waiting', false, false, false],
    ['refused', true, false, false],
    ['ended', true, false, false],
  ] as const)('offers for %s, may write %s: to answer %s, to end %s', async (state, may, answers, ends) => {
    await arrive([link({ state, ask: null })], may);
    expect(button(/^Confirmer/) !== null).toBe(answers);
    expect(button(/^Mettre fin/) !== null).toBe(ends);
    expect(button(/^Demander ce lien/) !== null).toBe(may);
  });

  it('leads to the other case alone whom the answer gives it to', async () => {
    await arrive([
      link({ reference: 'RP-2222-222', otherCaseFileId: 'c2' }),
      link({ id: 'l2', reference: 'RP-3333-333' }),
    ]);
    expect(screen.getByRole('link', { name: 'RP-2222-222' }).getAttribute('href')).toBe('/dossiers/c2');
    expect(screen.queryByRole('link', { name: 'RP-3333-333' })).toBeNull();
    expect(screen.getByText('RP-3333-333')).toBeTruthy();
  });

  it('says that there may be ties to whom they are not shown', async () => {
    await arrive({ redacted: true, ask: 'supervisor' }, false);
    expect(screen.getByText(/Il y a peut-être des liens/)).toBeTruthy();
  });

  it('asks for a kind and a reference, each at its field', async () => {
    const { api } = await arrive([]);
    await userEvent.click(screen.getByRole('button', { name: 'Demander ce lien' }));
    expect(screen.getAllByText('Choisissez le lien').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'Co-victime' }));
    await userEvent.type(screen.getByLabelText('Référence de l’autre dossier'), ' rp-7k4m-2qx ');
    await userEvent.click(screen.getByRole('button', { name: 'Demander ce lien' }));
    expect((await sent(api, 'POST', PATH)).request.body).toEqual({
      kind: 'co-victim',
      reference: 'rp-7k4m-2qx',
    });
  });
});
