import { CaseClient } from '../cases/testing/case-client';
import type { SignedInClient } from '../testing/test-service';
import type { SentReferralsDto } from './answers/answers.dto';
import { Referring } from './testing/referring';

const CHILD_HERE = {
  reason: 'child-present',
  words: 'L’enfant est devant moi, il est 2 h du matin.',
} as const;

describe('referring at night', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());
  beforeEach(() => referring.another());

  const stranger = (): Promise<SignedInClient> =>
    referring.service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
  const breakGlass = (by: SignedInClient) =>
    referring.sendAs(by, 'post', '/break-glass', { ...CHILD_HERE, reference: referring.file.reference });
  const open = async (by: SignedInClient, classes: readonly ('identity' | 'health' | 'places')[]) => {
    const { status, body } = await referring.openReferral({ classes }, by);
    return [status, body?.reasons?.map(({ code, field }) => [code, field])];
  };

  it('is for who is on duty by the rota, as for the worker in charge', async () => {
    const duty = await stranger();
    expect(await open(duty, ['health'])).toEqual([404, undefined]);
    await referring.service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
         SELECT gen_random_uuid(), id, $1, now() - interval '1 hour', now() + interval '1 hour', $2, now() - interval '1 hour'
           FROM team WHERE name = 'North'`,
        [duty.id, referring.lead.id],
      ),
    );
    expect((await open(duty, ['identity', 'places']))[0]).toBe(204);
    expect(await referring.reads()).toBe(200);
    // What is no protection stays with who leads: taking it away again, naming who works on the case.
    expect((await referring.endReferral(duty)).status).toBe(403);
  });

  it('is for who broke the glass, without what is closed to them, and ends with nothing that they keep', async () => {
    const rescuer = await stranger();
    await breakGlass(rescuer);
    const { body } = await rescuer.client.get<{ classes: readonly { fieldClass: string }[] }>(
      referring.addressOf('partners'),
    );
    expect(body.classes.map(({ fieldClass }) => fieldClass)).not.toContain('places');
    expect(await open(rescuer, ['health', 'places'])).toEqual([422, [['field-class', 'classes']]]);
    expect((await open(rescuer, ['identity', 'health']))[0]).toBe(204);
    expect(await referring.reads()).toBe(200);
    // What they sent, they see, and record what was told by telephone.
    const { body: sent } = await rescuer.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    const own = sent.needs
      .flatMap(({ referrals }) => referrals)
      .find((it) => it.partner.id === referring.partner.id);
    expect(own).toMatchObject({ state: 'received', partner: { name: 'Lou Ailleurs' } });
    expect(
      (
        await referring.sendAs(rescuer, 'post', referring.addressOf(`referrals/${own?.id ?? ''}/answers`), {
          answer: 'accepted',
        })
      ).status,
    ).toBe(204);
    await referring.another();
    await referring.service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE break_glass SET opened_at = opened_at - interval '61 minutes', until_at = until_at - interval '61 minutes'
          WHERE account_id = $1`,
        [rescuer.id],
      ),
    );
    expect((await open(rescuer, ['health']))[0]).toBe(404);
  });

  it('gives nothing out of a circle to who broke the glass from outside it', async () => {
    const circle = [referring.lead.id, referring.supervisor.id, referring.partner.id];
    const restriction = { circle, reason: 'threat', words: 'Menaces.' };
    const path = referring.addressOf('restriction');
    expect((await referring.sendAs(referring.supervisor, 'put', path, restriction)).status).toBe(204);
    const rescuer = await stranger();
    await breakGlass(rescuer);
    expect((await open(rescuer, ['health']))[0]).toBe(403);
    expect((await referring.sendAs(referring.supervisor, 'delete', path)).status).toBe(204);
  });

  it('is for a colleague of the team, who says what the service answers; to take it back is for who leads', async () => {
    const mate = await referring.service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await open(mate, ['health']))[0]).toBe(204);
    const { body } = await mate.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    expect(body).toMatchObject({ mayRefer: true, mayWithdraw: false });
    expect((await referring.endReferral(mate)).status).toBe(403);
    expect((await referring.endReferral()).status).toBe(204);
  });

  it('is for an assessor who leads, and who hands the case over as any lead; of the team they reach no case', async () => {
    const assessor = await referring.service.signIn({ roles: ['assessor'], teams: ['North'] });
    expect((await open(assessor, ['health']))[0]).toBe(404);
    await referring.service.asSeed(({ manager }) =>
      manager.query('UPDATE case_file SET lead_id = $2 WHERE id = $1', [referring.file.id, assessor.id]),
    );
    expect((await open(assessor, ['health']))[0]).toBe(204);
    const cases = new CaseClient(assessor.client);
    const { seq } = (await cases.readCase(referring.file.id)).state;
    const proposal = { accountId: referring.lead.id, words: 'Léa connaît cet enfant.' };
    expect((await cases.sendAct(referring.file.id, 'lead-proposals', proposal, { seq })).status).toBe(204);
    expect((await referring.endReferral(assessor)).status).toBe(204);
  });

  it('is no act of who is asked for an opinion', async () => {
    expect((await open(await referring.adviser(), ['health']))[0]).toBe(403);
  });
});
