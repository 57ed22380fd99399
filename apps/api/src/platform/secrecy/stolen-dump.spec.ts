import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
// Plain Node, no project of the workspace: no name to import it by.
// eslint-disable-next-line @nx/enforce-module-boundaries
import {
  createRolesAndDatabases,
  databaseStatus,
  removeDatabase,
  startDatabase,
} from '../../../../../tools/database/database.mjs';
import { BundleClient, workOff } from '../../audit/bundle/testing/bundle-client';
import { CaseClient } from '../../cases/testing/case-client';
import { DemoService } from '../../demo/testing/demo-service';
import { migrateSpaces } from '../../migrations/migrate-spaces';
import { DemoMailbox } from '../../demo/mails/demo-mailbox';
import { Mailer } from '../mail/mailer';
import {
  asSuperuser,
  BOOK_TEMPLATE,
  onDatabase,
  SPACE_TEMPLATE,
  TEST_DATABASE,
  testDatabase,
} from '../../testing/database/test-database';
import type { DataKey } from './key-store';
import { CIPHERTEXT_COLUMNS, type CiphertextColumn, DECLARED_TABLES } from '../../entities';
import { Secrecy } from './secrecy';
import { unseal } from './sealed';
import { finderOf, type Finder } from './testing/find-words';
import { wordsOfDemo } from './testing/words-of-demo';

const PLANTED = 'Zinzoline';
const PHONE = '06 98 70 54 30';
const PLACE = 'Bergerettes';

/** A database server of its own, with a service that was used; then everything is stolen but the keys. */
describe('a stolen database', () => {
  let demo: DemoService;
  let folder: string;
  /** The server's own folder. */
  let data: string;
  let finder: Finder;
  /** Where everything puts what it keeps for a moment. */
  let temporary: string;
  const before = process.env['TMPDIR'];
  /** Names under which files were handed out. */
  const fileNames: string[] = [];
  const { names, phones, words, beginnings } = wordsOfDemo();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'repere-stolen-'));
    const dir = join(folder, 'database');
    // Nothing of the log is thrown away meanwhile.
    const { superuserUrl } = await startDatabase({ dir, settings: { wal_keep_size: '512MB', fsync: 'off' } });
    const urls = await createRolesAndDatabases(superuserUrl, {
      databases: { book: BOOK_TEMPLATE, live: SPACE_TEMPLATE },
    });
    await migrateSpaces(urls.owner, { database: SPACE_TEMPLATE, title: 'Template' });
    process.env[TEST_DATABASE] = JSON.stringify({ dir, superuserUrl, urls, served: urls.app });
    ({ data } = databaseStatus(dir));
    finder = finderOf([
      ...names,
      ...phones,
      ...words,
      ...beginnings,
      PLANTED,
      PLACE,
      PHONE,
      PHONE.replaceAll(' ', ''),
    ]);
    temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    process.env['TMPDIR'] = temporary;
    demo = await DemoService.start({ keepsRecord: true });
    await demo.seed();
    await use();
    await demo.service.query('CHECKPOINT');
  }, 300_000);
  afterAll(async () => {
    await demo.service.stop();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await removeDatabase(join(folder, 'database'));
    rmSync(folder, { recursive: true, force: true });
  });

  /** What people do: search, look for look-alikes, repeat a request, write a comment, order evidence. */
  async function use(): Promise<void> {
    const { service } = demo;
    await demo.seeds.missions.seed(...(await demo.place()));
    const camille = await demo.signIn('camille');
    const sacha = await demo.signIn('sacha');
    const pia = await demo.signIn('pia');
    const [name = '', other = ''] = names;
    const found = await demo.findCase('camille', name);
    await camille.post('/case-files/duplicates', { child: { calledName: other } });
    const key = { 'Idempotency-Key': randomUUID() };
    await new CaseClient(camille).sendAct(found.id, 'notes', { note: `Vue rue des ${PLACE}, ${PHONE}.` });
    for (let i = 0; i < 2; i++)
      await camille.post(
        '/case-files',
        {
          id: randomUUID(),
          urgentDangerSeen: 'no',
          notDuplicates: [],
          child: { calledName: PLANTED, phones: [PHONE] },
        },
        key,
      );
    const { body: drafts } = await pia.get<readonly { readonly id: string }[]>('/protocol-drafts');
    for (const { id } of Array.isArray(drafts) ? drafts : [])
      await pia.post(`/protocol-drafts/${id}/comments`, { text: `Comme pour ${name}.`, revision: 1 });
    const taken = await new BundleClient(service, sacha).taken(found.id, {
      reason: `Pour ${name}`,
      leaveOut: { classes: [], fields: [] },
    });
    fileNames.push(taken.name);
    // A case opened in an emergency is what mails are about.
    const stranger = await demo.signIn('dominique');
    await stranger.post(
      '/break-glass',
      { reason: 'child-present', words: `${name} est devant moi`, reference: found.reference },
      { 'Idempotency-Key': randomUUID() },
    );
    await workOff(service);
  }

  const tables = (database: string): Promise<readonly string[]> =>
    asSuperuser(database, async (client) =>
      (
        await client.query<{ name: string }>(
          `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
        )
      ).rows.map(({ name }) => name),
    );

  /** What is found in the rows of each table; and how much there was to look through. */
  async function foundInTables(): Promise<{ readonly found: readonly string[]; readonly bytes: number }> {
    const database = demo.service.databaseOf();
    const found: string[] = [];
    let bytes = 0;
    for (const table of await tables(database)) {
      const copy = await copyOut(database, table);
      bytes += copy.length;
      found.push(
        ...finder.in(copy).map((word) => `${table}: ${Buffer.from(word, 'latin1').toString('utf8')}`),
      );
    }
    return { found, bytes };
  }

  /** Empty for a file that PostgreSQL took away since it was listed: it makes anew what it keeps in mind of a catalogue. */
  const bytesOf = (file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
      throw error;
    }
  };
  const filesIn = (place: string): readonly string[] =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name));

  /** Of each folder in the server's own: what was found in it. */
  const foundInFolder = (place: string): readonly string[] => [
    ...new Set(filesIn(place).flatMap((file) => finder.in(bytesOf(file)))),
  ];

  it('has much to hide', () => {
    expect([names.length > 15, words.length > 15, beginnings.length > 60]).toEqual([true, true, true]);
  });

  it('shows no name, phone, place or word of free text in its tables', async () => {
    const { found, bytes } = await foundInTables();
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(found).toEqual([]);
  });

  it('nor in its files and its log', () => {
    expect(filesIn(data).some((file) => file.includes('pg_wal'))).toBe(true);
    expect([...foundInFolder(data), ...foundInFolder(testDatabase().dir)]).toEqual([]);
  });

  it('nor in what its jobs are about, what it leaves for a moment, mails, or calls a file', async () => {
    const jobs = await demo.service.query<{ kind: string }>(`SELECT * FROM job`);
    expect(jobs.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['account.mail', 'audit-bundle.make']),
    );
    const [space] = await demo.place();
    const mails = demo.service.app.get(Mailer);
    if (!(mails instanceof DemoMailbox)) throw new Error('mails of a demo go elsewhere');
    expect(mails.listMails(space).length).toBeGreaterThan(0);
    expect(fileNames).toEqual([expect.stringMatching(/^[\w.-]+\.zip$/)]);
    const told = JSON.stringify([jobs, mails.listMails(space), fileNames, filesIn(temporary)]);
    expect([...finder.in(Buffer.from(told)), ...foundInFolder(temporary)]).toEqual([]);
  });

  it('nor say any in what it answers to what is wrong', async () => {
    const camille = await demo.signIn('camille');
    const bodies: unknown[] = [];
    for (const [path, body] of [
      ['/case-files/search', { text: PLANTED, cursor: PLANTED }],
      ['/case-files/search', { text: [PLANTED] }],
      [`/case-files/${PLANTED}/notes`, { note: PLANTED }],
      ['/case-files', { child: { calledName: PLANTED.repeat(200) } }],
      [`/${PLANTED}`, {}],
    ] as const)
      bodies.push((await camille.post(path, body, { 'Idempotency-Key': randomUUID() })).body);
    bodies.push((await camille.get(`/case-files/${PLANTED}`)).body);
    expect(finder.in(Buffer.from(JSON.stringify(bodies)))).toEqual([]);
  });

  it('keeps in clear only codes where it says that they are', async () => {
    const wrong: string[] = [];
    for (const { name: table, columns } of DECLARED_TABLES)
      for (const { column, its } of columns) {
        if (its.is !== 'coded' && its.is !== 'pseudonym') continue;
        const said = await demo.service.query<{ text: string }>(
          `SELECT DISTINCT "${column}"::text AS text FROM ${table} WHERE "${column}" IS NOT NULL`,
        );
        const words = said.find(({ text }) => !CODE.test(text.replace(/"[a-z_]+": /gi, '')));
        if (words) wrong.push(`${table}.${column}: ${words.text}`);
      }
    expect(wrong).toEqual([]);
  });

  it('opens with its keys only where each ciphertext stands', async () => {
    const rows = await sealedRows();
    const tables = new Set(rows.map(({ column }) => `${column.table}.${column.column}`));
    expect(tables.size).toBeGreaterThanOrEqual(11);
    const refused: string[] = [];
    const opened: string[] = [];
    for (const row of rows) {
      if (!opens(row, row)) refused.push(nameOf(row));
      for (const other of rows)
        if (other !== row && opens(row, other)) opened.push(`${nameOf(row)} as ${nameOf(other)}`);
    }
    expect(refused).toEqual([]);
    expect(opened).toEqual([]);
  });

  describe('in which one name is in clear', () => {
    beforeAll(async () => {
      await asSuperuser(demo.service.databaseOf(), async (client) => {
        await client.query(`SET session_replication_role = replica`);
        await client.query(`UPDATE team SET name = $1`, [`Équipe ${PLANTED.toUpperCase()}`]);
        await client.query('CHECKPOINT');
      });
    });

    it('is found in its tables, its files and its log: the search can fail', async () => {
      const found = [`team: ${PLANTED.toUpperCase()}`];
      expect((await foundInTables()).found).toEqual(found);
      const inFiles = (part: string): readonly string[] =>
        filesIn(join(data, part)).filter((file) => finder.in(bytesOf(file)).length > 0);
      expect(inFiles('base').length).toBeGreaterThan(0);
      expect(inFiles('pg_wal').length).toBeGreaterThan(0);
    });

    it.each([
      ['UTF-16', Buffer.from('avec zinzoline', 'utf16le')],
      ['base64', Buffer.from(Buffer.from('une Zinzoline de plus').toString('base64'))],
      ['base64 at another place', Buffer.from(Buffer.from('la Zinzoline de plus').toString('base64'))],
      ['JSON', Buffer.from(JSON.stringify({ name: 'zinzoline' }))],
    ])('is found in %s', (_how, bytes) => {
      expect(finder.in(bytes)).toHaveLength(1);
    });
  });

  /** Some rows of every sealed column, with the keys they are under. */
  async function sealedRows(): Promise<readonly SealedRow[]> {
    const rows: SealedRow[] = [];
    for (const column of CIPHERTEXT_COLUMNS) {
      if (column.under === 'several-cases' || column.under === 'key-encryption') continue;
      const row = column.row.map((it) => `"${it}"::text`).join(` || ':' || `);
      const found = await demo.service.query<{ row: string; keyId: string | null; sealed: Buffer }>(
        `SELECT ${row} AS row, ${column.keyColumn ? `"${column.keyColumn}"` : 'NULL::uuid'} AS "keyId", "${column.column}" AS sealed
           FROM ${column.table} WHERE "${column.column}" IS NOT NULL LIMIT 3`,
      );
      await demo.service.asSeed(async () => {
        const secrecy = demo.service.app.get(Secrecy);
        for (const { row: name, keyId, sealed } of found) {
          const key = keyId === null ? await secrecy.spaceKey() : await secrecy.openDataKey(keyId);
          rows.push({ column, row: name, key, sealed });
        }
      });
    }
    return rows;
  }
});

/** `A`, `{a,b}`, `{"x": ["y"]}`, `2025-11-25T10:00:00Z`: no two words beside each other. */
const CODE = /^[\w.:+~^/@=#<>!*|{}[\](),"'\s-]*$/;

interface SealedRow {
  readonly column: CiphertextColumn;
  readonly row: string;
  readonly key: DataKey;
  readonly sealed: Buffer;
}

const nameOf = ({ column, row }: SealedRow): string => `${column.table}.${column.column} ${row}`;

/** Whether what stands in one place opens in another, even with its own key. */
function opens(it: SealedRow, there: SealedRow): boolean {
  const place = { table: there.column.table, column: there.column.column, row: there.row };
  return [it.key, there.key].some(({ key }) => {
    try {
      unseal(key, place, it.sealed);
      return true;
    } catch {
      return false;
    }
  });
}

/** A table as binary and as text. */
async function copyOut(database: string, table: string): Promise<Buffer> {
  const client = new pg.Client({ connectionString: onDatabase(testDatabase().superuserUrl, database) });
  await client.connect();
  try {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} AS t`);
    const { rows: binary } = await client.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
    const bytes = binary.flatMap((row) => Object.values(row).filter((value) => Buffer.isBuffer(value)));
    return Buffer.concat([Buffer.from(rows.map(({ row }) => row).join('\n')), ...bytes]);
  } finally {
    await client.end();
  }
}
