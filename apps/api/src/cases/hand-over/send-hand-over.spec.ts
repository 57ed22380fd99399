import { randomUUID } from 'node:crypto';
import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import type { ProblemDto } from '../../platform/answers/openapi';
import { TestMailServer } from '../../testing/accounts/test-mail-server';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { HandOverSentDto } from './hand-over.dto';

const HOUR = 3_600_000;

describe('the hand-over that is sent', () => {
  let mail: TestMailServer;
  let service: TestService;
  let team: string;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    service = await TestService.start({
      configuration: { mail: { smtpUrl: mail.url, from: 'repere@repere.example' } },
    });
  });
  afterAll(async () => {
    await service.stop();
    await mail.stop();
  });
  beforeEach(async () => {
    await sendMails(service);
    mail.mails.length = 0;
    team = randomUUID();
    worker = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Camille' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: [team] });
  });

  const send = ({ client } = worker, key: string = randomUUID(), scope = 'me') =>
    client.post<HandOverSentDto & ProblemDto>(
      '/hand-over/sent',
      { scope },
      {
        'Idempotency-Key': key,
      },
    );
  const onDuty = async (name: string, address: string | null): Promise<string> => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: [team], name });
    if (address) await giveAddress(service, id, address);
    const { body } = await supervisor.client.get<{ teams: { id: string }[] }>('/cover');
    const [from, until] = [-1, 10].map((hours) => new Date(Date.now() + hours * HOUR).toISOString());
    const put = await supervisor.client.post(
      '/duties',
      { teamId: body.teams[0]?.id, accountId: id, from, until },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(put.status).toBe(201);
    return id;
  };

  it('tells who is on duty by a mail that says nothing, and names who has no address', async () => {
    const file = await new CaseClient(worker.client).opened({ urgentDangerSeen: 'yes' });
    await onDuty('Noé', 'noe@service.example');
    await onDuty('Inès', null);
    const { status, body } = await send();
    expect([status, body]).toEqual([200, { told: ['Noé'], unreached: ['Inès'] }]);
    await sendMails(service);
    expect(mail.mails).toHaveLength(1);
    const said = JSON.stringify(mail.mails);
    expect(said).toContain('noe@service.example');
    for (const secret of [file.reference, 'Camille', team, file.id]) expect(said).not.toContain(secret);
  });

  const child = () => new CaseClient(worker.client).opened({ urgentDangerSeen: 'yes' });

  it('sends one mail while one waits, and one for a repeated request', async () => {
    await child();
    await onDuty('Noé', 'noe@service.example');
    const key = randomUUID();
    const answers = await Promise.all([send(worker, key), send(worker, key), send()]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    await sendMails(service);
    expect(mail.mails).toHaveLength(1);
  });

  it('is refused where nobody else is on duty, to whoever keeps no cases, and beyond six in an hour', async () => {
    expect((await send()).body.reasons?.[0]?.code).toBe('nothing-waits');
    await child();
    const nobody = await send();
    expect(nobody.status).toBe(422);
    expect(nobody.body.reasons?.[0]?.code).toBe('nobody-on-duty');
    const administrator = await service.signIn({ roles: ['administrator'], teams: [team] });
    expect((await send(administrator)).status).toBe(403);
    expect((await send(worker, randomUUID(), 'all')).status).toBe(400);
    await onDuty('Noé', 'noe@service.example');
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await send()).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });

  it('reaches nobody of another team', async () => {
    await onDuty('Noé', 'noe@service.example');
    await child();
    const stranger = await service.signIn({ roles: ['caseworker'], teams: [randomUUID()] });
    await new CaseClient(stranger.client).opened({ urgentDangerSeen: 'yes' });
    expect((await send(stranger)).body.reasons?.[0]?.code).toBe('nobody-on-duty');
    await sendMails(service);
    expect(mail.mails).toHaveLength(0);
  });
});
