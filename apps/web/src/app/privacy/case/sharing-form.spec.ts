import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { SharingForm } from './sharing-form';

const press = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const addresses = () => screen.queryAllByRole('link').map((it) => it.getAttribute('href') ?? '');
const choose = async (group: RegExp, answer: string) => {
  const boxes = [...screen.getByRole('group', { name: group }).querySelectorAll('label')];
  await userEvent.click(boxes.find((it) => it.textContent.trim() === answer) ?? document.body);
  await settled();
};

async function opened() {
  const api = await prepare();
  await openPage(SharingForm, { caseFileId: 'c1' });
  await press('Noter un partage');
  return api;
}

describe('SharingForm', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks what the law asks, and leads to each field', async () => {
    await opened();
    await press('Noter le partage');
    expect(addresses()).toEqual(
      ['on', 'to', 'what', 'how', 'bound', 'ground', 'why', 'child', 'parents'].map((it) => `#sharing-${it}`),
    );
    for (const address of addresses()) expect(document.querySelector(address)).not.toBeNull();
  });

  it('asks why the child was not told first, and takes the answer for one', async () => {
    await opened();
    await choose(/L’enfant le savait-il/, 'Non');
    await press('Noter le partage');
    expect(addresses()).toContain('#sharing-child');
    await userEvent.type(document.querySelector('#sharing-why-child') as HTMLElement, 'Introuvable');
    await press('Noter le partage');
    expect(addresses()).not.toContain('#sharing-child');
  });

  it('shows at its field what the server refuses of a part of the basis', async () => {
    const api = await opened();
    const type = async (id: string, text: string) =>
      userEvent.type(document.querySelector(`#sharing-${id}`) as HTMLElement, text);
    await type('on', '1');
    await type('on-month', '3');
    await type('on-year', '2026');
    await type('to', 'Le juge');
    await type('what', 'La situation');
    await userEvent.selectOptions(document.querySelector('#sharing-how') as HTMLElement, 'spoken');
    await userEvent.click(document.querySelector('#sharing-bound') as HTMLElement);
    const ground = document.querySelector<HTMLSelectElement>('#sharing-ground');
    await userEvent.selectOptions(ground as HTMLElement, ground?.options[1]?.value ?? '');
    await type('why', 'Il en a besoin');
    await userEvent.click(document.querySelector('#sharing-child') as HTMLElement);
    await userEvent.click(document.querySelector('#sharing-parents') as HTMLElement);
    await press('Noter le partage');
    expect(addresses()).toEqual([]);
    const request = await sent(api, 'POST', '/api/case-files/c1/sharing');
    expect(request.request.body).toMatchObject({ on: '2026-03-01', isBound: true, child: { told: 'yes' } });
    request.flush(
      {
        type: 'about:blank',
        code: 'refused',
        status: 422,
        title: 'refused',
        reasons: [{ code: 'x', field: 'isBound', text: { fr: 'Pas tenu au secret', en: 'Not bound' } }],
      },
      { status: 422, statusText: '' },
    );
    await settled();
    expect(addresses()).toEqual(['#sharing-bound']);
    expect(document.querySelector('#sharing-bound-problem')?.textContent).toBe('Pas tenu au secret');
  });
});
