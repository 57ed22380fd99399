import { Controller, Module } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import { CaseClient } from '../../cases/testing/case-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CasePrivacyDto } from '../../privacy/case-privacy/case-privacy.dto';
import { ProbeRoute } from '../../testing/probe-route';
import type { SignedInClient } from '../../testing/test-service';
import type { SentReferralsDto } from '../answers/answers.dto';
import type { ReceivedReferralsDto } from '../referral.dto';
import { MARKS } from '../testing/marked-referral';
import { Referring } from '../testing/referring';
import type { ReferralAdditionsDto, ReferralPreviewDto, SendAdditionDto, SentLineDto } from './copies.dto';

const WHY = { why: 'Pour la trouver', child: { told: 'yes' }, parents: { told: 'yes' } } as const;
const BESIDE = 'Apartequ';
const ALL: readonly FieldClass[] = ['identity', 'places', 'health', 'narrative', 'situation'];

/** Answers what the policies leave of copies and events to who asks, past every guard. */
@Controller('copies-probe')
class CopiesProbe {
  constructor(private readonly unit: UnitOfWork) {}

  @ProbeRoute('GET copies', 'referral.list', { isUnrecorded: true })
  countCopies(): Promise<unknown> {
    return this.unit.manager.query('SELECT count(*)::int AS copies FROM referral_copy');
  }

  @ProbeRoute('GET events', 'referral.list', { isUnrecorded: true })
  countEvents(): Promise<unknown> {
    return this.unit.manager.query('SELECT count(*)::int AS events FROM referral_event');
  }
}

@Module({ controllers: [CopiesProbe] })
class CopiesProbeModule {}

describe('the copies of what a partner was sent', () => {
  let referring: Referring;
  let cases: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    referring = await Referring.start({ modules: [CopiesProbeModule] });
    cases = new CaseClient(referring.lead.client);
  });
  afterAll(() => referring.service.stop());
  beforeEach(async () => {
    await referring.another();
    file = await cases.opened();
  });

  const tell = async (values: object): Promise<void> => {
    const { state } = await cases.readCase(file.id);
    const { status } = await cases.sendAct(file.id, 'facts', { values }, { seq: state.seq });
    expect(status).toBeLessThan(300);
  };
  const pathOfAdditions = async (): Promise<string> => {
    const { body } = await referring.lead.client.get<SentReferralsDto>(
      referring.addressOf('referrals', file.id),
    );
    const id = body.needs.flatMap(({ referrals }) => referrals).find(isOwn)?.id ?? '';
    return referring.addressOf(`referrals/${id}/additions`, file.id);
  };
  const isOwn = ({ partner }: { readonly partner: { readonly id: string } }): boolean =>
    partner.id === referring.partner.id;
  const additions = async (by = referring.lead): Promise<readonly SentLineDto[]> =>
    (await by.client.get<ReferralAdditionsDto>(await pathOfAdditions())).body.lines;
  const send = async (
    lineId: string | undefined,
    { by = referring.lead, ...change }: Partial<SendAdditionDto> & { readonly by?: SignedInClient } = {},
  ) => {
    const body = { lineId, ...WHY, ...change };
    const answer = await referring.sendAs(by, 'post', await pathOfAdditions(), body);
    return [answer.status, answer.body?.reasons?.map(({ code }) => code)];
  };
  const rescuer = async (): Promise<SignedInClient> => {
    const by = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const opened = { reason: 'child-present', words: 'L’enfant est là.', reference: file.reference };
    expect((await referring.sendAs(by, 'post', '/break-glass', opened)).status).toBe(200);
    return by;
  };
  const restrict = (circle: readonly string[]) =>
    referring.sendAs(referring.supervisor, 'put', referring.addressOf('restriction', file.id), {
      ...{ circle, reason: 'threat', words: 'Menaces.' },
    });
  const recordArrival = () =>
    cases.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'no', needs_now: MARKS.narrative },
    });

  it('are added to by who broke the glass, without words that may tell of a place', async () => {
    await referring.opened({ classes: ALL }, file.id);
    await tell({ beds_refused: 'La gare', bitten: { answer: 'unknown', note: BESIDE } });
    const told = (await additions()).find(({ shown }) => shown.fr.includes(BESIDE));
    expect(told?.fieldClass).toBe('health');
    const by = await rescuer();
    const seen = await additions(by);
    // The answer they see and send; the words were said beside a place, and places are closed to them.
    expect(seen.map(({ fieldClass }) => fieldClass)).toEqual(['health']);
    expect(JSON.stringify(seen)).not.toMatch(/Apartequ|La gare/);
    expect(await send(told?.id, { by })).toEqual([422, ['changed-meanwhile']]);
    expect((await send(seen[0]?.id, { by }))[0]).toBe(204);
    expect(JSON.stringify(await referring.received(file.id))).not.toContain(BESIDE);
    expect((await send(told?.id))[0]).toBe(204);
    expect(JSON.stringify(await referring.received(file.id))).toContain(BESIDE);
  });

  it('have no line that says only that a text is not shown: not in the preview, not when sent', async () => {
    await recordArrival();
    const path = referring.addressOf('referral-preview?classes=health,narrative', file.id);
    const { body } = await referring.lead.client.get<ReferralPreviewDto>(path);
    expect(body.lines.map(({ fieldClass }) => fieldClass)).toEqual(['health']);
    await referring.opened({ classes: ['health', 'narrative'], previewed: body.mark }, file.id);
    expect(await additions()).toEqual([]);
    expect(JSON.stringify(await referring.received(file.id))).not.toContain('Texte non montré');
  });

  it('are not added to for who is kept away by a conflict or a circle; nothing is told of then', async () => {
    await referring.opened({ classes: ['places'] }, file.id);
    await tell({ beds_refused: 'La gare' });
    const [line] = await additions();
    const lines = async () => {
      const { body } = await referring.lead.client.get<CasePrivacyDto>(
        referring.addressOf('privacy', file.id),
      );
      return body.sharing.length;
    };
    const mails = () =>
      referring.service.query(`SELECT id FROM account_mail WHERE account_id = $1`, [referring.partner.id]);
    const before = [await lines(), (await mails()).length];
    const { lead, supervisor, partner } = referring;
    expect((await restrict([lead.id, supervisor.id])).status).toBe(204);
    expect(await send(line?.id)).toEqual([422, ['referral-over']]);
    expect([await lines(), (await mails()).length]).toEqual(before);
    const remind = async () => {
      const path = (await pathOfAdditions()).replace('additions', 'reminders');
      return (await referring.sendAs(lead, 'post', path, { how: 'mail' })).status;
    };
    expect(await remind()).toBe(422);
    // Let in again, they have nothing until it is referred anew.
    expect((await restrict([lead.id, supervisor.id, partner.id])).status).toBe(204);
    expect(await remind()).toBe(422);
    await referring.opened({ classes: ['places'] }, file.id);
    const conflict = { words: 'C’est mon neveu.' };
    const path = referring.addressOf('conflicts', file.id);
    expect((await referring.sendAs(partner, 'post', path, conflict)).status).toBeLessThan(300);
    expect(await send(line?.id)).toEqual([422, ['referral-over']]);
    expect(await lines()).toBe(Number(before[0]) + 1);
  });

  it('and what became of it are read by nobody to whom the referral is open no more, past every guard', async () => {
    const { partner, service } = referring;
    const count = async (by: SignedInClient) => (await by.client.get('/copies-probe/copies')).body;
    const events = async (by: SignedInClient) => (await by.client.get('/copies-probe/events')).body;
    const other = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    await referring.opened({ classes: ['places'] }, file.id);
    expect([await count(partner), await count(other)]).toEqual([[{ copies: 1 }], [{ copies: 0 }]]);
    expect([await events(partner), await events(other)]).toEqual([[{ events: 1 }], [{ events: 0 }]]);
    const set = (sql: string) =>
      service.pastTriggers(`UPDATE assignment SET ${sql} WHERE account_id = $1`, [partner.id]);
    await set(`since = now() - interval '2 hours', until_at = now() - interval '1 hour'`);
    expect([await count(partner), await events(partner)]).toEqual([[{ copies: 0 }], [{ events: 0 }]]);
    await set(`until_at = now() + interval '1 hour'`);
    expect([await count(partner), await events(partner)]).toEqual([[{ copies: 1 }], [{ events: 1 }]]);
    await set(`ended_at = now()`);
    expect([await count(partner), await events(partner)]).toEqual([[{ copies: 0 }], [{ events: 0 }]]);
  });

  it('of two referrals are closed one by one: by a no, and by their end; those of another partner are not there', async () => {
    await referring.opened({ classes: ['places'] }, file.id);
    await referring.another();
    const { partner } = referring;
    const seen = async () => [
      (await partner.client.get('/copies-probe/copies')).body,
      (await partner.client.get('/copies-probe/events')).body,
    ];
    await referring.opened({ classes: ['places'], request: 'Un examen' }, file.id);
    const { id: first } = await referring.lastReferral(partner, file.id);
    await referring.opened({ classes: ['health'], request: 'Un suivi' }, file.id);
    expect(await seen()).toEqual([[{ copies: 2 }], [{ events: 2 }]]);
    await referring.answerAs(partner, { answer: 'refused', reason: 'full' }, file.id);
    expect(await seen()).toEqual([[{ copies: 1 }], [{ events: 3 }]]);
    const path = referring.addressOf(`referrals/withdrawn/${first}`, file.id);
    expect((await referring.sendAs(referring.lead, 'put', path)).status).toBe(204);
    expect(await seen()).toEqual([[{ copies: 0 }], [{ events: 2 }]]);
  });

  it('are read no more by who answered that it is not for them, and are again once they answer otherwise', async () => {
    const { partner } = referring;
    await referring.opened({ classes: ['places'] }, file.id);
    const count = async () => (await partner.client.get('/copies-probe/copies')).body;
    const answer = (body: object) => referring.answerAs(partner, body, file.id);
    expect(await count()).toEqual([{ copies: 1 }]);
    for (const no of [
      { answer: 'refused', reason: 'full' },
      { answer: 'elsewhere', words: 'Pour le foyer voisin.' },
    ]) {
      expect((await answer(no)).status).toBe(204);
      expect(await count()).toEqual([{ copies: 0 }]);
    }
    await tell({ beds_refused: 'La gare' });
    const [line] = await additions();
    expect(await send(line?.id)).toEqual([422, ['referral-closed']]);
    expect((await answer({ answer: 'other-offer', words: 'Lundi.' })).status).toBe(204);
    expect(await count()).toEqual([{ copies: 1 }]);
    expect(await send(line?.id)).toEqual([204, undefined]);
    expect(await count()).toEqual([{ copies: 2 }]);
  });

  it('have each their own line in the register: why, and who was told before this one', async () => {
    await referring.opened({ classes: ['places'] }, file.id);
    await tell({ beds_refused: 'La gare' });
    const [line] = await additions();
    expect(await send(line?.id, { child: { told: 'no' } })).toEqual([422, ['why-child-not-told']]);
    const parents = { told: 'no', why: 'Les mettrait en danger' } as const;
    expect((await send(line?.id, { child: undefined }))[0]).toBe(400);
    expect((await send(line?.id, { why: 'Elle est attendue là', parents }))[0]).toBe(204);
    const { body } = await referring.lead.client.get<CasePrivacyDto>(referring.addressOf('privacy', file.id));
    const added = body.sharing.find(({ content }) => JSON.stringify(content).includes('Ajout'));
    expect(added).toMatchObject({
      classes: ['places'],
      ground: 'shared-secret',
      content: { why: 'Elle est attendue là', isBound: true, child: { told: 'yes' }, parents },
    });
  });

  it('are corrected back: what was sent before what was sent last is an addition again', async () => {
    await tell({ bitten: 'yes' });
    await referring.opened({ classes: ['health'] }, file.id);
    expect(await additions()).toEqual([]);
    for (const [said, fr] of [
      ['no', 'non'],
      ['yes', 'oui'],
    ]) {
      await tell({ bitten: said });
      const [line, ...others] = await additions();
      expect([line?.shown.fr, others]).toEqual([fr, []]);
      expect((await send(line?.id))[0]).toBe(204);
      expect(await additions()).toEqual([]);
    }
    const { parts } = await referring.received(file.id);
    const health = parts.find(({ fieldClass }) => fieldClass === 'health')?.lines;
    expect(health).toMatchObject([
      { shown: { fr: 'oui' } },
      { shown: { fr: 'non' } },
      { shown: { fr: 'oui' } },
    ]);
  });

  it('are looked at first: without the mark of the preview nothing is opened', async () => {
    const { status, body } = await referring.openReferral({ previewed: 'x' }, referring.lead, file.id);
    expect([status, body.reasons?.map(({ field }) => field)]).toEqual([400, ['previewed']]);
    const none = await referring.sendAs(referring.lead, 'post', referring.addressOf('referrals', file.id), {
      ...{ accountId: referring.partner.id, classes: ['identity'], request: 'x', ground: 'agreed' },
      ...{ until: new Date(Date.now() + 86_400_000).toISOString(), isBound: true, ...WHY },
      nobodyAroundWorksThere: true,
    });
    expect([none.status, none.body.reasons?.map(({ field }) => field)]).toEqual([400, ['previewed']]);
    await referring.opened({}, file.id);
  });

  it('say what the child was called then, in the list too; who was not told it is told it nowhere', async () => {
    file = await cases.opened({ child: { calledName: 'Alorsqk' } });
    await referring.opened({ classes: ['identity'] }, file.id);
    const listed = async () => {
      const { body } = await referring.partner.client.get<ReceivedReferralsDto>('/referrals');
      return body.items.map(({ calledName }) => calledName);
    };
    expect(await listed()).toEqual(['Alorsqk']);
    const { state } = await cases.readCase(file.id);
    const renamed = await cases.sendAct(
      file.id,
      'child',
      { child: { calledName: 'Depuisqk' }, why: 'Se fait appeler ainsi' },
      { seq: state.seq, method: 'put' },
    );
    expect(renamed.status).toBeLessThan(300);
    expect(await listed()).toEqual(['Alorsqk']);
    expect((await referring.received(file.id)).calledName).toBe('Alorsqk');
    await referring.another();
    await referring.opened({ classes: ['health'] }, file.id);
    expect(await listed()).toEqual([{ redacted: true, ask: 'North' }]);
  });
});
