import { sendMails } from '../../access/accounts/testing/mailed';
import type { SentReferralsDto, UnansweredReferralsDto } from '../answers/answers.dto';
import type { OpenReferralDto } from '../referral.dto';
import { Referring } from '../testing/referring';
import type { UnmetNeedsDto } from './unmet-needs.dto';

/** A shelter that never answers, from the first request to the list of the département. */
describe('a shelter that never answers', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());

  const need = async () => {
    const path = referring.addressOf('referrals');
    const [first] = (await referring.lead.client.get<SentReferralsDto>(path)).body.needs;
    if (!first) throw new Error('nothing was referred');
    return first;
  };
  const silences = async () =>
    (await referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')).body.items;
  const unmet = async () => (await referring.supervisor.client.get<UnmetNeedsDto>('/unmet-needs')).body;
  /** The time of every request is over, and what waits for that has run. */
  const passTime = async (): Promise<void> => {
    await referring.service.asSuperuser(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(`UPDATE referral_event SET due_at = now() WHERE kind = 'sent'`);
      await client.query(`UPDATE job SET run_at = now(), due_at = now() WHERE state = 'waiting'`);
    });
    await sendMails(referring.service);
  };
  const BED: Partial<OpenReferralDto> = { need: 'bed-tonight', answerHours: 4 };

  it('is told of, is followed by the next, and leaves a need that the département hears of', async () => {
    await referring.opened(BED);
    expect(await need()).toMatchObject({ state: 'waiting', isOpen: false });
    expect([await silences(), (await unmet()).items]).toEqual([[], []]);

    // Nobody answers: the supervisor is told, once, and the need is open again.
    await passTime();
    await passTime();
    expect(await silences()).toMatchObject([{ what: 'answer', partner: 'Lou Ailleurs' }]);
    expect(await need()).toMatchObject({ isOpen: true });

    // The next is asked for the same need beside it, and says no.
    const { id: needId } = await need();
    const shelter = referring.partner;
    await referring.another();
    await referring.opened({ ...BED, needId });
    expect([await referring.reads(shelter), (await need()).referrals.length]).toEqual([200, 2]);
    expect(await need()).toMatchObject({ id: needId, isOpen: false });
    const no = { answer: 'refused', reason: 'full' };
    expect((await referring.answerAs(referring.partner, no)).status).toBe(204);
    await passTime();

    const { items, departments } = await unmet();
    expect(items).toMatchObject([{ need: 'bed-tonight', reference: referring.file.reference }]);
    expect(departments.flatMap(({ counts }) => counts)).toMatchObject([{ need: 'bed-tonight', open: 1 }]);

    // A third one has a bed: the département hears of it no more.
    await referring.another();
    await referring.opened({ ...BED, needId });
    const yes = { answer: 'accepted', byWhen: 'ce soir' };
    expect((await referring.answerAs(referring.partner, yes)).status).toBe(204);
    await passTime();
    expect((await unmet()).items).toEqual([]);
  });
});
