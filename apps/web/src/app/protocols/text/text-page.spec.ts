import { readable, summary } from '../../../testing/fake-protocol';
import { openAddress, textOf } from '../../../testing/open-address';
import { prepare } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { protocolRoutes } from '../protocol-routes';

const routes = [{ path: 'protocoles', children: protocolRoutes }];

async function shown(language: 'fr' | 'en' = 'fr', change: Parameters<typeof readable>[0] = {}) {
  const api = await prepare(language, routes);
  const { page } = await openAddress(api, '/protocoles/shelter/1.0.0', {
    '/protocols/shelter/versions/1.0.0': readable(change),
    '/protocols': [summary({ protocol: 'night-watch', title: { fr: 'Veille', en: 'Watch' } })],
  });
  return page;
}

describe('the text of a protocol', () => {
  it('has one heading, and the pages of the version beside it', async () => {
    const page = await shown();
    expect([...page.querySelectorAll('h1')].map((it) => textOf(it))).toEqual(['P0 – Abri']);
    const tabs = [...page.querySelectorAll('app-protocol-head nav a')];
    expect(tabs.map((it) => textOf(it))).toEqual(['Texte', 'Schéma', 'Versions', 'Garde-fous', 'Exemples']);
    expect(tabs.map((it) => it.getAttribute('aria-current'))).toEqual(['page', null, null, null, null]);
  });

  it('tells each step: who, when and whose time, second person, what is refused', async () => {
    const page = await shown();
    expect(textOf(page.querySelector('#step-look dl'))).toContain(
      'Quand 48 heures après : l’engagement du protocole LÉGAL',
    );
    const blanket = textOf(page.querySelector('#step-blanket'));
    expect(blanket).toContain('Qui Travailleur social et Interprète');
    expect(blanket).toContain('Seconde personne Responsable valide avant');
    expect(blanket).toContain('Ce qui est refusé Il n’a pas froid.');
    expect(textOf(page.querySelector('#step-ruling'))).toContain('acte d’une autre autorité');
  });

  it('gives each ground: how sure, since when, renumbered to what; an unverified one is marked', async () => {
    const notes = (await shown()).querySelector('#step-look app-source-notes');
    const said = textOf(notes);
    expect(said).toContain('Source : S01, F22, F99');
    expect(said).toContain('lu sur un site officiel');
    expect(said).toContain('le 7 août 2013');
    expect(said).toContain('CPP 706-50 deviendra CPP L1451-1 le 1er janvier 2029 (F24)');
    expect(said).toContain('Une rumeur Non vérifié : aucune règle ne peut s’appuyer dessus.');
    expect(notes?.querySelector('a')?.getAttribute('href')).toBe('/protocoles/tracabilite#S01');
  });

  it('shows all grounds at once when asked', async () => {
    const page = await shown();
    const open = () =>
      [...page.querySelectorAll<HTMLDetailsElement>('app-source-notes details')].map((it) => it.open);
    expect(new Set(open())).toEqual(new Set([false]));
    const button = [...page.querySelectorAll('button')].find((it) =>
      it.textContent.includes('Montrer toutes les sources'),
    );
    button?.click();
    await settled();
    expect(button?.getAttribute('aria-pressed')).toBe('true');
    expect(new Set(open())).toEqual(new Set([true]));
  });

  it('leads to what it opens, and says what protects less', async () => {
    const page = await shown('en');
    const opened = page.querySelector('#opens ~ ul a');
    expect([textOf(opened), opened?.getAttribute('href')]).toEqual(['Watch', '/protocoles/night-watch']);
    expect(textOf(page.querySelector('#outcome-WARM'))).toBe('Warm protects less');
    expect(textOf(page.querySelector('#outcome-OPEN'))).toBe('Open');
  });

  it('can be taken away, in the language of the page; the drawing is called an illustration', async () => {
    const page = await shown('en');
    const links = [...page.querySelectorAll<HTMLAnchorElement>('app-take-away a')].map((it) =>
      it.getAttribute('href'),
    );
    expect(links).toEqual([
      '/api/protocols/shelter/versions/1.0.0/protocol.pdf?language=en',
      '/api/protocols/shelter/versions/1.0.0/card.pdf?language=en',
      '/api/protocols/shelter/versions/1.0.0/diagram.bpmn?language=en',
      '/api/protocols/shelter/versions/1.0.0/files.zip',
      '/api/protocols/shelter/versions/1.0.0',
    ]);
    expect(page.querySelector('app-take-away')?.textContent).toContain(
      'an illustration: the YAML is the rule',
    );
  });

  it('says when the version is not the one that holds', async () => {
    expect((await shown()).textContent).not.toContain('n’est pas celle qui vaut aujourd’hui');
  });

  it('leads from an earlier version to the one in force', async () => {
    const page = await shown('fr', { inForce: false });
    expect(page.textContent).toContain('n’est pas celle qui vaut aujourd’hui');
    expect([...page.querySelectorAll('a')].map((it) => it.getAttribute('href'))).toContain(
      '/protocoles/shelter',
    );
  });
});
