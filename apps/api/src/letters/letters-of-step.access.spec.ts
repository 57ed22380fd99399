import { randomUUID } from 'node:crypto';
import { CaseClient } from '../cases/testing/case-client';
import type { StepPageDto } from '../cases/steps/steps.dto';
import type { ProblemDto } from '../platform/answers/openapi';
import { type SignedInClient, TestService } from '../testing/test-service';
import { LetterClient } from './testing/letter-client';

describe('the letters of a step', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    cases = new CaseClient(worker.client);
  });
  afterAll(() => service.stop());

  const opened = async () => {
    const { id, reference, state } = await cases.opened({ urgentDangerSeen: 'yes' });
    const runOf = (name: string) => state.runs.find(({ protocol }) => protocol === name)?.runId ?? '';
    const read = async ({ client }: SignedInClient, protocol: string, step: string) =>
      (await client.get<StepPageDto>(`/case-files/${id}/runs/${runOf(protocol)}/steps/${step}`)).body;
    return { id, reference, runOf, read };
  };
  const kindsOf = ({ letters }: StepPageDto) =>
    letters.map((it) => [it.id, it.doesStep ? 'does it' : 'beside']);

  it('are those that do it, then those beside it', async () => {
    const { read } = await opened();
    expect(kindsOf(await read(worker, 'refuge', 'write_court'))).toEqual([
      ['to-the-town', 'does it'],
      ['on-the-way', 'beside'],
    ]);
    expect(kindsOf(await read(worker, 'welcome', 'arrive'))).toEqual([
      ['to-the-child', 'beside'],
      ['on-the-way', 'beside'],
    ]);
  });

  it('are in an emergency those that protect, as none other is to be written', async () => {
    const { read, reference } = await opened();
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const glass = { reason: 'child-present', words: 'L’enfant est devant moi.', reference };
    const broke = await night.client.post('/break-glass', glass, { 'Idempotency-Key': randomUUID() });
    expect(broke.status).toBe(200);
    expect(kindsOf(await read(night, 'welcome', 'arrive'))).toEqual([['on-the-way', 'beside']]);
  });

  it('beside it fill nothing in, and are the paper of no step', async () => {
    const { id, read, runOf } = await opened();
    const letters = new LetterClient(worker.client, id);
    const step = { runId: runOf('refuge'), step: 'write_court' };
    const refused = await letters.writeLetter<ProblemDto>('on-the-way', step);
    expect([refused.status, refused.body.reasons?.[0]?.code]).toEqual([422, 'not-of-step']);
    expect((await letters.sendLetter(await letters.written('on-the-way'))).status).toBe(204);
    const page = await read(worker, 'refuge', 'write_court');
    expect([page.draft, page.letterSentAt]).toEqual([null, null]);
    // The paper of the step is filled in, and those beside it stay to be written.
    expect((await letters.sendLetter(await letters.written('to-the-town', step))).status).toBe(204);
    const after = await read(worker, 'refuge', 'write_court');
    expect([after.draft === null, after.letterSentAt === null]).toEqual([false, false]);
    expect(kindsOf(after)).toContainEqual(['on-the-way', 'beside']);
  });

  it('fill it in as well where they were written for none and their kind does that one alone, once it is to be ended', async () => {
    const { id, read } = await opened();
    const letters = new LetterClient(worker.client, id);
    const sent = { reference: 'IP-42', keptWhere: 'Classeur 3' };
    expect((await letters.sendLetter(await letters.written('to-the-town'), sent)).status).toBe(204);
    const typed = async () => (await read(worker, 'refuge', 'write_court')).draft?.content;
    const paper = { reference: 'IP-42', place: 'Classeur 3' };
    expect(await typed()).toMatchObject({ typed: { evidence: { letter: paper } } });
    // Ended, it is asked of nobody again by a letter that left besides.
    await cases.completed(id, 'refuge', 'weigh', {
      values: { peril: 'immediate_grave', crime: 'no', harm: { sold: 'yes' } },
      reasons: ['near'],
      ...{ bestInterests: 'Être à l’abri.', childView: { said: 'oui' } },
    });
    const evidence = { letter: paper };
    await cases.completed(id, 'refuge', 'write_court', { values: {}, evidence });
    expect(await typed()).toBeUndefined();
    const other = { reference: 'IP-43', keptWhere: 'Classeur 3' };
    expect((await letters.sendLetter(await letters.written('to-the-town'), other)).status).toBe(204);
    expect(await typed()).toBeUndefined();
  });
});
