import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import { giveAddress, sendMails } from '../access/accounts/testing/mailed';
import { CaseClient } from '../cases/testing/case-client';
import { action, ConferenceClient } from '../conferences/testing/conference-client';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { TestMailServer } from '../testing/accounts/test-mail-server';
import { type SignedInClient, TestService } from '../testing/test-service';
import type { InboxItemDto, RemindersDto } from './inbox/reminders.dto';
import { MakeDigests } from './make-digests.service';
import { SendReminders } from './send-reminders.service';

describe('word of what is due', () => {
  let mail: TestMailServer;
  let service: TestService;
  let space: Space;
  let team: string;
  let people: Record<'worker' | 'colleague' | 'supervisor', SignedInClient>;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    service = await TestService.start({
      configuration: {
        mail: { smtpUrl: mail.url, from: 'repere@repere.example' },
      },
    });
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
  });
  beforeEach(async () => {
    // Each in a team of its own: nobody is on another's list.
    team = `Team ${randomUUID()}`;
    const signIn = (role: AccountRole) => service.signIn({ roles: [role], teams: [team] });
    people = {
      worker: await signIn('caseworker'),
      colleague: await signIn('caseworker'),
      supervisor: await signIn('supervisor'),
    };
    for (const { id, login } of Object.values(people))
      await giveAddress(service, id, `${login}@service.example`);
  });
  afterAll(async () => {
    await service.stop();
    await mail.stop();
  });

  /** A case in which an act is due without delay by what medicine says. */
  const opened = async () => {
    const worker = new CaseClient(people.worker.client);
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    return { worker, file };
  };
  const tell = () => service.app.get(SendReminders).sendAll(space);
  const inbox = async (who: SignedInClient): Promise<RemindersDto> => {
    const { status, body } = await who.client.get<RemindersDto>('/reminders');
    expect(status).toBe(200);
    return { ...body, items: body.items.filter(({ step }) => step === 'heal_first') };
  };
  const subjectsTo = async ({ login }: SignedInClient): Promise<readonly string[]> => {
    await sendMails(service);
    return mail.mails
      .filter(({ to }) => to.includes(`${login}@service.example`))
      .map(({ subject }) => subject);
  };
  const answer = (who: SignedInClient, { caseFileId, id }: Pick<InboxItemDto, 'caseFileId' | 'id'>) =>
    who.client.put(
      `/case-files/${caseFileId}/answered-reminders/${id}`,
      {},
      { 'Idempotency-Key': randomUUID() },
    );
  const only = ({ items }: RemindersDto): InboxItemDto => {
    const [item] = items;
    if (!item || items.length > 1) throw new Error(`${String(items.length)} reminders`);
    return item;
  };
  /** Past what demands an event of each change. */
  const quietly = (sql: string, parameters: unknown[] = []) => service.pastTriggers(sql, parameters);
  const waited = () =>
    quietly(
      `UPDATE reminder SET reminded_at = reminded_at - interval '31 minutes' WHERE reminded_at IS NOT NULL`,
    );
  const onDuty = (who: SignedInClient) =>
    quietly(
      `INSERT INTO duty (id, team_id, account_id, named_by, from_at, until_at, named_at)
       SELECT gen_random_uuid(), t.id, $1, $2, now() - interval '1 hour', now() + interval '8 hours', now() - interval '1 hour'
         FROM team t WHERE t.name = $3`,
      [who.id, people.supervisor.id, team],
    );
  const due = 'Repère\u00a0: un acte est dû';

  it('goes to whoever leads, an ASE referent like anybody, and is in the word of the day', async () => {
    const referent = await service.signIn({ roles: ['ase-referent'], teams: [team] });
    const file = await new CaseClient(referent.client).opened({ urgentDangerSeen: 'yes' });
    await tell();
    expect(only(await inbox(referent)).caseFileId).toBe(file.id);
    expect((await inbox(people.supervisor)).items).toEqual([]);
    const choice = { hour: 0, byMail: false };
    expect((await referent.client.put('/reminders/choice', choice)).status).toBe(204);
    await service.app.get(MakeDigests).makeAll({ ...space, fixedNow: null });
    expect((await inbox(referent)).digest).not.toBeNull();
  });

  it('goes at once to whoever leads the case, in the page with its words and by a mail without any', async () => {
    const { file } = await opened();
    expect(await tell()).toBeGreaterThan(0);
    const item = only(await inbox(people.worker));
    expect(item).toMatchObject({
      ...{ caseFileId: file.id, reference: file.reference, origin: 'MEDICAL', atOnce: true, why: 'follows' },
      ...{ of: 'step', title: { fr: "Soigner d'abord" }, answeredBy: null },
    });
    expect(await subjectsTo(people.worker)).toEqual([due]);
    const sent = mail.mails.find(({ to }) => to.includes(`${people.worker.login}@service.example`));
    expect(sent?.text).toContain('Un acte est dû sans délai dans un dossier que vous suivez.');
    expect(`${sent?.subject} ${sent?.text}`).not.toMatch(
      new RegExp(`${file.reference}|Soigner|refuge|http|MEDICAL`, 'i'),
    );
    expect((await inbox(people.colleague)).items).toEqual([]);
    expect(await subjectsTo(people.supervisor)).toEqual([]);
  });

  it('is told once, whatever looks for it again, and one mail that waits stands for all', async () => {
    await opened();
    await opened();
    await Promise.all([tell(), tell()]);
    expect(await tell()).toBe(0);
    expect((await inbox(people.worker)).items).toHaveLength(2);
    expect(await subjectsTo(people.worker)).toEqual([due]);
    expect(await subjectsTo(people.worker)).toEqual([due]);
  });

  it('waits for no case that is being written just now: its turn comes in the next round', async () => {
    const { file } = await opened();
    await service.asSuperuser(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM case_file WHERE id = $1 FOR UPDATE', [file.id]);
      expect(await tell()).toBe(0);
      await client.query('ROLLBACK');
    });
    expect(await tell()).toBeGreaterThan(0);
    expect(only(await inbox(people.worker)).caseFileId).toBe(file.id);
  });

  it('is written with its cause: an act that is refused reminds of nothing', async () => {
    const count = async () =>
      (await service.query<{ n: number }>('SELECT count(*)::int AS n FROM reminder'))[0]?.n;
    const before = await count();
    const { body, status } = await new CaseClient(people.worker.client).openCase({
      urgentDangerSeen: 'yes',
      child: { calledName: '' },
    });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.anything()]);
    expect(await count()).toBe(before);
  });

  it('goes from the list when it is done, and comes back when it is due again', async () => {
    const { worker, file } = await opened();
    await tell();
    const done = await worker.completed(file.id, 'refuge', 'heal_first', { values: { bitten: 'no' } });
    expect((await inbox(people.worker)).items).toEqual([]);
    expect(done).toBeTruthy();
  });

  it('is passed on to whoever is on duty when nobody answers, and not when somebody did', async () => {
    const [one, other] = [await opened(), await opened()];
    await tell();
    const items = (await inbox(people.worker)).items;
    const answered = items.find(({ caseFileId }) => caseFileId === other.file.id);
    if (!answered) throw new Error('no reminder');
    expect((await answer(people.worker, answered)).status).toBe(204);
    await onDuty(people.colleague);
    expect(await tell()).toBe(0);
    await waited();
    expect(await tell()).toBeGreaterThan(0);
    expect(only(await inbox(people.colleague))).toMatchObject({ caseFileId: one.file.id, why: 'on-duty' });
    expect(await subjectsTo(people.colleague)).toEqual([
      'Repère\u00a0: un acte est dû, personne n’a répondu',
    ]);
    expect(await tell()).toBe(0);
  });

  it('where nobody is on duty goes to the supervisor', async () => {
    await opened();
    await tell();
    await waited();
    await tell();
    expect(only(await inbox(people.supervisor)).why).toBe('on-duty');
    expect((await inbox(people.colleague)).items).toEqual([]);
  });

  it('is answered by whoever was told of it, and by nobody else', async () => {
    const { file } = await opened();
    await tell();
    const item = only(await inbox(people.worker));
    expect((await answer(people.colleague, item)).status).toBe(404);
    const outside = await service.signIn({ roles: ['caseworker'], teams: ['Elsewhere'] });
    expect((await answer(outside, item)).status).toBe(404);
    expect((await answer(people.worker, { ...item, id: randomUUID() })).status).toBe(404);
    expect((await answer(people.worker, item)).status).toBe(204);
    expect(only(await inbox(people.worker))).toMatchObject({
      answeredBy: 'Someone',
      answeredAt: expect.any(String),
    });
    const events = await service.query<{ type: string }>(
      `SELECT e.entry::json ->> 'type' AS type FROM ledger_event e JOIN ledger_shown s ON s.event_seq = e.seq
        WHERE s.case_file_id = $1 AND e.entry::json ->> 'type' = 'reminder.list'`,
      [file.id],
    );
    expect(events.length).toBeGreaterThan(0);
  });

  it('waits for a mail server that is away for a day, and leaves once when it is back', async () => {
    mail.refusals = Infinity;
    await opened();
    await tell();
    for (let tried = 0; tried < 40; tried++) {
      expect(await subjectsTo(people.worker)).toEqual([]);
      await service.query(`UPDATE job SET run_at = now() WHERE state = 'waiting'`);
    }
    // More is due in the meantime: it still is one mail.
    await opened();
    await tell();
    mail.refusals = 0;
    await service.query(`UPDATE job SET run_at = now() WHERE state = 'waiting'`);
    expect(await subjectsTo(people.worker)).toEqual([due]);
    expect((await inbox(people.worker)).items).toHaveLength(2);
  });

  describe('of the day', () => {
    const digest = () => service.app.get(MakeDigests).makeAll({ ...space, fixedNow: null });
    const choose = (who: SignedInClient, body: object) => who.client.put('/reminders/choice', body);

    it('comes at the hour that somebody chose, once, by mail where they want one', async () => {
      await opened();
      expect((await choose(people.worker, { hour: 0, byMail: true })).status).toBe(204);
      expect((await choose(people.colleague, { hour: 0, byMail: false })).status).toBe(204);
      await digest();
      await digest();
      expect(await subjectsTo(people.worker)).toEqual(['Repère\u00a0: votre journée']);
      expect(await subjectsTo(people.colleague)).toEqual([]);
      const shown = await inbox(people.worker);
      expect(shown.choice).toEqual({ hour: 0, byMail: true });
      expect((shown.digest?.late ?? 0) + (shown.digest?.today ?? 0)).toBeGreaterThan(0);
      expect(shown.hasMail).toBe(true);
    });

    it('counts what was taken on at a case conference, late or of today, and minutes for who may agree to them', async () => {
      const { file } = await opened();
      const [colleague, supervisor] = [people.colleague, people.supervisor];
      const conferences = new ConferenceClient(people.worker.client, file.id);
      for (const who of [colleague, supervisor, people.worker]) await choose(who, { hour: 0, byMail: true });
      const id = await conferences.planned();
      await conferences.writeMinutes(id, { actions: [action(colleague.id), action(colleague.id)] });
      const [late] = (await conferences.readConference(id)).actions;
      const due = (at: string) => `UPDATE conference_task SET due_at = ${at} WHERE id = $1`;
      await quietly(due(`now() - interval '2 days'`), [late?.id]);
      await digest();
      expect((await inbox(colleague)).digest).toMatchObject({ late: 1, today: 0, approvals: 0 });
      expect(await subjectsTo(colleague)).toEqual(['Repère\u00a0: votre journée']);
      expect((await inbox(supervisor)).digest).toMatchObject({ late: 0, approvals: 1 });
      expect((await inbox(people.worker)).digest?.approvals).toBe(0);
      // Passed on it is no longer theirs: the word of another day has none of it.
      await conferences.passAction(id, late?.id ?? '', { ownerId: people.worker.id });
      await quietly('DELETE FROM reminder_digest WHERE account_id = $1', [colleague.id]);
      await digest();
      expect((await inbox(colleague)).digest).toMatchObject({ late: 0, today: 0, approvals: 0 });
    });

    it('counts no action of somebody who must stay away', async () => {
      const { file } = await opened();
      const conferences = new ConferenceClient(people.worker.client, file.id);
      await choose(people.colleague, { hour: 0, byMail: true });
      await conferences.writeMinutes(await conferences.planned(), { actions: [action(people.colleague.id)] });
      await quietly(`UPDATE conference_task SET due_at = now() - interval '2 days' WHERE owner_id = $1`, [
        people.colleague.id,
      ]);
      await people.colleague.client.post(
        `/case-files/${file.id}/conflicts`,
        { words: 'Je connais la famille.' },
        { 'Idempotency-Key': randomUUID() },
      );
      await digest();
      expect((await inbox(people.colleague)).digest).toMatchObject({ late: 0, today: 0 });
      expect(await subjectsTo(people.colleague)).toEqual([]);
    });

    it('of somebody with nothing to do is not sent', async () => {
      await choose(people.supervisor, { hour: 0, byMail: true });
      await digest();
      expect(await subjectsTo(people.supervisor)).toEqual([]);
    });

    it.each([
      { hour: 24, byMail: true },
      { hour: -1, byMail: true },
      { hour: 8.5, byMail: true },
      { hour: 8 },
      {},
    ])('at %j is refused', async (choice) => {
      expect((await choose(people.worker, choice)).status).toBe(400);
    });
  });
});
