import type { ApprovalItem, CaseFile, CaseFileSummary, DuplicateTask, Page, Worklist } from '@repere/cases';
import { DEMO_PASSWORD } from '../../access/demo-accounts';
import { DemoStaffService } from '../../access/demo-staff.service';
import { Spaces } from '../../platform/spaces';
import { TestService } from '../../testing/test-service';
import type { TestClient } from '../../testing/test-client';
import { CaseClient, stepOf } from '../testing/case-client';
import { demoChildren } from './demo-children';
import { SeedCases } from './seed-cases';

describe('the demo', () => {
  let service: TestService;
  let accounts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    service = await TestService.start();
    ({ accounts } = await service.asSeed(() => service.app.get(DemoStaffService).seed()));
    expect(await seed()).toBe(12);
  });
  afterAll(() => service.stop());

  const seed = async (): Promise<number> => {
    const space = await service.app.get(Spaces).find(null);
    if (!space) throw new Error('no space');
    return service.app.get(SeedCases).seed(space, accounts);
  };
  const signIn = async (login: string): Promise<TestClient> => {
    const client = service.client();
    const { status } = await client.post('/session', { login, password: DEMO_PASSWORD });
    expect(status).toBe(200);
    return client;
  };
  const find = async (login: string, calledName: string): Promise<CaseFile> => {
    const client = await signIn(login);
    const { body } = await client.post<Page<CaseFileSummary>>('/case-files/search', { text: calledName });
    return new CaseClient(client).read(body.items[0]?.id ?? '');
  };

  it('adds nothing when it is seeded again', async () => {
    expect(await seed()).toBe(0);
  });

  it('a caseworker finds something in every group of the day', async () => {
    const { body } = await (await signIn('camille')).get<Worklist>('/worklist');
    for (const [group, count] of Object.entries(body.counts))
      expect([group, count > 0]).toEqual([group, true]);
  });

  it('both supervisors have something to approve, and the possible duplicate', async () => {
    for (const login of ['sacha', 'sofia']) {
      const client = await signIn(login);
      expect((await client.get<Page<DuplicateTask>>('/duplicate-tasks')).body.items).toHaveLength(1);
    }
    const { body } = await (await signIn('sacha')).get<Page<ApprovalItem>>('/approvals');
    expect(body.items.map(({ inEffect }) => inEffect)).toEqual(expect.arrayContaining([true, false]));
  });

  it('an X-ray of 19.5 years with 18 months of margin leaves Cerise presumed a minor', async () => {
    const { state } = await find('dominique', 'Cerise');
    const outcome = state.runs.find(({ protocol }) => protocol === 'age-doubt')?.outcome;
    expect(outcome).toMatchObject({
      id: 'PRESUMED_MINOR',
      protects: 'full',
      note: { fr: expect.stringMatching(/marge/) },
    });
  });

  it('an authority owes Mistral an answer that is overdue, and that is nobody’s delay of ours', async () => {
    const { state } = await find('rene', 'Mistral');
    const owed = state.deadlines.filter(
      ({ owner, dueAt, metAt }) => owner === 'outside' && metAt === null && (dueAt ?? 0) < state.now,
    );
    expect(owed.map(({ step }) => step)).toContain('judge_seized');
    expect(state.deviations).toContainEqual(expect.objectContaining({ kind: 'rights-incident' }));
  });

  it('Ficelle has something to confirm, Nuage a half-written form, Pépin a second look by time alone', async () => {
    const ficelle = await find('camille', 'Ficelle');
    expect(ficelle.state.runs.flatMap(({ steps }) => steps.map(({ state }) => state))).toContain(
      'to-confirm',
    );
    expect(Object.keys((await find('camille', 'Nuage')).drafts)).toHaveLength(1);
    const pepin = await find('rosa', 'Pepin');
    expect(pepin.state.runs.filter(({ protocol }) => protocol === 'identification')).toHaveLength(2);
    expect(stepOf(pepin, 'identification', 'status').state).toBe('done');
  });

  it('nobody of one team sees a case of the other', async () => {
    const { id } = await find('dominique', 'Cerise');
    for (const login of ['camille', 'rene', 'sacha', 'ines', 'alix', 'tom', 'pia'])
      expect((await (await signIn(login)).get(`/case-files/${id}`)).status).toBe(404);
  });

  describe('a stolen dump', () => {
    it('holds no name, no note, no contact of a child, in any table', async () => {
      const secrets = demoChildren(() => '2025-01-01').flatMap(({ child, deeds }) => [
        child.calledName,
        child.familyName ?? child.calledName,
        ...(child.alsoKnownAs ?? []),
        ...deeds.flatMap(({ deed }) =>
          deed.kind === 'note' ? [deed.note] : deed.kind === 'person' ? [deed.person.name] : [],
        ),
      ]);
      secrets.push(
        'parapluie',
        'messagerie de l’école',
        'Elle serre son téléphone',
        'elle parlait d’une camarade',
      );
      const dump = await service.asSuperuser(async (client) => {
        const { rows } = await client.query<{ name: string }>(
          `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
        );
        let text = '';
        for (const { name } of rows) {
          const { rows: found } = await client.query(`SELECT * FROM ${name}`);
          text += JSON.stringify(found, (_key, value: unknown) =>
            isBuffer(value)
              ? Buffer.from(value.data).toString('latin1') + Buffer.from(value.data).toString('utf8')
              : value,
          );
        }
        return text;
      });
      expect(dump).toContain('Camille Exemple');
      // The staff's own team is named after a compass; no child is.
      for (const secret of secrets) expect([secret, dump.includes(secret)]).toEqual([secret, false]);
    });

    it('can’t be rewritten with the application’s role: no UPDATE, no DELETE of what was recorded', async () => {
      await service.asSuperuser(async (client) => {
        for (const statement of [
          `UPDATE journal_entry SET step = 'x'`,
          `DELETE FROM journal_entry`,
          `TRUNCATE journal_entry CASCADE`,
          `UPDATE ledger_event SET entry = '{}'`,
          `DELETE FROM ledger_event`,
          `UPDATE protocol_version SET hash = 'x'`,
        ]) {
          await client.query(
            `BEGIN; SET LOCAL ROLE repere_space; SELECT set_config('app.ctx', '{"system":"system:seed","writes":true}', true)`,
          );
          await expect(client.query(statement)).rejects.toThrow(/permission denied/);
          await client.query('ROLLBACK');
        }
      });
    });

    it('can’t be added to in silence: a change without an event of its transaction is refused at COMMIT', async () => {
      await service.asSuperuser(async (client) => {
        await client.query(
          `BEGIN; SET LOCAL ROLE repere_space; SELECT set_config('app.ctx', '{"system":"system:seed","writes":true}', true)`,
        );
        await client.query(`UPDATE step_state SET state = 'done'`);
        await expect(client.query('COMMIT')).rejects.toThrow(/without a ledger event/);
      });
    });
  });
});

const isBuffer = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value;
