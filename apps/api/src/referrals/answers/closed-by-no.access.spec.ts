import { REFERABLE_CLASSES } from '@repere/access';
import type { CaseAccessDto } from '../../cases/grants/case-access.dto';
import type { SignedInClient } from '../../testing/test-service';
import type { ReceivedReferralsDto, ReferredCaseDto } from '../referral.dto';
import { MARKS } from '../testing/marked-referral';
import { Referring } from '../testing/referring';
import type { SentReferralsDto } from './answers.dto';

const NO = { answer: 'refused', reason: 'not-safe-here' } as const;
const ELSEWHERE = { answer: 'elsewhere', words: 'Pour le foyer voisin.', whomToCall: 'Mme Roux' } as const;
const YES = { answer: 'accepted' } as const;
const OFFER = { answer: 'other-offer', words: 'Lundi 9 h seulement.' } as const;
const ASKED = 'Un bilan, DEMANDEZQ';
const SAID = 'Je ne veux pas, PAROLEZQ';

describe('who answered that it is not for them', () => {
  let referring: Referring;
  beforeEach(async () => {
    referring = await Referring.start();
    await opened();
  });
  afterEach(() => referring.service.stop());

  const opened = () =>
    referring.opened({
      ...{ classes: REFERABLE_CLASSES, need: 'legal-help', request: ASKED, childView: { said: SAID } },
    });
  const answer = async (body: object, by = referring.partner): Promise<readonly unknown[]> => {
    const { status, body: said } = await referring.answerAs(by, body);
    return [status, said?.reasons?.map(({ code }) => code)];
  };
  const received = async (by = referring.partner): Promise<ReferredCaseDto> =>
    (await by.client.get<ReferredCaseDto>(await referring.addressOfReceived('', by))).body;
  const listed = async (by = referring.partner): Promise<ReceivedReferralsDto> =>
    (await by.client.get<ReceivedReferralsDto>('/referrals')).body;
  /** Everything that may be shown to a partner, as one text. */
  const everything = async (by = referring.partner): Promise<string> =>
    JSON.stringify([
      await received(by),
      await listed(by),
      (await by.client.get('/referrals/past')).body,
      (await by.client.get('/reminders')).body,
    ]);
  const calledName = (): string => {
    const { child } = referring.file;
    return 'calledName' in child ? child.calledName : '?';
  };
  const tells = async (by = referring.partner): Promise<readonly string[]> => {
    const text = await everything(by);
    return [...Object.values(MARKS), calledName(), ASKED, SAID].filter((it) => text.includes(it));
  };
  const referralOf = async ({ id }: SignedInClient): Promise<string> => {
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    const all = body.needs.flatMap(({ referrals }) => referrals);
    return all.find(({ partner }) => partner.id === id)?.id ?? '';
  };
  const carriedOf = async ({ id }: SignedInClient): Promise<number | undefined> => {
    const { body } = await referring.lead.client.get<CaseAccessDto>(referring.addressOf('access'));
    return 'redacted' in body.people
      ? undefined
      : body.people.find((it) => it.id === id && it.relation === 'partner')?.carries.length;
  };

  it.each([NO, ELSEWHERE])('reads nothing of the child: $answer', async (no) => {
    expect((await tells()).length).toBeGreaterThan(5);
    expect((await received()).isClosed).toBe(false);
    expect(await carriedOf(referring.partner)).toBe(REFERABLE_CLASSES.length);
    expect(await answer(no)).toEqual([204, undefined]);
    expect(await tells()).toEqual([]);
    const ask = { redacted: true, ask: 'North' };
    const page = await received();
    expect(page).toMatchObject({ isClosed: true, terms: null, request: ask, calledName: ask });
    expect(page.parts.map(({ lines }) => lines)).toEqual(page.parts.map(() => ask));
    expect((await listed()).items).toMatchObject([
      { calledName: ask, asks: null, carries: [], state: no.answer },
    ]);
    // Who reads the case is told the same of them.
    expect(await carriedOf(referring.partner)).toBe(0);
    // What stays: which case it was, whom to ask, and what they answered themselves.
    expect(page).toMatchObject({ reference: referring.file.reference, team: 'North', state: no.answer });
    expect(page.answers).toMatchObject([{ kind: no.answer, words: 'words' in no ? no.words : null }]);
  });

  it('reads it again once they say yes, or offer something else, as long as nobody else may take the child', async () => {
    await answer(NO);
    expect(await answer(OFFER)).toEqual([204, undefined]);
    expect((await tells()).length).toBeGreaterThan(5);
    await answer(ELSEWHERE);
    expect(await tells()).toEqual([]);
    expect(await answer(YES)).toEqual([204, undefined]);
    expect((await tells()).length).toBeGreaterThan(5);
    // A no after a yes closes as any other.
    await answer(NO);
    expect(await tells()).toEqual([]);
  });

  it('does not, whatever they answer, once the next service knows the child; that one reads', async () => {
    const first = referring.partner;
    await answer(NO, first);
    await referring.another();
    await opened();
    for (const otherwise of [YES, OFFER]) {
      expect(await answer(otherwise, first)).toEqual([422, ['another-may-take']]);
      const told = referring.addressOf(`referrals/${await referralOf(first)}/answers`);
      const recorded = await referring.sendAs(referring.lead, 'post', told, otherwise);
      expect(recorded.body.reasons).toMatchObject([{ code: 'another-may-take' }]);
    }
    expect([await tells(first), (await tells()).length > 5]).toEqual([[], true]);
    // Another no is taken: it opens nothing.
    expect(await answer(ELSEWHERE, first)).toEqual([204, undefined]);
    expect(await answer(NO)).toEqual([204, undefined]);
    expect(await answer(YES, first)).toEqual([204, undefined]);
    expect([(await tells(first)).length > 5, await tells()]).toEqual([true, []]);
    expect(await answer(YES)).toEqual([422, ['another-may-take']]);
  });

  it('reads nothing after a no that a worker was told by telephone either', async () => {
    const path = referring.addressOf(`referrals/${await referralOf(referring.partner)}/answers`);
    expect((await referring.sendAs(referring.lead, 'post', path, NO)).status).toBe(204);
    expect(await tells()).toEqual([]);
    expect((await received()).isClosed).toBe(true);
    expect((await referring.sendAs(referring.lead, 'post', path, YES)).status).toBe(204);
    expect((await tells()).length).toBeGreaterThan(5);
  });
});
