import { Referring } from '../testing/referring';
import type { SentReferralsDto } from './answers.dto';

describe('a yes that says when the child is expected', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());
  beforeEach(() => referring.another());

  const answer = async (body: object): Promise<readonly unknown[]> => {
    const { status, body: problem } = await referring.answerAs(referring.partner, body);
    return [status, problem?.reasons?.map(({ code, field }) => [code, field])];
  };
  const sent = async () => {
    const { needs } = (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals')))
      .body;
    return needs
      .flatMap(({ referrals }) => referrals)
      .find(({ partner }) => partner.id === referring.partner.id);
  };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('is read by both, anew when it moves, and the same twice is one', async () => {
    await referring.opened({});
    const [first, second] = [inDays(2), inDays(3)];
    for (const at of [first, first, second])
      expect(await answer({ answer: 'accepted', expectedAt: at })).toEqual([204, undefined]);
    const ofBoth = [(await sent())?.events ?? [], (await referring.received()).answers];
    for (const events of ofBoth)
      expect(events.flatMap(({ kind, expectedAt }) => (kind === 'accepted' ? [expectedAt] : []))).toEqual([
        first,
        second,
      ]);
  });

  it('is recorded by who was told, and says nothing where nothing was said', async () => {
    await referring.opened({});
    const path = referring.addressOf(`referrals/${(await sent())?.id ?? ''}/answers`);
    const at = inDays(1);
    for (const expectedAt of [undefined, at])
      expect(
        (await referring.sendAs(referring.lead, 'post', path, { answer: 'accepted', expectedAt })).status,
      ).toBe(204);
    const said = (await sent())?.events.filter(({ kind }) => kind === 'accepted');
    expect(said?.map(({ expectedAt }) => expectedAt)).toEqual([null, at]);
  });

  it('is to come, within what may be open, and of a yes alone', async () => {
    await referring.opened({});
    for (const said of [
      { answer: 'accepted', expectedAt: inDays(-0.01) },
      // Open for thirty days.
      { answer: 'accepted', expectedAt: inDays(31) },
      { answer: 'accepted', expectedAt: inDays(2).slice(0, 19) },
      { answer: 'accepted', expectedAt: inDays(2).slice(0, 10) },
      { answer: 'accepted', expectedAt: 'lundi' },
      { answer: 'accepted', expectedAt: '2026-02-30T09:00:00Z' },
      { answer: 'accepted', expectedAt: ['2099-01-01T09:00:00Z'] },
      { answer: 'refused', reason: 'full', expectedAt: inDays(1) },
    ])
      expect(await answer(said)).toEqual([400, [['invalid-value', 'expectedAt']]]);
    expect((await sent())?.events.map(({ kind }) => kind)).toEqual(['sent']);
  });

  it('for another day leaves what is needed at once open, and keeps nobody from the next service', async () => {
    const need = async () => {
      const { needs } = (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals')))
        .body;
      const found = needs.find(({ referrals }) =>
        referrals.some(({ partner }) => partner.id === referring.partner.id),
      );
      return [found?.state, found?.isOpen];
    };
    const tonight = { need: 'bed-tonight', answerHours: 4 } as const;
    await referring.opened(tonight);
    const first = referring.partner;
    expect(await answer({ answer: 'accepted', expectedAt: inDays(0.9) })).toEqual([204, undefined]);
    expect(await need()).toEqual(['met', false]);
    expect(await answer({ answer: 'accepted', expectedAt: inDays(1.1) })).toEqual([204, undefined]);
    expect(await need()).toEqual(['later', true]);
    await referring.another();
    await referring.opened(tonight);
    expect(await need()).toEqual(['waiting', false]);
    expect(await referring.reads(first)).toBe(200);
    expect(await answer({ answer: 'accepted' })).toEqual([204, undefined]);
    expect(await need()).toEqual(['met', false]);
    // One yes at most takes the child tonight; that of another day stands.
    referring.partner = first;
    expect((await sent())?.state).toBe('accepted');
    expect(await answer({ answer: 'accepted' })).toEqual([422, [['another-may-take', undefined]]]);
  });
});
