import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { StepPageDto } from './steps.dto';

const SEEN = { values: { frailties: {}, signs: {}, taught: 'yes' } } as const;

describe('a step that was done often', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('shows the newest times, says how many are older, and shows all when asked', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const worker = new CaseClient(client);
    const { id, state } = await worker.opened();
    for (let times = 0; times < 23; times++) await worker.completed(id, 'welcome', 'watch', SEEN);
    const path = `/case-files/${id}/runs/${state.runs[0]?.runId ?? ''}/steps/watch`;
    const { body: newest } = await client.get<StepPageDto>(path);
    const { body: all } = await client.get<StepPageDto>(`${path}?entries=all`);
    expect([newest.entries.length, newest.olderEntries]).toEqual([20, 3]);
    expect([all.entries.length, all.olderEntries]).toEqual([23, 0]);
    expect(newest.entries).toEqual(all.entries.slice(0, 20));
    const wrong = await client.get(`${path}?entries=some`);
    expect(wrong).toMatchObject({ status: 400, body: { reasons: [{ field: 'entries' }] } });
  });

  it('shows when it was done last, however often that was corrected since', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const worker = new CaseClient(client);
    const { id, state } = await worker.opened();
    const done = await worker.completed(id, 'welcome', 'watch', SEEN);
    const [entryId = ''] = done.entryIds;
    for (let times = 0; times < 21; times++) {
      const values = { signs: { debt: times % 2 ? 'yes' : 'no' } };
      const corrected = await worker.step(id, 'welcome', 'watch', 'amend', { entryId, why: 'Vu.', values });
      expect(corrected.status).toBe(200);
    }
    const path = `/case-files/${id}/runs/${state.runs[0]?.runId ?? ''}/steps/watch`;
    const { body } = await client.get<StepPageDto>(path);
    expect(body.entries.map((entry) => entry.entryId)).toContain(entryId);
    expect([body.entries.length, body.olderEntries]).toEqual([21, 1]);
  });
});
