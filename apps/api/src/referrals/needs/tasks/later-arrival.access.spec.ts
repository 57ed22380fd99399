import { giveAddress, sendMails } from '../../../access/accounts/testing/mailed';
import type { WorklistDto } from '../../../cases/worklist/worklist.dto';
import { TestMailServer } from '../../../testing/accounts/test-mail-server';
import type { SignedInClient } from '../../../testing/test-service';
import type { SentReferralsDto, UnansweredReferralsDto } from '../../answers/answers.dto';
import { Referring } from '../../testing/referring';

const HOUR = 3_600_000;
const TONIGHT = { need: 'bed-tonight', answerHours: 4 } as const;

describe('a yes for another day, to what is needed tonight', () => {
  let referring: Referring;
  let server: TestMailServer;
  let later: SignedInClient;
  let expectedAt: string;
  beforeAll(async () => {
    server = await TestMailServer.start();
    const mail = { smtpUrl: server.url, from: 'repere@repere.example' };
    referring = await Referring.start({ configuration: { mail } });
    await giveAddress(referring.service, referring.lead.id, 'lea@service.example');
    await giveAddress(referring.service, referring.supervisor.id, 'sacha@service.example');
  });
  afterAll(async () => {
    await referring.service.stop();
    await server.stop();
  });
  beforeEach(async () => {
    await referring.another();
    later = referring.partner;
    expectedAt = new Date(Date.now() + 72 * HOUR).toISOString();
    await referring.opened({ ...TONIGHT, besideAnother: 'Un autre essai' });
    expect((await says({ answer: 'accepted', expectedAt })).status).toBe(204);
    await work();
  });
  afterEach(async () => {
    for (const partner of new Set([later, referring.partner])) {
      referring.partner = partner;
      await referring.endReferral();
    }
    await work();
  });

  const lines = async ({ client }: SignedInClient) =>
    (await client.get<WorklistDto>('/worklist')).body.items.filter(({ kind }) => kind === 'referral');
  const due = async () => (await lines(referring.lead)).map(({ dueAt }) => dueAt);
  const board = async () =>
    (await referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')).body.items.map(
      ({ what }) => what,
    );
  const mails = (about: string): readonly string[] =>
    server.mails.filter(({ subject }) => subject.includes(about)).flatMap(({ to }) => to);
  /** What waits has run, and what that asked for. */
  const work = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) await sendMails(referring.service);
  };
  const says = (answer: object) => referring.answerAs(referring.partner, answer);
  const follow = async (partner: SignedInClient, what: object) => {
    const { needs } = (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals')))
      .body;
    const sent = needs.flatMap((it) => it.referrals).find((it) => it.partner.id === partner.id);
    const path = referring.addressOf(`referrals/${sent?.id ?? ''}/follow-ups`);
    return (await referring.sendAs(referring.lead, 'post', path, what)).status;
  };
  const RECEIVED = { what: 'first-appointment' };

  it('is watched on that day, whoever has the child until then', async () => {
    const [next, onTheDay, ...others] = await due();
    expect([onTheDay, others]).toEqual([expectedAt, []]);
    expect(Date.parse(next ?? '')).toBeLessThan(Date.now() + HOUR + 1_000);

    // Another service has the child tonight, and says so.
    await referring.another();
    await referring.opened(TONIGHT);
    expect((await says({ answer: 'accepted' })).status).toBe(204);
    await work();
    expect(await due()).toEqual([expect.any(String), expectedAt]);
    expect(await follow(referring.partner, RECEIVED)).toBe(204);
    await work();
    expect([await due(), await board()]).toEqual([[expectedAt], []]);

    // The day has come: who follows the child is told, then the supervisor, as after any yes.
    server.mails.length = 0;
    await referring.service.query(
      `UPDATE job SET due_at = now() WHERE kind = 'need.task-began' AND state = 'waiting'`,
    );
    await work();
    expect(mails('une orientation vous attend')).toEqual(['lea@service.example']);
    expect(mails('sans réponse')).toEqual([]);
    await referring.service.asSuperuser(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(`UPDATE need_task SET due_at = now(), late_at = now()`);
      await client.query(`UPDATE job SET due_at = now() WHERE kind = 'need.task-late' AND state = 'waiting'`);
    });
    await work();
    expect([await board(), mails('sans réponse')]).toEqual([['reception'], ['sacha@service.example']]);
    expect(await follow(later, RECEIVED)).toBe(204);
    await work();
    expect([await lines(referring.lead), await board()]).toEqual([[], []]);
  });

  it('is watched on the day that it says last, once, and no more after a no or the end', async () => {
    const watched = async () => (await due()).filter((it) => Date.parse(it ?? '') > Date.now() + 24 * HOUR);
    expect(await watched()).toEqual([expectedAt]);
    const moved = new Date(Date.now() + 96 * HOUR).toISOString();
    for (let twice = 0; twice < 2; twice++)
      expect((await says({ answer: 'accepted', expectedAt: moved })).status).toBe(204);
    await work();
    expect(await watched()).toEqual([moved]);
    expect((await says({ answer: 'refused', reason: 'full' })).status).toBe(204);
    await work();
    expect(await watched()).toEqual([]);
    expect((await says({ answer: 'accepted', expectedAt })).status).toBe(204);
    await work();
    expect(await watched()).toEqual([expectedAt]);
    expect((await referring.endReferral()).status).toBe(204);
    await work();
    expect(await watched()).toEqual([]);
  });
});
