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
    const run = (await worker.readCase(id)).state.runs.find((it) => it.protocol === protocol);
    return (await worker.http.get<StepPageDto>(`/case-files/${id}/runs/${run?.runId ?? ''}/steps/${step}`))
      .body;
  };

  /** Protection, and a return that somebody raised: both ask for legal help. */
  const openedWithTwo = async (): Promise<string> => {
    const { id, state } = await worker.opened({ urgentDangerSeen: 'yes' });
    const { status } = await worker.sendAct(id, 'runs', { protocol: 'homeward' }, { seq: state.seq });
    expect(status).toBeLessThan(300);
    return id;
  };

  it('is offered where it is asked again, counts by one command, and is told with where it was done', async () => {
    const id = await openedWithTwo();
    expect((await page(id, 'homeward', 'get_counsel')).doneElsewhere).toBeNull();
    await worker.completed(id, 'refuge', 'get_counsel', { values: { counsel: { lawyer: 'yes' } } });
    const { doneElsewhere } = await page(id, 'homeward', 'get_counsel');
    expect(doneElsewhere).toMatchObject({ step: 'get_counsel', protocolTitle: { en: expect.any(String) } });
    const entryId = doneElsewhere?.entryId ?? '';
    const wrong = await worker.refused(id, 'homeward', 'get_counsel', {
      values: { counsel: { lawyer: 'no' } },
      sameAs: entryId,
    });
    expect(wrong.status).toBe(422);
    await worker.completed(id, 'homeward', 'get_counsel', { values: {}, sameAs: entryId });
    expect(stepOf(await worker.readCase(id), 'homeward', 'get_counsel').state).toBe('done');
    const counted = await page(id, 'homeward', 'get_counsel');
    expect(counted.doneElsewhere).toBeNull();
    expect(counted.entries).toMatchObject([{ doneIn: { en: expect.any(String) }, values: [] }]);
  });

  it('is asked anew once what it stands on was told again', async () => {
    const id = await openedWithTwo();
    await worker.completed(id, 'refuge', 'get_counsel', { values: { counsel: { lawyer: 'yes' } } });
    const { doneElsewhere } = await page(id, 'homeward', 'get_counsel');
    await worker.completed(id, 'refuge', 'heal_first', { values: { bitten: 'yes' } });
    expect((await page(id, 'homeward', 'get_counsel')).doneElsewhere).toBeNull();
    const late = await worker.refused(id, 'homeward', 'get_counsel', {
      values: {},
      sameAs: doneElsewhere?.entryId ?? '',
    });
    expect(late.status).toBe(422);
  });
});
