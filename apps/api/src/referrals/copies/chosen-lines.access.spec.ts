import { REFERABLE_CLASSES } from '@repere/access';
import type { Answer } from '../../testing/accounts/test-client';
import { CaseClient } from '../../cases/testing/case-client';
import type { CasePrivacyDto } from '../../privacy/case-privacy/case-privacy.dto';
import type { SentReferralsDto } from '../answers/answers.dto';
import type { ReceivedReferralsDto } from '../referral.dto';
import { Referring } from '../testing/referring';
import type { ReferralAdditionsDto, ReferralPreviewDto } from './copies.dto';

const ALL = REFERABLE_CLASSES;

describe('what is sent, line by line', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());
  beforeEach(() => referring.another());

  const preview = async (id = referring.file.id): Promise<ReferralPreviewDto> => {
    const path = referring.addressOf(`referral-preview?classes=${ALL.join()}`, id);
    return (await referring.lead.client.get<ReferralPreviewDto>(path)).body;
  };
  const texts = (lines: readonly object[]): readonly string[] =>
    lines.map((it) => JSON.stringify('shown' in it ? it.shown : it));
  const read = async (id = referring.file.id): Promise<readonly string[]> =>
    (await referring.received(id)).parts.flatMap(({ lines }) => ('redacted' in lines ? [] : texts(lines)));
  const refusal = async (leftOut: unknown): Promise<readonly unknown[]> => {
    const { status, body } = await referring.openReferral({ classes: ALL, leftOut: leftOut as never });
    return [status, body.reasons?.map(({ code, field }) => [code, field])];
  };

  it('is what was chosen of the preview, and nothing that was left out', async () => {
    const { lines } = await preview();
    const [kept, left] = [lines.filter((_, n) => n % 2 === 0), lines.filter((_, n) => n % 2 === 1)];
    expect([kept.length > 3, left.length > 3]).toEqual([true, true]);
    await referring.opened({ classes: ALL, leftOut: left.map(({ id }) => id) });
    expect(await read()).toEqual(texts(kept));
  });

  it('is entered in the register by what left, and by nothing that was left out', async () => {
    const registered = async () => {
      const { body } = await referring.lead.client.get<CasePrivacyDto>(referring.addressOf('privacy'));
      return body.sharing.map(({ classes }) => classes);
    };
    const before = (await registered()).length;
    const { lines } = await preview();
    const ofOthers = lines.filter(({ fieldClass }) => fieldClass !== 'health');
    expect(ofOthers.length).toBeLessThan(lines.length);
    await referring.opened({ classes: ALL, leftOut: ofOthers.map(({ id }) => id) });
    expect((await registered()).length).toBe(before + 1);
    expect(await registered()).toContainEqual(['health']);
    // What was left out is one press away, and enters the register then.
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    const { id = '' } =
      body.needs
        .flatMap(({ referrals }) => referrals)
        .find(({ partner }) => partner.id === referring.partner.id) ?? {};
    const path = referring.addressOf(`referrals/${id}/additions`);
    const [added] = ofOthers;
    const sent = await referring.sendAs(referring.lead, 'post', path, {
      ...{ lineId: added?.id, why: 'Pour la soigner', child: { told: 'yes' }, parents: { told: 'yes' } },
    });
    expect(sent.status).toBe(204);
    expect(await registered()).toContainEqual([added?.fieldClass]);
    expect(await read()).toContain(texts(added ? [added] : [])[0]);
  });

  it('has no name of the child where its line was left out, in the list neither', async () => {
    const { lines } = await preview();
    const { child } = referring.file;
    const name = 'calledName' in child ? child.calledName : '?';
    const named = lines.find(({ shown }) => shown.fr === name);
    expect(named?.fieldClass).toBe('identity');
    await referring.opened({ classes: ALL, leftOut: [named?.id ?? ''] });
    const { body } = await referring.partner.client.get<ReceivedReferralsDto>('/referrals');
    const ask = { redacted: true, ask: 'North' };
    expect([(await referring.received()).calledName, body.items[0]?.calledName]).toEqual([ask, ask]);
    expect(JSON.stringify([await referring.received(), body])).not.toContain(name);
    await referring.another();
    await referring.opened({ classes: ALL });
    expect((await referring.received()).calledName).toBe(name);
  });

  it('may be nothing but what is asked', async () => {
    const { lines } = await preview();
    await referring.opened({ classes: ALL, leftOut: lines.map(({ id }) => id) });
    expect(await read()).toEqual([]);
    expect((await referring.received()).request).toBe('Un bilan de santé');
  });

  it('refuses lines that are none of the preview, naming the field, and sends nothing', async () => {
    const { lines } = await preview();
    const [first] = lines.map(({ id }) => id);
    const none = 'A'.repeat(43);
    expect(await refusal([none])).toEqual([422, [['no-such-line', 'leftOut']]]);
    expect(await refusal([first, none])).toEqual([422, [['no-such-line', 'leftOut']]]);
    for (const wrong of [
      [first, first],
      [[first]],
      [{ id: first }],
      ['x'],
      [`${none}\u202e`],
      [''],
      first,
      { 0: first },
      Array.from({ length: 1_001 }, (_, n) => String(n).padStart(43, 'A')),
    ]) {
      const { status, body } = await referring.openReferral({ classes: ALL, leftOut: wrong as never });
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('leftOut')]);
    }
    expect(await referring.listed()).toEqual([]);
  });

  it('never has what was recorded after the preview, which is read again', async () => {
    const cases = new CaseClient(referring.lead.client);
    const { id, state } = await cases.opened();
    const { lines, mark } = await preview(id);
    await cases.sendAct(id, 'facts', { values: { beds_refused: 'La gare' } }, { seq: state.seq });
    const leftOut = lines.slice(1).map((it) => it.id);
    const send = (previewed: string): Promise<Answer<unknown>> =>
      referring.openReferral({ classes: ALL, previewed, leftOut }, referring.lead, id);
    expect(await send(mark)).toMatchObject({
      status: 422,
      body: { reasons: [{ code: 'changed-since-preview' }] },
    });
    // Read again: what is new leaves as it stands there, unless it is left out as well.
    expect((await send((await preview(id)).mark)).status).toBe(204);
    expect(await read(id)).toEqual([expect.anything(), expect.stringContaining('La gare')]);
  });

  it('leaves what was not chosen to be sent one by one', async () => {
    const { lines } = await preview();
    const [first, ...others] = lines;
    await referring.opened({ classes: ALL, leftOut: others.map(({ id }) => id) });
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    const sent = body.needs.flatMap(({ referrals }) => referrals);
    const { id = '' } = sent.find(({ partner }) => partner.id === referring.partner.id) ?? {};
    const path = referring.addressOf(`referrals/${id}/additions`);
    const additions = await referring.lead.client.get<ReferralAdditionsDto>(path);
    expect(additions.body.lines.map((it) => it.id)).toEqual(others.map((it) => it.id));
    expect(await read()).toEqual(texts(first ? [first] : []));
  });
});
