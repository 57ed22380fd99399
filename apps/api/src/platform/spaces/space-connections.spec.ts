import { DataSource } from 'typeorm';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { SpaceConnections } from './space-connections';
import { type Space, Spaces } from './spaces';

describe('connections of spaces', () => {
  let service: TestService;
  let connections: SpaceConnections;
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: ['room'],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
    connections = service.app.get(SpaceConnections);
  });
  afterAll(() => service.stop());

  async function found(key: string | null): Promise<Space> {
    const space = await service.app.get(Spaces).findSpace(key);
    if (!space) throw new Error(`no space ${String(key)}`);
    return space;
  }
  const databaseOf = (space: Space): Promise<string> =>
    connections.use(space, async (source) => {
      const [row]: { name: string }[] = await source.query('SELECT current_database() AS name');
      return row?.name ?? '';
    });

  it('use the data source that Nest has made in the default live space, one of its own in every other', async () => {
    const made = service.app.get(DataSource);
    expect(await connections.use(await found(null), async (source) => source === made)).toBe(true);
    expect(await connections.use(await found('room'), async (source) => source === made)).toBe(false);
  });

  it.each([null, 'room'])('close what nobody uses and open it again, also meanwhile: %s', async (key) => {
    const space = await found(key);
    expect(await databaseOf(space)).toBe(service.databaseOf(key));
    const closed = connections.closeUnused(space);
    expect(connections.isOpen(space)).toBe(false);
    expect(await databaseOf(space)).toBe(service.databaseOf(key));
    await closed;
    expect(await databaseOf(space)).toBe(service.databaseOf(key));
    await connections.closeUnused(space);
    expect(connections.isOpen(space)).toBe(false);
  });

  it('close what was to be left while somebody was there, once they are done', async () => {
    const space = await found('room');
    await connections.use(space, async (source) => {
      await connections.leaveDatabase(space.database);
      await source.query('SELECT 1');
      expect(connections.isOpen(space)).toBe(true);
      // Nobody is to keep a record that is being left.
      expect(connections.inUse().map(({ key }) => key)).not.toContain('room');
    });
    expect(connections.isOpen(space)).toBe(false);
    await databaseOf(space);
    expect(connections.inUse().map(({ key }) => key)).toContain('room');
  });

  it('let the live space start where a training space’s database is not there', async () => {
    await service.inBook(
      `INSERT INTO space (key, kind, title, database, key_ring) VALUES ('lost', 'training', '', 'repere_training_lost', 'lost')`,
    );
    const restarted = await service.replica();
    expect((await restarted.client().get('/about')).status).toBe(200);
    await restarted.stop();
    await service.inBook(`DELETE FROM space WHERE key = 'lost'`);
  });
});
