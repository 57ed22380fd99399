import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewOpenApiDocument } from './openapi-preview';
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

  it('is the same without a service, from which the contract is printed', async () => {
    const ofVersion = { info: expect.objectContaining({ title: 'Repère' }) as object };
    expect(JSON.parse(JSON.stringify(await previewOpenApiDocument()))).toEqual({
      ...description,
      ...ofVersion,
    });
  });

  it('is OpenAPI 3.1', () => {
    expect(description.openapi).toBe('3.1.0');
  });

  it('says of every route what it does, what it gives and what it refuses', () => {
    const incomplete = operations().filter(([name, { summary, responses }]) => {
      const statuses = Object.keys(responses);
      // A page gets an answer, a browser that was sent here is sent on.
      const gives = statuses.some((status) => status.startsWith('2') || status === '303');
      const refuses =
        /\/(live|metrics)$/.test(name) ||
        statuses.some((status) => status.startsWith('4') || status.startsWith('5'));
      return !summary || !gives || !refuses;
    });
    expect(incomplete.map(([name]) => name)).toEqual([]);
  });

  it('describes every body; only what names all in its address has none: a PUT, an act on a draft, dry run, mission, erasure, emergency access, a space that is entered or the session that asks', () => {
    const ACT =
      /^POST .*\/(protocol-drafts|protocol-dry-runs|missions|erasures|break-glass)\/.*\}\/(explorations|submit|approve|publish|abandon|settle|cancel|close|end)$/;
    const OF_SESSION = /^(PUT .*\/session\/activity|POST .*\/sessions\/end-others)$/;
    const OF_ACCOUNT =
      /^(POST .*\/factors\/totp|PUT .*\/factors\/recovery-codes|PUT .*\/reminders\/calendar-feed)$/;
    const OF_SPACE =
      /^PUT .*\/training\/((spaces|branches|board)\/\{key\}\/entry|class\/(code|limit)|learners\/\{learnerId\}\/session)$/;
    const namesAll = (name: string): boolean =>
      /^PUT .*\}$/.test(name) || [ACT, OF_SESSION, OF_ACCOUNT, OF_SPACE].some((all) => all.test(name));
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

  it('has no two schemas of one name, of which one would hide the other', () => {
    const classes = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(dto|controller)\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(__dirname, file), 'utf8').matchAll(/^(?:export )?class (\w+Dto)\b([^]*?)^}/gm),
      ]);
    const bodies = new Map<string, Set<string>>();
    for (const [, name = '', body = ''] of classes)
      bodies.set(name, (bodies.get(name) ?? new Set()).add(body));
    expect([...bodies].filter(([, different]) => different.size > 1).map(([name]) => name)).toEqual([]);
    expect(bodies.size).toBeGreaterThan(100);
  });

  /** What has another description than ours, or none: why. */
  const FREE: Readonly<Record<string, string>> = {
    'PasskeyOptionsDto.options': 'WebAuthn’s own JSON',
    'DraftDto.content': 'whatever a form holds',
    'SaveDraftDto.content': 'the same',
    'LetterDraftDto.content': 'a letter as somebody types it',
    'SaveLetterDraftDto.content': 'the same',
    'MinutesDraftDto.content': 'minutes as somebody types them',
    'SaveMinutesDraftDto.content': 'the same',
  };

  it('has a type for everything but what it has a reason to leave open', () => {
    const free = Object.entries(description.components.schemas).flatMap(([name, schema]) =>
      freeIn(schema as Schema, name),
    );
    expect([...new Set(free)].sort()).toEqual(Object.keys(FREE).sort());
  });

  it('points only at schemas that exist', () => {
    const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    expect(references.filter((name) => !(name in description.components.schemas))).toEqual([]);
  });
});

type Schema = Readonly<Record<string, unknown>>;

/** Places of objects whose fields nobody says. */
function freeIn(schema: Schema, at: string): readonly string[] {
  const { type, properties = {}, additionalProperties, items, allOf = [], oneOf = [], anyOf = [] } = schema;
  const deeper = [allOf, oneOf, anyOf].flatMap((parts) =>
    (parts as Schema[]).flatMap((it) => freeIn(it, at)),
  );
  const isOpen = [type].flat().includes('object') && Object.keys(properties as Schema).length === 0;
  return [
    ...(isOpen && typeof additionalProperties !== 'object' ? [at] : []),
    ...deeper,
    ...Object.entries(properties as Schema).flatMap(([key, it]) => freeIn(it as Schema, `${at}.${key}`)),
    ...(items ? freeIn(items as Schema, `${at}[]`) : []),
    ...(typeof additionalProperties === 'object' ? freeIn(additionalProperties as Schema, `${at}{}`) : []),
  ];
}
