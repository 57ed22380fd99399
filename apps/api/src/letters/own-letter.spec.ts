import { CaseClient } from '../cases/testing/case-client';
import type { ProblemDto } from '../platform/answers/openapi';
import { PrivacyClient } from '../privacy/testing/privacy-client';
import { type SignedInClient, TestService } from '../testing/test-service';
import { LetterClient } from './testing/letter-client';

const TOWN = 'to-the-town';
const codesOf = (body: ProblemDto) => body.reasons?.map(({ code }) => code);

/** A letter that is the child's own tells nobody else anything. */
describe('a letter', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  let letters: LetterClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Nord' });
    cases = new CaseClient(worker.client);
    letters = new LetterClient(worker.client, (await cases.opened()).id);
  });
  afterAll(() => service.stop());

  it('of the child’s own may be in English, and is read and kept as such', async () => {
    const english = await letters.proposeLetter('to-the-child-in-english');
    expect([english.language, (await letters.proposeLetter('to-the-child')).language]).toEqual(['en', 'fr']);
    const parts = [{ id: 'next', text: 'We see each other on Monday.' }];
    const id = await letters.written('to-the-child-in-english', { recipient: 'You', parts });
    expect((await letters.readLetter(id)).content).toMatchObject({ language: 'en', parts });
    expect((await letters.download(id)).status).toBe(200);
    expect((await letters.sendOwn(id)).status).toBe(204);
  });

  it('of the child’s own is no sharing, handed to the child or to their safe contact', async () => {
    const { id: other } = await cases.opened({ child: { safeContact: { how: 'sa tante' } } });
    const own = new LetterClient(worker.client, other);
    for (const change of [{}, { receivedBy: 'safe-contact', toWhom: 'Sa tante' }] as const) {
      const sent = await own.sendOwn(await own.written('to-the-child'), change);
      expect(sent.status).toBe(204);
    }
    expect((await new PrivacyClient(worker.client).ofCase(other)).sharing).toEqual([]);
  });

  it('of the child’s own that somebody else has is told, with why, and stands in the register', async () => {
    const { id: other } = await cases.opened();
    const own = new LetterClient(worker.client, other);
    const id = await own.written('to-the-child');
    const basis = { why: 'Elle l’a demandé', child: { told: 'yes' }, parents: { told: 'yes' } } as const;
    for (const [change, code, field] of [
      [{ receivedBy: undefined, toWhom: 'Le père', how: 'e-mail' }, 'receiver-missing', 'receivedBy'],
      [{ receivedBy: 'child', how: 'e-mail' }, 'by-hand-only', 'how'],
      [{ receivedBy: 'child', basis }, 'nobody-told', 'basis'],
      [{ receivedBy: 'child', toWhom: 'Le père' }, 'said-twice', 'toWhom'],
      [{ receivedBy: 'other', basis }, 'to-whom-missing', 'toWhom'],
      [{ receivedBy: 'safe-contact', toWhom: 'Sa tante' }, 'no-safe-contact', 'receivedBy'],
      [{ receivedBy: 'other', toWhom: 'Le père' }, 'basis-missing', 'basis'],
    ] as const) {
      const { status, body } = await own.sendOwn(id, change);
      expect([status, codesOf(body), body.reasons?.[0]?.field]).toEqual([422, [code], field]);
    }
    expect((await own.sendOwn(id, { receivedBy: 'nobody' as never })).status).toBe(400);
    expect((await new PrivacyClient(worker.client).ofCase(other)).sharing).toEqual([]);
    expect(
      (await own.sendOwn(id, { receivedBy: 'other', toWhom: 'La CRIP', how: 'e-mail', basis })).status,
    ).toBe(204);
    expect((await new PrivacyClient(worker.client).ofCase(other)).sharing).toMatchObject([
      { ground: 'other', content: { toWhom: 'La CRIP', isBound: false, why: 'Elle l’a demandé' } },
    ]);
    const town = await own.written(TOWN);
    const { body } = await own.sendLetter(town, { receivedBy: 'child' });
    expect([codesOf(body), body.reasons?.[0]?.field]).toEqual([['not-the-childs'], 'receivedBy']);
  });
});
