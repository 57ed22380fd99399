import { CaseClient } from '../../cases/testing/case-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { LetterDraftSavedDto } from './letter-drafts.dto';
import { LetterClient } from '../testing/letter-client';

const TOWN = 'to-the-town';

describe('what is typed of a letter', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  let id: string;
  let letters: LetterClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    cases = new CaseClient(worker.client);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    ({ id } = await cases.opened());
    letters = new LetterClient(worker.client, id);
  });

  const save = <T = LetterDraftSavedDto>(
    content: unknown,
    revision: number,
    {
      http = worker.client,
      kind = TOWN,
      corrects,
    }: { http?: TestClient; kind?: string; corrects?: string } = {},
  ) =>
    http.put<T>(
      `/case-files/${id}/letters/drafts/${kind}`,
      { content, ...(corrects && { corrects }) },
      { 'If-Match': `"${String(revision)}"` },
    );
  const drafts = async (kind = TOWN) => (await letters.proposeLetter(kind)).drafts;

  it('is kept as it was typed, by kind, offered again, and gone once its words are settled', async () => {
    const content = { recipient: '', parts: { who: '« Motqz »' }, chosen: ['odd', 1] };
    const { status, body } = await save(content, 0);
    expect([status, body.revision]).toEqual([200, 1]);
    expect(await drafts()).toEqual([{ corrects: null, content, savedAt: body.savedAt, revision: 1 }]);
    expect(await drafts('to-the-child')).toEqual([]);
    expect((await cases.readCase(id)).drafts).toEqual({});
    const rows = await service.query<{ content: Buffer }>(`SELECT content FROM draft`);
    expect(rows.map((row) => row.content.toString('latin1')).join()).not.toContain('Motqz');
    await letters.written('to-the-child');
    expect(await drafts()).toHaveLength(1);
    await letters.written(TOWN);
    expect(await drafts()).toEqual([]);
  });

  it('of a correction stands beside, and the letter that it corrects says what was chosen', async () => {
    const { leftOut } = await letters.proposeLetter(TOWN);
    const chosen = leftOut.flatMap(({ lines }) => lines.map((line) => line.id)).slice(0, 1);
    const first = await letters.written(TOWN, { chosen });
    expect((await letters.readLetter(first)).content).toMatchObject({ chosen });
    await letters.sendLetter(first);
    await save({ parts: 'une autre' }, 0);
    expect((await save({ parts: 'la correction' }, 0, { corrects: first })).status).toBe(200);
    expect((await drafts()).map(({ corrects, content }) => [corrects, content])).toEqual(
      expect.arrayContaining([
        [null, { parts: 'une autre' }],
        [first, { parts: 'la correction' }],
      ]),
    );
    await letters.written(TOWN, { corrects: first });
    expect((await drafts()).map(({ corrects }) => corrects)).toEqual([null]);
    const other = await cases.opened();
    const foreign = await new LetterClient(worker.client, other.id).written(TOWN);
    expect((await save({}, 0, { corrects: foreign })).status).toBe(404);
  });

  it('is never written over by another device, and bounded', async () => {
    await save({ a: 1 }, 0);
    for (const seen of [0, 7]) {
      const { status, body } = await save<ProblemDto>({ a: 2 }, seen);
      expect([status, body.code]).toEqual([412, 'stale']);
    }
    expect((await save({ a: 'é'.repeat(33_000) }, 1)).status).toBe(413);
    expect((await drafts()).map(({ content }) => content)).toEqual([{ a: 1 }]);
  });

  it('is one’s own, and nobody’s who may not write such a letter', async () => {
    await save({ a: 1 }, 0);
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await new LetterClient(colleague.client, id).proposeLetter(TOWN)).drafts).toEqual([]);
    expect((await save({ a: 2 }, 0, { http: colleague.client })).status).toBe(200);
    expect((await drafts()).map(({ content }) => content)).toEqual([{ a: 1 }]);
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await save({}, 0, { http: stranger.client })).status).toBe(404);
    expect((await save({}, 0, { kind: 'no-such-kind' })).status).toBe(404);
  });
});
