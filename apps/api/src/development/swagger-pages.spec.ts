import { NO_PROTOCOLS, TestService } from '../testing/test-service';
import { SwaggerPages } from './swagger-pages';

const configuration = { protocolsDir: NO_PROTOCOLS };

describe('Swagger UI', () => {
  let service: TestService;
  beforeAll(async () => (service = await TestService.start({ configuration, modules: [SwaggerPages] })));
  afterAll(() => service.stop());

  it('is a page whose scripts are its own files, and may run', async () => {
    const answer = await fetch(`${service.origin}/swagger/`);
    const page = await answer.text();
    const scripts = [...page.matchAll(/<script[^>]*src="\.\/([^"]+)"[^>]*>\s*<\/script>/g)].map(
      ([, it]) => it,
    );
    expect(scripts.length).toBeGreaterThan(1);
    expect(page.match(/<script/g)).toHaveLength(scripts.length);
    for (const script of scripts)
      expect((await fetch(`${service.origin}/swagger/${script}`)).status).toBe(200);
    const policy = answer.headers.get('Content-Security-Policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/require-trusted-types|https?:/);
  });

  it('reads our description, and its writes say where they come from', async () => {
    const initializer = await (await fetch(`${service.origin}/swagger/swagger-initializer.js`)).text();
    expect(initializer).toContain("'/api/openapi.json'");
    expect(initializer).toContain("'X-Repere': '1'");
  });

  it('loosens nothing beside its own pages', async () => {
    for (const path of ['/api/about', '/elsewhere'])
      expect((await fetch(`${service.origin}${path}`)).headers.get('Content-Security-Policy')).toContain(
        'require-trusted-types-for',
      );
  });
});

describe('without development', () => {
  it('there is no Swagger UI', async () => {
    const service = await TestService.start({ configuration });
    const { status } = await fetch(`${service.origin}/swagger/`);
    await service.stop();
    expect(status).toBe(404);
  });
});
