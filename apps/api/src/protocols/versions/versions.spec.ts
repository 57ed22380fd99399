import type { ProtocolFiles } from '@repere/cases';
import { createApplication } from '../../application';
import { CaseClient } from '../../cases/testing/case-client';
import { TestClient } from '../../testing/accounts/test-client';
import { MOVING_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import { PublishFolder } from '../publishing/publish-folder';
import { DraftClient, publish } from '../testing/draft-client';
import type { EngineBundleDto, ProtocolExampleDto, VersionRecordDto } from './versions.dto';
import type { ReadableProtocolDto } from '../protocol.dto';

describe('versions of a protocol', () => {
  let service: TestService;
  let reader: TestClient;
  let author: DraftClient;
  let second: DraftClient;
  let paris: CaseClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    reader = (await service.signIn({ roles: ['trainer'] })).client;
    [author, second] = (await Promise.all(
      [1, 2].map(async () => new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client)),
    )) as [DraftClient, DraftClient];
    const team = await service.signIn({ roles: ['caseworker'], teams: ['Paris'] });
    await service.query(
      `SET session_replication_role = replica; UPDATE team SET territory = '75' WHERE name = 'Paris'`,
    );
    paris = new CaseClient(team.client);
  });
  afterAll(() => service.stop());

  const get = async <T>(path: string): Promise<T> => (await reader.get<T>(`/protocols/${path}`)).body;

  it('the folder’s are published at start, with their files and without a second person', async () => {
    const [record] = await get<VersionRecordDto[]>('meeting/versions');
    expect(record).toMatchObject({
      version: '1.0.0',
      inForce: true,
      publishedBy: null,
      approvedBy: null,
      changeNotes: null,
      overlays: [{ territory: '75', version: '1.0.0+75', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    const { files } = await get<{ files: ProtocolFiles }>('meeting/versions/1.0.0/files');
    expect(Object.keys(files)).toEqual(['protocol.yaml']);
  });

  it('come as an archive', async () => {
    const { body, headers } = await reader.get<string>('/protocols/meeting/versions/1.0.0/files.zip');
    expect(headers.get('Content-Type')).toBe('application/zip');
    expect(body).toContain('meeting/1.0.0/protocol.yaml');
  });

  it('go to the browser with what the engine needs, and only those that were asked for', async () => {
    const bundle = await get<EngineBundleDto>('bundle?versions=meeting@1.0.0');
    expect(bundle.documents.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(Object.keys(bundle.shared.facts)).toContain('danger');
    expect((await reader.get('/protocols/bundle?versions=meeting@9.9.9')).status).toBe(404);
    expect((await reader.get('/protocols/bundle?versions=x')).status).toBe(400);
    expect(await get<ProtocolExampleDto[]>('meeting/versions/1.0.0/examples')).toEqual([]);
  });

  it('stand on shared files, which an editor checks a draft against', async () => {
    const { files } = await get<{ files: ProtocolFiles }>('shared-files');
    expect(files['facts.yaml']).toContain('facts:');
    expect(Object.keys(files).filter((path) => path.includes('/'))).toEqual([]);
  });

  it('of a territory are versions of their own: its cases run them, others don’t', async () => {
    const local = await get<ReadableProtocolDto>('meeting/versions/1.0.0+75');
    expect(local.document.steps.find(({ id }) => id === 'talk')?.due).toMatchObject({ within: '1 month' });
    const north = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    expect((await paris.opened()).state.runs[0]?.version).toBe('1.0.0+75');
    expect((await north.opened()).state.runs[0]?.version).toBe('1.0.0');
    const listed = await get<{ version: string }[]>('');
    expect(listed.map(({ version }) => version)).toEqual(['1.0.0']);
  });

  it('published in one process, are seen by another at its next request', async () => {
    const other = await createApplication(service.configuration);
    await other.listen(0, '127.0.0.1');
    try {
      const { port } = other.getHttpServer().address() as { port: number };
      const { login } = await service.hire({ roles: ['caseworker'], teams: ['North'] });
      const client = new TestClient(`http://127.0.0.1:${String(port)}`, null);
      await client.post('/session', { login, password: TEST_PASSWORD });
      const there = new CaseClient(client);
      expect((await there.opened()).state.runs[0]?.version).toBe('1.0.0');
      const { files } = await get<{ files: ProtocolFiles }>('meeting/versions/1.0.0/files');
      const text = files['protocol.yaml'] ?? '';
      await publish(
        service,
        { author, second },
        {
          'protocol.yaml': text
            .replace('version: 1.0.0', 'version: 1.1.0')
            .replace('within: 3 months, from: run', 'within: 2 months, from: run'),
        },
      );
      expect((await there.opened()).state.runs[0]?.version).toBe('1.1.0');
      // The territory's overlay was published with it.
      expect((await paris.opened()).state.runs[0]?.version).toBe('1.1.0+75');
    } finally {
      await other.close();
    }
  });

  it('can’t be changed, nor published by raw SQL without a second person', async () => {
    await expect(service.query(`UPDATE protocol_version SET hash = 'x'`)).rejects.toThrow('append-only');
    const [{ id } = { id: '' }] = await service.query<{ id: string }>(`SELECT id FROM account LIMIT 1`);
    const insert = (approved: string | null) =>
      service.query(
        `INSERT INTO protocol_version (name, version, hash, document, published_at, published_by, approved_by)
         VALUES ('x', '1.0.0', 'h', '{}', now(), $1, $2)`,
        [id, approved],
      );
    await expect(insert(null)).rejects.toThrow('second_person');
    await expect(insert(id)).rejects.toThrow('four_eyes');
  });

  it('a changed text under the same number stops the start', async () => {
    await service.asSuperuser(async (db) => {
      await db.query(`SET session_replication_role = replica`);
      await db.query(`UPDATE protocol_version SET hash = 'another' WHERE version = '1.0.0+75'`);
    });
    const start = service.asSeed(() => service.app.get(PublishFolder).publish());
    await expect(start).rejects.toThrow('meeting@1.0.0+75 was published here with another text');
  });
});
