import { randomUUID } from 'node:crypto';
import type { SignedInClient } from '../testing/test-service';
import { Referring } from './testing/referring';
import type { ProblemDto } from '../platform/answers/openapi';

describe('a referral is over', () => {
  let referring: Referring;
  let administrator: SignedInClient;
  beforeAll(async () => {
    referring = await Referring.start();
    administrator = await referring.service.signIn({ roles: ['administrator'] });
  });
  afterAll(() => referring.service.stop());
  beforeEach(async () => {
    await referring.another();
    await referring.opened();
    expect([await referring.reads(), await referring.listed()]).toEqual([200, [referring.file.id]]);
  });
  afterEach(async () => {
    const { client } = referring.partner;
    const { id: referralId } = await referring.lastReferral();
    const [gone, none] = await Promise.all(
      [referring.file.id, randomUUID()].map((id) =>
        client.get<ProblemDto>(referring.addressOf(`received-referrals/${referralId}`, id)),
      ),
    );
    expect([gone?.status, await referring.listed()]).toEqual([404, []]);
    // As a case that was never referred to them, or that there never was.
    expect({ ...gone?.body, correlation: '' }).toEqual({ ...none?.body, correlation: '' });
  });

  it('when it is ended, at the next request', async () => {
    for (let twice = 0; twice < 2; twice++) expect((await referring.endReferral()).status).toBe(204);
  });

  it('by the clock alone', async () => {
    await referring.service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE assignment SET since = since - interval '31 days', until_at = until_at - interval '31 days'
          WHERE account_id = $1`,
        [referring.partner.id],
      ),
    );
  });

  it('for a partner who declares a conflict of interest; it is not opened again', async () => {
    const words = 'C’est ma nièce.';
    expect(
      (await referring.sendAs(referring.partner, 'post', referring.addressOf('conflicts'), { words })).status,
    ).toBe(204);
    expect(await referring.refusal({})).toEqual([422, [['conflict', 'accountId']]]);
    expect((await referring.choices()).partners.map(({ id }) => id)).not.toContain(referring.partner.id);
  });

  it('with the account, and does not come back with it', async () => {
    const act = async (what: 'disable' | 'enable'): Promise<number> =>
      (
        await referring.sendAs(administrator, 'post', `/accounts/${referring.partner.id}/${what}`, {
          reason: 'Elle est partie.',
        })
      ).status;
    expect(await act('disable')).toBeLessThan(300);
    expect(await referring.reads()).toBe(401);
    expect(await act('enable')).toBeLessThan(300);
    await referring.service.signInAgain(referring.partner);
  });

  it('with the role of a partner, which no other role goes with, and does not come back with it', async () => {
    const give = (roles: readonly string[], was: readonly string[]) =>
      referring.sendAs(administrator, 'put', `/accounts/${referring.partner.id}/roles`, { roles, was });
    expect((await give(['partner', 'assessor'], ['partner'])).body.reasons).toMatchObject([
      { code: 'partner-alone', field: 'roles' },
    ]);
    expect((await give(['assessor'], ['partner'])).status).toBeLessThan(300);
    expect((await give(['partner'], ['assessor'])).status).toBeLessThan(300);
    await referring.service.signInAgain(referring.partner);
  });
});
