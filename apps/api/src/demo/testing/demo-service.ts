import { DEMO_PASSWORD } from '../demo-accounts';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import type { TestClient } from '../../testing/accounts/test-client';
import { SHIPPED_PROTOCOLS, TestService, type TestServiceOptions } from '../../testing/test-service';
import { CaseClient } from '../../cases/testing/case-client';
import { Demo } from '../demo';
import { DemoModule } from '../demo.module';
import type { CaseFileDto, CaseFileSummaryDto } from '../../cases/page/case-file.dto';
import type { Page } from '../../platform/answers/page';

/** A service in demo mode with its fictional staff, which may be seeded. */
export class DemoService {
  private constructor(
    readonly service: TestService,
    readonly seeds: Demo,
    private readonly accounts: ReadonlyMap<string, string>,
  ) {}

  static async start(options: TestServiceOptions = {}): Promise<DemoService> {
    const modules = [...(options.modules ?? []), DemoModule];
    const service = await TestService.start({
      ...options,
      modules,
      configuration: { demo: true, protocolsDir: SHIPPED_PROTOCOLS },
    });
    const demo = new Demo(service.app);
    const { accounts } = await service.asSeed(() => demo.staff.seed());
    return new DemoService(service, demo, accounts);
  }

  /** Cases and drafts made. */
  async seed(): Promise<readonly number[]> {
    const place = await this.place();
    const cases = await this.seeds.cases.seed(...place);
    return [cases, await this.seeds.protocolWork.seed(...place)];
  }

  /** Where more may be seeded, and for whom. */
  async place(): Promise<readonly [Space, ReadonlyMap<string, string>]> {
    const space = await this.service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    return [space, this.accounts];
  }

  async signIn(login: string): Promise<TestClient> {
    const client = this.service.client();
    const { status } = await client.post('/session', { login, password: DEMO_PASSWORD });
    if (status !== 200) throw new Error(`sign-in of ${login} gave ${String(status)}`);
    return client;
  }

  /** The first case that this search finds, as this account reads it. */
  async findCase(login: string, calledName: string): Promise<CaseFileDto> {
    const client = await this.signIn(login);
    const { body } = await client.post<Page<CaseFileSummaryDto>>('/case-files/search', { text: calledName });
    return new CaseClient(client).readCase(body.items[0]?.id ?? '');
  }

  /** Every case, as the supervisors of both teams read it. */
  async listCases(): Promise<readonly CaseFileDto[]> {
    const found: CaseFileDto[] = [];
    for (const login of ['sacha', 'sofia']) {
      const client = await this.signIn(login);
      const { body } = await client.post<Page<CaseFileSummaryDto>>('/case-files/search', { limit: 50 });
      for (const { id } of body.items) found.push(await new CaseClient(client).readCase(id));
    }
    return found;
  }
}
