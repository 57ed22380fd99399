import { NO_PROTOCOLS, SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';

const EXIT = 'https://weather.example/?a=1&b="2"';

describe('the sheet of rights', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { exitUrl: EXIT, protocolsDir: SHIPPED_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${service.origin}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it.each(['/feuille', '/s/workshop/feuille', '/feuille/sources'])(
    '%s opens for anybody, asks nobody who they are, and is not kept',
    async (path) => {
      const before = await service.query(`SELECT count(*)::int AS n FROM ledger_event`);
      const { status, headers, text } = await get(path);
      expect([status, headers.get('Cache-Control'), headers.get('Set-Cookie')]).toEqual([
        200,
        'no-store',
        null,
      ]);
      expect(headers.get('Content-Type')).toContain('text/html');
      expect(text).toContain('<html lang="fr">');
      expect(await service.query(`SELECT count(*)::int AS n FROM ledger_event`)).toEqual(before);
    },
  );

  it('loads nothing but our own, with nothing inline, under the policy of every page', async () => {
    const [{ headers, text }, ofPages] = [await get('/feuille'), await get('/nowhere-at-all')];
    const policyOf = (it: Headers): string =>
      (it.get('Content-Security-Policy') ?? '').replace(/'nonce-[^']+'/g, 'nonce');
    expect(policyOf(headers)).toBe(policyOf(ofPages.headers));
    const loaded = [...text.matchAll(/<(?:script|link|img|iframe)[^>]*?(?:src|href)="([^"]*)"/g)].map(
      ([, it]) => it,
    );
    expect(loaded).toEqual(['/icon.svg', '/feuille.css', '/appearance.js', '/feuille.js']);
    expect(text).not.toMatch(/<script>|<style| style="| on\w+="/);
  });

  it('has the way out before everything else, to the site that the installation chose', async () => {
    const { text } = await get('/feuille');
    expect(text).toContain(
      'href="https://weather.example/?a=1&amp;b=&quot;2&quot;" rel="nofollow noreferrer"',
    );
    expect(text.indexOf('id="exit"')).toBeLessThan(text.indexOf('<h1>'));
  });

  it('is about nobody: the same for everyone, with a title that tells nothing', async () => {
    const [{ text }, { text: again }] = [
      await get('/feuille'),
      await get('/s/workshop/feuille?dossier=RP-1'),
    ];
    expect(again).toBe(text);
    expect(text).toContain('<title data-en="To read – Repère">À lire – Repère</title>');
    expect(text).not.toMatch(/<nav|RP-|href="\/(?!icon|feuille)/);
  });

  it('shows a child no source, and a worker the source of each line with how surely it is known', async () => {
    const { text: sheet } = await get('/feuille');
    expect(sheet).not.toMatch(/\b[FSP]\d\d\b|legifrance|doctrine\.fr/);
    const { text: grounds } = await get('/feuille/sources');
    const lines = [...grounds.matchAll(/<dt>(.*?)<\/dt>(.*)/g)];
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.filter(([, , its]) => !its?.includes('<dd><strong>'))).toEqual([]);
    expect(grounds).toMatch(/F39<\/strong>.*source secondaire/);
    for (const [, line = ''] of lines) expect(sheet).toContain(`${line}<`);
  });

  it('leaves other addresses and other verbs alone', async () => {
    expect((await get('/feuille', { method: 'POST' })).status).toBe(404);
    expect((await get('/feuille/autre')).status).toBe(404);
  });

  it('is not there where the protocols bring none', async () => {
    const bare = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    const { status } = await fetch(`${bare.origin}/feuille`);
    await bare.stop();
    expect(status).toBe(404);
  });
});
