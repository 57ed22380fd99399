import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '../unit/actor';
import { enterFound } from '../unit/enter';
import { Spaces } from '../spaces/spaces';
import { UnitOfWork } from '../unit/unit-of-work';
import { type BareCase, insertBareCase } from '../../testing/cases/test-case';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';

/** The database alone: an approval is by somebody else, and of exactly what stands there. */
describe('four eyes in the database', () => {
  let service: TestService;
  let file: BareCase;
  let seq: number;
  let work: (write: (unit: UnitOfWork) => Promise<unknown>) => Promise<unknown>;
  const commitment = (name: string): Buffer => createHash('sha256').update(name).digest();
  const hashOf = (...commitments: readonly Buffer[]): Buffer =>
    createHash('sha256').update(Buffer.concat(commitments)).digest();

  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    await service.hire({ roles: [], teams: ['North'] });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await insertBareCase(service, { team: 'North', enteredBy: 'author' });
    seq = 1;
    work = (write) => service.asSeed(write);
  });

  const standing = async (): Promise<Buffer> => {
    const [row] = await service.query<{ commitment: Buffer }>(
      'SELECT commitment FROM journal_entry WHERE id = $1',
      [file.entryId],
    );
    if (!row) throw new Error('no entry');
    return row.commitment;
  };

  const append = (
    kind: 'entry-approved' | 'entry-amended',
    by: string,
    hash: Buffer | null,
    name: string = randomUUID(),
    targetId: string = file.entryId,
  ): Promise<unknown> =>
    work(({ manager }) =>
      manager.query(
        `INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision,
           recorded_at, entered_by, target_id, target_entered_by, target_hash, key_id, payload, commitment, ledger_seq)
         SELECT case_file_id, $2, gen_random_uuid(), $3, run_id, step, now(), now(), 'minute', now(), $4, $7, entered_by, $5,
                key_id, payload, $6, ledger_seq
           FROM journal_entry WHERE id = $1`,
        [file.entryId, ++seq, kind, by, hash, commitment(name), targetId],
      ),
    );

  it('lets somebody else approve what stands there', async () => {
    await expect(append('entry-approved', 'another', hashOf(await standing()))).resolves.toBeDefined();
  });

  it.each([
    ['nothing', (): Buffer | null => null],
    ['something else', (): Buffer | null => hashOf(commitment('something else'))],
  ])('refuses the approval of %s', async (_what, hash) => {
    await expect(append('entry-approved', 'another', hash())).rejects.toMatchObject({ code: 'RP004' });
  });

  it('refuses the approval of an act that was amended since', async () => {
    const before = hashOf(await standing());
    await append('entry-amended', 'author', null, 'amended');
    await expect(append('entry-approved', 'another', before)).rejects.toMatchObject({ code: 'RP004' });
    const now = hashOf(await standing(), commitment('amended'));
    await expect(append('entry-approved', 'another', now)).resolves.toBeDefined();
  });

  it('refuses the approval of what is not in the case, even of nothing', async () => {
    const { entryId } = await insertBareCase(service, { team: 'North', enteredBy: 'author' });
    await expect(append('entry-approved', 'another', null, randomUUID(), entryId)).rejects.toMatchObject({
      code: 'RP004',
    });
  });

  it('lets an account approve in its own name only', async () => {
    const { id } = await service.hire({ roles: ['supervisor'], teams: ['North'] });
    const space = await service.app.get(Spaces).findSpace(null);
    const [team] = await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`);
    if (!space || !team) throw new Error('no space');
    const account: Account = {
      kind: 'account',
      id,
      name: '',
      roles: ['supervisor'],
      teams: [{ id: team.id, name: 'North', territory: '93' }],
      language: 'fr',
    };
    const unit = service.app.get(UnitOfWork);
    const act = { type: 'step.approve', purpose: 'supervision', idempotent: false } as const;
    work = (write) =>
      unit.runAct({ space, correlation: randomUUID(), enter: enterFound(async () => account) }, act, () =>
        write(unit),
      );
    const hash = hashOf(await standing());
    await expect(append('entry-approved', 'another', hash)).rejects.toMatchObject({ code: 'RP005' });
    await expect(append('entry-approved', id, hash)).resolves.toBeDefined();
  });

  it('refuses who wrote the act, or a part of it', async () => {
    await expect(append('entry-approved', 'author', hashOf(await standing()))).rejects.toMatchObject({
      code: '23514',
    });
    await append('entry-amended', 'another', null, 'amended');
    const now = hashOf(await standing(), commitment('amended'));
    await expect(append('entry-approved', 'another', now)).rejects.toMatchObject({ code: 'RP005' });
    await expect(append('entry-approved', 'third', now)).resolves.toBeDefined();
  });
});
