import type { SignedInClient } from '../../testing/test-service';
import { Asking, NO, refusal } from './testing/asking';

describe('once a service said yes', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  // A day has its limit of questions.
  beforeEach(() => asking.passDays());

  const refer = (member: SignedInClient, capacityRequestId: string) =>
    asking.referring.openReferral({ accountId: member.id, capacityRequestId });
  const twoWhoSayYes = async () => {
    const [one, two] = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces([one.id, two.id]);
    const [first, second] = [await asking.requestTo(one.id), await asking.requestTo(two.id)];
    const yes = { answer: 'yes', heldHours: 4 } as const;
    const answers = await Promise.all([
      asking.answerAs(one.member, first.id, yes),
      asking.answerAs(two.member, second.id, yes),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    return { one: { ...one, requestId: first.id }, two: { ...two, requestId: second.id } };
  };

  it('who the child is goes to one of two who say yes at the same moment, even when both are referred to at once', async () => {
    const { one, two } = await twoWhoSayYes();
    expect(await asking.newest()).toMatchObject({ state: 'found', yes: 2 });
    const both = await Promise.all([refer(one.member, one.requestId), refer(two.member, two.requestId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect(both.flatMap(({ body }) => refusal(body ?? {}) ?? [])).toEqual([
      ['one-at-a-time', 'besideAnother'],
    ]);
    const requests = (await asking.newest()).requests;
    expect(requests.filter(({ isReferred }) => isReferred)).toHaveLength(1);
    const [told, untold] = both[0].status === 204 ? [one, two] : [two, one];
    expect(await asking.referring.reads(told.member)).toBe(200);
    expect(await asking.referring.reads(untold.member)).toBe(404);
    // Refused by the first, it goes to the next, for the same need.
    await asking.referring.answerAs(told.member, { answer: 'refused', reason: 'not-safe-here' });
    expect((await refer(untold.member, untold.requestId)).status).toBe(204);
    await asking.tamper(`UPDATE assignment SET ended_at = now() WHERE relation = 'partner'`);
  });

  it('goes to no second one after twenty more questions, until it is silent past its time', async () => {
    const { one, two } = await twoWhoSayYes();
    expect((await refer(one.member, one.requestId)).status).toBe(204);
    await asking.tamper(
      `INSERT INTO capacity_question SELECT (q).* FROM (
         SELECT jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'asked_at', now())) AS q
           FROM capacity_question q, generate_series(1, 25) WHERE q.id = (SELECT question_id FROM capacity_request WHERE id = $1)) AS copies`,
      [one.requestId],
    );
    expect(refusal((await refer(two.member, two.requestId)).body)).toEqual([
      ['one-at-a-time', 'besideAnother'],
    ]);
    await asking.tamper(`UPDATE referral_event SET due_at = now() - interval '1 hour' WHERE due_at > now()`);
    expect((await refer(two.member, two.requestId)).status).toBe(204);
    await asking.tamper(`UPDATE assignment SET ended_at = now() WHERE relation = 'partner'`);
  });

  it('is told to nobody once the question is closed, nor to a service of which somebody is kept away since', async () => {
    const { one, two } = await twoWhoSayYes();
    const colleague = await asking.addMember(one.id);
    await asking.keepAway(colleague.id);
    expect(refusal((await refer(one.member, one.requestId)).body)).toEqual([['kept-away', 'accountId']]);
    const path = asking.referring.addressOf(`capacity-questions/closed/${(await asking.newest()).id}`);
    await asking.referring.sendAs(asking.referring.lead, 'put', path);
    expect(refusal((await refer(two.member, two.requestId)).body)).toEqual(['closed']);
  });

  it('who said no, holds the place no more, or is of another service is told nothing', async () => {
    const { one, two } = await twoWhoSayYes();
    expect(refusal((await refer(one.member, two.requestId)).body)).toEqual([
      ['not-of-that-service', 'accountId'],
    ]);
    await asking.answerAs(one.member, one.requestId, NO);
    expect(refusal((await refer(one.member, one.requestId)).body)).toEqual(['no-yes']);
    await asking.tamper(
      `UPDATE capacity_event SET held_until = now() - interval '1 minute' WHERE request_id = $1`,
      [two.requestId],
    );
    expect((await asking.requestTo(two.id)).state).toBe('lapsed');
    expect(refusal((await refer(two.member, two.requestId)).body)).toEqual(['no-yes']);
    expect((await refer(two.member, asking.referring.file.id)).status).toBe(404);
  });

  it.each([
    ['nothing said', undefined, 12, 4],
    ['nothing said', undefined, 2, 2],
    ['two days', 48, 12, 12],
    ['four hours', 4, 24, 4],
  ] as const)(
    'has its answer due after hours of the need, never beyond the place: %s, %s, held %s, due after %s',
    async (_said, answerHours, heldHours, due) => {
      const { id, member } = await asking.addWithMember();
      await asking.askPlaces([id]);
      const request = await asking.requestTo(id);
      await asking.answerAs(member, request.id, { answer: 'yes', heldHours });
      const change = {
        accountId: member.id,
        capacityRequestId: request.id,
        ...(answerHours && { answerHours }),
      };
      expect((await asking.referring.openReferral(change)).status).toBe(204);
      const [sent, ...others] = await asking.referring.service.query<{ hours: number }>(
        `SELECT (extract(epoch FROM due_at - at) / 3600)::float AS hours FROM referral_event WHERE kind = 'sent' AND partner_id = $1`,
        [member.id],
      );
      expect(others).toEqual([]);
      // The place was held some moments before.
      expect(sent?.hours).toBeLessThanOrEqual(due);
      expect(sent?.hours).toBeGreaterThan(due - 0.1);
      await asking.tamper(`UPDATE assignment SET ended_at = now() WHERE relation = 'partner'`);
    },
  );
});
