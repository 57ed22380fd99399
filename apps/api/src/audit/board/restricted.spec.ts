import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { BoardCaseDto, TeamBoardDto } from './board.dto';
import type { Page } from '../../platform/answers/page';

describe('restricted cases on the board of a team', () => {
  let service: TestService;
  let worker: SignedInClient;
  let inside: SignedInClient;
  let outside: SignedInClient;
  let elsewhere: SignedInClient;
  let caseFileId: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    inside = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    outside = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    caseFileId = (await new CaseClient(worker.client).opened()).id;
  });
  afterAll(() => service.stop());

  const key = () => ({ 'Idempotency-Key': randomUUID() });
  const board = async ({ client }: SignedInClient): Promise<TeamBoardDto> =>
    (await client.get<TeamBoardDto>('/team-board')).body;
  const numbers = async (): Promise<readonly number[]> =>
    Promise.all([inside, outside, elsewhere].map(async (it) => (await board(it)).restricted));

  it('are a number for every supervisor of the team, the same whoever is in the circle, and nothing else', async () => {
    expect(await numbers()).toEqual([0, 0, 0]);
    const circle = [worker.id, inside.id];
    const restriction = { circle, reason: 'colleague', words: 'Famille d’une collègue.' };
    const { status } = await inside.client.put(`/case-files/${caseFileId}/restriction`, restriction, key());
    expect(status).toBe(204);
    expect(await numbers()).toEqual([1, 1, 0]);
    const { body } = await outside.client.get<Page<BoardCaseDto>>('/team-board/open');
    expect(body.items).toEqual([]);
    const { figures, people } = await board(outside);
    expect([figures.open, people]).toEqual([0, []]);
    expect((await board(inside)).figures.open).toBe(1);
  });

  it('are none any more once the case is open to the team again', async () => {
    expect((await inside.client.delete(`/case-files/${caseFileId}/restriction`, key())).status).toBe(204);
    expect(await numbers()).toEqual([0, 0, 0]);
  });
});
