import { readable, summary } from '../../../testing/fake-protocol';
import { openAddress, textOf } from '../../../testing/open-address';
import { prepare } from '../../../testing/open-page';
import { protocolRoutes } from '../protocol-routes';

const routes = [{ path: 'protocoles', children: protocolRoutes }];

async function shown() {
  const api = await prepare('fr', routes);
  const { page, harness } = await openAddress(api, '/protocoles/shelter/1.0.0/schema', {
    '/protocols/shelter/versions/1.0.0': readable(),
    '/protocols': [summary({ protocol: 'night-watch', title: { fr: 'Veille', en: 'Watch' } })],
  });
  return { page, harness };
}

describe('a protocol drawn', () => {
  beforeAll(() => {
    // The test's browser has neither.
    globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
    Element.prototype.scrollTo ??= () => undefined;
  });

  it('is the same as a table: what comes after what, what decides, who, when', async () => {
    const { page } = await shown();
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((it) => textOf(it)),
    );
    expect(rows[0]).toEqual([
      'Formulaire P0.1 – Regarder',
      '–',
      'Veille ; Au chaud',
      'Travailleur social',
      '48 heures après : l’engagement du protocole',
    ]);
    expect(rows.map(([name]) => name)).toContain('Ouvre un protocole Veille');
    expect(rows.find(([name]) => name === 'Décision P0.2 – Couvrir')?.[1]).toBe(
      'P0.1 – Regarder'.replace('P0.1 – ', ''),
    );
  });

  it('has a link for each box, in order, that says what it is and leads to its words', async () => {
    const { page } = await shown();
    const boxes = [...page.querySelectorAll('svg a.box')];
    expect(boxes.map((it) => it.getAttribute('aria-label'))).toEqual([
      'P0.1 · Formulaire Regarder, échéance',
      'P0.2 · Décision Couvrir, seconde personne',
      'P0.3 · Acte noté Jugement, acte d’une autre autorité, noté ici',
      'Ouvre un protocole Veille',
      'Au chaud, Issue, protège moins',
      'En cours, Issue',
    ]);
    expect(boxes[0]?.getAttribute('href')).toBe('/protocoles/shelter/1.0.0#step-look');
    expect(boxes[4]?.getAttribute('href')).toBe('/protocoles/shelter/1.0.0#outcome-WARM');
  });

  it('lights the arrows of the box that has the focus, and no other', async () => {
    const { page, harness } = await shown();
    const lit = () => page.querySelectorAll('.arrow.lit').length;
    expect(lit()).toBe(0);
    page.querySelectorAll('svg a.box')[1]?.dispatchEvent(new FocusEvent('focus'));
    await harness.fixture.whenStable();
    expect(lit()).toBe(1);
    page.querySelectorAll('svg a.box')[1]?.dispatchEvent(new FocusEvent('blur'));
    await harness.fixture.whenStable();
    expect(lit()).toBe(0);
  });

  it('grows and shrinks by keyboard within it, not with a modifier', async () => {
    const { page, harness } = await shown();
    const size = () => textOf(page.querySelector('app-diagram-drawing [role=status]'));
    const press = async (key: string, more: KeyboardEventInit = {}) => {
      page.querySelector('.view')?.dispatchEvent(new KeyboardEvent('keydown', { key, ...more }));
      await harness.fixture.whenStable();
    };
    const before = size();
    await press('+', { ctrlKey: true });
    expect(size()).toBe(before);
    await press('+');
    expect(size()).not.toBe(before);
    await press('-');
    expect(size()).toBe(before);
  });
});
