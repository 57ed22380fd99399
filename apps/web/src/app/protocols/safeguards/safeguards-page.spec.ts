import type { ProofOfVersion } from '@repere/contract';
import type { ProofFinding } from '@repere/protocol';
import { readable } from '../../../testing/fake-protocol';
import { openAddress, textOf } from '../../../testing/open-address';
import { prepare } from '../../../testing/open-page';
import { protocolRoutes } from '../protocol-routes';

const routes = [{ path: 'protocoles', children: protocolRoutes }];
const both = (words: string) => ({ fr: words, en: words });
const covered = { facts: 3, classes: 8, states: 120, paths: 400, queries: 0 };
const finding = (more: Partial<ProofFinding> = {}): ProofFinding => ({
  kind: 'safeguard',
  protocol: 'shelter',
  version: '1.0.0',
  id: 'never-cold',
  title: both("Aucun enfant n'a froid"),
  basis: ['G02'],
  verdict: 'proven',
  method: 'search',
  covered,
  ...more,
});

async function shown(...findings: ProofFinding[]) {
  const proof: ProofOfVersion =
    findings.length === 0
      ? { exploredAt: null, report: null }
      : {
          exploredAt: '2026-03-12T10:00:00+01:00',
          report: { subjects: [{ protocol: 'shelter', version: '1.0.0', hash: 'abc' }], findings, covered },
        };
  const api = await prepare('fr', routes);
  const { page } = await openAddress(api, '/protocoles/shelter/1.0.0/garde-fous', {
    '/protocols/shelter/versions/1.0.0': readable(),
    '/protocols/shelter/versions/1.0.0/proof': proof,
  });
  return page;
}

describe('the safeguards of a protocol', () => {
  it('are proven by what was looked at, on a day, for a version', async () => {
    const page = await shown(finding());
    const line = textOf(page.querySelector('#safeguard-never-cold'));
    expect(line).toContain('Aucun enfant n’a froid Prouvé');
    expect(line).toContain('par une recherche · 3 réponses · 8 classes · 120 états · 400 actes essayés');
    expect(textOf(page)).toContain('jeudi 12 mars 2026');
  });

  it('are never called proven when the search was bounded', async () => {
    const page = await shown(finding({ verdict: 'bounded', bound: both('arrêt après 2000 états') }));
    const line = textOf(page.querySelector('#safeguard-never-cold'));
    expect(line).toContain('Cherché, pas prouvé');
    expect(line).not.toMatch(/Prouvé/);
    expect(line).toContain('Jusqu’où : arrêt après 2000 états.');
  });

  it('when broken, are told as the story of the child that they fail', async () => {
    const counterExample = {
      story: both('Un enfant a froid.'),
      lines: [both('Jour 1, 09:00 — on regarde'), both('Jour 1, 10:00 — on juge')],
      example: 'story: …',
      acts: 2,
      isShortest: true,
    };
    const page = await shown(finding({ verdict: 'broken', counterExample }));
    const line = page.querySelector('#safeguard-never-cold');
    expect(textOf(line)).toContain('Enfreint');
    expect([...(line?.querySelectorAll('ol li') ?? [])].map((it) => textOf(it))).toEqual([
      'Jour 1, 09:00 — on regarde',
      'Jour 1, 10:00 — on juge',
    ]);
  });

  it('say plainly when nothing has been explored', async () => {
    const page = await shown();
    expect(textOf(page)).toContain('Rien n’est prouvé pour l’instant.');
    expect(page.textContent).not.toMatch(/Prouvé/);
  });

  it('count the promises that nobody wrote, and name what is not proven', async () => {
    const page = await shown(
      finding(),
      finding({ kind: 'can-happen', id: 'look', title: both('Regarder') }),
      finding({ kind: 'can-happen', id: 'ruling', title: both('Jugement'), verdict: 'bounded' }),
    );
    const said = textOf(page);
    expect(said).toContain('Chaque étape peut avoir lieu Cherché, pas prouvé 1 sur 2 prouvés Jugement');
    expect(page.querySelectorAll('h4')).toHaveLength(1);
  });
});
