import type { CaseFileDto } from '../../cases/page/case-file.dto';
import { CaseClient } from '../../cases/testing/case-client';
import type { SentReferralDto, SentReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { MatchedServicesDto } from '../matching/match-services.dto';

describe('a bed that is filled twice', () => {
  let asking: Asking;
  let other: CaseFileDto;
  beforeAll(async () => {
    asking = await Asking.start();
    other = await new CaseClient(asking.referring.lead.client).opened();
  });
  afterAll(() => asking.stop());

  const send = (path: string, body: object, id: string) =>
    asking.referring.sendAs(asking.referring.lead, 'post', asking.referring.addressOf(path, id), body);
  const listed = async (serviceId: string, id: string): Promise<SentReferralDto> => {
    const { client } = asking.referring.lead;
    const { needs } = (await client.get<SentReferralsDto>(asking.referring.addressOf('referrals', id))).body;
    const found = needs.flatMap((it) => it.referrals).find(({ partner }) => partner.id === serviceId);
    if (!found) throw new Error('it was told nothing');
    return found;
  };
  const accept = async (serviceId: string, id: string, need = 'bed-tonight'): Promise<void> => {
    const told = await send(
      'told-referrals',
      {
        ...{ serviceId, what: 'Une place', classes: ['identity'], how: 'spoken', need, beforeYes: 'Urgence' },
        ...{
          besideAnother: 'Urgence',
          ground: 'shared-secret',
          isBound: true,
          nobodyAroundWorksThere: true,
          why: 'Pour l’accueillir',
        },
        ...{ child: { told: 'yes' }, parents: { told: 'yes' } },
      },
      id,
    );
    expect([told.status, told.body?.reasons]).toEqual([204, undefined]);
    const path = `referrals/${(await listed(serviceId, id)).id}/answers`;
    expect((await send(path, { answer: 'accepted' }, id)).status).toBe(204);
  };
  const refuse = async (serviceId: string, id: string) =>
    send(`referrals/${(await listed(serviceId, id)).id}/answers`, { answer: 'refused', reason: 'full' }, id);
  const placesOf = async (serviceId: string, id: string, { client } = asking.referring.lead) => {
    const { body } = await client.post<MatchedServicesDto>(
      asking.referring.addressOf('matching-services', id),
      { need: 'bed-tonight' },
    );
    return body.items.find((it) => it.id === serviceId)?.criteria.find(({ of }) => of === 'places')?.verdict;
  };

  it('is said on both cases, with nothing of the other, as long as both yes stand', async () => {
    const { file } = asking.referring;
    const serviceId = await asking.addService({ freePlaces: 1 });
    await accept(serviceId, file.id);
    expect((await listed(serviceId, file.id)).crowded).toBeNull();
    await accept(serviceId, other.id);
    for (const id of [file.id, other.id]) expect((await listed(serviceId, id)).crowded).toEqual({ free: 1 });
    expect(JSON.stringify(await listed(serviceId, file.id))).not.toContain(other.reference);
    await refuse(serviceId, other.id);
    expect((await listed(serviceId, file.id)).crowded).toBeNull();
    await refuse(serviceId, file.id);
  });

  it('is none where there are places enough, or where something else than a bed was taken', async () => {
    const { file } = asking.referring;
    const roomy = await asking.addService({ freePlaces: 2 });
    await accept(roomy, file.id);
    expect(await placesOf(roomy, other.id)).toBe('fits');
    await accept(roomy, other.id);
    expect((await listed(roomy, file.id)).crowded).toBeNull();
    await refuse(roomy, file.id);
    await refuse(roomy, other.id);
    const helps = await asking.addService({ freePlaces: 1, needs: ['bed-tonight', 'legal-help'] });
    await accept(helps, other.id, 'legal-help');
    await accept(helps, file.id);
    expect((await listed(helps, file.id)).crowded).toBeNull();
    await refuse(helps, file.id);
  });

  it('is said where none was free and two were taken, and not of what was taken before it was said', async () => {
    const { file } = asking.referring;
    const full = await asking.addService({ freePlaces: 0 });
    await accept(full, file.id);
    expect((await listed(full, file.id)).crowded).toBeNull();
    await accept(full, other.id);
    for (const id of [file.id, other.id]) expect((await listed(full, id)).crowded).toEqual({ free: 0 });
    for (const id of [file.id, other.id]) await refuse(full, id);
    const later = await asking.addService({ freePlaces: 1 });
    await accept(later, file.id);
    await asking.tamper(
      `UPDATE referral_event SET at = at - interval '1 day' WHERE kind = 'accepted' AND service_id = $1`,
      [later],
    );
    await accept(later, other.id);
    for (const id of [file.id, other.id]) expect((await listed(later, id)).crowded).toBeNull();
    for (const id of [file.id, other.id]) await refuse(later, id);
  });

  it('makes a free place something to ask for whoever looks next, and for nobody whose own it is', async () => {
    const { file } = asking.referring;
    const serviceId = await asking.addService({ freePlaces: 1 });
    expect(await placesOf(serviceId, other.id)).toBe('fits');
    await accept(serviceId, file.id);
    expect([await placesOf(serviceId, other.id), await placesOf(serviceId, file.id)]).toEqual([
      'ask',
      'fits',
    ]);
    // Said anew since then: what is free is free.
    await asking.tamper(`UPDATE referral_event SET at = at - interval '1 day' WHERE kind = 'accepted'`);
    expect(await placesOf(serviceId, other.id)).toBe('fits');
    await refuse(serviceId, file.id);
    const held = await asking.addService({ freePlaces: 1 });
    await asking.askPlaces([held]);
    const path = `capacity-questions/requests/${(await asking.requestTo(held)).id}/answers`;
    await send(path, { answer: 'yes', heldHours: 4 }, file.id);
    expect(await placesOf(held, other.id)).toBe('ask');
  });

  it('tells nobody of another team, who looks for a place, that the last one went to a child', async () => {
    const { referring } = asking;
    const away = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const theirs = await new CaseClient(away.client).opened();
    const looked = async (): Promise<string> =>
      JSON.stringify(
        (
          await away.client.post<MatchedServicesDto>(referring.addressOf('matching-services', theirs.id), {
            need: 'bed-tonight',
          })
        ).body.items.find(({ id }) => id === serviceId),
      );
    const serviceId = await asking.addService({ freePlaces: 1 });
    const before = await looked();
    await accept(serviceId, referring.file.id);
    expect(await looked()).toBe(before);
    expect(await placesOf(serviceId, theirs.id, away)).toBe('fits');
    // Who sees both children is told; who opened the other case in an emergency is not.
    expect(await placesOf(serviceId, other.id)).toBe('ask');
    const opened = await referring.sendAs(away, 'post', '/break-glass', {
      ...{ reason: 'child-present', words: 'L’enfant est devant moi.', reference: referring.file.reference },
    });
    expect(opened.status).toBeLessThan(300);
    expect(await looked()).toBe(before);
    await refuse(serviceId, referring.file.id);
  });
});
