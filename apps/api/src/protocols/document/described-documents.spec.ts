import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import type { TestClient } from '../../testing/accounts/test-client';
import type { ProtocolSummaryDto } from '../protocol.dto';

/** The client throws where an answer has a field that its description lacks, or the other way round. */
describe('documents of the published protocols', () => {
  let service: TestService;
  let client: TestClient;
  let published: readonly ProtocolSummaryDto[];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    ({ client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] }));
    ({ body: published } = await client.get<readonly ProtocolSummaryDto[]>('/protocols'));
  });
  afterAll(() => service.stop());

  it('are described field by field, with what they cite', async () => {
    expect(published.length).toBeGreaterThan(8);
    for (const { protocol, version } of published) {
      const answer = await client.get(`/protocols/${protocol}/versions/${version}`);
      expect([protocol, answer.status]).toEqual([protocol, 200]);
    }
  });

  it('are described as the engine takes them', async () => {
    const versions = published.map(({ protocol, version }) => `${protocol}@${version}`).join();
    const answer = await client.get(`/protocols/bundle?versions=${encodeURIComponent(versions)}`);
    expect(answer.status).toBe(200);
  });
});
