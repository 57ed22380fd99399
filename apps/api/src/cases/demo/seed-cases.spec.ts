import { DemoStaffService } from '../../access/demo-staff.service';
import { Spaces } from '../../platform/spaces';
import { TestService } from '../../testing/test-service';
import { SeedCases } from './seed-cases';

describe('the demo', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('has children at every stage, and seeding again adds none', async () => {
    const { accounts } = await service.asSeed(() => service.app.get(DemoStaffService).seed());
    const space = await service.app.get(Spaces).find(null);
    if (!space) throw new Error('no space');
    const seed = service.app.get(SeedCases);
    expect(await seed.seed(space, accounts)).toBe(12);
    expect(await seed.seed(space, accounts)).toBe(0);
  });
});
