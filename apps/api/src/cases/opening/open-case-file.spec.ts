import { TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';

describe('opening a case', () => {
  let service: TestService;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' })).client,
    );
  });
  afterAll(() => service.stop());

  it('opens with a name and an answer on danger; identification starts, and who opened it leads', async () => {
    const { status, body, headers } = await worker.open({ child: { calledName: 'Comète' } });
    expect(status).toBe(201);
    expect(body.reference).toMatch(/^RP-/);
    expect(body.child).toMatchObject({ calledName: 'Comète' });
    expect(body.lead?.name).toBe('Camille');
    expect(body.state.runs.map(({ protocol }) => protocol)).toEqual(['identification']);
    expect(headers.get('ETag')).toBe(`"${String(body.state.seq)}"`);
    expect(body.next?.step).toBe('intake');
    expect((await worker.read(body.id)).state.facts).toEqual(body.state.facts);
  });

  it('starts protection at once when danger is seen; its health clock comes first', async () => {
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    expect(file.state.runs.map(({ protocol }) => protocol)).toEqual(['identification', 'protection']);
    expect(file.next?.step).toBe('health_clock');
    expect(stepOf(file, 'protection', 'health_clock').state).toBe('ready');
  });

  it('completes a step', async () => {
    const file = await worker.opened();
    const done = await worker.completed(file.id, 'identification', 'intake', {
      values: { urgent_danger_seen: 'no', exposure: { answer: 'unknown' } },
    });
    expect(done.state).toBe('done');
    expect(done.seq).toBe(file.state.seq + 1);
  });
});
