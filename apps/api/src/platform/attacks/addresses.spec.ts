import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { AttackedService } from './testing/attacked-service';

const SOURCE = join(__dirname, '../..');

/** Nobody can make the service ask another server: no field of ours holds an address, and two files speak to servers at all. */
describe('an address of another server', () => {
  let attacked: AttackedService;
  beforeAll(async () => {
    attacked = await AttackedService.attackService(
      await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } }),
    );
  });
  afterAll(() => attacked.service.stop());

  const IS_ADDRESS =
    /(^|[a-z])(url|uri|href|link|host|hostname|callback|redirect|webhook|endpoint|domain|server|proxy|returnTo|target)s?$/i;

  it('is no field of a body and no part of a question', () => {
    const fields = attacked.routes.flatMap((route) => [
      ...(route.body === null ? [] : attacked.bodies.fields(route.body)).map(({ at, schema }) => ({
        what: `${route.name} ${at}`,
        name: at.split('.').at(-1) ?? '',
        format: schema.format ?? '',
      })),
      ...route.query.map(({ name, schema }) => ({
        what: `${route.name}?${name}`,
        name,
        format: schema.format ?? '',
      })),
    ]);
    expect(fields.length).toBeGreaterThan(100);
    expect(
      fields
        .filter(({ name, format }) => IS_ADDRESS.test(name) || /^(uri|url|iri|hostname|ipv\d)/.test(format))
        .map(({ what }) => what),
    ).toEqual([]);
  });

  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|volume)\.ts$|(^|\/)testing\//.test(file))
    .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));
  const filesWith = (pattern: RegExp): readonly string[] =>
    files
      .filter(({ text }) => pattern.test(text))
      .map(({ file }) => relative('.', file))
      .sort();

  it('is spoken to in the two places that an operator sets: mail, and the providers of identities', () => {
    const SPEAKS =
      /(?<![\w.])fetch\(|\bhttps?\.(request|get)\(|\b(createConnection|createTransport|createSocket)\(|new (WebSocket|EventSource|XMLHttpRequest)\b|from '(axios|got|undici|node-fetch|superagent)'/;
    expect(filesWith(SPEAKS)).toEqual([
      'access/provider/flow/guarded-fetch.ts',
      'platform/mail/smtp-mailer.ts',
    ]);
  });

  it('is nowhere that we send a browser: every redirect stays here, except to sign in with a provider', () => {
    const targets = files.flatMap(({ file, text }) =>
      [...text.matchAll(/\.redirect\(\s*(?:\d+,\s*)?([^;]*?)\);/g)].map(
        ([, target = '']) => `${file}: ${target}`,
      ),
    );
    const elsewhere = targets.filter((it) => !/: (`\/|space \? `\/|`\$\{(base|path)\}|base$)/.test(it));
    expect(targets.length).toBeGreaterThan(0);
    expect(elsewhere).toEqual([]);
  });
});
