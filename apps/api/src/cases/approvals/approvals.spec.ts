import { TestService, type SignedInClient } from '../../testing/test-service';
import type { Page } from '../../platform/answers/page';
import { CaseClient } from '../testing/case-client';
import type { ApprovalItemDto } from './approvals.dto';

const MANY = 43;
const NO_SIGNS = { values: { frailties: {}, signs: {}, taught: 'yes' } };
const WORDS = { bestInterests: 'Être à l’abri.', childView: { said: '« d’accord »' } };
const WAITS = { values: { verdict: 'no_sign' }, reasons: ['nothing_seen'], ...WORDS };
const IN_EFFECT = { values: { verdict: 'possible' }, reasons: ['seen'], ...WORDS };

describe('a supervisor for whom very much waits', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  const decided: string[] = [];
  beforeAll(async () => {
    service = await TestService.start();
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    for (let made = 0; made < MANY; made++) {
      const { id } = await worker.opened();
      await worker.completed(id, 'welcome', 'watch', NO_SIGNS);
      const done = await worker.completed(id, 'welcome', 'judge', made % 3 ? IN_EFFECT : WAITS);
      decided.push(done.entryIds[0] ?? '');
    }
  }, 120_000);
  afterAll(() => service.stop());

  const read = async (cursor?: string): Promise<Page<ApprovalItemDto>> => {
    const asked = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await supervisor.client.get<Page<ApprovalItemDto>>(`/approvals${asked}`);
    expect(status).toBe(200);
    return body;
  };
  const readAll = async (): Promise<readonly Page<ApprovalItemDto>[]> => {
    const pages = [await read()];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await read(next));
    return pages;
  };
  const settle = ({ caseFileId, runId, step, entryId, seq }: ApprovalItemDto) =>
    new CaseClient(supervisor.client).sendAct(
      caseFileId,
      `runs/${runId}/steps/${step}/approve`,
      { entryId },
      { seq },
    );

  it('is given it by pages, each decision once, with how many there are; what waits to count comes first', async () => {
    const pages = await readAll();
    expect(pages.map(({ items }) => items.length)).toEqual([20, 20, 3]);
    expect(pages.map(({ total }) => total)).toEqual([MANY, MANY, MANY]);
    const items = pages.flatMap((page) => page.items);
    expect(items.map(({ entryId }) => entryId).sort()).toEqual([...decided].sort());
    const waits = items.map(({ inEffect }) => !inEffect);
    expect(waits.lastIndexOf(true)).toBeLessThan(waits.indexOf(false));
    const dates = items.flatMap(({ dueAt }) => dueAt ?? []);
    expect(dates).toEqual([...dates].sort());
  });

  it('leaves out none by answering what stands before the next page', async () => {
    const first = await read();
    const answered = first.items.slice(0, 7);
    for (const item of answered) expect((await settle(item)).status).toBe(200);
    const rest = [await read(first.next ?? '')];
    for (let next = rest[0]?.next; next; next = rest.at(-1)?.next) rest.push(await read(next));
    expect(rest[0]?.total).toBe(MANY - answered.length);
    const seen = [...first.items, ...rest.flatMap(({ items }) => items)].map(({ entryId }) => entryId);
    expect([...seen].sort()).toEqual([...decided].sort());
  });

  it.each(['x', '', 'bnVsbA', `${'a'.repeat(5000)}`])(
    'is refused a page that is none: %#',
    async (cursor) => {
      const { status } = await supervisor.client.get(`/approvals?cursor=${cursor}`);
      expect(status).toBe(400);
    },
  );
});
