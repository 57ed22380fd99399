import { Logger } from '@nestjs/common';
import { BeginBranch } from '../../ledger/signing/begin-branch';
import { Sequencer } from '../../ledger/sequencing/sequencer';
import { placeIn } from '../../platform/requests/request-origin';
import { LeaveShutSpaces } from '../../platform/spaces/leave-shut-spaces';
import { SpaceConnections } from '../../platform/spaces/space-connections';
import { SpacesInUse } from '../../platform/spaces/spaces-in-use';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { asSuperuser } from '../../testing/database/test-database';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import type { MomentsDto } from '../moments/moments.dto';
import { leadIn } from '../testing/learners';
import { dropSpaces, makeSpace, settleSpaces, spacesOf } from '../testing/led-spaces';
import type { KeptMomentDto, TrainingSpaceDto } from './training-spaces.dto';

describe('what the log says of training spaces', () => {
  let service: TestService;
  let trainer: SignedInClient;
  /** Databases that the record keeper has looked at, also in vain. */
  const looked: string[] = [];
  const errors: string[] = [];
  /** By how much the time that this process has run is moved on. */
  let minutes = 0;
  beforeAll(async () => {
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + minutes * 60_000);
    service = await TestService.start({ keepsRecord: true, configuration: { protocolsDir: NO_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const sequencer = service.app.get(Sequencer);
    const sequence = sequencer.sequence.bind(sequencer);
    jest
      .spyOn(sequencer, 'sequence')
      .mockImplementation((space) => sequence(space).finally(() => looked.push(space.database)));
  });
  beforeEach(() => {
    errors.length = 0;
    jest
      .spyOn(Logger.prototype, 'error')
      .mockImplementation((said: unknown) => void errors.push(String(said)));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await dropSpaces(service);
    await service.stop();
  });

  async function readSpace(key: string | null): Promise<Space> {
    const space = await service.app.get(Spaces).findSpace(key);
    if (!space) throw new Error('no such space');
    return space;
  }

  /** Until the keeper went round twice: the live space is looked at each time. */
  async function keepRecord(): Promise<void> {
    const live = service.databaseOf();
    const before = looked.filter((it) => it === live).length;
    await until(async () => looked.filter((it) => it === live).length >= before + 2);
  }

  /** Whatever looks at each space once a minute does so now, and still knows of this one. */
  async function lookEverywhere(known: Space): Promise<void> {
    const open = [await readSpace(null), known];
    const spaces = service.app.get(Spaces);
    const listed = jest.spyOn(spaces, 'listOpenSpaces').mockResolvedValue(open);
    const before = looked.length;
    minutes++;
    await until(async () => looked.slice(before).includes(known.database));
    await keepRecord();
    await service.app.get(SpaceRounds).beginDueRounds();
    listed.mockRestore();
  }

  it('is no error where a branch is made, however long that takes', async () => {
    const { key } = await makeSpace(service, trainer);
    const lead = await leadIn(trainer, key);
    const { body: moment } = await lead.post<KeptMomentDto>('/training/moments', { title: 'Avant' });
    await settleSpaces(service);
    expect((await lead.get<MomentsDto>('/training/moments')).body.moments).toMatchObject([{ state: 'kept' }]);
    const branching = service.app.get(BeginBranch);
    const begin = branching.beginBranch.bind(branching);
    jest.spyOn(branching, 'beginBranch').mockImplementationOnce(async (space, parent) => {
      await service.app.get(UnitOfWork).unrecorded('system:session', placeIn(space), async () => undefined);
      await keepRecord();
      await begin(space, parent);
    });
    const { body } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Branche',
    });
    await settleSpaces(service);
    expect((await spacesOf(trainer.client)).find((it) => it.key === body.key)?.state).toBe('open');
    // Its record is kept from then on.
    expect((await (await leadIn(trainer, body.key)).get('/training/clock')).status).toBe(200);
    const { database } = await readSpace(body.key);
    const before = looked.length;
    await until(async () => looked.slice(before).filter((it) => it === database).length >= 2);
    expect(errors).toEqual([]);
  });

  it('is no error where a space was deleted', async () => {
    const { key } = await makeSpace(service, trainer);
    const space = await readSpace(key);
    await trainer.client.delete(`/training/spaces/${key}`);
    await settleSpaces(service);
    await lookEverywhere(space);
    expect(errors).toEqual([]);
  });

  it('is kept of no space that is gone, though somebody worked there as it was deleted', async () => {
    const { key } = await makeSpace(service, trainer);
    const space = await readSpace(key);
    const connections = service.app.get(SpaceConnections);
    const gate = Promise.withResolvers<void>();
    const working = connections.use(space, () => gate.promise);
    await trainer.client.delete(`/training/spaces/${key}`);
    await settleSpaces(service);
    gate.resolve();
    await working;
    expect(connections.isOpen(space)).toBe(false);
    // Another process tells that it is in use, or events came there lately: it is asked for once.
    jest.spyOn(service.app.get(SpacesInUse), 'listSpaces').mockReturnValue([space]);
    looked.length = 0;
    for (let rounds = 0; rounds < 4; rounds++) await keepRecord();
    expect(looked.filter((it) => it === space.database).length).toBeLessThanOrEqual(1);
    expect(errors).toEqual([]);
  });

  it('is left by a process that did not delete it', async () => {
    const { key } = await makeSpace(service, trainer);
    const space = await readSpace(key);
    const connections = service.app.get(SpaceConnections);
    await connections.use(space, (source) => source.query('SELECT 1'));
    await service.app.get(LeaveShutSpaces).leaveAll();
    expect(connections.isOpen(space)).toBe(true);
    await trainer.client.delete(`/training/spaces/${key}`);
    await service.app.get(LeaveShutSpaces).leaveAll();
    expect(connections.isOpen(space)).toBe(false);
  });

  it('is an error where the database of an open space is not there', async () => {
    const { key } = await makeSpace(service, trainer);
    const space = await readSpace(key);
    await asSuperuser('postgres', (client) => client.query(`DROP DATABASE "${space.database}" WITH (FORCE)`));
    await lookEverywhere(space);
    const lost = errors.filter((it) => it.includes('3D000'));
    expect(lost.filter((it) => it.includes('RecordKeeper'))).not.toEqual([]);
    // Of rounds.
    expect(lost.filter((it) => !it.includes('RecordKeeper'))).not.toEqual([]);
  });
});
