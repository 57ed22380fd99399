import { giveAddress, sendMails } from '../../../access/accounts/testing/mailed';
import type { WorklistDto } from '../../../cases/worklist/worklist.dto';
import type { RemindersDto } from '../../../reminders/inbox/reminders.dto';
import type { SignedInClient } from '../../../testing/test-service';
import { TestMailServer } from '../../../testing/accounts/test-mail-server';
import type { SentReferralsDto, UnansweredReferralsDto } from '../../answers/answers.dto';
import { Referring } from '../../testing/referring';

describe('what a no or a silence leaves to do', () => {
  let referring: Referring;
  let server: TestMailServer;
  let away: SignedInClient;
  beforeAll(async () => {
    server = await TestMailServer.start();
    const mail = { smtpUrl: server.url, from: 'repere@repere.example' };
    referring = await Referring.start({ configuration: { mail } });
    await giveAddress(referring.service, referring.lead.id, 'lea@service.example');
    await giveAddress(referring.service, referring.supervisor.id, 'sacha@service.example');
    away = await referring.service.signIn({ roles: ['caseworker', 'supervisor'], teams: ['South'] });
  });
  afterAll(async () => {
    await referring.service.stop();
    await server.stop();
  });
  beforeEach(() => referring.another());

  const lines = async ({ client }: SignedInClient) =>
    (await client.get<WorklistDto>('/worklist')).body.items.filter(({ kind }) => kind === 'referral');
  const reminded = async ({ client }: SignedInClient) =>
    (await client.get<RemindersDto>('/reminders')).body.needs;
  const board = async ({ client }: SignedInClient) =>
    (await client.get<UnansweredReferralsDto>('/referrals/unanswered')).body.items.map(({ what }) => what);
  const need = async () =>
    (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'))).body.needs[0];
  const mails = (about: string): readonly string[] =>
    server.mails.filter(({ subject }) => subject.includes(about)).flatMap(({ to }) => to);
  /** What waits has run, and what that asked for. */
  const work = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) await sendMails(referring.service);
  };
  /** The task is late, and what waits for that has run. */
  const miss = async (): Promise<void> => {
    await referring.service.asSuperuser(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(`UPDATE need_task SET due_at = now(), late_at = now()`);
      await client.query(`UPDATE job SET due_at = now() WHERE kind = 'need.task-late' AND state = 'waiting'`);
    });
    await work();
  };
  const setClosed = (on: string) =>
    referring.service.pastTriggers(`UPDATE case_file SET closed_on = ${on}`, []);
  const says = (answer: object) => referring.answerAs(referring.partner, answer);

  it('reaches who asked, then their supervisor, and is gone once the next is asked', async () => {
    await referring.opened({ need: 'bed-tonight', answerHours: 4 });
    await work();
    expect([await lines(referring.lead), await reminded(referring.lead)]).toEqual([[], 0]);

    expect((await says({ answer: 'refused', reason: 'full' })).status).toBe(204);
    await work();
    const [line] = await lines(referring.lead);
    expect(line).toMatchObject({ caseFileId: referring.file.id, origin: 'TOOL', group: 'waiting-for-me' });
    // For a bed tonight, an hour.
    const left = Date.parse(line?.dueAt ?? '') - Date.now();
    expect([left > 50 * 60_000, left <= 60 * 60_000]).toEqual([true, true]);
    expect(await reminded(referring.lead)).toBe(1);
    expect(mails('une orientation vous attend')).toEqual(['lea@service.example']);
    // Not yet late, it is nobody else’s; of another team it never is.
    expect([await lines(referring.supervisor), await board(referring.supervisor)]).toEqual([[], []]);
    expect(await lines(away)).toEqual([]);
    expect(mails('sans réponse')).toEqual([]);

    await miss();
    await miss();
    expect(await board(referring.supervisor)).toEqual(['next']);
    // That somebody is to be asked ends with the case, until it goes on.
    await setClosed('current_date');
    expect([await lines(referring.lead), await reminded(referring.lead)]).toEqual([[], 0]);
    expect([await lines(referring.supervisor), await board(referring.supervisor)]).toEqual([[], []]);
    await setClosed('NULL');
    expect([(await lines(referring.lead)).length, await reminded(referring.lead)]).toEqual([1, 1]);
    expect(await board(referring.supervisor)).toEqual(['next']);
    expect(await lines(referring.supervisor)).toHaveLength(1);
    expect(mails('sans réponse')).toEqual(['sacha@service.example']);
    expect([await board(away), await lines(away)]).toEqual([[], []]);

    const { id: needId } = (await need()) ?? {};
    await referring.another();
    await referring.opened({ need: 'bed-tonight', answerHours: 4, ...(needId !== undefined && { needId }) });
    await work();
    expect([await lines(referring.lead), await board(referring.supervisor)]).toEqual([[], []]);

    // The next one has another offer: it begins anew.
    expect((await says({ answer: 'other-offer', words: 'Lundi seulement.' })).status).toBe(204);
    await work();
    expect(await lines(referring.lead)).toHaveLength(1);
    expect(await board(referring.supervisor)).toEqual([]);
    expect((await says({ answer: 'refused', reason: 'full' })).status).toBe(204);
    const rows = await referring.service.query(`SELECT row_to_json(t)::text FROM need_task t`);
    expect(JSON.stringify(rows)).not.toMatch(/Lundi|full/);
  });

  it('watches after a yes whether the child arrives, by hours for a bed tonight, until somebody says so', async () => {
    const { id: needId } = (await need()) ?? {};
    await referring.opened({ need: 'bed-tonight', answerHours: 4, ...(needId !== undefined && { needId }) });
    expect((await says({ answer: 'accepted' })).status).toBe(204);
    await work();
    const [line, ...others] = await lines(referring.lead);
    expect([line?.title.fr, others]).toEqual([expect.stringContaining('a été reçu'), []]);
    const left = Date.parse(line?.dueAt ?? '') - Date.now();
    expect([left > 3.5 * 3_600_000, left <= 4 * 3_600_000]).toEqual([true, true]);
    server.mails.length = 0;
    await work();
    expect(server.mails).toEqual([]);
    expect(await board(referring.supervisor)).toEqual([]);

    await referring.service.query(
      `UPDATE job SET due_at = now() WHERE kind = 'need.task-began' AND state = 'waiting'`,
    );
    await work();
    expect(mails('une orientation vous attend')).toEqual(['lea@service.example']);
    await miss();
    expect(mails('sans réponse')).toEqual(['sacha@service.example']);
    expect(await board(referring.supervisor)).toEqual(['reception']);
    // Who is on the way arrives, whatever is closed.
    await setClosed('current_date');
    expect([await board(referring.supervisor), (await lines(referring.lead)).length]).toEqual([
      ['reception'],
      1,
    ]);
    await setClosed('NULL');

    // The yes says when: the clock goes by that, and begins anew when it moves.
    // For a bed tonight the day’s end is no later than the usual hours; another day is no bed, and the next one is asked.
    for (const [hours, due] of [
      [2, 2],
      [3, 3],
      [23, 4],
      [100, 1],
    ] as const) {
      const expectedAt = new Date(Date.now() + hours * 3_600_000).toISOString();
      expect((await says({ answer: 'accepted', expectedAt })).status).toBe(204);
      await work();
      const [at, ...later] = (await lines(referring.lead)).map(({ dueAt }) => dueAt);
      expect(Math.abs(Date.parse(at ?? '') - Date.now() - due * 3_600_000)).toBeLessThan(120_000);
      // On the other day somebody finds out all the same whether the child arrived.
      expect(later).toEqual(hours === 100 ? [expectedAt] : []);
      expect(await board(referring.supervisor)).toEqual([]);
    }

    const sent = (await need())?.referrals.find(({ partner }) => partner.id === referring.partner.id);
    const path = referring.addressOf(`referrals/${sent?.id ?? ''}/follow-ups`);
    const received = { what: 'first-appointment' };
    expect((await referring.sendAs(referring.lead, 'post', path, received)).status).toBe(204);
    await work();
    expect([await lines(referring.lead), await board(referring.supervisor)]).toEqual([[], []]);
  });
});
