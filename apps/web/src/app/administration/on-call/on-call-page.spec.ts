import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { OnCallDirectory } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { OnCallPage } from './on-call-page';

const both = (words: string) => ({ fr: words, en: words });
const DIRECTORY: OnCallDirectory = {
  items: [
    {
      ...{ territory: '93', name: 'Seine-Saint-Denis', zone: 'Europe/Paris' },
      kinds: [
        {
          ...{ kind: 'crip-unit', title: both('CRIP'), say: both('…') },
          contacts: [
            {
              ...{ id: 'k1', name: 'CRIP 93', phones: ['01 99 00 12 02'], isOpen: false, say: null },
              ...{ hours: { weekdays: { from: '09:00', to: '17:30' }, weekends: null }, byTelephone: false },
              ...{ languages: [], sexes: [], verifiedAt: '2026-03-12T10:00:00Z', isStale: true },
            },
          ],
        },
        { kind: 'duty-prosecutor', title: both('Parquet'), say: both('…'), contacts: [] },
      ],
    },
  ],
};

async function arrive() {
  const api = await prepare();
  await openPage(OnCallPage);
  (await sent(api, 'GET', '/api/on-call-contacts')).flush(DIRECTORY);
  await settled();
  return api;
}
const press = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const box = (name: string | RegExp) => screen.getByRole('textbox', { name });

describe('on-call contacts', () => {
  afterEach(() => document.body.replaceChildren());

  it('says first what a territory lacks, and what is to be checked', async () => {
    await arrive();
    const territory = within(screen.getByRole('region', { name: '93 Seine-Saint-Denis' }));
    expect(territory.getByText(/Il manque 1 contact.: Parquet\./)).toBeTruthy();
    expect(territory.getByText('À vérifier')).toBeTruthy();
  });

  it('adds the one that is missing, with hours as they are said', async () => {
    const api = await arrive();
    await press('Ajouter – Parquet');
    await press('Ajouter');
    expect(screen.getAllByText('Indiquez le nom').length).toBeGreaterThan(0);
    await userEvent.type(box('Nom'), 'Parquet de Bobigny');
    await userEvent.type(box('Numéros'), '01 48 95 13 00, 06 12 34 56 78');
    await userEvent.click(screen.getByRole('radio', { name: 'À certaines heures' }));
    await settled();
    await userEvent.type(box('En semaine'), '18h00-8:00');
    await press('Ajouter');
    const { body } = (await sent(api, 'POST', '/api/on-call-contacts')).request;
    expect(body).toEqual({
      ...{ territory: '93', kind: 'duty-prosecutor', name: 'Parquet de Bobigny' },
      phones: ['01 48 95 13 00', '06 12 34 56 78'],
      hours: { weekdays: { from: '18:00', to: '08:00' }, weekends: null },
    });
  });

  it('changes one from what is known', async () => {
    const api = await arrive();
    await press('Modifier – CRIP 93');
    expect((box('En semaine') as HTMLInputElement).value).toBe('09:00-17:30');
    await userEvent.clear(box('Numéros'));
    await userEvent.type(box('Numéros'), 'poste 12');
    await press('Enregistrer');
    expect(screen.getAllByText(/un à quatre numéros/).length).toBeGreaterThan(0);
    await userEvent.clear(box('Numéros'));
    await userEvent.type(box('Numéros'), '01 99 00 12 09');
    await press('Enregistrer');
    const { body } = (await sent(api, 'PUT', '/api/on-call-contacts/k1')).request;
    expect(body).toMatchObject({ name: 'CRIP 93', phones: ['01 99 00 12 09'] });
  });

  it('is checked in one press, and shown as it is once one is taken away', async () => {
    const api = await arrive();
    await press('Vérifié aujourd’hui – CRIP 93');
    (await sent(api, 'PUT', '/api/on-call-contacts/verified/k1')).flush(DIRECTORY);
    await settled();
    expect(screen.getByText('Contact vérifié aujourd’hui.')).toBeTruthy();
    await press('Retirer – CRIP 93');
    (await sent(api, 'DELETE', '/api/on-call-contacts/k1')).flush({
      items: DIRECTORY.items.map((it) => ({
        ...it,
        kinds: it.kinds.map((kind) => ({ ...kind, contacts: [] })),
      })),
    });
    await settled();
    expect(screen.getByText('Contact retiré.')).toBeTruthy();
    expect(screen.queryByText('CRIP 93')).toBeNull();
    api.expectNone('/api/on-call-contacts');
  });

  it('says of interpreters which languages, who they are, and that it can be done by telephone', async () => {
    const api = await prepare();
    await openPage(OnCallPage);
    const [territory] = DIRECTORY.items;
    const [crip] = territory?.kinds[0]?.contacts ?? [];
    if (!territory || !crip) throw new Error('Nobody to call');
    const interpreter = {
      ...{ ...crip, id: 'k2', name: 'Langues 93', languages: ['soninké', 'bambara'] },
      ...{ sexes: ['woman' as const], byTelephone: true },
    };
    const kinds = [
      {
        kind: 'interpreter-line' as const,
        title: both('Interprètes'),
        say: both('…'),
        contacts: [interpreter],
      },
    ];
    (await sent(api, 'GET', '/api/on-call-contacts')).flush({ items: [{ ...territory, kinds }] });
    await settled();
    const said = within(screen.getByText('Langues 93').closest('p') as HTMLElement);
    for (const line of ['Langues : soninké, bambara', 'une femme', 'Aussi par téléphone'])
      expect(said.getByText(line)).toBeTruthy();
  });
});
