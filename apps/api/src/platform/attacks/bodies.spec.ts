import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { ACCOUNT_ROLES } from '@repere/access';
import type { Problem } from '@repere/cases';
import type { SignedInClient } from '../../testing/test-service';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { AttackedService, addressOf } from './testing/attacked-service';
import { type BodyField, withValueAt } from './testing/body-of';
import type { DescribedRoute } from './testing/described-route';

/** What a form holds while it is written, and answers by fact: their own validators have limits (fact-values, drafts). */
const FREE = /\.(values|content|files|evidence|verdicts)$/;

describe('a body', () => {
  let attacked: AttackedService;
  let everyRole: SignedInClient;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.of(service);
    everyRole = await service.signIn({ roles: ACCOUNT_ROLES, teams: ['North'] });
  });
  afterAll(() => attacked.service.stop());

  const withBody = (): readonly DescribedRoute[] => attacked.routes.filter(({ body }) => body !== null);
  const fields = ({ body }: DescribedRoute): readonly BodyField[] =>
    body ? attacked.bodies.fields(body) : [];
  const ask = (route: DescribedRoute, body: unknown) =>
    attacked.ask<Problem>(everyRole.client, route, { body });
  /** As text, past what a client would write. */
  const sendText = (route: DescribedRoute, text: string): Promise<Response> =>
    fetch(`${attacked.service.origin}/api${addressOf(route, {})}`, {
      method: route.method,
      body: text,
      headers: {
        'Content-Type': 'application/json',
        'X-Repere': '1',
        'Idempotency-Key': 'a-key-of-an-attack',
        'If-Match': '"1"',
        Cookie: `__Host-repere=${everyRole.client.cookie('__Host-repere') ?? ''}`,
      },
    });
  const refusedFor = ({ status, body }: { status: number; body: Problem }): string =>
    `${String(status)} ${(body.reasons ?? []).map(({ code, field }) => `${code} ${field ?? ''}`).join(', ')}`;

  it('with a field more than its schema has is refused, at every depth', async () => {
    const taken: string[] = [];
    for (const route of withBody()) {
      const objects = fields(route).filter(
        ({ schema }) => schema.properties && !FREE.test(schema.format ?? ''),
      );
      for (const at of ['', ...objects.map((it) => it.at)]) {
        const place = at === '' ? 'isAdministrator' : `${at}.isAdministrator`;
        const answer = await ask(route, withValueAt(attacked.bodyOf(route), place, true));
        if (!refusedFor(answer).includes(`unknown-field ${place}`))
          taken.push(`${route.name} ${place}: ${refusedFor(answer)}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it.each([
    '"__proto__":{"isAdministrator":true}',
    '"constructor":{"prototype":{"isAdministrator":true}}',
    '"prototype":1',
  ])('with %s in whatever object is refused, and changes none of ours', async (poison) => {
    const taken: string[] = [];
    for (const route of withBody()) {
      const text = JSON.stringify(
        attacked.bodyOf(route, { 'StepInputDto.values': {}, 'SaveDraftDto.content': {} }),
      );
      for (const { index } of text.matchAll(/\{/g)) {
        const [before, after] = [text.slice(0, index + 1), text.slice(index + 1)];
        const poisoned = `${before}${poison}${after.startsWith('}') ? '' : ','}${after}`;
        const response = await sendText(route, poisoned);
        const { reasons: [reason] = [] } = (await response.json()) as Problem;
        if (response.status !== 400 || reason?.code !== 'unknown-field')
          taken.push(`${route.name}: ${String(response.status)} for ${poisoned}`);
      }
    }
    expect(taken).toEqual([]);
    expect('isAdministrator' in {}).toBe(false);
  });

  it('has a limit for every text and every list', async () => {
    const endless: string[] = [];
    for (const route of withBody())
      for (const { at, name, schema } of fields(route)) {
        if (FREE.test(name) || schema.enum) continue;
        const long = longOf(attacked, { at, name, schema });
        if (long === undefined) continue;
        const answer = await ask(route, withValueAt(attacked.bodyOf(route), at, long));
        if (answer.status !== 400 || !refusedFor(answer).includes(` ${at.split('.')[0] ?? ''}`))
          endless.push(`${route.name} ${at}: ${refusedFor(answer)}`);
      }
    expect(endless).toEqual([]);
  });

  describe('that hides its size', () => {
    const megabytes = Buffer.from(JSON.stringify({ text: 'a'.repeat(20_000_000) }));
    const packed = (encoding: string, content: Uint8Array): Promise<number> =>
      sendRaw('/case-files/search', content, { 'Content-Encoding': encoding });
    const sendRaw = async (
      path: string,
      content: Uint8Array | string,
      headers: Record<string, string>,
    ): Promise<number> => {
      const response = await fetch(`${attacked.service.origin}/api${path}`, {
        method: 'POST',
        body: content,
        headers: {
          'Content-Type': 'application/json',
          'X-Repere': '1',
          Cookie: `__Host-repere=${everyRole.client.cookie('__Host-repere') ?? ''}`,
          ...headers,
        },
      });
      return response.status;
    };

    it.each([
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
    ])('in %s is unpacked only as far as a body may go', async (encoding, pack) => {
      const small = pack(megabytes);
      expect(small.length).toBeLessThan(100_000);
      expect(await packed(encoding, small)).toBe(413);
      expect(await packed(encoding, pack(Buffer.from('{"text":"a"}')))).toBe(200);
    });

    it('in packings one in another, unknown or broken is refused', async () => {
      expect(await packed('gzip, gzip', gzipSync(gzipSync(megabytes)))).toBe(415);
      expect(await packed('x-own', Buffer.from('{}'))).toBe(415);
      expect(await packed('gzip', Buffer.from('{"text":"a"}'))).toBe(400);
    });

    it.each([
      ['application/json; charset=utf-7', 415],
      ['application/json; charset=shift_jis', 415],
      ['application/merge-patch+json', 415],
      ['application/xml', 415],
      ['application/x-yaml', 415],
      ['multipart/form-data; boundary=x', 415],
      ['application/jsonp', 415],
    ])('as %s is refused: %i', async (type, status) => {
      expect(await sendRaw('/case-files/search', '{}', { 'Content-Type': type })).toBe(status);
    });
  });
});

/** Longer than anything that somebody writes; `undefined` for what can't be long. */
function longOf({ bodies }: AttackedService, { schema }: BodyField): unknown {
  if (schema.type === 'string') return 'a'.repeat(30_000);
  if (schema.type !== 'array') return undefined;
  const one = JSON.stringify(bodies.sample(schema.items ?? {}));
  return Array.from({ length: 2_000 }, (_, place): unknown =>
    // Each another, where it may not come twice.
    JSON.parse(/-/.test(one) && one.length === 38 ? JSON.stringify(idAt(place)) : one),
  );
}

const idAt = (place: number): string => `${place.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;
