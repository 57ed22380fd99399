import { randomUUID } from 'node:crypto';
import { isRedacted } from '@repere/cases';
import type { FactValues } from '@repere/protocol';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';
import { LetterClient } from '../../letters/testing/letter-client';
import type { StepPageDto } from '../steps/steps.dto';
import type { AuthorityDto, ChargeDto } from './charge.dto';

const WEIGHED = { bestInterests: 'Être à l’abri.', childView: { said: 'oui' } } as const;

describe('who answers for a child', () => {
  let service: TestService;
  let lead: SignedInClient;
  let worker: CaseClient;
  const team = randomUUID();
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Léa Nord' });
    worker = new CaseClient(lead.client);
  });
  afterAll(() => service.stop());

  const chargeOf = async (id: string, by = worker): Promise<ChargeDto> => {
    const { charge } = await by.readCase(id);
    if (!charge) throw new Error('no charge');
    return charge;
  };
  const authorityOf = ({ authority }: ChargeDto): AuthorityDto => {
    if (!authority || isRedacted(authority)) throw new Error('no authority');
    return authority;
  };
  const weigh = (id: string, values: FactValues, reasons = ['near']) =>
    worker.completed(id, 'refuge', 'weigh', { values, reasons, ...WEIGHED });

  it('is not guessed while nobody knows: each question is named, with the step that asks it', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'unknown' });
    const values = { peril_seen: { answer: 'unknown' }, bitten: 'no' } as const;
    await worker.completed(id, 'welcome', 'arrive', { values });
    const { authority, open } = await chargeOf(id);
    expect(authority).toBeNull();
    expect(open).toMatchObject([
      {
        authority: { en: 'Court' },
        facts: [
          { title: { en: 'Danger' }, askedBy: null },
          { title: { en: 'A crime' }, askedBy: null },
        ],
      },
      { authority: { en: 'Town office' }, facts: [{ title: { en: 'Danger' } }] },
    ]);
    const begun = await worker.opened({ urgentDangerSeen: 'yes' });
    expect((await chargeOf(begun.id)).open).toMatchObject([
      { facts: [{ askedBy: { step: 'weigh' } }, { askedBy: { step: 'weigh' } }] },
      { facts: [{ askedBy: { step: 'weigh' } }] },
    ]);
  });

  it('is found with why, on which ground, and what would make it another', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    await weigh(id, { peril: 'danger', harm: { sold: 'no' } });
    const charge = await chargeOf(id);
    expect(authorityOf(charge)).toMatchObject({
      ...{ title: { en: 'Town office' }, because: { en: 'A danger.' }, isOurs: false, seizedAt: null },
      basis: [{ code: 'F31', confidence: expect.stringMatching(/^[ABC]$/) }],
    });
    expect(charge.open).toMatchObject([
      { authority: { en: 'Court' }, facts: [{ title: { en: 'A crime' } }] },
    ]);
    await weigh(id, { peril: 'danger', crime: 'no', harm: { sold: 'no' } });
    expect((await chargeOf(id)).open).toEqual([]);
  });

  it('says what is to be asked with its letter, then what was asked, since when and what is waited for', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    await weigh(id, { peril: 'immediate_grave', crime: 'yes', harm: { sold: 'yes' } });
    const before = await chargeOf(id);
    expect(before.toAsk).toMatchObject([
      {
        ...{ to: { en: 'Court' }, step: 'write_court', atOnce: true, origin: 'LEGAL' },
        letters: [{ id: 'to-the-town', title: { en: 'Letter to the town hall' } }],
      },
    ]);
    expect(before.asked).toEqual([]);
    await worker.completed(id, 'refuge', 'write_court', {
      values: {},
      evidence: { letter: { reference: 'RP-1' } },
    });
    const told = await chargeOf(id);
    expect(told.toAsk).toEqual([]);
    expect(authorityOf(told).seizedAt).toBe(told.asked[0]?.at);
    expect(told.asked).toMatchObject([
      { to: { en: 'Court' }, step: 'write_court', silence: { en: 'Call the court again.' } },
    ]);
    await worker.completed(id, 'refuge', 'ordered', {
      values: { order_by: 'court' },
      by: [{ role: 'JE' }],
      evidence: { order: { reference: 'O-1' } },
    });
    const ordered = await chargeOf(id);
    expect(authorityOf(ordered).because.en).toBe('The court decided.');
    expect(ordered.asked[0]).toMatchObject({
      step: 'ordered',
      waitsFor: { step: 'judge_told', origin: 'LEGAL', isLate: false, dueAt: expect.any(String) },
      silence: { en: 'Chase the registry.' },
    });
  });

  it('says that a letter left, until the step that it does is ended', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    await weigh(id, { peril: 'immediate_grave', crime: 'yes', harm: { sold: 'yes' } });
    const page = async () => worker.readCase(id);
    const run = (await page()).state.runs.find(({ protocol }) => protocol === 'refuge');
    if (!run) throw new Error('no refuge');
    const letters = new LetterClient(lead.client, id);
    const at = { runId: run.runId, step: 'write_court' };
    const letter = await letters.written('to-the-town', at);
    const key = `${run.runId}/write_court`;
    expect([(await page()).letterSentAt, authorityOf(await chargeOf(id)).letter]).toEqual([{}, null]);
    expect((await letters.sendLetter(letter)).status).toBe(204);
    const { sending } = await letters.readLetter(letter);
    expect((await page()).letterSentAt).toEqual({ [key]: sending?.sentAt });
    expect(authorityOf(await chargeOf(id))).toMatchObject({
      ...{ seizedAt: null, letter: { ...at, sentAt: sending?.sentAt } },
    });
    const step = await lead.client.get<StepPageDto>(`/case-files/${id}/runs/${run.runId}/steps/write_court`);
    expect(step.body.letterSentAt).toBe(sending?.sentAt);
    // What nobody may know of the authority is not told by its letter.
    const paper = await lead.client.get<{ charge: ChargeDto }>(`/case-files/${id}?leaveOut=judicial`);
    expect(paper.body.charge.authority).toEqual({ redacted: true, ask: expect.anything() });
    await worker.completed(id, 'refuge', 'write_court', {
      values: {},
      evidence: { letter: { reference: 'RP-1' } },
    });
    expect((await page()).letterSentAt).toEqual({});
    expect(authorityOf(await chargeOf(id))).toMatchObject({ letter: null, seizedAt: expect.any(String) });
  });

  it('counts a letter of the list of letters for the one step that its kind does', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    await weigh(id, { peril: 'immediate_grave', crime: 'yes', harm: { sold: 'yes' } });
    const letters = new LetterClient(lead.client, id);
    expect((await letters.sendOwn(await letters.written('to-the-child'))).status).toBe(204);
    expect((await worker.readCase(id)).letterSentAt).toEqual({});
    expect((await letters.sendLetter(await letters.written('to-the-town'))).status).toBe(204);
    const [first] = Object.keys((await worker.readCase(id)).letterSentAt);
    expect(first).toMatch(/\/write_court$/);
  });

  it('tells nobody of an authority by a fact that is closed to them', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    await weigh(id, { peril: 'danger', crime: 'no', harm: { sold: 'no' } });
    await worker.completed(id, 'refuge', 'ordered', {
      values: { order_by: 'court' },
      by: [{ role: 'JE' }],
      evidence: { order: { reference: 'O-2' } },
    });
    const paper = await lead.client.get<{ charge: ChargeDto }>(`/case-files/${id}?leaveOut=judicial`);
    expect(paper.body.charge.authority).toMatchObject({ redacted: true });
    expect(paper.body.charge.open).toMatchObject({ redacted: true });
    expect(JSON.stringify(paper.body.charge)).not.toContain('The court decided');
    expect(authorityOf(await chargeOf(id)).title.en).toBe('Court');
  });

  it('tells nobody either that such a fact was not recorded', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    await weigh(id, { peril: 'danger', crime: 'no', harm: { sold: 'no' } });
    const paper = await lead.client.get<{ charge: ChargeDto }>(`/case-files/${id}?leaveOut=judicial`);
    expect(paper.body.charge.authority).toMatchObject({ redacted: true });
    expect(authorityOf(await chargeOf(id)).title.en).toBe('Town office');
  });

  it('is the service itself where nothing calls for anybody else', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: [team] });
    await weigh(id, { peril: 'none', crime: 'no', harm: { sold: 'no' } }, ['gone']);
    const weighed = stepOf(await worker.readCase(id), 'refuge', 'weigh');
    expect((await chargeOf(id)).authority).toBeNull();
    const done = await new CaseClient(supervisor.client).step(id, 'refuge', 'weigh', 'approve', {
      entryId: weighed.toApprove,
    });
    expect(done.status).toBe(200);
    expect(authorityOf(await chargeOf(id))).toMatchObject({ isOurs: true, title: { en: 'Our service' } });
    // One was seen that nobody has weighed since: nothing is decided, and the question is named.
    await worker.completed(id, 'welcome', 'arrive', { values: { peril_seen: 'yes', bitten: 'no' } });
    const { authority, open } = await chargeOf(id);
    expect(authority).toBeNull();
    expect(open).toMatchObject([{ authority: { en: 'Court' } }, { authority: { en: 'Town office' } }]);
  });
});
