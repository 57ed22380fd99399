import { CaseClient } from '../cases/testing/case-client';
import type { ProblemDto } from '../platform/answers/openapi';
import { type SignedInClient, TestService } from '../testing/test-service';
import { LetterClient } from './testing/letter-client';

const TOWN = 'to-the-town';
/** 85 signs, about a line. */
const LINE = 'Elle est rentrée à deux heures du matin, a dit avoir peur, et ne voulait voir personne. ';

describe('how long a letter may be', () => {
  let service: TestService;
  let worker: SignedInClient;
  let letters: LetterClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    letters = new LetterClient(worker.client, (await new CaseClient(worker.client).opened()).id);
  });
  afterAll(() => service.stop());

  const written = async (seen: string, asked = 'Merci.') => {
    const parts = [
      { id: 'who', text: 'Elle' },
      { id: 'seen', text: seen },
      { id: 'asked', text: asked },
    ];
    const { status, body } = await letters.writeLetter<ProblemDto>(TOWN, { parts });
    const [reason] = body.reasons ?? [];
    return { status, reason, over: Number(/environ (\d+) lignes?/.exec(reason?.text.fr ?? '')?.[1]) };
  };

  it('is two pages: long facts fit in, with all that stands around them', async () => {
    expect((await written(LINE.repeat(45), LINE.repeat(12))).status).toBe(201);
  });

  it.each([78, 95, 140])(
    'says by how many lines %s lines are too many, so that those less fit',
    async (lines) => {
      const { status, reason, over } = await written('Un fait.\n'.repeat(lines));
      expect([status, reason?.code, reason?.field]).toEqual([422, 'letter-too-long', 'parts.seen']);
      expect(over).toBeGreaterThan(0);
      expect((await written('Un fait.\n'.repeat(lines - over))).status).toBe(201);
      // No line too many: with a few more it is too long again.
      expect((await written('Un fait.\n'.repeat(lines - over + 3))).status).toBe(422);
    },
  );

  it('says which parts take most of it, in both languages, and what becomes of the rest', async () => {
    const { reason } = await written('Un fait.\n'.repeat(70), LINE.repeat(20));
    expect(reason?.text.fr).toMatch(
      /dépasse deux pages d’environ \d+ lignes\..*: « Faits » \(70\), « Demande » \(2\d\)\./,
    );
    expect(reason?.text.en).toMatch(/longer than two pages by about \d+ lines\. .*“Facts” \(70\)/);
    expect(reason?.text.fr).toMatch(/se joint comme document\.$/);
  });

  it('that is longer by far is told so without being laid out', async () => {
    const { status, over } = await written('a\n'.repeat(1_400));
    expect([status, over > 1_000]).toEqual([422, true]);
  });
});
