import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route, Routes } from '@angular/router';
import { routesOf } from './access/routes-of';
import { ALL_PAGES } from './all-pages';
import type { Pages } from './platform/pages/page';
import { routes } from './routes';

const ELSEWHERE = '/**';

/** The address of each route that shows a page, in the order in which the router tries them. */
async function addressesOf(tried: Routes, base: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const route of tried) {
    const address = route.path ? `${base}/${route.path}` : base;
    if (route.title !== undefined) found.push(address);
    found.push(...(await addressesOf(await below(route), address)));
  }
  return found;
}

const below = async ({ children, loadChildren }: Route): Promise<Routes> =>
  children ?? ((await loadChildren?.()) as Routes | undefined) ?? [];

const patternOf = (address: string): RegExp => new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`);

/** Leads to the version in force, which is a page. */
const IN_FORCE = '/protocoles/:name';

/** Every address of ours that is written out in a source, with an example of each part that is filled in. */
function linksIn(source: string): readonly string[] {
  const whole = [...source.matchAll(/\brouterLink="(\/[^"]+)"/g)].map(([, to = '']) => to);
  const commands = [...source.matchAll(/\[('\/\w[^'\]]*'(?:, (?:[^\](]|\([^)]*\))+)?)\]/g)].map(
    ([, list = '']) =>
      list
        .split(/, (?![^(]*\))/)
        .map((part) => /^'(.*)'$/.exec(part)?.[1] ?? 'an-example')
        .join('/'),
  );
  const joined = [
    ...source.matchAll(/(?:\[routerLink\]="|navigateByUrl\()(?:'(\/[^']+\/)' \+|`(\/[^`]+)`)/g),
  ].map(([, before, template = '']) =>
    before === undefined ? template.replaceAll(/\$\{[^}]*\}/g, 'an-example') : `${before}an-example`,
  );
  return [...whole, ...commands, ...joined];
}

describe('the pages of the app', () => {
  it('are those that its routes show, each once', async () => {
    const addresses = (await addressesOf(routes, '')).filter((it) => it !== ELSEWHERE);
    expect(addresses.toSorted()).toEqual(ALL_PAGES.map(({ path }) => path).toSorted());
  });

  it('are not hidden by a page that comes before', async () => {
    const addresses = await addressesOf(routes, '');
    for (const { path } of ALL_PAGES) {
      const example = path.replaceAll(/:\w+/g, 'an-example');
      expect(addresses.find((it) => patternOf(it).test(example))).toBe(path);
    }
  });

  it('are where links lead', () => {
    const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
      .map((name) => readFileSync(join(__dirname, name), 'utf8'));
    const links = sources.flatMap(linksIn);
    const known = [...ALL_PAGES.map(({ path }) => path), IN_FORCE];
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((to) => !known.some((path) => patternOf(path).test(to)))).toEqual([]);
  });

  it.each([
    [`<a routerLink="/missions">`, ['/missions']],
    [
      `<a [routerLink]="['/missions', it.id, 'dossiers', next.id]">`,
      ['/missions/an-example/dossiers/an-example'],
    ],
    [`<a [routerLink]="'/administration/comptes/' + member.id">`, ['/administration/comptes/an-example']],
    [
      'this.router.navigateByUrl(`/administration/comptes/${done.value.id}`)',
      ['/administration/comptes/an-example'],
    ],
    [`createUrlTree(['/qui-peut', acts.join('+')])`, ['/qui-peut/an-example']],
    [`<a [routerLink]="[]" [fragment]="'x'">`, []],
  ])('are looked for in links like %s', (source, links) => {
    expect(linksIn(source)).toEqual(links);
  });

  it('have a place of their own in a menu', () => {
    const places = ALL_PAGES.flatMap(
      ({ menu }) => menu?.places.map((it) => `${menu.in} ${it.for} ${String(it.at)}`) ?? [],
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('do not compile with a gap', () => {
    const page = { path: '/planted', title: 'help.title', who: 'anyone', visitor: 'nobody' } as const;
    const { title, ...untitled } = page;
    const { who, ...forWhom } = page;
    const { visitor, ...unvisited } = page;
    const lists = [
      { page } satisfies Pages,
      // @ts-expect-error The page has no title.
      { page: untitled } satisfies Pages,
      // @ts-expect-error A title that no language has.
      { page: { ...page, title: 'help.planted' } } satisfies Pages,
      // @ts-expect-error Nobody says who may open it.
      { page: forWhom } satisfies Pages,
      // @ts-expect-error For an act that there isn't.
      { page: { ...page, who: ['planted'] } } satisfies Pages,
      // @ts-expect-error Nobody visits it.
      { page: unvisited } satisfies Pages,
    ];
    expect([lists.length, title, who, visitor]).toEqual([6, 'help.title', 'anyone', 'nobody']);
    // @ts-expect-error The page has no component.
    expect(routesOf('', { page }, {})).toHaveLength(1);
  });
});
