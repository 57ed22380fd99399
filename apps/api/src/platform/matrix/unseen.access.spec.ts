import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES } from '@repere/access';
import { BOARD_FIGURES } from '@repere/audit';
import { CaseClient } from '../../cases/testing/case-client';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { AttackedService, tellable } from '../attacks/testing/attacked-service';
import { marked } from './testing/marked-case';
import type { CaseFileDto } from '../../cases/page/case-file.dto';

const NAME = 'Name-Xq7';
const CHILD = { calledName: NAME, givenNames: NAME, familyName: NAME };
/** Where lists, counts and figures of cases are read. */
const LISTS = ['lists', 'team', 'mission', 'privacy', 'service'];

/** Whose roles may act in most ways. */
const MANY_ACTS = /^(caseworker|supervisor|auditor) of the team/;

/**
 * A case that is there for its circle alone is looked for by everybody else: what they were told before it was opened is what
 * they are told once it is there, in every list, count, search and error.
 */
describe('a case that is not there for a reader changes nothing that they are told', () => {
  let attacked: AttackedService;
  let inside: SignedInClient;
  let hidden: CaseFileDto;
  let strangers: readonly (readonly [string, TestClient])[];
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  beforeAll(async () => {
    const service = await TestService.start();
    attacked = await AttackedService.attackService(service);
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    inside = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const colleagues = await Promise.all(
      ACCOUNT_ROLES.map(async (role) => {
        const { client } = await service.signIn({ roles: [role], teams: ['North'] });
        return [`${role} of the team`, client] as const;
      }),
    );
    const elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    strangers = [...colleagues, ['supervisor of another team', elsewhere.client]];
    const alike = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await new CaseClient(alike.client).opened({ child: CHILD });
    const cases = new CaseClient(worker.client);
    await cases.opened();
    for (const [who, client] of strangers)
      for (const [what, answer] of await told(client)) before.set(`${what} as ${who}`, answer);
    hidden = await cases.opened({ urgentDangerSeen: 'yes' });
    await marked(cases, hidden.id);
    const circle = [worker.id, inside.id];
    const restriction = { circle, reason: 'colleague', words: 'Famille d’une collègue.' };
    const { status } = await inside.client.put(`/case-files/${hidden.id}/restriction`, restriction, key());
    expect(status).toBe(204);
    for (const [who, client] of strangers)
      for (const [what, answer] of await told(client)) after.set(`${what} as ${who}`, answer);
  }, 180_000);
  afterAll(() => attacked.service.stop());

  const key = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });

  /** All that this reader is told of cases without naming one. */
  async function told(client: TestClient): Promise<readonly (readonly [string, string])[]> {
    const answers: [string, string][] = [];
    for (const route of attacked.routes) {
      if (route.method !== 'GET' || !LISTS.includes(route.needs.on)) continue;
      const figures = route.path.endsWith('/{figure}') ? BOARD_FIGURES : route.named.length > 0 ? [] : [''];
      for (const figure of figures) {
        const names = { '/team-board/{figure}': figure };
        answers.push([`${route.name} ${figure}`, said(await attacked.askRoute(client, route, { names }))]);
      }
    }
    for (const [path, body] of [
      ['/case-files/search', { text: NAME, scope: 'team' }],
      ['/case-files/search', { danger: ['immediate_grave'] }],
      ['/case-files/duplicates', CHILD],
      ['/missions/frame', await frame(client)],
    ] as const)
      answers.push([`${path} ${JSON.stringify(body)}`, said(await client.post(path, body, key()))]);
    return answers;
  }

  it('in lists, counts, figures, searches', () => {
    const changed = [...after].flatMap(([what, answer]) =>
      answer === before.get(what) ? [] : [`${what}: ${before.get(what) ?? ''} → ${answer}`],
    );
    expect(changed).toEqual([]);
    expect(after.size).toBe(before.size);
  });

  it('while its circle finds it there', async () => {
    const there = (await told(inside.client)).filter(([, answer]) => answer.includes(hidden.id));
    expect(there.map(([what]) => what)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('/api/alerts'),
        expect.stringContaining('/case-files/search'),
        expect.stringContaining('/api/team-board/{figure} open'),
        expect.stringContaining('/api/deviations'),
      ]),
    );
  });

  it('and every route answers its id as one that nobody has', async () => {
    const differing: string[] = [];
    for (const route of attacked.routes.filter(({ named }) => named[0] === '/case-files/{id}'))
      for (const [who, client] of strangers.filter(([it]) => MANY_ACTS.test(it))) {
        const ask = async (id: string): Promise<string> =>
          JSON.stringify(
            tellable(await attacked.askRoute(client, route, { names: { '/case-files/{id}': id } })),
          );
        const [one, other] = [await ask(hidden.id), await ask(randomUUID())];
        if (one !== other) differing.push(`${route.name} as ${who}: ${one}, ${other}`);
      }
    expect(differing).toEqual([]);
  });
});

async function frame(client: TestClient): Promise<object> {
  const { body } = await client.get<{ teams?: readonly { id: string }[] }>('/missions/choices');
  const teamIds = (body.teams ?? []).map(({ id }) => id);
  return { teamIds, from: '2020-01-01', to: '2099-01-01', protocols: [] };
}

/** But for the moment, and for the number of restricted cases, which a board tells every supervisor of the team. */
function said({ status, body }: Answer<unknown>): string {
  const text = JSON.stringify(body, (name, value: unknown) =>
    name === 'correlation' || name === 'restricted' ? undefined : value,
  );
  return `${String(status)} ${(text ?? '').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')}`;
}
