import { giveAddress, sendMails } from '../../../access/accounts/testing/mailed';
import type { WorklistDto } from '../../../cases/worklist/worklist.dto';
import type { SignedInClient } from '../../../testing/test-service';
import type { SentReferralsDto, UnansweredReferralsDto } from '../../answers/answers.dto';
import { Asking } from '../../capacity/testing/asking';
import type { UnmetNeedsDto } from '../unmet-needs.dto';

const BED = 'bed-tonight';
const FIRST = 'A service was looked for, and nobody was asked: ask one';

describe('a need for which services were looked for, and nobody was asked', () => {
  let asking: Asking;
  beforeEach(async () => {
    asking = await Asking.start();
    // The only one that would have a bed shuts out those of sixteen and seventeen.
    await asking.addService({ ages: { from: 6, to: 15 } });
  });
  afterEach(() => asking.stop());

  const settle = () => sendMails(asking.referring.service);
  const look = async (age = 17, need = BED): Promise<void> => {
    const { lead } = asking.referring;
    const path = asking.referring.addressOf('matching-services');
    expect((await lead.client.post(path, { need, age })).status).toBe(200);
    await settle();
  };
  const close = (reason: string, by = asking.referring.lead, need: unknown = BED) =>
    asking.referring.sendAs(by, 'post', asking.referring.addressOf('unasked-needs'), { need, reason });
  const refused = async (...said: Parameters<typeof close>): Promise<readonly unknown[]> => {
    const { status, body } = await close(...said);
    return [status, body?.reasons?.map(({ code, field }) => field ?? code)];
  };
  const shown = async (by = asking.referring.lead) =>
    (await by.client.get<SentReferralsDto>(asking.referring.addressOf('referrals'))).body.unasked;
  const tasks = async ({ client }: SignedInClient = asking.referring.lead) =>
    (await client.get<WorklistDto>('/worklist')).body.items.filter(({ kind }) => kind === 'referral');
  const board = async () =>
    (
      await asking.referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')
    ).body.items.map(({ what }) => what);
  const listed = async () =>
    (await asking.referring.supervisor.client.get<UnmetNeedsDto>('/unmet-needs')).body;
  const standing = async () => (await listed()).items.map((it) => [it.need, it.reason, it.standing]);
  const counted = async () =>
    (await listed()).departments.flatMap(({ counts }) =>
      counts.map(({ reason, open, recorded }) => [reason, open, recorded]),
    );
  const setClosed = (on: string) => asking.tamper(`UPDATE case_file SET closed_on = ${on}`);
  const miss = async (): Promise<void> => {
    await asking.tamper(`UPDATE need_task SET due_at = now(), late_at = now() WHERE kind = 'ask-first'`);
    await asking.tamper(`UPDATE job SET due_at = now() WHERE kind = 'need.task-late' AND state = 'waiting'`);
    await settle();
  };
  /** What each row of the list of the case says last. */
  const rowsOfGaps = async (): Promise<readonly unknown[]> => [
    ...new Map((await asking.rowsOfGaps()).map(({ id, reason }) => [id, reason])).values(),
  ];

  it('is a task with a clock, then of the board, while the case is open, until somebody is asked', async () => {
    await look(14);
    expect([await tasks(), await shown()]).toEqual([[], []]);
    for (const _again of [1, 2, 3]) await look();
    const [task, ...others] = await tasks();
    expect([task?.title.en, task?.origin, others]).toEqual([FIRST, 'TOOL', []]);
    // For a bed tonight, an hour.
    const left = Date.parse(task?.dueAt ?? '') - Date.now();
    expect([left > 50 * 60_000, left <= 60 * 60_000]).toEqual([true, true]);
    expect(await shown()).toEqual([{ need: BED, dueAt: task?.dueAt, said: null, isOver: false }]);
    expect([await tasks(asking.referring.supervisor), await board()]).toEqual([[], ['age-gap']]);
    // Late in a case that is closed, it is told to nobody.
    await giveAddress(asking.referring.service, asking.referring.supervisor.id, 'sacha@service.example');
    await setClosed('current_date');
    await miss();
    expect([await tasks(), await board()]).toEqual([[], []]);
    expect(asking.mail.mails.map(({ to }) => to)).toEqual([]);
    await setClosed('NULL');
    expect((await board()).toSorted()).toEqual(['age-gap', 'first']);
    expect(await tasks(asking.referring.supervisor)).toHaveLength(1);
    expect(await tasks()).toHaveLength(1);

    await asking.askPlaces([await asking.addService()]);
    await settle();
    expect([await tasks(), await shown(), await board()]).toEqual([[], [], ['age-gap']]);
    expect(await refused('changed')).toEqual([422, ['need-not-open']]);
  });

  it.each(['met', 'changed', 'by-mistake'] as const)(
    'ends when somebody says why, with who and when, and begins anew when somebody looks again: %s',
    async (reason) => {
      await look();
      expect(await counted()).toEqual([['age-gap', 1, 0]]);
      for (let twice = 0; twice < 2; twice++) expect((await close(reason)).status).toBe(204);
      expect(await refused('no-service')).toEqual([422, ['need-not-open']]);
      await settle();
      expect([await tasks(), await board(), await counted()]).toEqual([[], [], []]);
      const { supervisor } = asking.referring;
      expect(await shown(supervisor)).toMatchObject([
        { need: BED, dueAt: null, said: { reason, by: 'Léa Nord' }, isOver: true },
      ]);
      // What ended by a word alone, supervisors see; what somebody meets is no gap.
      expect(await standing()).toEqual(reason === 'met' ? [] : [[BED, reason, 'not-needed']]);
      expect(await rowsOfGaps()).toEqual([]);

      await look(14);
      expect([await tasks(), await board()]).toEqual([[], []]);
      await look();
      await look();
      expect((await tasks()).map(({ title }) => title.en)).toEqual([FIRST]);
      expect([await board(), await counted(), await standing()]).toEqual([
        ['age-gap'],
        [['age-gap', 1, 0]],
        [],
      ]);
      expect(await shown()).toMatchObject([{ dueAt: expect.any(String), isOver: false }]);
      expect((await close(reason)).status).toBe(204);
    },
  );

  it('is recorded as unmet, in the case and for the département, until it is said to be met', async () => {
    await look();
    expect((await close('no-service')).status).toBe(204);
    await settle();
    expect([await tasks(), await board()]).toEqual([[], []]);
    expect(await standing()).toEqual([[BED, 'no-service', 'recorded']]);
    expect(await counted()).toEqual(
      expect.arrayContaining([
        ['no-service', 0, 1],
        ['age-gap', 0, 1],
      ]),
    );
    expect(await rowsOfGaps()).toHaveLength(1);
    expect(await shown()).toMatchObject([{ dueAt: null, said: { reason: 'no-service' }, isOver: false }]);
    expect((await close('age')).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([[BED, 'age', 'recorded']]);
    // It is the same gap, for another reason.
    expect(await rowsOfGaps()).toHaveLength(1);
    expect((await close('met')).status).toBe(204);
    await settle();
    expect([await standing(), await counted()]).toEqual([[], []]);
  });

  it('begins anew also where somebody looks before it is noted that it was over', async () => {
    await look();
    expect((await close('changed')).status).toBe(204);
    const settling = (run: string) =>
      asking.tamper(`UPDATE job SET due_at = ${run} WHERE kind = 'need.settle' AND state = 'waiting'`);
    await settling(`now() + interval '1 hour'`);
    await look();
    await settling('now()');
    await settle();
    expect((await tasks()).map(({ title }) => title.en)).toEqual([FIRST]);
    expect([await board(), await counted(), await standing()]).toEqual([
      ['age-gap'],
      [['age-gap', 1, 0]],
      [],
    ]);
    expect(await shown()).toMatchObject([{ dueAt: expect.any(String), isOver: false }]);
  });

  it('that is over stands behind what nobody meets, however old it is', async () => {
    await asking.addService({ needs: ['lasting-place'], ages: { from: 6, to: 15 } });
    await look();
    expect((await close('changed')).status).toBe(204);
    await look(17, 'lasting-place');
    expect((await close('no-service', asking.referring.lead, 'lasting-place')).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([
      ['lasting-place', 'no-service', 'recorded'],
      [BED, 'changed', 'not-needed'],
    ]);
  });

  it('that was said to be needed no more is asked for again as any need', async () => {
    await look();
    expect((await close('changed')).status).toBe(204);
    await settle();
    const { id, member } = await asking.addWithMember();
    await asking.askPlaces([id]);
    await settle();
    expect(await shown()).toEqual([]);
    await asking.answerAs(member, (await asking.requestTo(id)).id, { answer: 'no', reason: 'full' });
    await settle();
    expect(await standing()).toEqual([[BED, 'full', 'open']]);
  });

  it('is said once by twelve at once', async () => {
    await look();
    const all = await Promise.all(Array.from({ length: 12 }, (_, i) => close(i % 2 ? 'changed' : 'met')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([204, 422]));
    await settle();
    const { service } = asking.referring;
    expect(
      await service.query(`SELECT count(*)::int AS n FROM unmet_need_event WHERE by_id IS NOT NULL`),
    ).toEqual([{ n: 1 }]);
    expect(await tasks()).toEqual([]);
  });

  it('is closed by who may refer in that case alone, and only where it waits', async () => {
    expect(await refused('changed')).toEqual([422, ['need-not-open']]);
    await look();
    const { service } = asking.referring;
    const adviser = await asking.referring.adviser();
    const away = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await close('changed', adviser)).status).toBe(403);
    expect((await close('changed', away)).status).toBe(404);
    expect((await close('changed', asking.administrator)).status).toBe(404);
    // Who reads a part of the case that was referred to them.
    await asking.referring.opened({ need: 'legal-help' });
    expect(await asking.referring.reads()).toBe(200);
    expect((await close('changed', asking.referring.partner)).status).toBe(404);
    expect(await refused('changed', asking.referring.lead, 'legal-help')).toEqual([422, ['need-not-open']]);
    for (const [reason, need, field] of [
      ['full', BED, 'reason'],
      ['', BED, 'reason'],
      ['changed', 'other', 'need'],
      ['changed', ['bed-tonight'], 'need'],
      ['changed', 'x'.repeat(10_000), 'need'],
    ] as const)
      expect(await refused(reason, asking.referring.lead, need)).toEqual([400, [field]]);
    expect((await shown())[0]).toMatchObject({ said: null });
    expect((await close('changed')).status).toBe(204);
  });
});
