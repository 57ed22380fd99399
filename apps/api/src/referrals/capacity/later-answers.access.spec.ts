import { sendMails } from '../../access/accounts/testing/mailed';
import type { ProblemDto } from '../../platform/answers/openapi';
import { CaseClient } from '../../cases/testing/case-client';
import type { AnswerCapacityDto, CapacityQuestionsDto, ReceivedCapacitiesDto } from './capacity.dto';
import { Asking } from './testing/asking';

const YES: AnswerCapacityDto = { answer: 'yes', heldHours: 4 };
const NO: AnswerCapacityDto = { answer: 'no', reason: 'full' };
const ELSEWHERE: AnswerCapacityDto = {
  answer: 'elsewhere',
  words: 'Le foyer du Nord',
  whomToCall: '01 99 00 12 41',
};

describe('an answer that changes', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(() => asking.passDays());

  const kinds = async (serviceId: string) =>
    (await asking.requestTo(serviceId)).events.map(({ kind }) => kind);
  const remind = (requestId: string, how: string, by = asking.referring.lead) =>
    asking.referring.sendAs(
      by,
      'post',
      asking.referring.addressOf(`capacity-questions/requests/${requestId}/reminders`),
      { how },
    );
  const questionOf = async (caseFileId: string) => {
    const path = asking.referring.addressOf('capacity-questions', caseFileId);
    const { items } = (await asking.referring.lead.client.get<CapacityQuestionsDto>(path)).body;
    return items[0]?.id ?? '';
  };
  const codes = ({ body }: { readonly body: { readonly reasons?: readonly { readonly code: string }[] } }) =>
    body?.reasons?.map(({ code }) => code);

  it('is an event of its own: yes after no, by an account and by a link; the same twice is one', async () => {
    const [own, mailed] = [await asking.addWithMember(), await asking.addMailed()];
    await asking.askPlaces([own.id, mailed.id]);
    const { id: requestId } = await asking.requestTo(own.id);
    const token = await asking.tokenTo(mailed.email);
    const code = await asking.codeOf(mailed.id);
    for (const answer of [NO, NO, YES, YES, NO, YES]) {
      expect((await asking.answerAs(own.member, requestId, answer)).status).toBe(204);
      expect((await asking.answerLink(token, code, answer)).status).toBe(200);
    }
    for (const id of [own.id, mailed.id]) expect(await kinds(id)).toEqual(['no', 'yes', 'no', 'yes']);
    expect((await asking.newest()).yes).toBe(2);
  });

  it('of two services at the same moment, twelve presses each, is one yes of each', async () => {
    const two = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces(two.map(({ id }) => id));
    const requests = await Promise.all(
      two.map(async ({ id, member }) => ({ member, id: (await asking.requestTo(id)).id })),
    );
    const presses = await Promise.all(
      Array.from({ length: 24 }, (_, n) => {
        const { member, id } = requests[n % 2] ?? requests[0] ?? { member: asking.administrator, id: '' };
        return asking.answerAs(member, id, YES);
      }),
    );
    expect(new Set(presses.map(({ status }) => status))).toEqual(new Set([204]));
    for (const { id } of two) expect(await kinds(id)).toEqual(['yes']);
    expect(await asking.newest()).toMatchObject({ state: 'found', yes: 2 });
  });

  it('of two members of one service for the same bed is one yes, held as the first of them said', async () => {
    const { id, member } = await asking.addWithMember();
    const second = await asking.addMember(id);
    await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    const both = await Promise.all([member, second].map((by) => asking.answerAs(by, requestId, YES)));
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect(await kinds(id)).toEqual(['yes']);
    // Each of them sees that the bed is promised, on their own list.
    for (const by of [member, second])
      expect((await asking.received(by))[0]).toMatchObject({
        state: 'yes',
        heldUntil: expect.any(String) as string,
      });
  });

  it('names whom it is for, and is passed on to nobody by itself', async () => {
    const [own, mailed, next] = [
      await asking.addWithMember(),
      await asking.addMailed(),
      await asking.addWithMember(),
    ];
    await asking.askPlaces([own.id, mailed.id]);
    const { id: requestId } = await asking.requestTo(own.id);
    const { words: _none, ...unnamed } = ELSEWHERE;
    expect((await asking.answerAs(own.member, requestId, unnamed)).status).toBe(400);
    expect((await asking.answerAs(own.member, requestId, ELSEWHERE)).status).toBe(204);
    const token = await asking.tokenTo(mailed.email);
    expect((await asking.answerLink(token, await asking.codeOf(mailed.id), ELSEWHERE)).body.state).toBe(
      'elsewhere',
    );
    for (const id of [own.id, mailed.id]) {
      const { state, events } = await asking.requestTo(id);
      expect([state, events]).toMatchObject([
        'elsewhere',
        [{ kind: 'elsewhere', words: 'Le foyer du Nord', whomToCall: '01 99 00 12 41' }],
      ]);
    }
    expect(await asking.newest()).toMatchObject({ state: 'open', asked: 2, elsewhere: 2 });
    expect(await asking.received(next.member)).toEqual([]);
  });

  it('is waited for: chased by mail to its accounts, by another link, by telephone; not once it is there', async () => {
    const [own, mailed, bare] = [
      await asking.addWithMember(),
      await asking.addMailed(),
      await asking.addService(),
    ];
    await asking.askPlaces([own.id, mailed.id, bare]);
    const [toOwn, toMailed, toBare] = [
      (await asking.requestTo(own.id)).id,
      (await asking.requestTo(mailed.id)).id,
      (await asking.requestTo(bare)).id,
    ];
    const first = await asking.tokenTo(mailed.email);
    expect((await remind(toOwn, 'mail')).status).toBe(204);
    expect((await remind(toMailed, 'mail')).status).toBe(204);
    expect(codes(await remind(toBare, 'mail'))).toEqual(['no-link']);
    expect((await remind(toBare, 'telephone')).status).toBe(204);
    for (const id of [own.id, mailed.id, bare]) expect(await kinds(id)).toEqual(['reminded']);
    await sendMails(asking.referring.service);
    expect(await asking.tokenTo(mailed.email)).not.toBe(first);
    expect((await asking.requestTo(own.id)).state).toBe('waiting');
    await asking.answerAs(own.member, toOwn, NO);
    expect(codes(await remind(toOwn, 'telephone'))).toEqual(['nothing-to-chase']);
    const outside = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    for (const by of [outside, own.member]) expect((await remind(toBare, 'telephone', by)).status).toBe(404);
    expect((await remind(toBare, 'pigeon')).status).toBe(400);
  });

  it('promises one bed to two children: each team is told to make sure, and nothing of the other child', async () => {
    const { id: serviceId, member } = await asking.addWithMember();
    const { referring } = asking;
    const { lead, file } = referring;
    const other = await new CaseClient(lead.client).opened();
    const held = async (caseFileId: string) => {
      const path = referring.addressOf('capacity-questions', caseFileId);
      const { items } = (await lead.client.get<CapacityQuestionsDto>(path)).body;
      return items[0]?.requests.find(({ service }) => service.id === serviceId)?.isToConfirm;
    };
    await asking.askPlaces([serviceId]);
    const asked = {
      ...{ need: 'bed-tonight', wanted: 'at-once', answerHours: 4, ground: 'shared-secret' },
      ...{ serviceIds: [serviceId], nobodyAroundWorksThere: true, sex: 'girl', age: 15 },
    };
    const path = referring.addressOf('capacity-questions', other.id);
    expect((await referring.sendAs(lead, 'post', path, asked)).status).toBe(204);
    const received = (await asking.received(member)).map(({ id }) => id);
    const yes = await Promise.all(received.map((id) => asking.answerAs(member, id, YES)));
    expect(yes.map(({ status }) => status)).toEqual([204, 204]);
    expect(await Promise.all([held(file.id), held(other.id)])).toEqual([true, true]);
    // Of the two the newest is the other child's: taken back, the first has the bed alone.
    expect((await asking.answerAs(member, received[0] ?? '', NO)).status).toBe(204);
    expect(await Promise.all([held(file.id), held(other.id)])).toEqual([false, false]);
    expect((await asking.answerAs(member, received[0] ?? '', YES)).status).toBe(204);
    expect((await referring.sendAs(lead, 'put', `${path}/closed/${await questionOf(other.id)}`)).status).toBe(
      204,
    );
    expect(await held(file.id)).toBe(false);
  });

  it('is given to a team whose number the service is shown, as administrators keep it', async () => {
    const [own, mailed] = [await asking.addWithMember(), await asking.addMailed()];
    const { client } = asking.administrator;
    const [team] = (
      await client.get<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>(
        '/teams',
      )
    ).body.items.filter(({ name }) => name === 'North');
    const put = (checkPhone: unknown) =>
      client.put(`/teams/${team?.id ?? ''}`, { name: 'North', checkPhone });
    for (const wrong of ['appelez Jean', '', '1'.repeat(40), ['01 99 00 12 42'], '<b>0</b>'])
      expect((await put(wrong)).status).toBe(400);
    expect((await put('01 99 00 12 42')).status).toBe(200);
    await asking.askPlaces([own.id, mailed.id]);
    const token = await asking.tokenTo(mailed.email);
    expect((await asking.received(own.member))[0]?.checkPhone).toBe('01 99 00 12 42');
    expect((await asking.openLink(token, await asking.codeOf(mailed.id))).body.checkPhone).toBe(
      '01 99 00 12 42',
    );
    expect(asking.mail.lastTo(mailed.email).text).toContain('01 99 00 12 42');
    await asking.referring.opened();
    expect((await asking.referring.received()).checkPhone).toBe('01 99 00 12 42');
    await asking.referring.endReferral();
    expect((await put(null)).status).toBe(200);
    expect((await asking.received(own.member))[0]?.checkPhone).toBeNull();
    expect(
      (
        await asking.referring.lead.client.put(`/teams/${team?.id ?? ''}`, {
          name: 'North',
          checkPhone: '17',
        })
      ).status,
    ).toBe(403);
  });

  it('is asked for on a list with pages, whose places tell neither the moment nor the question', async () => {
    const { id, member } = await asking.addWithMember();
    const { id: questionId } = await asking.askPlaces([id]);
    await asking.tamper(
      `WITH made AS (INSERT INTO capacity_question (id, case_file_id, team_id, sharing_id, need, languages, wanted, asked_at, due_at, by_id)
         SELECT gen_random_uuid(), case_file_id, team_id, sharing_id, need, languages, wanted, asked_at - (n / 3) * interval '1 minute', due_at, by_id
           FROM capacity_question q, generate_series(1, 109) n WHERE q.id = $1 RETURNING id, case_file_id, team_id)
       INSERT INTO capacity_request (id, question_id, case_file_id, team_id, service_id, key_id)
         SELECT gen_random_uuid(), m.id, m.case_file_id, m.team_id, $2, c.data_key_id FROM made m JOIN case_file c ON c.id = m.case_file_id`,
      [questionId, id],
    );
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const path: string = next === null ? '/capacity-requests' : `/capacity-requests?cursor=${next}`;
      const { body } = await member.client.get<ReceivedCapacitiesDto>(path);
      expect(body.items.length).toBeLessThanOrEqual(50);
      seen.push(...body.items.map((it) => it.id));
      ({ next } = body);
      // It holds the last request of the page, and nothing else.
      if (next !== null) expect(JSON.parse(Buffer.from(next, 'base64url').toString())).toEqual([seen.at(-1)]);
    } while (next !== null);
    expect([seen.length, new Set(seen).size]).toEqual([110, 110]);
    // Another service's request is no place of this list.
    const other = await asking.addWithMember();
    const cursor = Buffer.from(JSON.stringify([seen[3]])).toString('base64url');
    const { status, body } = await other.member.client.get<ProblemDto>(`/capacity-requests?cursor=${cursor}`);
    expect([status, body.reasons?.map(({ field }) => field)]).toEqual([400, ['cursor']]);
  });
});
