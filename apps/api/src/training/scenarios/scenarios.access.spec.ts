import { loadScenario } from '@repere/protocol';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import type { ScenarioDto, ScenarioSummaryDto } from './scenarios.dto';

describe('scenarios', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const list = async (role: Parameters<TestService['signIn']>[0]['roles'][number]) => {
    const { client } = await service.signIn({ roles: [role] });
    return client.get<ScenarioSummaryDto[]>('/training/scenarios');
  };

  it.each(['trainer', 'supervisor'] as const)(
    'are listed to a %s: what happens, which protocol, how long',
    async (role) => {
      const { status, body } = await list(role);
      expect(status).toBe(200);
      expect(body.find(({ id }) => id === 'xray-19-5-margin-18')).toMatchObject({
        protocol: 'age-doubt',
        minutes: 35,
        child: 'Cyprès',
        protocols: ['age-doubt', 'identification', 'protection'],
        title: { en: 'X-ray: 19 and a half, margin 18 months' },
      });
    },
  );

  it.each(['caseworker', 'auditor', 'administrator', 'protocol-editor', 'partner'] as const)(
    'are not for a %s',
    async (role) => {
      expect((await list(role)).status).toBe(403);
    },
  );

  it('come as the text that the browser plays, and nothing that there is not', async () => {
    const { client } = await service.signIn({ roles: ['trainer'] });
    const { body } = await client.get<ScenarioDto>('/training/scenarios/xray-19-5-margin-18');
    expect(loadScenario(body.yaml, 'xray-19-5-margin-18.yaml').problems).toEqual([]);
    expect((await client.get('/training/scenarios/nothing')).status).toBe(404);
    expect((await client.get('/training/scenarios/..%2Fprotocols%2Ffacts')).status).toBe(404);
  });
});
