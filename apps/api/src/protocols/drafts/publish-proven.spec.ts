import { join } from 'node:path';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SMALL_PROTOCOLS, TestService } from '../../testing/test-service';
import { ProveLibrary } from '../exploring/prove-library';
import { DraftClient, workOff } from '../testing/draft-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { ProtocolDraftDto } from './drafts.dto';
import type { ProofOfVersionDto } from '../versions/versions.dto';
import type { ProtocolSummaryDto } from '../protocol.dto';

const ROOT = join(__dirname, '../../../../..');
/** The explorer itself, from its source, in its own process, with z3. */
const EXPLORER = ['-r', require.resolve('@swc-node/register'), join(ROOT, 'apps/api/src/explore.ts')];

describe('publishing, with the explorer itself', () => {
  let service: TestService;
  let pia: DraftClient;
  beforeAll(async () => {
    process.env['SWC_NODE_PROJECT'] = join(ROOT, 'tsconfig.base.json');
    service = await TestService.start({
      configuration: { protocolsDir: SMALL_PROTOCOLS, explorer: EXPLORER },
    });
    pia = new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client);
  });
  afterAll(() => service.stop());

  const refused = async (exchange: Readonly<Record<string, string>>): Promise<ProblemDto> => {
    const draft: ProtocolDraftDto = await pia.begun('shelter', '1.0.0', {
      'version: 1.0.0': 'version: 2.0.0',
      ...exchange,
    });
    await pia.sendAct(draft, 'explorations');
    await workOff(service);
    expect((await pia.readDraft(draft.id)).exploration?.state).toBe('done');
    return (await pia.sendAct<ProblemDto>(draft, 'publish')).body;
  };
  // A step that protects comes to depend on how safe the nights were.
  const WAITS = {
    'by: [TS]\n    fields: [danger]': 'by: [TS]\n    when: bad_nights < 1\n    fields: [danger]',
  };

  it('a step that comes to wait is found, with the story of the child', async () => {
    const { reasons } = await refused(WAITS);
    const broken = reasons?.find(({ code }) => code === 'broken-safeguard');
    expect(broken).toMatchObject({
      about: 'nobody-waits',
      story: { fr: expect.any(String), en: expect.any(String) },
    });
    expect(broken?.lines?.length).toBeGreaterThan(0);
  });

  it('a safeguard that is dropped is held to all the same, with the story if a child would fail', async () => {
    const text = (await pia.begun('shelter', '1.0.0')).files['protocol.yaml'] ?? '';
    const without = { [text.slice(text.indexOf('\nsafeguards:'))]: '\n' };
    const dropped = await refused(without);
    expect(dropped.reasons?.map(({ code, about }) => [code, about])).toContainEqual([
      'dropped-safeguard',
      'nobody-waits',
    ]);
    const worse = await refused({ ...WAITS, ...without });
    expect(worse.reasons?.find(({ code }) => code === 'broken-safeguard')).toMatchObject({
      about: 'nobody-waits',
      story: { fr: expect.any(String) },
    });
  }, 240_000);

  it('the versions in force are proven by a job, once', async () => {
    const space = await service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    const ask = (): Promise<void> =>
      service.app
        .get(UnitOfWork)
        .runAs(
          'system:migrate',
          { space, correlation: '11111111-1111-4111-8111-111111111111' },
          { type: 'protocol.publish', purpose: 'maintenance', idempotent: false },
          () => service.app.get(ProveLibrary).askForProof(),
        );
    await Promise.all([ask(), ask()]);
    expect(await workOff(service)).toBe(1);
    const { body } = await pia.http.get<ProofOfVersionDto>('/protocols/shelter/versions/1.0.0/proof');
    expect(body.report?.findings.find(({ id }) => id === 'nobody-waits')).toMatchObject({
      verdict: 'proven',
    });
    // The list has the worst of all that was found: that every run can end is only ever searched for.
    const { body: list } = await pia.http.get<ProtocolSummaryDto[]>('/protocols');
    expect(list.find(({ version }) => version === '1.0.0')?.proof).toBe('bounded');
  });
});
