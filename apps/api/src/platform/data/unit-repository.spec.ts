import { randomUUID } from 'node:crypto';
import { TeamEntity } from '../../access/entities/accounts/team.entity';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { UnitOfWork } from '../unit/unit-of-work';
import { UnitRepository } from './unit-repository';

describe('a repository of the unit of work', () => {
  let service: TestService;
  let teams: UnitRepository<TeamEntity>;
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: ['room-1', 'room-2'],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
    teams = new UnitRepository(service.app.get(UnitOfWork), TeamEntity);
  });
  afterAll(() => service.stop());

  const names = (key: string | null): Promise<readonly string[]> =>
    service.asSeed(async () => (await teams.find({ order: { name: 'ASC' } })).map(({ name }) => name), key);

  it('writes and reads in the space of its unit, with several at once', async () => {
    const spaces = [null, 'room-1', 'room-2'];
    await Promise.all(
      spaces.map((key) =>
        service.asSeed(() => teams.insert({ name: `Team of ${key ?? 'live'}`, territory: '93' }), key),
      ),
    );
    expect(await Promise.all(spaces.map(names))).toEqual([
      ['Team of live'],
      ['Team of room-1'],
      ['Team of room-2'],
    ]);
  });

  it('changes and takes away what it finds, and says how much that was', async () => {
    const id = randomUUID();
    await service.asSeed(() => teams.insert({ id, name: 'Nord', territory: '59' }));
    expect((await service.asSeed(() => teams.update({ id }, { name: 'Sud' }))).affected).toBe(1);
    expect(await service.asSeed(() => teams.findOneBy({ id }))).toMatchObject({
      id,
      name: 'Sud',
      kind: 'unknown',
    });
    expect((await service.asSeed(() => teams.update({ id: randomUUID() }, { name: 'x' }))).affected).toBe(0);
  });

  it('writes what is new, and says whether it was', async () => {
    const team = { id: randomUUID(), name: 'Est', territory: '67' };
    expect(await service.asSeed(() => teams.insertNew(team))).toBe(true);
    expect(await service.asSeed(() => teams.insertNew({ ...team, name: 'Ouest' }))).toBe(false);
    expect(await service.asSeed(() => teams.findOneBy({ id: team.id }))).toMatchObject({ name: 'Est' });
  });

  it('throws outside of a unit', async () => {
    await expect(async () => teams.find()).rejects.toThrow('outside a unit of work');
  });

  it('refuses to save, which guesses', async () => {
    await expect(service.asSeed(async () => teams.save())).rejects.toThrow('insert or update');
  });
});
