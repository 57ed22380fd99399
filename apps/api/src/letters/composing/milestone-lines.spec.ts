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
  const ours = ({ leftOut }: LetterProposalDto) =>
    leftOut.flatMap(({ lines }) => lines).filter(({ id }) => id.startsWith('ours/'));
  const opened = async () => {
    const { id } = await cases.opened({ urgentDangerSeen: 'yes' });
    const ordered = (by: string, occurredAt: string) =>
      cases.completed(id, 'refuge', 'ordered', {
        values: { order_by: by },
        by: [{ role: 'PROC' }],
        evidence: { order: { reference: 'TJ-1', place: 'Armoire' } },
        occurredAt,
      });
    return { id, ordered };
  };

  it('is nothing before anything was', async () => {
    const { id } = await opened();
    expect(await saidIn(id, OWN)).toEqual(['']);
  });

  it('is said in its own words with the day, in the language of the letter, and what comes next without', async () => {
    const { id, ordered } = await opened();
    const values = { peril_seen: 'no', bitten: 'yes' };
    await cases.completed(id, 'welcome', 'arrive', { values, occurredAt: '2025-03-09T10:30:00+01:00' });
    await ordered('nobody', '2025-03-10');
    // Nobody decided: nobody is said to have.
    expect(await saidIn(id, OWN)).toEqual(['Nous nous sommes vus (9 mars 2025)']);
    await ordered('court', '2025-03');
    expect(await saidIn(id, OWN)).toEqual([
      'Nous nous sommes vus (9 mars 2025)',
      expect.stringMatching(/^Un juge a décidé \(.*mars 2025\)$/),
      'Un juge va te voir.',
    ]);
    expect(await saidIn(id, ENGLISH)).toEqual([
      'We saw each other (9 March 2025)',
      expect.stringMatching(/^A judge decided \(.*March 2025\)$/),
      'A judge will see you.',
    ]);
    await cases.completed(id, 'refuge', 'judge_told', {
      values: {},
      by: [{ role: 'PROC' }],
      occurredAt: '2025-03-20',
    });
    expect(await saidIn(id, OWN)).not.toContain('Un juge va te voir.');
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
    expect(ours(await propose(id, ENGLISH)).map(({ text }) => text)).toEqual([
      'The person who looks after you: Léa Nord',
      'To call us: 01 99 00 12 05',
    ]);
    expect(JSON.stringify(proposal)).not.toMatch(/Lignefictive|12 17/);
    expect(ours(await propose(id, 'to-the-town'))).toEqual([]);
  });
});
