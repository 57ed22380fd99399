import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { LetterProposalDto } from '../letters.dto';
import { LetterClient } from '../testing/letter-client';

const OWN = 'to-the-child';
const ENGLISH = 'to-the-child-in-english';

describe('what was reached, in the letter to the child', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Nord' });
    cases = new CaseClient(worker.client);
  });
  afterAll(() => service.stop());

  const propose = (id: string, kind: string) => new LetterClient(worker.client, id).proposeLetter(kind);
  const saidIn = async (id: string, kind: string) =>
    (await propose(id, kind)).parts.find((part) => part.id === 'next')?.text.split('\n');
  const startingWith = (start: string, { leftOut }: LetterProposalDto) =>
    leftOut.flatMap(({ lines }) => lines).filter(({ id }) => id.startsWith(start));
  const ours = (proposal: LetterProposalDto) => startingWith('ours/', proposal);
  const toChoose = async (id: string, kind: string) =>
    startingWith('milestone/', await propose(id, kind)).map(({ part, text }) => {
      expect(part).toBe('next');
      return text;
    });
  const opened = async () => {
    const { id } = await cases.opened({ urgentDangerSeen: 'yes' });
    const ordered = (by: string, occurredAt: string) =>
      cases.completed(id, 'refuge', 'ordered', {
        values: { order_by: by },
        by: [{ role: 'PROC' }],
        evidence: { order: { reference: 'TJ-1', place: 'Armoire' } },
        occurredAt,
      });
    const arrived = () =>
      cases.completed(id, 'welcome', 'arrive', {
        values: { peril_seen: 'no', bitten: 'yes' },
        occurredAt: '2025-03-09T10:30:00+01:00',
      });
    const explained = (sheet: string) => cases.completed(id, 'welcome', 'explain', { values: { sheet } });
    return { id, ordered, arrived, explained };
  };
  const MET = 'Nous nous sommes vus (9 mars 2025)';
  const KNOWS = 'Tu connais tes droits (9 mars 2025)';

  it('is nothing before anything was', async () => {
    const { id } = await opened();
    expect(await saidIn(id, OWN)).toEqual(['']);
    expect(await toChoose(id, OWN)).toEqual([]);
  });

  it('is said in its own words with the day, in the language of the letter', async () => {
    const { id, arrived } = await opened();
    await arrived();
    expect(await saidIn(id, OWN)).toEqual([MET]);
    expect(await saidIn(id, ENGLISH)).toEqual(['We saw each other (9 March 2025)']);
  });

  it('is chosen, never there by itself, where its kind says so: that an authority decided, and what comes next without a day', async () => {
    const { id, ordered, arrived } = await opened();
    await arrived();
    await ordered('court', '2025-03');
    expect(await toChoose(id, OWN)).toEqual([
      expect.stringMatching(/^Un juge a décidé \(.*mars 2025\)$/),
      'Un juge va te voir.',
    ]);
    expect(await toChoose(id, ENGLISH)).toEqual([
      expect.stringMatching(/^A judge decided \(.*March 2025\)$/),
      'A judge will see you.',
    ]);
    const languages = startingWith('milestone/', await propose(id, ENGLISH)).map(({ language }) => language);
    expect(languages).toEqual(['en', 'en']);
    for (const kind of [OWN, ENGLISH])
      expect(JSON.stringify((await propose(id, kind)).parts)).not.toMatch(/juge|judge/i);
    await cases.completed(id, 'refuge', 'judge_told', {
      values: {},
      by: [{ role: 'PROC' }],
      occurredAt: '2025-03-20',
    });
    expect(await toChoose(id, OWN)).toHaveLength(1);
  });

  it('has the day of the very entry that said it, as it was corrected', async () => {
    const { id, ordered } = await opened();
    await ordered('nobody', '2025-03-10');
    // Nobody decided: nobody is said to have.
    expect(await toChoose(id, OWN)).toEqual([]);
    const { entryIds } = await ordered('court', '2025-03-20');
    expect(await toChoose(id, OWN)).toContain('Un juge a décidé (20 mars 2025)');
    const corrected = await cases.step(id, 'refuge', 'ordered', 'amend', {
      ...{ entryId: entryIds[0], values: {}, why: 'Lu de travers', occurredInstead: '2025-03-19' },
    });
    expect(corrected.status).toBe(200);
    expect(await toChoose(id, OWN)).toContain('Un juge a décidé (19 mars 2025)');
    await ordered('court', '2025-03-25');
    expect(await toChoose(id, OWN)).toContain('Un juge a décidé (25 mars 2025)');
    await ordered('nobody', '2025-03-26');
    expect(await toChoose(id, OWN)).toEqual([]);
  });

  it('has no day where another step said it', async () => {
    const { id, arrived, explained } = await opened();
    await arrived();
    await explained('later');
    expect(await saidIn(id, OWN)).toEqual([MET, 'Nous reparlerons de tes droits']);
  });

  describe('that is said where nothing else was ever recorded', () => {
    it('is said then, and not where nothing was', async () => {
      const { id, arrived, explained } = await opened();
      await arrived();
      expect(await saidIn(id, OWN)).not.toContain(KNOWS);
      await explained('explained');
      expect(await saidIn(id, OWN)).toContain(KNOWS);
      await explained('later');
      expect(await saidIn(id, OWN)).not.toContain(KNOWS);
    });

    it('is not said after another answer, whatever the newest is', async () => {
      const { id, arrived, explained } = await opened();
      await arrived();
      await explained('later');
      await explained('explained');
      expect(await saidIn(id, OWN)).toEqual([MET]);
    });

    it('is not said after another answer that was corrected', async () => {
      const { id, arrived, explained } = await opened();
      await arrived();
      const { entryIds } = await explained('later');
      const corrected = await cases.step(id, 'welcome', 'explain', 'amend', {
        ...{ entryId: entryIds[0], values: { sheet: 'explained' }, why: 'Mauvaise ligne' },
      });
      expect(corrected.status).toBe(200);
      expect(await saidIn(id, OWN)).toEqual([MET]);
    });

    it.each([
      ['later', [MET]],
      ['explained', [MET, KNOWS]],
    ])('of another run “%s” counts as well', async (first, said) => {
      const { id, arrived, explained } = await opened();
      await arrived();
      await explained(first);
      const before = (await cases.readCase(id)).state;
      const run = await cases.sendAct(id, 'runs', { protocol: 'welcome' }, { seq: before.seq });
      expect(run.status).toBe(200);
      const { seq, runs } = (await cases.readCase(id)).state;
      const { runId } = runs.findLast(({ protocol }) => protocol === 'welcome') ?? { runId: '' };
      expect(before.runs.map((it) => it.runId)).not.toContain(runId);
      const values = { sheet: 'explained' };
      const path = `runs/${runId}/steps/explain/complete`;
      expect((await cases.sendAct(id, path, { values }, { seq })).status).toBe(200);
      expect(await saidIn(id, OWN)).toEqual(said);
    });
  });

  it('offers who follows the child and our own number to be chosen, of their own letter alone', async () => {
    const { id } = await opened();
    const { client } = await service.signIn({ roles: ['administrator'], teams: ['North'] });
    const { code: territory } = (await cases.readCase(id)).territory;
    for (const [kind, phone] of [
      ['duty-line', '01 99 00 12 05'],
      ['duty-prosecutor', '01 99 00 12 17'],
    ]) {
      const contact = { territory, kind, name: 'Lignefictive', phones: [phone], hours: null };
      const kept = await client.post('/on-call-contacts', contact, { 'Idempotency-Key': randomUUID() });
      expect(kept.status).toBe(201);
    }
    const proposal = await propose(id, OWN);
    expect(JSON.stringify(proposal.parts)).not.toContain('Léa Nord');
    expect(ours(proposal).map(({ part, text }) => [part, text])).toEqual([
      ['next', 'La personne qui te suit\u00a0: Léa Nord'],
      ['next', 'Pour nous appeler\u00a0: 01 99 00 12 05'],
    ]);
    expect(ours(await propose(id, ENGLISH)).map(({ language, text }) => [language, text])).toEqual([
      ['en', 'The person who looks after you: Léa Nord'],
      ['en', 'To call us: 01 99 00 12 05'],
    ]);
    expect(JSON.stringify(proposal)).not.toMatch(/Lignefictive|12 17/);
    expect(ours(await propose(id, 'to-the-town'))).toEqual([]);
  });
});
