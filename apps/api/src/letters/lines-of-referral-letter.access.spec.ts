import type { SentReferralsDto } from '../referrals/answers/answers.dto';
import type { ReferralAdditionsDto, ReferralPreviewDto } from '../referrals/copies/copies.dto';
import { MARKS } from '../referrals/testing/marked-referral';
import { Referring } from '../referrals/testing/referring';
import type { ProblemDto } from '../platform/answers/openapi';
import type { LetterProposalDto } from './letters.dto';

const KIND = 'to-the-service';
const CLASSES = ['identity', 'health', 'situation', 'narrative'] as const;
const BIRTH = 'child/birth';

/** What was sent line by line is what its letter may take up: nothing that was taken out comes in by another door. */
describe('a letter of a referral to an account', () => {
  let referring: Referring;
  let referralId: string;
  beforeAll(async () => {
    referring = await Referring.start();
    const path = referring.addressOf(`referral-preview?classes=${CLASSES.join()}`);
    const { lines } = (await referring.lead.client.get<ReferralPreviewDto>(path)).body;
    const out = lines.filter(
      ({ title, fieldClass, shown }) =>
        title.fr === 'Naissance' || fieldClass === 'health' || shown.fr === MARKS.identity,
    );
    expect(out.length).toBeGreaterThan(2);
    await referring.opened({ classes: CLASSES, leftOut: out.map(({ id }) => id) });
    const sent = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    const all = sent.body.needs.flatMap(({ referrals }) => referrals);
    referralId = all.find(({ partner }) => partner.id === referring.partner.id)?.id ?? '';
  });
  afterAll(() => referring.service.stop());

  const propose = async (): Promise<LetterProposalDto> => {
    const path = referring.addressOf(`letters/proposals/${KIND}?referralId=${referralId}`);
    const { status, body } = await referring.lead.client.get<LetterProposalDto>(path);
    expect(status).toBe(200);
    return body;
  };
  const choose = (chosen: readonly string[]) =>
    referring.sendAs<ProblemDto>(referring.lead, 'post', referring.addressOf('letters'), {
      ...{ template: KIND, recipient: 'Lou Ailleurs', chosen, referralId },
      parts: ['need', 'view'].map((id) => ({ id, text: 'Elle' })),
    });

  it('has no line that was taken out of it, to choose from neither', async () => {
    const { parts, leftOut } = await propose();
    const who = parts.find(({ id }) => id === 'who')?.text;
    expect(who).toMatch(/Sexe\u00a0: /);
    // Who was not told when the child was born is told no age, and not that nobody knows it.
    expect(who).not.toMatch(/Naissance|Âge|Nom\u00a0:/);
    expect(JSON.stringify({ parts, leftOut })).not.toContain(MARKS.identity);
    expect(JSON.stringify({ parts, leftOut })).not.toContain('Apartequ');
    expect(leftOut.map(({ fieldClass }) => fieldClass)).not.toContain('health');
    // Notes and acts are of no referral.
    expect(JSON.stringify(leftOut)).not.toMatch(/Noteqz|fait\u00a0:/);
    for (const line of [BIRTH, 'child/age', 'child/familyName']) {
      const { status, body } = await choose([line]);
      expect([status, body.reasons?.map(({ code, field }) => [code, field])]).toEqual([
        422,
        [['changed-meanwhile', 'chosen']],
      ]);
    }
  });

  it('says what nobody knows of the child as not known', async () => {
    const { parts } = await propose();
    expect(parts.find(({ id }) => id === 'who')?.text).toMatch(/Nationalité\u00a0: non renseigné/);
  });

  it('has a line once it was sent as an addition', async () => {
    const path = referring.addressOf(`referrals/${referralId}/additions`);
    const additions = await referring.lead.client.get<ReferralAdditionsDto>(path);
    const birth = additions.body.lines.find(({ title }) => title.fr === 'Naissance');
    const why = { why: 'Pour la soigner', child: { told: 'yes' }, parents: { told: 'yes' } };
    const added = await referring.sendAs(referring.lead, 'post', path, { lineId: birth?.id, ...why });
    expect(added.status).toBe(204);
    const who = (await propose()).parts.find(({ id }) => id === 'who')?.text;
    expect(who).toMatch(/Naissance\u00a0: .*2010/);
    expect(who).toMatch(/Âge\u00a0: /);
    expect(who).not.toMatch(/Nom\u00a0:/);
  });
});
