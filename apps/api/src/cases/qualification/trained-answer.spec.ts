import { randomUUID } from 'node:crypto';
import type { FactValue, FactValues } from '@repere/protocol';
import { CaseClient } from '../testing/case-client';
import type { ApprovalPageDto } from '../approvals/approvals.dto';
import type { StepPageDto } from '../steps/steps.dto';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';

const [PROTOCOL, STEP] = ['identification', 'signs'];
const NOTHING_SEEN = { vulnerabilities: {}, warning_signs: {}, trafficking_signs: {} };

describe('whether who does a step is trained', () => {
  let service: TestService;
  let worker: SignedInClient;
  let colleague: SignedInClient;
  let supervisor: SignedInClient;
  const start = (followsCertificates: boolean | undefined) =>
    TestService.start({
      configuration: {
        protocolsDir: SHIPPED_PROTOCOLS,
        ...(followsCertificates !== undefined && { followsCertificates }),
      },
    });
  const hire = async () => {
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
  };
  /** What a certificate that came in leaves behind. Planted past the trigger that wants an event. */
  const certify = (
    accountId: string,
    { on = '2025-11-01', version = '1.0.0', scenario = 'boy-met-on-the-street', role = 'caseworker' } = {},
  ) =>
    service.query(
      `SET session_replication_role = replica; INSERT INTO training_certificate (id, account_id, name, role, scenario, title, protocols,
         practised_on, space, trainer, log, file_hash, imported_by, imported_at)
       VALUES ('${randomUUID()}', '${accountId}', 'x', '${role}', '${scenario}', '{"fr":"x","en":"x"}',
         '[{"protocol":"identification","version":"${version}","hash":"${'a'.repeat(64)}"}]', '${on}', 'x', 'x', 'x', '', '${supervisor.id}', now())`,
    );
  const complete = async (by: SignedInClient, trained: FactValue, values: FactValues = NOTHING_SEEN) => {
    const client = new CaseClient(by.client);
    const { id } = await client.opened();
    const { status, body } = await client.complete(id, PROTOCOL, STEP, {
      values: { ...values, trained } as FactValues,
    });
    return { id, status, state: body.state, approval: body.missingRequirements?.approval };
  };
  const waiting = async () =>
    (await supervisor.client.get<ApprovalPageDto>('/approvals')).body.items.map(
      ({ caseFileId }) => caseFileId,
    );
  afterEach(() => service.stop());

  describe('where the house follows certificates', () => {
    beforeEach(async () => {
      service = await start(true);
      await hire();
    });

    it('is no without one: the step is done at once, and a supervisor reviews it', async () => {
      const { id, status, state, approval } = await complete(worker, 'yes');
      expect([status, state, approval]).toEqual([200, 'done-to-approve', true]);
      expect(await waiting()).toContain(id);
      const { state: file } = await new CaseClient(worker.client).readCase(id);
      expect(file.runs.find(({ protocol }) => protocol === PROTOCOL)).toBeDefined();
    });

    it.each<FactValue>([{ answer: 'yes' }, { answer: 'yes', note: 'Formée en mars' }])(
      'is no without one, however the yes is written: %j',
      async (said) => {
        expect(await complete(worker, said)).toMatchObject({ status: 200, state: 'done-to-approve' });
      },
    );

    it('is yes with one in force, and no stays no', async () => {
      await certify(worker.id);
      expect(await complete(worker, 'yes')).toMatchObject({ status: 200, state: 'done', approval: false });
      expect(await complete(worker, 'no')).toMatchObject({ status: 200, state: 'done-to-approve' });
      // A colleague's is nobody else's.
      expect(await complete(colleague, 'yes')).toMatchObject({ state: 'done-to-approve' });
    });

    it.each([
      ['too old', { on: '2020-01-01' }],
      ['of a day to come', { on: '2099-01-01' }],
      ['of another version', { version: '0.9.0' }],
      ['of another scenario', { scenario: 'held-at-the-border' }],
      ['of another role', { role: 'assessor' }],
    ])('is no with one that is %s', async (_what, of) => {
      await certify(worker.id, of);
      expect(await complete(worker, 'yes')).toMatchObject({ status: 200, state: 'done-to-approve' });
    });

    it('holds up nothing: what protects opens at once, with a certificate or without', async () => {
      const seen = { ...NOTHING_SEEN, trafficking_signs: { controlled: 'yes' } } as FactValues;
      const opened = async (by: SignedInClient) => {
        const { id } = await complete(by, 'yes', seen);
        const { state } = await new CaseClient(by.client).readCase(id);
        return state.runs.map(({ protocol }) => protocol).sort();
      };
      const without = await opened(worker);
      await certify(worker.id);
      expect(await opened(worker)).toEqual(without);
    });

    it('is not turned round by a correction, whoever makes it', async () => {
      const { id } = await complete(worker, 'yes');
      await certify(colleague.id);
      const client = new CaseClient(colleague.client);
      const { state } = await client.readCase(id);
      const run = state.runs.find(({ protocol }) => protocol === PROTOCOL);
      const page = await colleague.client.get<StepPageDto>(
        `/case-files/${id}/runs/${run?.runId ?? ''}/steps/${STEP}`,
      );
      const entryId = page.body.entries[0]?.entryId;
      await client.step(id, PROTOCOL, STEP, 'amend', {
        entryId,
        values: { trained: 'yes' },
        why: 'Mistyped',
      });
      expect(await waiting()).toContain(id);
    });

    it('is said beside the question, before anything is sent', async () => {
      const client = new CaseClient(worker.client);
      const { id, state } = await client.opened();
      const run = state.runs.find(({ protocol }) => protocol === PROTOCOL);
      const path = `/case-files/${id}/runs/${run?.runId ?? ''}/steps/${STEP}`;
      const hint = async () =>
        (await worker.client.get<StepPageDto>(path)).body.fields.find((it) => it.id === 'trained')?.hint?.en;
      expect(await hint()).toContain('nothing waits for the child');
      await certify(worker.id);
      expect(await hint()).toContain('Your certificate is in force');
    });
  });

  it('is what is said where the house does not', async () => {
    service = await start(undefined);
    await hire();
    expect(await complete(worker, 'yes')).toMatchObject({ status: 200, state: 'done' });
    expect(await complete(worker, 'no')).toMatchObject({ state: 'done-to-approve' });
  });
});
