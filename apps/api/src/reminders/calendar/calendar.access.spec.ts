import { randomBytes } from 'node:crypto';
import { AppointmentClient } from '../../appointments/testing/appointment-client';
import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { writeAsApplication } from '../../testing/database/write-as-application';
import type { CalendarFeedDto, MadeFeedDto } from './calendar.dto';

describe('a calendar under a secret address', () => {
  let service: TestService;
  let owner: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  beforeEach(async () => {
    await service.query('DELETE FROM rate_limit_hit');
    owner = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    await new CaseClient(owner.client).opened({ urgentDangerSeen: 'yes' });
  });
  afterAll(() => service.stop());

  const made = async (): Promise<string> => {
    const { status, body } = await owner.client.put<MadeFeedDto>('/reminders/calendar-feed', {});
    expect(status).toBe(200);
    return new URL(body.address).pathname.replace(/^\/api\/calendar\//, '');
  };
  const fetched = (token: string) =>
    fetch(`${service.origin}/api/calendar/${token}`).then(async (answer) => ({
      status: answer.status,
      type: answer.headers.get('Content-Type'),
      text: await answer.text(),
    }));
  const shown = async () => (await owner.client.get<CalendarFeedDto>('/reminders/calendar-feed')).body;
  const guessed = () => randomBytes(32).toString('base64url');
  /** Without what names the request. */
  const told = (text: string): object => {
    const { correlation: _id, instance: _at, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return rest;
  };

  it('is there for nobody who has not asked for one', async () => {
    expect(await shown()).toEqual({ madeAt: null, fetches: 0, fetchedAt: null });
  });

  it('gives days and one word, to whoever has the address; each fetch is recorded', async () => {
    const token = await made();
    const { status, type, text } = await fetched(token);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('SUMMARY:rendez-vous\r\n');
    expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/);
    expect(text).not.toMatch(/RP-|refuge|Soigner|T(?!000000Z)\d{6}/);
    await fetched(token);
    expect(await shown()).toMatchObject({ fetches: 2, fetchedAt: expect.any(String) });
    const events = await service.query(
      `SELECT 1 FROM ledger_event e JOIN alias a ON a.alias = e.entry::json ->> 'actor'
        WHERE e.entry::json ->> 'type' = 'calendar.fetch' AND a.subject = $1`,
      [owner.id],
    );
    expect(events).toHaveLength(2);
  });

  it('has the days of appointments, once each, and no word of them; not those that were cancelled', async () => {
    const { id } = await new CaseClient(owner.client).opened();
    const appointments = new AppointmentClient(owner.client, id);
    const year = String(new Date().getUTCFullYear() + 1);
    const held = { kind: 'confrontation', place: 'Foyer des Lilas', notes: 'Avec la tante' } as const;
    await appointments.planned({ ...held, day: `${year}-03-28`, hour: '23:30' });
    await appointments.planned({ day: `${year}-03-28`, hour: undefined });
    const gone = await appointments.planned({ day: `${year}-04-02` });
    await appointments.endAppointment(gone);
    const moved = await appointments.planned({ day: `${year}-04-03` });
    await appointments.changeAppointment(moved, { day: `${year}-04-04` });
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const southern = new AppointmentClient(
      stranger.client,
      (await new CaseClient(stranger.client).opened()).id,
    );
    await southern.planned({ day: `${year}-04-05` });
    const { text } = await fetched(await made());
    const booked = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map(([, day = '']) => day);
    expect(booked.filter((day) => day.startsWith(year))).toEqual([`${year}0328`, `${year}0404`]);
    expect(text).not.toMatch(/Lilas|tante|confrontation|RP-|T(?!000000Z)\d{6}/i);
  });

  it('has those that the account goes along to, of children whom others follow', async () => {
    const lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const theirs = new AppointmentClient(lead.client, (await new CaseClient(lead.client).opened()).id);
    const year = String(new Date().getUTCFullYear() + 1);
    await theirs.planned({ day: `${year}-05-04`, escortId: owner.id });
    await theirs.planned({ day: `${year}-05-05` });
    const { text } = await fetched(await made());
    expect(text).toContain(`DTSTART;VALUE=DATE:${year}0504`);
    expect(text).not.toContain(`DTSTART;VALUE=DATE:${year}0505`);
  });

  it('is the same as the file to download', async () => {
    const token = await made();
    const file = await fetch(`${service.origin}/api/reminders/calendar`, {
      headers: { Cookie: `__Host-repere=${owner.client.cookie('__Host-repere') ?? ''}`, 'X-Repere': '1' },
    });
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="rendez-vous.ics"');
    expect(await file.text()).toBe((await fetched(token)).text);
  });

  it('guessed, revoked, replaced, of a closed account: the same answer', async () => {
    const token = await made();
    expect((await fetched(token)).status).toBe(200);
    const second = await made();
    const replaced = await fetched(token);
    expect((await owner.client.delete('/reminders/calendar-feed')).status).toBe(204);
    const revoked = await fetched(second);
    const third = await made();
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [owner.id]),
    );
    const closed = await fetched(third);
    const answers = [replaced, revoked, closed, await fetched(guessed()), await fetched('x')];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => JSON.stringify(told(text)))).size).toBe(1);
  });

  it('is kept as a hash only, and one that was written into the database leads nowhere', async () => {
    const token = await made();
    const rows = await service.query<{ row: string }>(`SELECT to_jsonb(f)::text AS row FROM calendar_feed f`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const mallory = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await writeAsApplication(service, [
      `UPDATE calendar_feed SET account_id = $1 WHERE account_id = $2 AND revoked_at IS NULL`,
      mallory.id,
      owner.id,
    ]);
    expect((await fetched(token)).status).toBe(404);
  });

  it('is not tried for ever', async () => {
    const statuses: number[] = [];
    for (let tried = 0; tried < 125; tried++) statuses.push((await fetched(guessed())).status);
    expect(statuses.at(-1)).toBe(429);
  }, 60_000);
});
