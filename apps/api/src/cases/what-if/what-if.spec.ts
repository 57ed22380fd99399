import { signInAuditor } from '../../testing/cases/test-mission';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { TriableFactDto, WhatIfDto } from './what-if.dto';

describe('what if', () => {
  let service: TestService;
  let worker: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    file = await worker.opened();
  });
  afterAll(() => service.stop());

  const tried = (values: object, runId?: string, by = worker) =>
    by.http.post<WhatIfDto>(`/case-files/${file.id}/what-if`, { values, ...(runId && { runId }) });

  it('tells which protocols and steps an answer would open, and keeps nothing', async () => {
    const { status, body } = await tried({ peril_seen: 'yes' });
    expect(status).toBe(200);
    expect(body.opens.map(({ protocol }) => protocol)).toContain('refuge');
    expect(body.steps).toEqual(
      expect.arrayContaining([expect.objectContaining({ step: 'weigh', before: null, after: 'ready' })]),
    );
    expect(body.deadlines.some(({ origin }) => origin === 'MEDICAL')).toBe(true);
    const after = await worker.readCase(file.id);
    expect(after.state.seq).toBe(file.state.seq);
    expect(after.state.runs).toHaveLength(file.state.runs.length);
  });

  it('says why an answer can not be tried, at its field', async () => {
    const { status, body } = await tried({ peril_seen: 'perhaps' });
    expect(status).toBe(200);
    expect(body.refused).toMatchObject([{ field: 'values.peril_seen' }]);
  });

  it('is not there for whom the case is not', async () => {
    const other = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['South'] })).client);
    expect((await tried({ peril_seen: 'yes' }, undefined, other)).status).toBe(404);
    const elsewhere = await other.opened();
    expect((await tried({}, elsewhere.state.runs[0]?.runId)).status).toBe(404);
  });

  it('does not tell an auditor what hangs on what they may not see', async () => {
    const auditor = new CaseClient((await signInAuditor(service, file.id)).client);
    expect((await tried({ bed: 'no' }, undefined, auditor)).status).toBe(403);
    expect((await tried({ peril_seen: 'yes' }, undefined, auditor)).status).toBe(200);
  });

  describe('the facts to try', () => {
    const facts = async (by = worker) =>
      (await by.http.get<readonly TriableFactDto[]>(`/case-files/${file.id}/what-if/facts`)).body;

    it('are coded, those of the case and of its runs, with what is known now', async () => {
      const all = await facts();
      const danger = all.find(({ field }) => field.id === 'peril_seen');
      expect(danger).toMatchObject({ run: null, mayBeTold: true, field: { type: 'yes-no', current: 'no' } });
      expect(
        all.every(({ field }) => ['choice', 'choices', 'yes-no', 'checklist'].includes(field.type)),
      ).toBe(true);
      const { runId } = file.state.runs[0] ?? {};
      expect(all.some(({ run }) => run?.runId === runId)).toBe(true);
    });

    it('which a step decides may be tried, not told', async () => {
      expect((await facts()).find(({ field }) => field.id === 'peril')?.mayBeTold).toBe(false);
    });

    it('are named as redacted, whether or not anybody answered; and not there for whom the case is not', async () => {
      const auditor = new CaseClient((await signInAuditor(service, file.id)).client);
      const of = async (id: string, by?: CaseClient) =>
        (await facts(by)).find(({ field }) => field.id === id);
      expect((await of('peril_seen', auditor))?.field.current).toBe('no');
      expect(await of('bed', auditor)).toMatchObject({
        field: { current: { redacted: true } },
        mayBeTold: false,
      });
      expect(await of('bed')).toMatchObject({ mayBeTold: true });
      const other = new CaseClient(
        (await service.signIn({ roles: ['caseworker'], teams: ['South'] })).client,
      );
      expect((await other.http.get(`/case-files/${file.id}/what-if/facts`)).status).toBe(404);
    });

    it('of the whole list can each be tried with ne sait pas', async () => {
      for (const { field, run } of await facts()) {
        if (field.type === 'checklist') continue;
        const { status, body } = await tried({ [field.id]: { answer: 'unknown' } }, run?.runId);
        expect([field.id, status, body.refused]).toEqual([field.id, 200, []]);
      }
    });
  });
});
