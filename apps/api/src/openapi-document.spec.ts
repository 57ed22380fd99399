import { TestService } from './testing/test-service';

interface Operation {
  readonly summary?: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: unknown;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> };
}

describe('the description of the interface', () => {
  let service: TestService;
  let description: Description;
  beforeAll(async () => {
    service = await TestService.start();
    description = (await service.client().get<Description>('/openapi.json')).body;
  });
  afterAll(() => service.stop());

  const operations = (): [string, Operation][] =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );

  it('is OpenAPI 3.1', () => {
    expect(description.openapi).toBe('3.1.0');
  });

  it('says of every route what it does, what it gives and what it refuses', () => {
    const incomplete = operations().filter(([name, { summary, responses }]) => {
      const statuses = Object.keys(responses);
      const gives = statuses.some((status) => status.startsWith('2'));
      const refuses =
        name.endsWith('/live') || statuses.some((status) => status.startsWith('4') || status.startsWith('5'));
      return !summary || !gives || !refuses;
    });
    expect(incomplete.map(([name]) => name)).toEqual([]);
  });

  it('describes every body; only what names all in its address has none: a PUT, an act on a draft or dry run', () => {
    const ACT =
      /^POST .*\/protocol-(drafts|dry-runs)\/.*\}\/(explorations|submit|approve|publish|abandon|settle|cancel)$/;
    const namesAll = (name: string): boolean => /^PUT .*\}$/.test(name) || ACT.test(name);
    const bare = operations().filter(
      ([name, { requestBody }]) => /^(POST|PUT) /.test(name) && !requestBody && !namesAll(name),
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it('says of every body what it is refused for: shape, size, kind', () => {
    const silent = operations().filter(
      ([, { requestBody, responses }]) =>
        requestBody && !['400', '413', '415'].every((status) => status in responses),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('says of every address with an id that it may not be found', () => {
    const silent = operations().filter(
      ([name, { responses }]) => name.includes('{') && !('404' in responses),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('has no schema without fields', () => {
    const empty = Object.entries(description.components.schemas).filter(
      ([, { properties = {} }]) => Object.keys(properties).length === 0,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('points only at schemas that exist', () => {
    const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    expect(references.filter((name) => !(name in description.components.schemas))).toEqual([]);
  });
});
