import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { UnansweredReferralsDto } from '../../referrals/answers/answers.dto';
import { Referring } from '../../referrals/testing/referring';
import { spaceNow } from '../../platform/clocks';
import { placeIn } from '../../platform/requests/request-origin';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import type { RemindersDto } from '../../reminders/inbox/reminders.dto';
import { SendReminders } from '../../reminders/send-reminders.service';
import { MoveClock } from './move-clock.service';

const KEY = 'class';

describe('the clock of a training space', () => {
  let referring: Referring;
  beforeEach(async () => {
    referring = await Referring.start({ trainingKeys: [KEY] }, KEY);
  });
  afterEach(() => referring.service.stop());

  const space = async (): Promise<Space> => {
    const found = await referring.service.app.get(Spaces).findSpace(KEY);
    if (!found) throw new Error('no space');
    return found;
  };
  const move = async (by: 'hours' | 'days', amount: number) =>
    referring.service.app.get(MoveClock).moveClock(placeIn(await space()), { by, amount });
  const unanswered = async () =>
    (await referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')).body.items;
  /** What the clock brought about of referrals and tasks, in order; hours from when the answer was due. */
  const happened = async () =>
    referring.service.query<{ what: string; hours: number }>(
      `SELECT what, round(extract(epoch FROM at - (SELECT due_at FROM referral_event WHERE kind = 'sent')) / 3600)::int AS hours FROM (
         SELECT kind AS what, at FROM referral_event UNION ALL SELECT kind, since FROM need_task) happened
        WHERE what <> 'sent' ORDER BY hours, what`,
      [],
      KEY,
    );

  it('brings about on the way that a referral is silent, at the hour at which it is', async () => {
    await referring.opened({ need: 'legal-help', answerHours: 24 });
    await move('hours', 10);
    expect(await unanswered()).toEqual([]);
    await move('days', 5);
    expect(await happened()).toEqual([
      { what: 'answer-asked', hours: -6 },
      { what: 'ask-next', hours: 0 },
      { what: 'escalated', hours: 0 },
    ]);
    expect((await unanswered()).map(({ what }) => what)).toContain('answer');
  });

  it('has what is due told at its moment, and passed on half an hour later unless somebody answers', async () => {
    const { lead, service } = referring;
    const ids: string[] = [];
    for (let opened = 0; opened < 3; opened++)
      ids.push((await new CaseClient(lead.client).opened({ urgentDangerSeen: 'yes' })).id);
    const [now, later, answered] = ids;
    // Of another one the hour comes on the way, as that of an approval does.
    await service.pastTriggers(
      `UPDATE reminder SET remind_at = remind_at + interval '20 hours' WHERE case_file_id = $1`,
      [later],
      KEY,
    );
    /** Of each case: to whom word goes and when, in minutes after it is to. */
    const told = (id: string | undefined) =>
      service.query<{ why: string; minutes: number }>(
        `SELECT DISTINCT n.why, round(extract(epoch FROM n.at - m.remind_at) / 60)::int AS minutes
           FROM reminder m JOIN reminder_notice n ON n.reminder_id = m.id WHERE m.case_file_id = $1 ORDER BY minutes`,
        [id],
        KEY,
      );
    const follows = { why: 'follows', minutes: 0 };
    const passedOn = { why: 'on-duty', minutes: 30 };
    await service.app.get(SendReminders).sendAll(await space());
    for (const { id, caseFileId } of (await lead.client.get<RemindersDto>('/reminders')).body.items)
      if (caseFileId === answered)
        await lead.client.put(
          `/case-files/${caseFileId}/answered-reminders/${id}`,
          {},
          { 'Idempotency-Key': randomUUID() },
        );
    await move('hours', 1);
    expect([await told(now), await told(later)]).toEqual([[follows, passedOn], []]);
    await move('days', 2);
    expect(await Promise.all(ids.map(told))).toEqual([[follows, passedOn], [follows, passedOn], [follows]]);
  });

  it('is followed by the word of the day', async () => {
    const { client } = referring.lead;
    await client.put('/reminders/choice', { hour: 0, byMail: false });
    for (const days of [1, 3]) {
      await move('days', days);
      await referring.service.app.get(SpaceRounds).beginDueRounds();
      const { digest } = (await client.get<RemindersDto>('/reminders')).body;
      const today = new Date(spaceNow(await space())).toISOString().slice(0, 10);
      expect(digest?.madeAt.slice(0, 10)).toBe(today);
    }
  });
});
