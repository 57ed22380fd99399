import { randomUUID } from 'node:crypto';
import { CaseReader } from '../../cases/reading/case-reader';
import { accountActor } from '../../platform/unit/account-actor';
import { enterFound } from '../../platform/unit/enter';
import { CaseClient } from '../../cases/testing/case-client';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CaseAccessLogDto } from './access-log.dto';

const DAY = 86_400_000;

describe('who belongs to a case when they look at it', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    ({ id } = await new CaseClient(lead.client).opened());
  });

  const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  /** Opens the case so many days from now; refused or not, it is a look. */
  async function readCase(reader: string, days: number): Promise<void> {
    const space = await service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    const context = {
      space: { ...space, fixedNow: Date.now() + days * DAY },
      correlation: randomUUID(),
      enter: enterFound((manager) => accountActor(manager, reader)),
    };
    const act = { type: 'case-file.read', purpose: 'care', idempotent: false } as const;
    await service.app
      .get(UnitOfWork)
      .runAct(context, act, () => service.app.get(CaseReader).readCase(id))
      .catch(() => null);
  }
  /** Of the looks of this reader, oldest first: whether they came from outside. */
  const areOutside = async (reader: string): Promise<readonly boolean[]> => {
    const { body } = await lead.client.get<CaseAccessLogDto>(`/case-files/${id}/access-log`);
    return body.items
      .filter(({ by }) => by?.id === reader)
      .map(({ unusual }) => unusual.some(({ code }) => code === 'outside'))
      .reverse();
  };
  const plan = async (path: string, body: object): Promise<string> => {
    const answer = await supervisor.client.post<{ id: string }>(path, body, {
      'Idempotency-Key': randomUUID(),
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const north = async (): Promise<string> =>
    (await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`))[0]?.id ?? '';
  const someone = async (role: 'caseworker' | 'supervisor'): Promise<string> =>
    (await service.hire({ roles: [role], teams: ['South'] })).id;

  it('somebody on duty belongs as long as their turn lasts, and no longer', async () => {
    const onDuty = await someone('caseworker');
    await plan('/duties', { teamId: await north(), accountId: onDuty, from: inDays(-1), until: inDays(1) });
    await readCase(onDuty, 0);
    await readCase(onDuty, 2);
    expect(await areOutside(onDuty)).toEqual([false, true]);
  });

  it('a turn that was taken back ends there', async () => {
    const onDuty = await someone('caseworker');
    const turn = { teamId: await north(), accountId: onDuty, from: inDays(-1), until: inDays(9) };
    const duty = await plan('/duties', turn);
    await supervisor.client.delete(`/duties/${duty}`, { 'Idempotency-Key': randomUUID() });
    await readCase(onDuty, 2);
    expect(await areOutside(onDuty)).toEqual([true]);
  });

  it('who stands in for the lead belongs until the end of the leave', async () => {
    const substitute = await someone('caseworker');
    const leave = { absentId: lead.id, substituteId: substitute, from: inDays(-1), until: inDays(1) };
    await plan('/substitutions', leave);
    await readCase(substitute, 0);
    await readCase(substitute, 2);
    expect(await areOutside(substitute)).toEqual([false, true]);
  });

  it('who stands in for a colleague who does not work on the case is from outside', async () => {
    const [colleague, substitute] = [
      await service.hire({ roles: ['caseworker'], teams: ['North'] }),
      await someone('caseworker'),
    ];
    const leave = { absentId: colleague.id, substituteId: substitute, from: inDays(-1), until: inDays(1) };
    await plan('/substitutions', leave);
    await readCase(substitute, 0);
    expect(await areOutside(substitute)).toEqual([true]);
  });

  it('a supervisor who stands in for the supervisor belongs while they do', async () => {
    const deputy = await someone('supervisor');
    const leave = { absentId: supervisor.id, substituteId: deputy, from: inDays(-1), until: inDays(1) };
    await plan('/substitutions', leave);
    await readCase(deputy, 0);
    await readCase(deputy, 2);
    expect(await areOutside(deputy)).toEqual([false, true]);
  });

  it('who was asked for a second opinion belongs until the day that was said', async () => {
    const adviser = await someone('caseworker');
    const { status } = await lead.client.post(
      `/case-files/${id}/second-opinions`,
      { accountId: adviser, until: inDays(1), question: 'Un doute ?' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(status).toBe(200);
    await readCase(adviser, 0);
    await readCase(adviser, 2);
    expect(await areOutside(adviser)).toEqual([false, true]);
  });
});
