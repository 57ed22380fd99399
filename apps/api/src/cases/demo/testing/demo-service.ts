import type { CaseFile, CaseFileSummary, Page } from '@repere/cases';
import { DEMO_PASSWORD } from '../../../access/demo-accounts';
import { DemoStaffService } from '../../../access/demo-staff.service';
import { type Space, Spaces } from '../../../platform/spaces';
import type { TestClient } from '../../../testing/test-client';
import { TestService, type TestServiceOptions } from '../../../testing/test-service';
import { CaseClient } from '../../testing/case-client';
import { SeedCases } from '../seed-cases';
import { SeedProtocolWork } from '../seed-protocol-work';

/** A service in demo mode with its fictional staff, which may be seeded. */
export class DemoService {
  private constructor(
    readonly service: TestService,
    private readonly accounts: ReadonlyMap<string, string>,
  ) {}

  static async start(options: TestServiceOptions = {}): Promise<DemoService> {
    const service = await TestService.start({ ...options, configuration: { demo: true } });
    const { accounts } = await service.asSeed(() => service.app.get(DemoStaffService).seed());
    return new DemoService(service, accounts);
  }

  /** Cases and drafts made. */
  async seed(): Promise<readonly number[]> {
    const { app } = this.service;
    const place = await this.place();
    const cases = await app.get(SeedCases).seed(...place);
    return [cases, await app.get(SeedProtocolWork).seed(...place)];
  }

  /** Where more may be seeded, and for whom. */
  async place(): Promise<readonly [Space, ReadonlyMap<string, string>]> {
    const space = await this.service.app.get(Spaces).find(null);
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
  async find(login: string, calledName: string): Promise<CaseFile> {
    const client = await this.signIn(login);
    const { body } = await client.post<Page<CaseFileSummary>>('/case-files/search', { text: calledName });
    return new CaseClient(client).read(body.items[0]?.id ?? '');
  }

  /** Every case, as the supervisors of both teams read it. */
  async all(): Promise<readonly CaseFile[]> {
    const found: CaseFile[] = [];
    for (const login of ['sacha', 'sofia']) {
      const client = await this.signIn(login);
      const { body } = await client.post<Page<CaseFileSummary>>('/case-files/search', { limit: 50 });
      for (const { id } of body.items) found.push(await new CaseClient(client).read(id));
    }
    return found;
  }
}
