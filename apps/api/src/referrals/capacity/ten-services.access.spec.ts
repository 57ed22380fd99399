import type { SignedInClient } from '../../testing/test-service';
import { PrivacyClient } from '../../privacy/testing/privacy-client';
import { Asking, NO } from './testing/asking';

const YES = { answer: 'yes', heldHours: 4 } as const;

/** A night as it goes: who is asked, who answers what, and who in the end knows of the child. */
describe('ten services asked, one bed found', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());

  it('tells who the child is to one, and to nine nothing but the question', async () => {
    const services: { readonly id: string; readonly member: SignedInClient }[] = [];
    for (let i = 0; i < 10; i++) services.push(await asking.addWithMember());
    const [found, ...others] = services;
    if (!found) throw new Error('no services');
    await asking.askPlaces(services.map(({ id }) => id));
    expect(await asking.newest()).toMatchObject({ state: 'waiting', asked: 10, yes: 0, silent: 0 });

    // Six say no, three nothing; one has a bed.
    for (const { id, member } of others.slice(0, 6)) {
      const { id: requestId } = await asking.requestTo(id);
      expect((await asking.answerAs(member, requestId, NO)).status).toBe(204);
    }
    const request = await asking.requestTo(found.id);
    expect((await asking.answerAs(found.member, request.id, YES)).status).toBe(204);
    expect(await asking.newest()).toMatchObject({ state: 'found', yes: 1, no: 6 });

    const { referring } = asking;
    const told = await referring.openReferral({ accountId: found.member.id, capacityRequestId: request.id });
    expect(told.status).toBe(204);
    expect(await referring.reads(found.member)).toBe(200);
    for (const { member } of others) {
      expect(await referring.reads(member)).toBe(404);
      const seen = JSON.stringify([
        await asking.received(member),
        (await member.client.get('/referrals')).body,
      ]);
      for (const secret of [referring.file.reference, referring.file.id, 'North', 'Léa'])
        expect(seen).not.toContain(secret);
    }
    // The register has the question once, and the one who was told by name.
    const { sharing } = await new PrivacyClient(referring.lead.client).ofCase(referring.file.id);
    expect(sharing).toHaveLength(2);

    // Nobody who waited is left waiting once it is over, and a late yes reaches nobody.
    const { id } = await asking.newest();
    const closing = referring.addressOf(`capacity-questions/closed/${id}`);
    expect((await referring.sendAs(referring.lead, 'put', closing)).status).toBe(204);
    const [late] = others.slice(-1);
    if (!late) throw new Error('nobody is late');
    const [asked] = await asking.received(late.member);
    expect(asked).toMatchObject({ isClosed: true });
    expect((await asking.answerAs(late.member, asked?.id ?? '', YES)).status).toBe(422);
    expect(await referring.reads(late.member)).toBe(404);
  });
});
