import { sendMails } from '../../access/accounts/testing/mailed';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { UnmetNeedsDto } from '../needs/unmet-needs.dto';
import { Asking, NO, refusal } from './testing/asking';

describe('a service of which somebody declares a conflict after its yes', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());

  it('has its yes count for nothing: nobody is to telephone, and the need is open', async () => {
    const { referring } = asking;
    const [one, two] = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces([one.id, two.id]);
    const { id: requestId } = await asking.requestTo(one.id);
    await asking.answerAs(one.member, requestId, { answer: 'yes', heldHours: 4 });
    await asking.answerAs(two.member, (await asking.requestTo(two.id)).id, NO);
    // By another referral the case is there for them.
    expect((await referring.openReferral({ accountId: one.member.id, need: 'legal-help' })).status).toBe(204);
    expect(await asking.newest()).toMatchObject({ state: 'found', yes: 1, no: 1 });
    const conflicts = referring.addressOf('conflicts');
    const { status } = await referring.sendAs(one.member, 'post', conflicts, { words: 'C’est ma nièce.' });
    expect(status).toBe(204);
    expect(await asking.newest()).toMatchObject({ state: 'open', yes: 0, no: 1 });
    expect(await asking.requestTo(one.id)).toMatchObject({
      state: 'kept-away',
      phones: [],
      members: [],
      link: null,
      isToConfirm: false,
    });
    const path = referring.addressOf(`capacity-questions/requests/${requestId}/reminders`);
    for (const how of ['mail', 'telephone'])
      expect(
        refusal((await referring.sendAs<ProblemDto>(referring.lead, 'post', path, { how })).body),
      ).toEqual(['kept-away']);
    const unmet = async () => {
      await sendMails(referring.service);
      const { body } = await referring.supervisor.client.get<UnmetNeedsDto>('/unmet-needs');
      return body.items.map(({ need }) => need);
    };
    expect(await unmet()).toContain('bed-tonight');
    // The conflict is lifted: what it said counts again.
    const lift = `${conflicts}/${one.member.id}`;
    expect((await referring.sendAs(referring.supervisor, 'delete', lift)).status).toBe(204);
    expect(await asking.newest()).toMatchObject({ state: 'found', yes: 1 });
  });
});
