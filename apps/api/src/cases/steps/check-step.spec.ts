import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { StepCheckDto, StepPageDto } from './steps.dto';

describe('a step before it counts', () => {
  let service: TestService;
  let worker: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' })).client,
    );
    file = await worker.opened({ child: { birth: '2010' } });
  });
  afterAll(() => service.stop());

  const check = async (step: string, input: unknown): Promise<StepCheckDto> => {
    const { status, body } = await worker.step<StepCheckDto>(file.id, 'welcome', step, 'check', input);
    expect(status).toBe(200);
    return body;
  };
  const page = async (step: string): Promise<StepPageDto> => {
    const run = file.state.runs[0]?.runId ?? '';
    return (await worker.http.get<StepPageDto>(`/case-files/${file.id}/runs/${run}/steps/${step}`)).body;
  };

  it('check says what it would open, and changes nothing', async () => {
    const checked = await check('arrive', { values: { peril_seen: 'yes', bitten: 'no' } });
    expect(checked.ok).toBe(true);
    expect(checked.effects[0]?.fr).toMatch(/^Ouvrira : Refuge/);
    expect((await worker.readCase(file.id)).state.seq).toBe(file.state.seq);
  });

  it('check gives the reasons of a refusal with their fields, as completing would', async () => {
    const values = { peril_seen: 'yes' } as const;
    const checked = await check('arrive', { values });
    const { body } = await worker.refused(file.id, 'welcome', 'arrive', { values });
    expect(checked).toMatchObject({ ok: false, effects: [] });
    expect(checked.reasons).toEqual(body.reasons);
  });

  it('check says which fields matter as answers are given', async () => {
    const relevant = async (bitten: string) =>
      (await check('arrive', { values: { peril_seen: 'no', bitten } })).relevant['bitten_on'];
    expect([await relevant('yes'), await relevant('no')]).toEqual([true, false]);
  });

  it.each([
    ['no', /N’ouvrira pas « Écrire au bureau », à cause de : .*vendu/i],
    // Each of two facts is enough: both are said.
    ['yes', /N’ouvrira pas « Écrire au bureau », à cause de : .*crime.*vendu/is],
  ])('check says what an answer will not lead to, and because of what: crime %s', async (crime, sentence) => {
    const other = await worker.opened({ child: { birth: '2010' } });
    await worker.completed(other.id, 'welcome', 'arrive', {
      values: { peril_seen: 'yes', bitten: 'no' },
    });
    await worker.completed(other.id, 'refuge', 'weigh', {
      values: { peril: 'risk', crime, harm: { sold: 'yes' } },
      reasons: ['threats'],
      bestInterests: 'Être à l’abri.',
      childView: { said: 'oui' },
    });
    const office = await worker.step<StepCheckDto>(other.id, 'refuge', 'choose_court', 'check', {
      values: { whom_to_tell: 'office' },
      reasons: ['feared'],
      bestInterests: 'Être à l’abri.',
      childView: { said: 'oui' },
    });
    expect([office.body.reasons, office.body.effects.map(({ fr }) => fr).join('\n')]).toEqual([
      [],
      expect.stringMatching(sentence),
    ]);
  });

  it('check tells what waits for a second person from what takes effect at once', async () => {
    await worker.completed(file.id, 'welcome', 'watch', {
      values: { frailties: {}, signs: {}, taught: 'yes' },
    });
    const words = { bestInterests: 'Être à l’abri.', childView: { said: 'oui' } };
    const possible = await check('judge', {
      values: { verdict: 'possible' },
      reasons: ['seen'],
      ...words,
    });
    expect(possible.effects.map(({ fr }) => fr)).toEqual([
      expect.stringMatching(/^Ouvrira/),
      expect.stringMatching(/^Prend effet tout de suite ; à valider avant le \d/),
    ]);
    const none = await check('judge', {
      values: { verdict: 'no_sign' },
      reasons: ['nothing_seen'],
      ...words,
    });
    expect(none.effects.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^Will wait for a second person/),
    ]);
  });

  it('the page has the form in words: title, guidance, fields with what is known, sources, what is asked besides', async () => {
    const who = await page('ask_who');
    expect(who).toMatchObject({
      reference: file.reference,
      protocol: 'welcome',
      state: 'ready',
      may: { complete: true, approve: false, amend: false },
      draft: null,
      seq: expect.any(Number),
    });
    expect(who.guidance?.fr).not.toBe('');
    expect(who.fields.find(({ id }) => id === 'born_on')).toMatchObject({
      type: 'date',
      changes: 'never',
      current: '2010',
      currentFrom: { by: 'Camille' },
      ofCase: true,
    });
    expect(who.fields.find(({ id }) => id === 'girl_or_boy')?.options?.map(({ code }) => code)).toEqual([
      'girl',
      'boy',
      'other',
    ]);
    for (const { text } of who.sources) expect(text.fr).not.toBe('');
  });

  it('the page says on which fields of its form another hangs, and since when its grounds hold', async () => {
    const arrive = await page('arrive');
    expect(arrive.fields.find(({ id }) => id === 'bitten_on')?.decidedBy).toEqual(['bitten']);
    expect(arrive.fields.find(({ id }) => id === 'bitten')?.decidedBy).toBeUndefined();
    const { body } = await worker.http.get<StepPageDto>(
      `/case-files/${file.id}/runs/${file.state.runs[0]?.runId ?? ''}/steps/ask_who`,
    );
    const dated = body.sources.filter(({ code }) => code.startsWith('F'));
    for (const { inForce } of dated) expect(inForce ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('a decision’s page says which reasons each value takes', async () => {
    const { asks } = await page('judge');
    expect(asks).toMatchObject({ decides: 'verdict', bestInterests: true, childView: true });
    expect(asks.reasons['no_sign']?.map(({ code }) => code)).toContain('nothing_seen');
  });

  it('a step that can’t be done yet explains why, and where the answer is given', async () => {
    const other = await worker.opened();
    const run = other.state.runs[0]?.runId ?? '';
    const { body } = await worker.http.get<StepPageDto>(`/case-files/${other.id}/runs/${run}/steps/judge`);
    expect(body.state).toBe('blocked');
    expect(body.explanation.because).toMatchObject([{ step: 'watch' }]);
    expect(body.may.complete).toBe(false);
  });
});
