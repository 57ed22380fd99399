import { TestService } from '../../testing/test-service';

describe('a live space', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('starts without the fictional overlay of a territory', async () => {
    const local = await service.query(`SELECT version FROM protocol_version WHERE territory IS NOT NULL`);
    expect(local).toEqual([]);
  });
});
