import { TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';
import type { StepPageDto } from './steps.dto';

describe('an act that several protocols ask for', () => {
  let service: TestService;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    worker = new CaseClient(client);
  });
  afterAll(() => service.stop());

  const page = async (id: string, protocol: string, step: string): Promise<StepPageDto> => {
    const run = (await worker.read(id)).state.runs.find((it) => it.protocol === protocol);
    return (await worker.http.get<StepPageDto>(`/case-files/${id}/runs/${run?.runId ?? ''}/steps/${step}`))
      .body;
  };

  /** Protection, and a return that somebody raised: both ask for legal help. */
  const openedWithTwo = async (): Promise<string> => {
    const { id, state } = await worker.opened({ urgentDangerSeen: 'yes' });
    const { status } = await worker.act(id, 'runs', { protocol: 'return' }, { seq: state.seq });
    expect(status).toBeLessThan(300);
    return id;
  };

  it('is offered where it is asked again, counts by one command, and is told with where it was done', async () => {
    const id = await openedWithTwo();
    expect((await page(id, 'return', 'legal_help')).doneElsewhere).toBeNull();
    await worker.completed(id, 'protection', 'legal_help', { values: { legal_help: { lawyer: 'yes' } } });
    const { doneElsewhere } = await page(id, 'return', 'legal_help');
    expect(doneElsewhere).toMatchObject({ step: 'legal_help', protocolTitle: { en: expect.any(String) } });
    const entryId = doneElsewhere?.entryId ?? '';
    const wrong = await worker.refused(id, 'return', 'legal_help', {
      values: { legal_help: { lawyer: 'no' } },
      sameAs: entryId,
    });
    expect(wrong.status).toBe(422);
    await worker.completed(id, 'return', 'legal_help', { values: {}, sameAs: entryId });
    expect(stepOf(await worker.read(id), 'return', 'legal_help').state).toBe('done');
    const counted = await page(id, 'return', 'legal_help');
    expect(counted.doneElsewhere).toBeNull();
    expect(counted.entries).toMatchObject([{ doneIn: { en: expect.any(String) }, values: [] }]);
  });

  it('is asked anew once what it stands on was told again', async () => {
    const id = await openedWithTwo();
    await worker.completed(id, 'protection', 'legal_help', { values: { legal_help: { lawyer: 'yes' } } });
    const { doneElsewhere } = await page(id, 'return', 'legal_help');
    await worker.completed(id, 'protection', 'health_clock', { values: { exposure: 'yes' } });
    expect((await page(id, 'return', 'legal_help')).doneElsewhere).toBeNull();
    const late = await worker.refused(id, 'return', 'legal_help', {
      values: {},
      sameAs: doneElsewhere?.entryId ?? '',
    });
    expect(late.status).toBe(422);
  });
});
