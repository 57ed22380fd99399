import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { ACCOUNT_ROLES } from '@repere/access';
import type { SignedInClient } from '../../testing/test-service';
import { grantTo } from '../../testing/cases/test-grants';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import type { Answer } from '../../testing/accounts/test-client';
import { AttackedService, addressOf, type Names } from './testing/attacked-service';
import { type BodyField, withValueAt } from './testing/body-of';
import type { DescribedRoute } from './testing/described-route';
import { teamWithEverything } from './testing/team-with-everything';
import type { ProblemDto } from '../answers/openapi';

/** What a form holds while it is written, answers by fact, and a table of a megabyte: their own validators have limits (fact-values, drafts, imports). */
const FREE = /\.(values|content|files|evidence|verdicts|table|yaml)$/;

/** How a function of ours would stand in an answer, or what it lacked. */
const TELLS_CODE = /=>|function\s*\w*\s*\(|\[native code\]|undefined/;

/** Thousands of requests. */
const MANY = 600_000;

describe('a body', () => {
  let attacked: AttackedService;
  /** An account with every right: without one it would be told so before its body is looked at. */
  let everyRole: SignedInClient;
  let names: Names;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.attackService(service);
    names = (await teamWithEverything(service, 'North')).names;
    everyRole = await signIn();
  });
  afterAll(() => attacked.service.stop());

  const withBody = (): readonly DescribedRoute[] => attacked.routes.filter(({ body }) => body !== null);
  const fields = ({ body }: DescribedRoute): readonly BodyField[] =>
    body ? attacked.bodies.fields(body) : [];
  /** A part of the case was referred to them as well. */
  const signIn = async (): Promise<SignedInClient> => {
    const account = await attacked.service.signIn({ roles: ACCOUNT_ROLES, teams: ['North'] });
    const id = names['/case-files/{id}'] ?? '';
    const [referred] = await grantTo(attacked.service, { id, entryId: '' }, account.id, 'partner');
    names = { ...names, '/case-files/{id}/received-referrals/{referralId}': referred?.sharingId ?? '' };
    return account;
  };
  /** As somebody else, once this person has asked too often. */
  const ask = async (route: DescribedRoute, body: unknown) => {
    const answer = await attacked.askRoute<ProblemDto>(everyRole.client, route, { names, body });
    if (answer.status !== 429) return answer;
    everyRole = await signIn();
    return attacked.askRoute<ProblemDto>(everyRole.client, route, { names, body });
  };
  /** As text, past what a client would write. */
  const sendText = (route: DescribedRoute, text: string): Promise<Response> =>
    fetch(`${attacked.service.origin}/api${addressOf(route, names)}`, {
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
  const bodyWith = (route: DescribedRoute, wrong: readonly WrongField[]): unknown =>
    wrong.reduce<unknown>((body, { at, value }) => withValueAt(body, at, value), attacked.bodyOf(route));
  /** Values that one body can hold: each of another field, none inside another. */
  const fieldsTogether = (
    route: DescribedRoute,
    valuesFor: (field: BodyField) => readonly unknown[],
  ): readonly (readonly WrongField[])[] => {
    const values = fields(route).flatMap((field) =>
      valuesFor(field).map((value, place) => ({ at: field.at, value, place })),
    );
    const groups = Map.groupBy(values, ({ at, place }) => `${String(at.split('.').length)} ${String(place)}`);
    return [...groups.values()];
  };
  const refusedFor = ({ status, body }: { status: number; body: ProblemDto }): string =>
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
        const { reasons: [reason] = [] } = (await response.json()) as ProblemDto;
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

  it(
    'whose field is of another kind is refused with the name of the field',
    async () => {
      const taken: string[] = [];
      for (const route of withBody())
        for (const together of fieldsTogether(route, (field) => wrongFor(attacked, field))) {
          const answer = await ask(route, bodyWith(route, together));
          if (answer.status >= 500 || tellsCode(answer)) taken.push(`${route.name} ${shown(together)}`);
          // What an earlier check refuses is said without the rest: each that is not named is asked about alone.
          for (const { at, value } of together.filter((it) => !isRefused(answer, namesIt(it.at)))) {
            const alone = await ask(route, bodyWith(route, [{ at, value }]));
            if (!isRefused(alone, (field) => isAbout(field, at)))
              taken.push(`${route.name} ${at} ${shown(value)}: ${refusedFor(alone)} ${wordsOf(alone.body)}`);
          }
        }
      expect(taken).toEqual([]);
    },
    MANY,
  );

  it(
    'with odd values that its schema allows is no fault of ours',
    async () => {
      const failed: string[] = [];
      const look = async (route: DescribedRoute, odd: readonly WrongField[]) => {
        const answer = await ask(route, bodyWith(route, odd));
        if (answer.status >= 500 || tellsCode(answer)) failed.push(`${route.name} ${shown(odd)}`);
        return answer;
      };
      for (const route of withBody())
        for (const together of fieldsTogether(route, oddFor)) {
          const answer = await look(route, together);
          // What is refused by name goes no further than its own check; each other value may reach what comes behind.
          if (together.length > 1)
            for (const odd of together.filter(({ at }) => !isRefused(answer, namesIt(at))))
              await look(route, [odd]);
        }
      expect(failed).toEqual([]);
    },
    MANY,
  );

  it.each([[[]], [[[]]], ['null'], [null], [1], ['']])(
    'that is %j whole is no fault of ours',
    async (body) => {
      const failed: string[] = [];
      for (const route of withBody()) {
        const response = await sendText(route, JSON.stringify(body));
        const isSaid = TELLS_CODE.test(await response.text());
        if (response.status < 400 || response.status >= 500 || isSaid)
          failed.push(`${route.name}: ${String(response.status)}`);
      }
      expect(failed).toEqual([]);
    },
  );

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

interface WrongField {
  readonly at: string;
  readonly value: unknown;
}

const tellsCode = ({ body }: Answer<ProblemDto>): boolean => TELLS_CODE.test(JSON.stringify(body));

/** In the words of every refusal, and with the name of the field. */
const isRefused = (answer: Answer<ProblemDto>, isNamed: (field: string | undefined) => boolean): boolean =>
  answer.status === 400 &&
  (answer.body.reasons ?? []).some(({ field }) => isNamed(field)) &&
  /problem\+json/.test(answer.headers.get('content-type') ?? '') &&
  !tellsCode(answer);

/** The field itself or what is in it; of what stands in a list, the list. */
const namesIt =
  (at: string) =>
  (field: string | undefined): boolean =>
    field !== undefined &&
    (field === at || field.startsWith(`${at}.`) || field === at.replace(/(\.0)+$/, ''));

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 60);
const wordsOf = ({ reasons = [] }: ProblemDto): string =>
  reasons.map(({ text }) => (typeof text === 'object' ? `${text.fr} ${text.en}` : '')).join(' ');
/** The field, the list that it stands in, or what is in it. */
const isAbout = (field: string | undefined, at: string): boolean =>
  field !== undefined && (field.startsWith(at) || field === at.replace(/(\.0)+$/, ''));

const HIDDEN = ['a\u202eb', 'a\u0000b', 'a\u0007b', '\ud800'];

/** What no field of this kind takes. */
function wrongFor({ bodies }: AttackedService, { name, schema }: BodyField): readonly unknown[] {
  const isFree = FREE.test(schema.format ?? '') || FREE.test(name);
  switch (schema.type) {
    case 'string':
      return isFree ? [] : [[], {}, [[]], 1, true, [null], { toString: 'a' }, ...HIDDEN];
    case 'array':
      return isFree
        ? []
        : [{}, 'a', 1, true, [[]], [[[]]], { length: 1 }, { 0: bodies.sample(schema.items ?? {}) }];
    case 'boolean':
      return ['a', 'true', 1, [], {}, [true]];
    case 'number':
    case 'integer':
      return ['a', '1', true, [], {}, [1]];
    case undefined:
    default:
      return schema.properties ? [[], [[]], [{}], 'a', 1, true, [bodies.sample(schema)]] : [];
  }
}

/** What may be right, by its schema alone, and is odd. */
function oddFor({ schema }: BodyField): readonly unknown[] {
  const anything = [
    null,
    '\u0627\u0644\u0637\u0641\u0644',
    'a\r\n\tb',
    '1'.repeat(100),
    '0',
    '9999-12-31',
    '-1',
    '\u200b',
  ];
  switch (schema.type) {
    case 'string':
      return anything;
    case 'array':
      return [null, [], [null], [null, null]];
    case 'boolean':
      return [null];
    case 'number':
    case 'integer':
      return [null, 0, -1, 0.5, 2 ** 53, 1e308, -1e308];
    case undefined:
    default:
      return [
        null,
        {},
        [],
        [[]],
        [{}],
        'a',
        1,
        { a: null },
        { a: [[]] },
        { a: { b: [] } },
        { a: { answer: [] } },
      ];
  }
}

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
