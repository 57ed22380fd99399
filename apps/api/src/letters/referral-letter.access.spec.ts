import { randomUUID } from 'node:crypto';
import { Asking } from '../referrals/capacity/testing/asking';
import type { SentReferralDto, SentReferralsDto } from '../referrals/answers/answers.dto';
import type { ProblemDto } from '../platform/answers/openapi';
import { PrivacyClient } from '../privacy/testing/privacy-client';
import type { SignedInClient } from '../testing/test-service';
import type { LetterProposalDto, WriteLetterDto } from './letters.dto';
import { LetterClient } from './testing/letter-client';

const KIND = 'to-the-service';

/** A letter to a service is that of a referral, which has the need, the clock and whom it goes to. */
describe('a referral letter', () => {
  let asking: Asking;
  let letters: LetterClient;
  beforeAll(async () => {
    asking = await Asking.start();
    letters = new LetterClient(asking.referring.lead.client, asking.referring.file.id);
  });
  afterAll(() => asking.stop());
  beforeEach(() => asking.tamper('DELETE FROM rate_limit_hit'));

  const at = (path: string) => asking.referring.addressOf(path);
  const referrals = async (): Promise<readonly SentReferralDto[]> =>
    (await asking.referring.lead.client.get<SentReferralsDto>(at('referrals'))).body.needs.flatMap(
      (it) => it.referrals,
    );
  const told = async (change: object = {}): Promise<SentReferralDto> => {
    const serviceId = await asking.addService();
    const body = {
      ...{ serviceId, what: 'Une aide juridique', classes: ['identity'], how: 'written' },
      ...{ ground: 'shared-secret', isBound: true, why: 'Pour la défendre' },
      ...{ child: { told: 'yes' }, parents: { told: 'yes' }, nobodyAroundWorksThere: true },
      childView: { said: 'Je veux une avocate.' },
      besideAnother: 'Un autre besoin.',
      ...change,
    };
    const { status } = await asking.referring.sendAs(
      asking.referring.lead,
      'post',
      at('told-referrals'),
      body,
    );
    expect(status).toBe(204);
    const found = (await referrals()).find(({ partner }) => partner.id === serviceId);
    if (!found) throw new Error('nothing was told');
    return found;
  };
  const propose = (referralId?: string, by: SignedInClient = asking.referring.lead) =>
    by.client.get<LetterProposalDto & ProblemDto>(
      at(`letters/proposals/${KIND}${referralId === undefined ? '' : `?referralId=${referralId}`}`),
    );
  const write = async (referral: SentReferralDto | null, change: Partial<WriteLetterDto> = {}) => {
    const letter: WriteLetterDto = {
      ...{ template: KIND, recipient: referral?.partner.name ?? 'Foyer A', chosen: [] },
      parts: ['who', 'need', 'view'].map((id) => ({ id, text: 'Elle' })),
      ...(referral && { referralId: referral.id }),
      ...change,
    };
    const path = at('letters');
    return asking.referring.sendAs<{ id: string } & ProblemDto>(asking.referring.lead, 'post', path, letter);
  };
  const refusal = ({ status, body }: { readonly status: number; readonly body: ProblemDto }) => [
    status,
    ...(body.reasons ?? []).map(({ code, field }) => [code, field]),
  ];
  const settled = async (referral: SentReferralDto, change: Partial<WriteLetterDto> = {}) => {
    const { status, body } = await write(referral, change);
    expect(status).toBe(201);
    return body.id;
  };
  const sayNo = async ({ id }: SentReferralDto): Promise<void> => {
    const no = { answer: 'refused', reason: 'full' };
    const path = at(`referrals/${id}/answers`);
    expect((await asking.referring.sendAs(asking.referring.lead, 'post', path, no)).status).toBe(204);
  };
  const sent = { basis: undefined, secondSignature: undefined } as never as object;

  it('takes service, need and what the child says of it from the referral, and no class that was not told', async () => {
    const referral = await told();
    const { body } = await propose(referral.id);
    expect(body.recipient).toBe(referral.partner.name);
    expect(body.parts.map(({ id, text }) => [id, text])).toMatchObject([
      ['who', expect.stringMatching(/Âge/)],
      ['need', 'Une aide juridique'],
      ['view', '«\u00a0Je veux une avocate.\u00a0»'],
      ['informed', 'L’enfant le sait\u00a0: oui\nSes parents le savent\u00a0: oui'],
    ]);
    expect(body.leftOut.map(({ fieldClass }) => fieldClass).filter((it) => it !== 'identity')).toEqual([]);
    const unnamed = await told({ classes: ['situation'] });
    expect((await propose(unnamed.id)).body.parts[0]).toMatchObject({ text: '', isRequired: false });
    const parts = ['need', 'view'].map((id) => ({ id, text: 'Elle' }));
    expect((await write(unnamed, { parts })).status).toBe(201);
  });

  it('says who was told first as the register has it, corrected last, and nothing of why not', async () => {
    const referral = await told({ parents: { told: 'no', why: 'Impliquésqz' } });
    const informed = async () => {
      const { body } = await propose(referral.id);
      expect(JSON.stringify(body)).not.toContain('Impliquésqz');
      return body.parts.find(({ id }) => id === 'informed')?.text.split('\n')[1];
    };
    expect(await informed()).toBe('Ses parents le savent\u00a0: non ; ne les appelez pas');
    const privacy = new PrivacyClient(asking.referring.lead.client);
    const { sharing } = await privacy.ofCase(asking.referring.file.id);
    const line = sharing.find(({ id }) => id === referral.id);
    const corrected = await asking.referring.sendAs(asking.referring.lead, 'post', at('sharing'), {
      ...{ on: line?.at, ground: 'shared-secret', classes: ['identity'], toWhom: referral.partner.name },
      ...{ isBound: true, what: 'Une aide juridique', why: 'Pour la défendre', how: 'written' },
      ...{ child: { told: 'yes' }, parents: { told: 'yes' }, corrects: referral.id },
    });
    expect(corrected.status).toBe(201);
    expect(await informed()).toBe('Ses parents le savent\u00a0: oui');
  });

  it('is none without a referral of this case that stands', async () => {
    const referral = await told();
    expect((await letters.listLetters()).kinds.map(({ id }) => id)).not.toContain(KIND);
    expect(refusal(await propose())).toEqual([422, ['referral-missing', 'referralId']]);
    expect(refusal(await write(null))).toEqual([422, ['referral-missing', 'referralId']]);
    expect(refusal(await propose(randomUUID()))).toEqual([422, ['unknown-referral', 'referralId']]);
    expect((await propose('x')).status).toBe(400);
    const town = await letters.writeLetter<ProblemDto>('to-the-town', { referralId: referral.id });
    expect(refusal(town)).toEqual([422, ['of-no-referral', 'referralId']]);
    // A line of the register that is no referral.
    expect((await letters.sendLetter(await letters.written('to-the-town'))).status).toBe(204);
    const { sharing } = await new PrivacyClient(asking.referring.lead.client).ofCase(
      asking.referring.file.id,
    );
    const line = sharing.find(({ ground }) => ground === 'authority');
    expect(refusal(await propose(line?.id))).toEqual([422, ['unknown-referral', 'referralId']]);
    const stranger = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await propose(referral.id, stranger)).status).toBe(404);
    expect((await propose(referral.id, asking.referring.partner)).status).toBe(404);
  });

  it('goes to its service alone, under the line of the register that the referral has', async () => {
    const referral = await told();
    const before = await referrals();
    expect(refusal(await write(referral, { recipient: 'Foyer B' }))).toEqual([
      422,
      ['other-recipient', 'recipient'],
    ]);
    const id = await settled(referral, { recipient: `${referral.partner.name}\n3 rue Fictive` });
    expect((await letters.readLetter(id)).referralId).toBe(referral.id);
    const toWhom = referral.partner.name;
    for (const [change, code, field] of [
      [{ ...sent, toWhom: 'Foyer B' }, 'other-recipient', 'toWhom'],
      [{ secondSignature: undefined, toWhom }, 'said-with-referral', 'basis'],
    ] as const)
      expect(refusal(await letters.sendLetter(id, change as never))).toEqual([422, [code, field]]);
    expect((await letters.sendLetter(id, { ...sent, toWhom } as never)).status).toBe(204);
    const { sharing } = await new PrivacyClient(asking.referring.lead.client).ofCase(
      asking.referring.file.id,
    );
    expect(
      sharing.filter(({ content }) => content && 'toWhom' in content && content.toWhom === toWhom),
    ).toHaveLength(1);
    // Its clock goes on as it began.
    expect((await referrals()).find((it) => it.id === referral.id)).toEqual(
      before.find((it) => it.id === referral.id),
    );
    const second = await told();
    expect(refusal(await write(second, { corrects: id }))).toEqual([
      422,
      ['corrects-other-referral', 'referralId'],
    ]);
    expect((await write(referral, { corrects: id })).status).toBe(201);
  });

  it('is neither written nor sent once the service said no', async () => {
    const referral = await told();
    const id = await settled(referral);
    await sayNo(referral);
    expect(refusal(await write(referral))).toEqual([422, ['referral-over', 'referralId']]);
    const { status, body } = await letters.sendLetter(id, {
      ...sent,
      toWhom: referral.partner.name,
    } as never);
    expect(refusal({ status, body })).toEqual([422, ['referral-over', 'sentAt']]);
  });

  it.each([null, { answer: 'other-offer', words: 'Lundi' }])(
    'is neither written nor sent once the time of the referral is over: %j',
    async (said) => {
      const referral = await told();
      const path = at(`referrals/${referral.id}/answers`);
      if (said)
        expect((await asking.referring.sendAs(asking.referring.lead, 'post', path, said)).status).toBe(204);
      const id = await settled(referral);
      await asking.tamper(
        `UPDATE referral_event SET until_at = at + interval '1 millisecond' WHERE sharing_id = $1 AND kind = 'sent'`,
        [referral.id],
      );
      expect(refusal(await write(referral))).toEqual([422, ['referral-over', 'referralId']]);
      const toWhom = referral.partner.name;
      expect(refusal(await letters.sendLetter(id, { ...sent, toWhom } as never))).toEqual([
        422,
        ['referral-over', 'sentAt'],
      ]);
    },
  );

  it.each(['hand', 'post'])(
    'is recorded as it left by %s, though the service said no before that was recorded',
    async (how) => {
      const referral = await told();
      const id = await settled(referral);
      const sentAt = new Date().toISOString();
      await sayNo(referral);
      const left = { ...sent, how, toWhom: referral.partner.name };
      // After the no it leaves no more, and which hour is asked for is said.
      const late = await letters.sendLetter(id, { ...left, sentAt: new Date().toISOString() } as never);
      expect(refusal(late)).toEqual([422, ['referral-over', 'sentAt']]);
      expect(late.body.reasons?.[0]?.text.fr).toMatch(/Si elle est partie avant, dites quand/);
      expect((await letters.sendLetter(id, { ...left, sentAt } as never)).status).toBe(204);
      expect((await letters.readLetter(id)).sending).toMatchObject({ sentAt });
    },
  );

  it('that was wrong is corrected, whatever the service said since', async () => {
    const referral = await told();
    const id = await settled(referral);
    const toWhom = referral.partner.name;
    expect((await letters.sendLetter(id, { ...sent, toWhom } as never)).status).toBe(204);
    const unsent = await settled(referral);
    await sayNo(referral);
    const over = [422, ['referral-over', 'referralId']];
    expect(refusal(await propose(referral.id))).toEqual(over);
    // One that never left, one of another referral and one that is not there correct nothing.
    const other = await told();
    for (const corrects of [unsent, await settled(other), randomUUID()]) {
      expect(refusal(await propose(`${referral.id}&corrects=${corrects}`))).toEqual(over);
      expect(refusal(await write(referral, { corrects }))).toEqual(over);
    }
    expect((await propose(`${referral.id}&corrects=${id}`)).status).toBe(200);
    const corrected = await settled(referral, { corrects: id });
    expect((await letters.sendLetter(corrected, { ...sent, toWhom } as never)).status).toBe(204);
  });

  it('has a draft of its own for each referral', async () => {
    const [one, two] = [await told(), await told()];
    const path = at(`letters/drafts/${KIND}`);
    const save = (referralId: string | undefined, text: string) =>
      asking.referring.lead.client.put<ProblemDto>(
        path,
        { content: { text }, ...(referralId !== undefined && { referralId }) },
        { 'If-Match': '"0"' },
      );
    expect((await save(one.id, 'un')).status).toBe(200);
    expect((await save(two.id, 'deux')).status).toBe(200);
    expect((await propose(one.id)).body.drafts).toMatchObject([{ corrects: null, content: { text: 'un' } }]);
    expect((await propose(two.id)).body.drafts).toMatchObject([
      { corrects: null, content: { text: 'deux' } },
    ]);
    for (const wrong of [undefined, randomUUID()]) expect((await save(wrong, 'x')).status).toBe(422);
  });
});
