import type { ProtocolDiff, VersionRecord } from '@repere/contract';
import { readable } from '../../../testing/fake-protocol';
import { openAddress, textOf } from '../../../testing/open-address';
import { prepare } from '../../../testing/open-page';
import { protocolRoutes } from '../protocol-routes';

const routes = [{ path: 'protocoles', children: protocolRoutes }];
const both = (words: string) => ({ fr: words, en: words });
const record = (version: string, more: Partial<VersionRecord> = {}): VersionRecord => ({
  protocol: 'shelter',
  version,
  hash: version,
  publishedAt: '2025-03-12T10:00:00+01:00',
  publishedBy: null,
  approvedBy: null,
  loss: null,
  inForceFrom: '2025-03-12T10:00:00+01:00',
  inForce: false,
  changeNotes: null,
  overlays: [],
  ...more,
});
const DIFF: ProtocolDiff = {
  protocol: 'shelter',
  from: '1.0.0',
  to: '1.1.0',
  kind: 'major',
  changes: [
    {
      what: 'safeguard',
      how: 'removed',
      id: 'g',
      effect: 'protects-less',
      text: both('Garde-fou retiré : « Froid ».'),
    },
    {
      what: 'deadline',
      how: 'longer',
      id: 'look',
      effect: 'protects-less',
      text: both('Délai plus long.'),
      before: '48 hours',
      after: '5 days',
    },
    { what: 'text', how: 'changed', id: 'look', effect: 'words', text: both('Un mot.') },
  ],
};

async function shown(records: readonly VersionRecord[], answers = {}, address = '') {
  const api = await prepare('fr', routes);
  const { page } = await openAddress(api, `/protocoles/shelter/1.1.0/versions${address}`, {
    '/protocols/shelter/versions/1.1.0': readable({ version: '1.1.0' }),
    '/protocols/shelter/versions': records,
    ...answers,
  });
  return page;
}

describe('the versions of a protocol', () => {
  const records = [
    record('1.1.0', {
      inForce: true,
      publishedBy: 'Pia',
      approvedBy: 'Paul',
      changeNotes: both('Le délai change.'),
      overlays: [{ territory: '93', version: '1.1.0+93', hash: 'local' }],
    }),
    record('1.0.0'),
  ];
  const diffed = { '/protocols/shelter/diff?from=1.0.0&to=1.1.0': DIFF };

  it('say who let them through, since when, and what changes for practitioners', async () => {
    const page = await shown(records, diffed);
    const [newest, oldest] = [...page.querySelectorAll('.versions > li')].map((it) => textOf(it));
    expect(newest).toContain('Version 1.1.0 en vigueur depuis le 12 mars 2025');
    expect(newest).toContain('par Pia. Seconde personne : Paul. Le délai change.');
    expect(newest).toContain('Seine-Saint-Denis');
    expect(oldest).toContain('Livrée avec Repère');
  });

  it('compare this one with the one before: what is lost first, said in words', async () => {
    const page = await shown(records, diffed);
    const groups = [...page.querySelectorAll('h4')].map((it) => textOf(it));
    expect(groups).toEqual(['Garde-fous perdus 1', 'Protège moins 1', 'Mots 1']);
    expect(textOf(page.querySelector('[data-group=less] li'))).toBe(
      'plus long Délai plus long. Mot pour mot Avant 48 hours Après 5 days',
    );
  });

  it('compare what the address names', async () => {
    const page = await shown(
      records,
      { '/protocols/shelter/diff?from=1.1.0&to=1.0.0': { ...DIFF, from: '1.1.0', to: '1.0.0', changes: [] } },
      '?de=1.1.0&a=1.0.0',
    );
    expect(textOf(page.querySelector('app-version-diff'))).toContain('Rien ne change.');
  });

  it('have nothing to compare when there is one only', async () => {
    const page = await shown([record('1.1.0', { inForce: true })]);
    expect(page.textContent).toContain('Il n’y a qu’une version');
    expect(page.querySelector('select')).toBeNull();
  });
});
