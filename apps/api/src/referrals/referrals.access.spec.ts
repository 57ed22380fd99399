import { randomUUID } from 'node:crypto';
import type { FieldClass } from '@repere/access';
import type { SignedInClient, TestService } from '../testing/test-service';
import { inDays, Referring } from './testing/referring';
import type { CasePrivacyDto } from '../privacy/case-privacy/case-privacy.dto';
import type { CaseAccessDto } from '../cases/grants/case-access.dto';
import type { CaseAccessLogDto } from '../audit/access-log/access-log.dto';

describe('a referral to a partner', () => {
  let referring: Referring;
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  beforeAll(async () => {
    referring = await Referring.start();
    ({ service, lead, supervisor } = referring);
  });
  afterAll(() => service.stop());
  beforeEach(() => referring.another());

  it('never carries justice, opinions or who works here, nor nothing', async () => {
    const wrong: readonly (readonly FieldClass[])[] = [
      ['judicial'],
      ['opinion'],
      ['staff'],
      ['identity', 'staff'],
      ['identity', 'identity'],
      [],
    ];
    for (const classes of wrong)
      expect(await referring.refusal({ classes })).toMatchObject([
        400,
        [[expect.any(String), expect.stringMatching(/^classes/)]],
      ]);
  });

  it('is opened by who works on the case, not by who is asked about it, not for a case that is not theirs', async () => {
    const adviser = await referring.adviser();
    const stranger = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    for (const [by, status] of [
      [adviser, 403],
      [stranger, 404],
      [referring.partner, 404],
    ] as const) {
      expect((await referring.openReferral({}, by)).status).toBe(status);
      expect((await by.client.get(referring.addressOf('partners'))).status).toBe(status);
    }
    expect(await referring.reads()).toBe(404);
    expect((await referring.openReferral({}, supervisor)).status).toBe(204);
    expect(await referring.reads()).toBe(200);
    expect((await referring.endReferral(adviser)).status).toBe(403);
  });

  it('is opened to an open account that is a partner’s alone', async () => {
    const worker = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    const both = await service.hire({ roles: ['partner', 'caseworker'] });
    const left = await service.hire({ roles: ['partner'] });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [left.id]),
    );
    for (const accountId of [worker.id, both.id, left.id, lead.id, randomUUID()])
      expect(await referring.refusal({ accountId })).toEqual([422, [['not-a-partner', 'accountId']]]);
    const { partners } = await referring.choices();
    expect(partners).toContainEqual({
      id: referring.partner.id,
      name: 'Lou Ailleurs',
      organisations: ['Hospital'],
    });
    expect(partners.filter(({ id }) => [worker.id, both.id, left.id].includes(id))).toEqual([]);
  });

  it('goes nowhere until who refers made sure that nobody around the child works there', async () => {
    for (const unsure of [false, undefined, null, 'true', [true]])
      expect(await referring.refusal({ nobodyAroundWorksThere: unsure as never })).toEqual([
        400,
        [[expect.any(String), 'nobodyAroundWorksThere']],
      ]);
    expect(await referring.listed()).toEqual([]);
    await referring.opened({ nobodyAroundWorksThere: true });
    expect(await referring.listed()).toEqual([referring.file.id]);
  });

  it('ends once feedback is due and a fortnight more, is opened once in the same words, and wants a request and what the law asks', async () => {
    expect(await referring.refusal({ until: inDays(108) })).toEqual([400, [['invalid-value', 'until']]]);
    expect(await referring.refusal({ until: inDays(-1) })).toEqual([400, [['invalid-value', 'until']]]);
    expect(await referring.refusal({ request: ' ' })).toMatchObject([400, [[expect.any(String), 'request']]]);
    expect(await referring.refusal({ child: { told: 'no' } })).toEqual([
      422,
      [['why-child-not-told', 'child.why']],
    ]);
    expect(await referring.refusal({ parents: { told: 'no' } })).toEqual([
      422,
      [['why-parents-not-told', 'parents.why']],
    ]);
    expect(await referring.reads()).toBe(404);
    await referring.opened();
    expect(await referring.refusal({})).toEqual([422, [['asked-already', 'accountId']]]);
  });

  it('stands in the register of sharing and among who may see the case; refused, in neither', async () => {
    const shared = async (): Promise<CasePrivacyDto['sharing']> =>
      (await lead.client.get<CasePrivacyDto>(referring.addressOf('privacy'))).body.sharing;
    const before = (await shared()).length;
    await referring.refusal({ until: inDays(108) });
    expect(await shared()).toHaveLength(before);
    await referring.opened({ classes: ['health', 'identity'], ground: 'agreed', isBound: false });
    expect(await shared()).toHaveLength(before + 1);
    expect((await shared())[0]).toMatchObject({
      ground: 'agreed',
      classes: ['identity', 'health'],
      by: { id: lead.id },
      content: {
        toWhom: 'Lou Ailleurs',
        service: 'Hospital',
        isBound: false,
        what: 'Un bilan de santé',
        why: 'Pour la soigner',
        how: 'referral',
      },
    });
    const { body } = await lead.client.get<CaseAccessDto>(referring.addressOf('access'));
    expect(body.people).toContainEqual(
      expect.objectContaining({
        id: referring.partner.id,
        title: expect.objectContaining({ fr: 'partenaire par une orientation ouverte' }),
        carries: [expect.objectContaining({ fr: 'identité' }), expect.objectContaining({ fr: 'santé' })],
        until: expect.any(String),
      }),
    );
    const rows = await service.query(`SELECT * FROM assignment a JOIN sharing s ON s.id = a.sharing_id`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/bilan|soigner/);
  });

  it('of a restricted case wants the partner in the circle first', async () => {
    const restrict = (circle: readonly string[]) =>
      referring.sendAs(supervisor, 'put', referring.addressOf('restriction'), {
        circle,
        reason: 'threat',
        words: 'Menaces.',
      });
    await referring.opened();
    const outside = referring.partner;
    expect((await restrict([lead.id, supervisor.id])).status).toBe(204);
    expect([await referring.reads(), await referring.listed()]).toEqual([404, []]);
    await referring.another();
    expect(await referring.refusal({})).toEqual([422, [['outside-the-circle', 'accountId']]]);
    expect((await restrict([lead.id, supervisor.id, referring.partner.id])).status).toBe(204);
    expect(await referring.reads()).toBe(404);
    await referring.opened();
    expect([await referring.reads(), await referring.reads(outside)]).toEqual([200, 404]);
    expect((await referring.sendAs(supervisor, 'delete', referring.addressOf('restriction'))).status).toBe(
      204,
    );
    // What a circle ended does not open by itself: it is referred anew.
    expect(await referring.reads(outside)).toBe(404);
  });

  it('leaves each look of the partner in who saw the case, with what they were to it', async () => {
    await referring.opened();
    await referring.listed();
    await referring.received();
    await referring.partner.client.get(`/case-files/${referring.file.id}`);
    const { body } = await lead.client.get<CaseAccessLogDto>(referring.addressOf('access-log'));
    const theirs = body.items.filter(({ by }) => by?.id === referring.partner.id);
    expect(theirs.map(({ kind, act }) => [kind, act.fr])).toEqual([
      ['refused', 'A essayé d’ouvrir ce dossier ou d’y agir'],
      ['opened', 'A lu ce que porte l’orientation'],
      ['listed', 'L’a vu dans ses orientations reçues'],
    ]);
    for (const { as, unusual } of theirs) {
      expect(as?.fr).toBe('partenaire par une orientation ouverte');
      expect(unusual.map(({ code }) => code)).not.toContain('outside');
    }
  });

  it('is kept by the database: with its line of sharing, within what it may carry, and with an end', async () => {
    await referring.opened();
    const change = (sql: string): Promise<unknown> =>
      service.asSeed(({ manager }) =>
        manager.query(`UPDATE assignment SET ${sql} WHERE account_id = $1`, [referring.partner.id]),
      );
    for (const wider of [
      'sharing_id = NULL',
      `classes = '{identity,health,places}'`,
      `until_at = since + interval '91 days'`,
    ])
      await expect(change(wider)).rejects.toThrow('a referral is not widened');
    await expect(change(`classes = '{}'`)).rejects.toThrow(/referral_carries/);
    await change(`ended_at = now()`);
    await expect(change('ended_at = NULL')).rejects.toThrow('a referral is not widened');
  });
});
