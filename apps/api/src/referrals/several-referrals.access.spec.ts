import { randomUUID } from 'node:crypto';
import { SERVICE_NEEDS } from '@repere/directory';
import { AssignmentsRepository } from '../cases/grants/assignments.repository';
import type { CaseAccessDto } from '../cases/grants/case-access.dto';
import { atMoment } from '../cases/testing/at-moment';
import type { SignedInClient } from '../testing/test-service';
import type { SentReferralsDto } from './answers/answers.dto';
import type {
  OpenReferralDto,
  PastReferralsDto,
  ReceivedReferralDto,
  ReceivedReferralsDto,
  ReferredCaseDto,
} from './referral.dto';
import { MARKS } from './testing/marked-referral';
import { Referring } from './testing/referring';

const EXAMINATION = {
  need: 'forensic-examination',
  request: 'Un examen, EXAMENZQ',
  classes: ['identity', 'health'],
} as const;
const SUPPORT = {
  ...({ need: 'psychological-support', request: 'Un suivi, SUIVIZQ', classes: ['narrative'] } as const),
  ...({ ground: 'agreed', isBound: false, childView: { said: 'Je veux bien, PAROLEZQ' } } as const),
};
const NO = { answer: 'refused', reason: 'full' } as const;
const YES = { answer: 'accepted' } as const;
const DONE = [204, undefined];

describe('one partner is asked several things for one child', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());
  beforeEach(() => referring.another());

  const of = (id: string, path = ''): string => referring.addressOf(`received-referrals/${id}${path}`);
  const read = (id: string, by = referring.partner) => by.client.get<ReferredCaseDto>(of(id));
  const openedAs = async (change: Partial<OpenReferralDto>): Promise<string> => {
    await referring.opened({ besideAnother: 'Un autre essai', ...change });
    return (await referring.lastReferral()).id;
  };
  const both = async () => [await openedAs(EXAMINATION), await openedAs(SUPPORT)] as const;
  const listed = async (): Promise<readonly ReceivedReferralDto[]> => {
    const { body } = await referring.partner.client.get<ReceivedReferralsDto>('/referrals');
    return body.items;
  };
  const past = async () => {
    const { body } = await referring.partner.client.get<PastReferralsDto>('/referrals/past');
    return body.items.map(({ id, isWithdrawn }) => [id, isWithdrawn]);
  };
  const send = async (by: SignedInClient, method: 'post' | 'put', path: string, body: object = {}) => {
    const { status, body: said } = await referring.sendAs(by, method, path, body);
    return [status, said?.reasons?.map(({ code }) => code)];
  };
  const answer = (id: string, body: object, by = referring.partner) =>
    send(by, 'post', of(id, '/answers'), body);
  const withdraw = (id: string, by = referring.lead) =>
    send(by, 'put', referring.addressOf(`referrals/withdrawn/${id}`));
  const sent = async (id: string) => {
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    return body.needs.flatMap(({ referrals }) => referrals).find((it) => it.id === id);
  };
  const access = async () => {
    const { body } = await referring.lead.client.get<CaseAccessDto>(referring.addressOf('access'));
    return ('redacted' in body.people ? [] : body.people).filter(({ id }) => id === referring.partner.id);
  };
  const tells = (said: unknown): readonly string[] => {
    const text = JSON.stringify(said);
    const marks = [MARKS.identity, MARKS.health, MARKS.narrative, 'EXAMENZQ', 'SUIVIZQ', 'PAROLEZQ'];
    return marks.filter((it) => text.includes(it));
  };
  const OF_EXAMINATION = [MARKS.identity, MARKS.health, 'EXAMENZQ'];

  it('each by its own page: what one carries, asks and is grounded on is in no other', async () => {
    const [examination, support] = await both();
    const [one, two] = [(await read(examination)).body, (await read(support)).body];
    expect(tells(one)).toEqual(OF_EXAMINATION);
    expect(tells(two)).toEqual(expect.arrayContaining(['SUIVIZQ', 'PAROLEZQ']));
    expect(OF_EXAMINATION.filter((it) => tells(two).includes(it))).toEqual([]);
    const open = ({ parts }: ReferredCaseDto) =>
      parts.flatMap(({ fieldClass, lines }) => ('redacted' in lines ? [] : [fieldClass]));
    expect([open(one).toSorted(), open(two)]).toEqual([['health', 'identity'], ['narrative']]);
    expect([one.terms, two.terms]).toMatchObject([
      { isBound: true, childView: null },
      { isBound: false, childView: SUPPORT.childView },
    ]);
    expect(two.calledName).toEqual({ redacted: true, ask: 'North' });
  });

  it('and tells them apart in their list; one in words alone by its words, one that is closed by nothing', async () => {
    const [examination, support] = await both();
    const inWords = await openedAs({ request: 'Un bilan dentaire', classes: ['places'] });
    const shown = async () =>
      new Map((await listed()).map(({ id, asks, carries }) => [id, [asks?.fr, carries.length]]));
    expect(await shown()).toEqual(
      new Map([
        [examination, ['Un examen médico-légal', 2]],
        [support, ['Un soutien psychologique', 1]],
        [inWords, ['Un bilan dentaire', 1]],
      ]),
    );
    for (const id of [examination, inWords]) expect(await answer(id, NO)).toEqual(DONE);
    expect(await shown()).toEqual(
      new Map([
        [examination, [undefined, 0]],
        [support, ['Un soutien psychologique', 1]],
        [inWords, [undefined, 0]],
      ]),
    );
  });

  it('goes on page by page, two of one child with the same end too', async () => {
    const ids = [await openedAs(EXAMINATION), await openedAs(SUPPORT)];
    await referring.service.pastTriggers(
      `UPDATE assignment SET until_at = (SELECT max(until_at) FROM assignment WHERE account_id = $1) WHERE account_id = $1`,
      [referring.partner.id],
    );
    expect((await listed()).map(({ id }) => id)).toEqual(ids.toSorted());
  });

  it('each answered by itself: a no closes what it was a no to', async () => {
    const [examination, support] = await both();
    expect(await answer(examination, NO)).toEqual(DONE);
    expect(tells((await read(examination)).body)).toEqual([]);
    expect((await read(support)).body).toMatchObject({ isClosed: false, state: 'received' });
    expect(tells((await read(support)).body)).toContain('SUIVIZQ');
    // Of two that were asked in words alone it tells when.
    for (const { askedAt } of await access()) expect(Date.parse(askedAt ?? '')).not.toBeNaN();
    expect((await access()).map((it) => [it.referralId, it.asks?.fr, it.carries.length]).toSorted()).toEqual(
      [
        [examination, 'Un examen médico-légal', 0],
        [support, 'Un soutien psychologique', 1],
      ].toSorted(),
    );
    expect(await answer(support, YES)).toEqual(DONE);
    expect([(await sent(examination))?.state, (await sent(support))?.state]).toEqual(['refused', 'accepted']);
    expect((await read(examination)).body.answers.map(({ kind }) => kind)).toEqual(['refused']);
    expect((await read(support)).body).toMatchObject({ mayGiveFeedback: true });
    const feedback = await send(referring.partner, 'post', of(examination, '/feedback'), { words: 'x' });
    expect(feedback).toEqual([422, ['nothing-to-follow']]);
  });

  it('and of one that is over nothing is read or said by its id, by that of the other, or by the case', async () => {
    const [examination, support] = await both();
    const first = referring.partner;
    for (const by of [referring.partner, referring.supervisor])
      expect((await withdraw(randomUUID(), by))[0]).toBe(404);
    expect((await withdraw(examination, referring.partner))[0]).toBe(404);
    for (let twice = 0; twice < 2; twice++) expect(await withdraw(examination)).toEqual(DONE);
    const gone = await read(examination);
    const none = await read(randomUUID());
    expect([gone.status, { ...gone.body, correlation: '' }]).toEqual([
      404,
      { ...none.body, correlation: '' },
    ]);
    expect((await answer(examination, YES))[0]).toBe(404);
    expect((await send(first, 'post', of(examination, '/feedback'), { words: 'x' }))[0]).toBe(404);
    for (const path of ['', '/referrals', '/access', '/privacy'])
      expect((await first.client.get(`/case-files/${referring.file.id}${path}`)).status).toBe(404);
    expect((await read(support)).status).toBe(200);
    expect((await listed()).map(({ id }) => id)).toEqual([support]);
    expect(await past()).toEqual([[examination, true]]);
    await referring.another();
    const theirs = await openedAs(EXAMINATION);
    expect([(await read(theirs)).status, (await read(theirs, first)).status]).toEqual([200, 404]);
    expect([(await read(support)).status, (await answer(support, YES))[0]]).toEqual([404, 404]);
    expect((await answer(theirs, YES, first))[0]).toBe(404);
    expect((await send(first, 'post', of('x', '/answers'), YES))[0]).toBe(404);
  });

  it('over one by one: by its outcome, and by the clock', async () => {
    const [examination, support] = await both();
    await answer(examination, YES);
    const ended = referring.addressOf(`referrals/${examination}/follow-ups`);
    expect(await send(referring.lead, 'post', ended, { what: 'ended', outcome: 'met' })).toEqual(DONE);
    expect([(await read(examination)).status, (await read(support)).status]).toEqual([404, 200]);
    await referring.service.pastTriggers(
      `UPDATE assignment SET until_at = since + interval '1 millisecond' WHERE sharing_id = $1`,
      [support],
    );
    expect((await read(support)).status).toBe(404);
    // What ended by itself is taken back by nobody.
    expect(await withdraw(support)).toEqual(DONE);
    expect((await sent(support))?.state).toBe('no-answer');
  });

  it('reads none of them once they are kept away from the case', async () => {
    const [examination, support] = await both();
    const conflict = { words: 'C’est ma nièce.' };
    expect((await send(referring.partner, 'post', referring.addressOf('conflicts'), conflict))[0]).toBe(204);
    expect([(await read(examination)).status, (await read(support)).status]).toEqual([404, 404]);
    expect(await listed()).toEqual([]);
    expect((await past()).toSorted()).toEqual(
      [
        [examination, false],
        [support, false],
      ].toSorted(),
    );
    await referring.another();
    const circle = await both();
    const restriction = {
      circle: [referring.lead.id, referring.supervisor.id],
      ...{ reason: 'threat', words: 'Menaces.' },
    };
    const path = referring.addressOf('restriction');
    expect(await send(referring.supervisor, 'put', path, restriction)).toEqual(DONE);
    for (const id of circle) expect((await read(id)).status).toBe(404);
    expect((await referring.sendAs(referring.supervisor, 'delete', path)).status).toBe(204);
  });
});

describe('the same is asked of one service once', () => {
  let referring: Referring;
  beforeEach(async () => {
    referring = await Referring.start();
  });
  afterEach(() => referring.service.stop());

  const ALREADY = [422, [['asked-already', 'accountId']]];
  const refusalWords = async (change: Partial<OpenReferralDto>): Promise<string | undefined> =>
    (await referring.openReferral(change)).body?.reasons?.[0]?.text.fr;
  const open = async (change: Partial<OpenReferralDto>): Promise<string> => {
    await referring.opened(change);
    return (await referring.lastReferral()).id;
  };
  const answer = async (id: string, body: object) => {
    const path = referring.addressOf(`received-referrals/${id}/answers`);
    const { status, body: said } = await referring.sendAs(referring.partner, 'post', path, body);
    return [status, said?.reasons?.map(({ code }) => code)];
  };

  it('as long as it may say yes or did, whatever is said beside; the need and what stands are named', async () => {
    const first = await open(EXAMINATION);
    const again = { ...EXAMINATION, besideAnother: 'Elle attend.' };
    expect(await referring.refusal(again)).toEqual(ALREADY);
    expect(await refusalWords(again)).toMatch(/Un examen médico-légal.*pas encore répondu/);
    await answer(first, { answer: 'other-offer', words: 'Jeudi.' });
    expect(await refusalWords(again)).toMatch(/propose autre chose/);
    await answer(first, YES);
    expect(await refusalWords(again)).toMatch(/il a dit oui/);
    expect(await referring.refusal({ ...again, need: 'psychological-support' })).toEqual(DONE);
    await referring.sendAs(referring.lead, 'put', referring.addressOf(`referrals/withdrawn/${first}`));
    expect(await referring.refusal(EXAMINATION)).toEqual(DONE);
  });

  it('after a no it may be asked anew, and says yes there alone', async () => {
    const first = await open(EXAMINATION);
    await answer(first, NO);
    const second = await open(EXAMINATION);
    expect(second).not.toBe(first);
    expect(await answer(first, YES)).toEqual([422, ['asked-anew']]);
    expect(await answer(first, NO)).toEqual(DONE);
    expect(await answer(second, YES)).toEqual(DONE);
    expect(await answer(first, YES)).toEqual([422, ['asked-anew']]);
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    expect(body.needs).toMatchObject([{ state: 'met', asked: 2 }]);
  });

  it('in words alone it is the same in the same words, or where it goes on from the other', async () => {
    const first = await open({ request: 'Un bilan' });
    expect(await referring.refusal({ request: 'Un bilan' })).toEqual(ALREADY);
    expect(await refusalWords({ request: 'Un bilan' })).toMatch(/dans les mêmes mots/);
    expect(await referring.refusal({ request: 'La suite', needId: first })).toEqual(ALREADY);
    expect(await referring.refusal({ request: 'Un bilan dentaire' })).toEqual(DONE);
    expect(await referring.refusal({ request: 'Un bilan', need: 'sexual-medicine' })).toEqual(DONE);
  });

  it.each([{ need: 'legal-help' }, { request: 'Un bilan' }] as const)(
    'of twelve at once one is sent: %o',
    async (change) => {
      const all = await Promise.all(Array.from({ length: 12 }, () => referring.refusal(change)));
      expect(all.filter(([status]) => status === 204)).toHaveLength(1);
      expect(all.filter(([status]) => status !== 204)).toEqual(Array.from({ length: 11 }, () => ALREADY));
    },
  );

  it('two of one moment are two, each with a row of its own in the record', async () => {
    await open(EXAMINATION);
    const { service, lead, partner, file } = referring;
    const [first] = await service.query<{ since: Date }>(
      `SELECT since FROM assignment WHERE account_id = $1`,
      [partner.id],
    );
    const began = first?.since.getTime() ?? 0;
    const fromThen = (at: number) =>
      atMoment(service, lead.id, at, async () => {
        const from = await service.app.get(AssignmentsRepository).referredFrom(file.id, partner.id);
        return from.getTime();
      });
    expect([await fromThen(began - 1), await fromThen(began), await fromThen(began + 1)]).toEqual([
      ...[began - 1, began + 1, began + 1],
    ]);
  });

  it('twelve needs at once are twelve referrals', async () => {
    const all = await Promise.all(SERVICE_NEEDS.map((need) => referring.refusal({ need })));
    expect(all).toEqual(SERVICE_NEEDS.map(() => DONE));
    const { body } = await referring.partner.client.get<ReceivedReferralsDto>('/referrals');
    expect(new Set(body.items.map(({ asks }) => asks?.fr)).size).toBe(SERVICE_NEEDS.length);
  });

  it('tells nobody who has the child who must not learn it', async () => {
    const first = await open({ need: 'lasting-place' });
    const rescuer = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await referring.sendAs(rescuer, 'post', '/break-glass', {
      ...{ reason: 'child-present', words: 'Elle est devant moi.', reference: referring.file.reference },
    });
    const tried = async () => {
      const change = { need: 'lasting-place', classes: ['health'] } as const;
      const { body } = await referring.openReferral(change, rescuer);
      return body?.reasons?.map(({ code }) => code);
    };
    expect(await tried()).toEqual(['asked-already']);
    await answer(first, YES);
    expect(await tried()).toEqual(['one-at-a-time']);
    const asked = async ({ client }: SignedInClient) => {
      const { body } = await client.get<CaseAccessDto>(referring.addressOf('access'));
      const people = 'redacted' in body.people ? [] : body.people;
      return people.filter(({ id }) => id === referring.partner.id).map((it) => it.asks?.en ?? null);
    };
    expect([await asked(rescuer), await asked(referring.lead)]).toEqual([[null], ['A lasting place']]);
    // Told anew by who may not know: their yes is the one that they gave.
    const change = { need: 'lasting-place', classes: ['health'], besideAnother: 'Urgent.' } as const;
    expect((await referring.openReferral(change, rescuer)).status).toBe(204);
    const { id: again } = await referring.lastReferral();
    expect(await answer(again, YES)).toEqual([422, ['asked-anew']]);
  });

  it('of twelve yeses at once to what was asked twice one counts; to two needs both do', async () => {
    const first = await open(EXAMINATION);
    await answer(first, NO);
    const second = await open(EXAMINATION);
    const support = await open(SUPPORT);
    const ids = Array.from({ length: 4 }, () => [first, second, support]).flat();
    const all = await Promise.all(
      ids.map((id, n) => answer(id, { ...YES, byWhen: `dans ${String(n)} jours` })),
    );
    const statuses = (of: string) => all.filter((_, n) => ids[n] === of).map(([status]) => status);
    expect([statuses(first), statuses(second), statuses(support)]).toEqual([
      ...[
        [422, 422, 422, 422],
        [204, 204, 204, 204],
        [204, 204, 204, 204],
      ],
    ]);
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    expect(body.needs.map(({ referrals }) => referrals.map(({ state }) => state))).toEqual([
      ...[['refused', 'accepted'], ['accepted']],
    ]);
  });

  it('and of one that is taken back while it is answered nothing is left half', async () => {
    const first = await open(EXAMINATION);
    const support = await open(SUPPORT);
    const withdraw = () =>
      referring.sendAs(referring.lead, 'put', referring.addressOf(`referrals/withdrawn/${first}`));
    const all = await Promise.all([
      ...Array.from({ length: 6 }, () => answer(first, YES).then(([status]) => status)),
      ...Array.from({ length: 6 }, () => withdraw().then(({ status }) => status)),
    ]);
    expect(all.slice(6)).toEqual(Array.from({ length: 6 }, () => 204));
    expect(all.slice(0, 6).every((status) => status === 204 || status === 404)).toBe(true);
    expect((await answer(first, YES))[0]).toBe(404);
    expect(await answer(support, YES)).toEqual(DONE);
  });
});
