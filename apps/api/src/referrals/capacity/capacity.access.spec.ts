import { randomUUID } from 'node:crypto';
import type { CaseAccessLogDto } from '../../audit/access-log/access-log.dto';
import type { SignedInClient } from '../../testing/test-service';
import { Asking, NO, refusal } from './testing/asking';

const CODES = { need: 'bed-tonight', wanted: 'at-once', sex: 'girl', languages: [] };

describe('asking for a place before anybody is told who the child is', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  // A day has its limit of questions.
  beforeEach(() => asking.passDays());

  const count = async (sql: string): Promise<number> =>
    (await asking.referring.service.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? 0;
  const looks = () => count(`ledger_event WHERE entry::json ->> 'type' = 'capacity.received'`);
  /** On the stream of a case, under its key. */
  const answersOfCase = () =>
    count(`ledger_event e JOIN ledger_payload p ON p.event_seq = e.seq JOIN case_file c ON c.data_key_id = p.key_id
             JOIN alias a ON a.kind = 'case' AND a.subject = c.id::text AND a.alias = e.entry::json ->> 'stream'
            WHERE e.entry::json ->> 'type' = 'capacity.answer' AND e.entry::json ->> 'outcome' = 'done'`);

  it('goes to many services at once, and tells each of them the question and nothing else', async () => {
    const [one, two] = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces([one.id, two.id], { age: 15 });
    const [received] = await asking.received(one.member);
    expect(received).toMatchObject({
      ...CODES,
      ages: { from: 13, to: 15 },
      state: 'waiting',
      isClosed: false,
    });
    expect(Object.keys(received ?? {}).sort()).toEqual(
      ...[
        [
          ...[
            'ages',
            'checkPhone',
            'dueAt',
            'heldUntil',
            'id',
            'isClosed',
            'languages',
            'need',
            'number',
            'over',
            'service',
          ],
          ...['sex', 'state', 'wanted'],
        ],
      ],
    );
    const { file } = asking.referring;
    expect(received?.dueAt).toMatch(/T\d\d:\d\d:00\.000Z$/);
    const text = JSON.stringify(received);
    for (const hint of [file.id, file.reference, 'Nord', 'North', 'Léa', 'Seine-Saint-Denis'])
      expect(text).not.toContain(hint);
    // Two services know it by two numbers: no id tells that it is one child.
    expect((await asking.received(two.member))[0]?.number).not.toBe(received?.number);
  });

  it('is one line in the register of sharing, with its ground, and the record names the question beside it', async () => {
    const { service, lead, addressOf } = asking.referring;
    const events = async () =>
      (
        await service.query<{ type: string }>(
          `SELECT entry::json ->> 'type' AS type FROM ledger_event ORDER BY seq`,
        )
      ).map(({ type }) => type);
    const id = await asking.addService({ name: 'Foyer fictif du registre' });
    const before = await events();
    expect(
      (await asking.askAll({ serviceIds: [id], ground: 'emergency', sex: 'girl', age: 16 })).status,
    ).toBe(204);
    expect((await events()).slice(before.length)).toEqual(['sharing.record', 'capacity.ask']);
    const { body } = await lead.client.get<{ sharing: readonly object[] }>(
      addressOf.call(asking.referring, 'privacy'),
    );
    expect(body.sharing[0]).toMatchObject({
      ground: 'emergency',
      classes: [],
      content: {
        toWhom: 'Foyer fictif du registre',
        what: expect.stringContaining('Une place cette nuit, 16–17, fille, tout de suite') as string,
        child: { told: 'no' },
      },
    });
  });

  it('takes no words, no age over seventeen, nobody’s word that nothing was made sure of', async () => {
    const id = await asking.addService();
    const tags = ['fr-Amina-Diallo-nee-2011', 'amina', 'FR', 'f', '', 'fr ', { fr: true }, ['fr']];
    for (const wrong of [
      ...tags.map((it) => ({ languages: [it] })),
      { languages: ['aa', 'ab', 'ae', 'af'] },
      ...[{ words: 'Elle s’appelle…' }, { age: 18 }, { nobodyAroundWorksThere: false }, { serviceIds: [] }],
      ...[{ serviceIds: [id, id] }, { serviceIds: ['x'] }, { need: 'a-hug' }, { wanted: 'tonight' }],
      ...[{ answerHours: 2 }, { languages: ['français'] }, { languages: ['pt-BR'] }, { ground: 'because' }],
    ])
      expect([wrong, (await asking.askAll({ serviceIds: [id], ...(wrong as object) })).status]).toEqual([
        wrong,
        400,
      ]);
    expect(refusal((await asking.askAll({ serviceIds: [asking.administrator.id] })).body)).toEqual([
      ['invalid-value', 'serviceIds'],
    ]);
    const { id: questionId } = await asking.askPlaces([id], { languages: ['fr', 'prs', 'ar'] });
    // Nor into the database, whoever writes there.
    const write = (languages: readonly (string | null)[]) =>
      asking.tamper(`UPDATE capacity_question SET languages = $2 WHERE id = $1`, [questionId, languages]);
    for (const wrong of [['fr-amina'], ['amina'], ['fr,ps'], [''], [null], ['aa', 'ab', 'ae', 'af']])
      await expect(write(wrong)).rejects.toThrow(/languages_check/);
    for (const right of [[], ['fr'], ['fr', 'prs', 'ar']]) await write(right);
  });

  it('reaches no service of which a member is kept away from the case', async () => {
    const { id, member } = await asking.addWithMember();
    await asking.askPlaces([id]);
    const [request] = await asking.received(member);
    await asking.keepAway(member.id);
    expect((await asking.askAll({ serviceIds: [id] })).status).toBe(400);
    // What was asked before is gone from their page, and takes no answer.
    expect(await asking.received(member)).toEqual([]);
    expect((await asking.answerAs(member, request?.id ?? '', { answer: 'yes', heldHours: 2 })).status).toBe(
      404,
    );
  });

  it('reaches a service whose accounts can’t see it by a link: they are closed, or outside the circle of the case', async () => {
    const [closed, outside, open] = [0, 1, 2].map(
      () => `service-${randomUUID().slice(0, 8)}@ailleurs.example`,
    );
    const ids: string[] = [];
    for (const email of [closed, outside, open]) ids.push(await asking.addService({ email: email ?? '' }));
    const [gone, barred, member] = [
      await asking.addMember(ids[0] ?? ''),
      await asking.addMember(ids[1] ?? ''),
      await asking.addMember(ids[2] ?? ''),
    ];
    await asking.tamper(`UPDATE account SET disabled_at = now() WHERE id = $1`, [gone.id]);
    await asking.restrictTo([member.id]);
    await asking.askPlaces(ids);
    // One after the other: who finds that a mail is in hand does not wait for it.
    const links: string[] = [];
    for (const email of [closed, outside, open]) links.push(await asking.tokenTo(email ?? ''));
    await asking.tamper(`UPDATE restriction SET ended_at = now(), ended_by = set_by WHERE ended_at IS NULL`);
    expect(links.map((it) => it !== '')).toEqual([true, true, false]);
    expect(await asking.received(barred)).not.toEqual([]);
  });

  it('is asked by who may refer, seen by who reads the case, answered by who is of the service', async () => {
    const [{ id, member }, other] = [await asking.addWithMember(), await asking.addWithMember()];
    const { service, lead, supervisor, addressOf } = asking.referring;
    const path = addressOf.call(asking.referring, 'capacity-questions');
    const outside = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const auditor = await service.signIn({ roles: ['auditor'] });
    for (const who of [outside, auditor, asking.administrator, member]) {
      expect((await asking.askAll({ serviceIds: [id] }, who)).status).toBe(404);
      expect((await who.client.get(path)).status).toBe(404);
    }
    expect((await asking.askAll({ serviceIds: [id] }, supervisor)).status).toBe(204);
    const { id: requestId } = await asking.requestTo(id);
    const yes = { answer: 'yes', heldHours: 4 } as const;
    for (const who of [other.member, lead, outside, auditor])
      expect((await asking.answerAs(who, requestId, yes)).status).toBe(404);
    expect(await asking.received(other.member)).toEqual([]);
    expect((await asking.answerAs(member, requestId, yes)).status).toBe(204);
    expect((await asking.requestTo(id)).state).toBe('yes');
    // Who is of it no more answers no more.
    await asking.referring.sendAs(asking.administrator, 'delete', `/services/${id}/members/${member.id}`);
    expect((await asking.answerAs(member, requestId, NO)).status).toBe(404);
    expect(await asking.received(member)).toEqual([]);
  });

  it('shows answers as they arrive; the same twice is one, a later one takes its place', async () => {
    const { id, member } = await asking.addWithMember();
    await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    const kinds = async () => (await asking.requestTo(id)).events.map(({ kind }) => kind);
    expect(refusal((await asking.answerAs(member, requestId, { answer: 'yes' })).body)).toEqual([
      ['missing-field', 'heldHours'],
    ]);
    expect(refusal((await asking.answerAs(member, requestId, { answer: 'no' })).body)).toEqual([
      ['missing-field', 'reason'],
    ]);
    expect(refusal((await asking.answerAs(member, requestId, { answer: 'other-offer' })).body)).toEqual([
      ['missing-field', 'words'],
    ]);
    const stray = async (answer: object) =>
      refusal((await asking.answerAs(member, requestId, answer as typeof NO)).body);
    expect(await stray({ answer: 'yes', heldHours: 4, reason: 'full' })).toEqual([
      ['not-of-this-answer', 'reason'],
    ]);
    expect(await stray({ ...NO, heldHours: 4 })).toEqual([['not-of-this-answer', 'heldHours']]);
    // On a condition: it is not dropped, and whoever asked reads it.
    const yes = {
      answer: 'yes',
      heldHours: 12,
      whomToCall: 'Ada, 01 99 00 12 30',
      words: 'Seulement après 22 h',
    } as const;
    const again = () => asking.answerAs(member, requestId, yes);
    const twelve = await Promise.all(Array.from({ length: 12 }, again));
    expect(new Set(twelve.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await kinds()).toEqual(['yes']);
    expect((await asking.requestTo(id)).events[0]).toMatchObject({
      ...{ whomToCall: 'Ada, 01 99 00 12 30', words: 'Seulement après 22 h' },
    });
    await asking.answerAs(member, requestId, NO);
    expect(await kinds()).toEqual(['yes', 'no']);
    expect((await asking.newest()).state).toBe('open');
  });

  it('says to who repeats their answer that it was kept; kept and recorded once, and to nobody else', async () => {
    const [{ id, member }, other] = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    const headers = { 'Idempotency-Key': randomUUID() };
    const before = await answersOfCase();
    const press = (by: SignedInClient, answer: object = NO) =>
      by.client.post(`/capacity-requests/${requestId}/answers`, answer, headers);
    for (let twice = 0; twice < 2; twice++) expect((await press(member)).status).toBe(204);
    expect((await press(member, { answer: 'yes', heldHours: 2 })).status).toBe(422);
    expect((await press(other.member)).status).toBe(404);
    expect((await asking.requestTo(id)).events.map(({ kind }) => kind)).toEqual(['no']);
    // On the stream of the case, under its key: erased with it.
    expect(await answersOfCase()).toBe(before + 1);
  });

  it('shows which services, and where the child goes, to nobody who must not know it', async () => {
    const { service, file, lead, supervisor } = asking.referring;
    const { id, member } = await asking.addWithMember();
    await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    await asking.answerAs(member, requestId, { answer: 'yes', heldHours: 4 });
    const rescuer = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const opinion = await asking.referring.adviser();
    const broken = { reason: 'child-present', words: 'L’enfant est là.', reference: file.reference };
    expect((await asking.referring.sendAs(rescuer, 'post', '/break-glass', broken)).status).toBeLessThan(300);
    for (const who of [lead, supervisor])
      expect((await asking.listQuestions(who)).items[0]?.requests).toMatchObject([{ service: { id } }]);
    for (const who of [rescuer, opinion])
      expect((await asking.listQuestions(who)).items[0]).toMatchObject({
        ...{ state: 'found', asked: 1, yes: 1, no: 0 },
        requests: [],
      });
    // Whom they asked themselves they know, but not that somebody else referred the child there.
    const [next] = [await asking.addWithMember()];
    expect((await asking.askAll({ serviceIds: [next.id] }, rescuer)).status).toBe(204);
    await asking.answerAs(next.member, (await asking.requestTo(next.id)).id, { answer: 'yes', heldHours: 4 });
    const { items } = await asking.listQuestions(rescuer);
    const [newest, ...before] = items.map(({ requests }) => requests.length);
    expect([newest, new Set(before)]).toEqual([1, new Set([0])]);
    const referred = await asking.referring.openReferral({
      accountId: next.member.id,
      capacityRequestId: (await asking.requestTo(next.id)).id,
    });
    expect(referred.status).toBe(204);
    expect((await asking.requestTo(next.id)).isReferred).toBe(true);
    const [own] = (await asking.listQuestions(rescuer)).items[0]?.requests ?? [];
    expect([own?.service.id, own?.isReferred, own?.events.map(({ kind }) => kind)]).toEqual([
      ...[next.id, false, ['yes']],
    ]);
    await asking.tamper(`UPDATE assignment SET ended_at = now() WHERE relation = 'partner'`);
  });

  it('stands in the access log of the case for each service that saw it, and as no access from outside', async () => {
    const { file, supervisor } = asking.referring;
    const [{ id, member }, other] = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces([id]);
    const before = await looks();
    const [request] = await asking.received(member);
    expect(await asking.received(other.member)).toEqual([]);
    // One for each look, also for who is shown nothing.
    expect(await looks()).toBe(before + 2);
    await asking.answerAs(member, request?.id ?? '', { answer: 'yes', heldHours: 2 });
    const { body } = await supervisor.client.get<CaseAccessLogDto>(`/case-files/${file.id}/access-log`);
    const of = (by: SignedInClient) => body.items.filter((it) => it.by?.id === by.id);
    expect(of(member).map(({ act, unusual }) => [act.fr, unusual])).toEqual([
      ['L’a vu dans ses questions de place', []],
    ]);
    expect(of(other.member)).toEqual([]);
  });

  it('takes twenty answers of a service, twelve at once included; then it is to call, and the worker notes what it says', async () => {
    const { id, member } = await asking.addWithMember();
    await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    const offer = (n: number) => ({ answer: 'other-offer', words: `Offre ${String(n)}` }) as const;
    for (let n = 1; n <= 14; n++)
      expect((await asking.answerAs(member, requestId, offer(n))).status).toBe(204);
    const rest = await Promise.all(
      Array.from({ length: 12 }, (_, n) => asking.answerAs(member, requestId, offer(100 + n))),
    );
    expect(rest.map(({ status }) => status).sort()).toEqual([
      ...[...Array.from({ length: 6 }, () => 204), ...Array.from({ length: 6 }, () => 422)],
    ]);
    expect(new Set(rest.flatMap(({ body }) => refusal(body ?? {}) ?? []))).toEqual(
      new Set(['too-many-answers']),
    );
    const path = asking.referring.addressOf(`capacity-questions/requests/${requestId}/answers`);
    expect((await asking.referring.sendAs(asking.referring.lead, 'post', path, NO)).status).toBe(204);
    const { events, state } = await asking.requestTo(id);
    expect([events.length, state]).toEqual([21, 'no']);
  });

  it('lets a worker record what was told by telephone, in their own name', async () => {
    const id = await asking.addService();
    await asking.askPlaces([id]);
    const { id: requestId, link } = await asking.requestTo(id);
    expect(link).toBeNull();
    const path = asking.referring.addressOf(`capacity-questions/requests/${requestId}/answers`);
    const told = { answer: 'other-offer', words: 'Une place jeudi' };
    expect((await asking.referring.sendAs(asking.referring.lead, 'post', path, told)).status).toBe(204);
    const { state, events } = await asking.requestTo(id);
    expect([state, events[0]?.by, events[0]?.words]).toEqual(['other-offer', 'Léa Nord', 'Une place jeudi']);
  });

  it('counts silence as an answer, and is unmet only when nobody may still say yes', async () => {
    const [silent, full, late] = [
      await asking.addService(),
      await asking.addWithMember(),
      await asking.addWithMember(),
    ];
    const { id: questionId } = await asking.askPlaces([silent, full.id, late.id]);
    const unmet = (reason: string) =>
      asking.referring.sendAs(
        asking.referring.lead,
        'post',
        asking.referring.addressOf(`capacity-questions/${questionId}/unmet`),
        { reason },
      );
    await asking.answerAs(full.member, (await asking.requestTo(full.id)).id, NO);
    expect(refusal((await unmet('silent')).body)).toEqual(['need-not-open']);
    await asking.tamper(`UPDATE capacity_question SET due_at = now() - interval '1 second' WHERE id = $1`, [
      questionId,
    ]);
    expect(await asking.newest()).toMatchObject({ state: 'open', asked: 3, no: 1, silent: 2, yes: 0 });
    expect((await unmet('silent')).status).toBe(204);
    expect((await unmet('silent')).status).toBe(204);
    expect(await asking.newest()).toMatchObject({ state: 'unmet', unmet: 'silent' });
    // A yes that comes late is a yes.
    await asking.answerAs(late.member, (await asking.requestTo(late.id)).id, { answer: 'yes', heldHours: 2 });
    expect((await asking.newest()).state).toBe('found');
  });

  it('is closed for all at once, and takes no answer from then on', async () => {
    const { id, member } = await asking.addWithMember();
    const { id: questionId } = await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    const path = asking.referring.addressOf(`capacity-questions/closed/${questionId}`);
    for (let twice = 0; twice < 2; twice++)
      expect((await asking.referring.sendAs(asking.referring.lead, 'put', path)).status).toBe(204);
    expect((await asking.received(member))[0]).toMatchObject({ isClosed: true, state: 'closed' });
    expect(refusal((await asking.answerAs(member, requestId, { answer: 'yes', heldHours: 2 })).body)).toEqual(
      ['no-longer-asked'],
    );
  });

  it('has its limit a day, and asks nobody twice who has yet to answer', async () => {
    const id = await asking.addService();
    await asking.askPlaces([id]);
    const again = await asking.askAll({ serviceIds: [id] });
    expect(refusal(again.body)).toEqual([['asked-already', 'serviceIds']]);
    for (let n = 1; n < 12; n++) await asking.askPlaces([await asking.addService()]);
    expect(refusal((await asking.askAll({ serviceIds: [await asking.addService()] })).body)).toEqual([
      'too-many-questions',
    ]);
  });
});
