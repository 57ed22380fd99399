import { randomUUID } from 'node:crypto';
import { MANY } from '@repere/audit';
import { CaseReader } from '../../cases/reading/case-reader';
import { accountActor } from '../../platform/unit/account-actor';
import { enterFound } from '../../platform/unit/enter';
import { OpenCaseFileService } from '../../cases/opening/open-case-file.service';
import { atMoment } from '../../cases/testing/at-moment';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CaseAccessLogDto, AccessEventDto } from './access-log.dto';

const HOUR = 3_600_000;
/** Ten in the morning in Paris, some days ago. */
const MORNING = Date.parse(`${new Date(Date.now() - 5 * 24 * HOUR).toISOString().slice(0, 10)}T09:00:00Z`);

describe('who looked at a case', () => {
  let service: TestService;
  let lead: CaseClient;
  let leadId: string;
  let colleague: SignedInClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    const signedIn = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Moreau' });
    leadId = signedIn.id;
    lead = new CaseClient(signedIn.client);
    colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille Estrella' });
    id = randomUUID();
    await atMoment(service, leadId, MORNING, () =>
      service.app.get(OpenCaseFileService).openCaseFile({
        id,
        child: { calledName: inventedName(), familyName: 'Estrélla' },
        urgentDangerSeen: 'yes',
        notDuplicates: [],
      }),
    );
  });
  afterAll(() => service.stop());

  /** What `reader` does in the way of a look at a moment, as the route would. */
  async function readCase(reader: string, at: number, caseFileId = id): Promise<void> {
    const space = await service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    await service.app.get(UnitOfWork).runAct(
      {
        space: { ...space, fixedNow: at },
        correlation: randomUUID(),
        enter: enterFound((manager) => accountActor(manager, reader)),
      },
      { type: 'case-file.read', purpose: 'care', idempotent: false },
      () => service.app.get(CaseReader).readCase(caseFileId),
    );
  }
  const accessLog = async (cursor?: string): Promise<CaseAccessLogDto> => {
    const { status, body } = await lead.http.get<CaseAccessLogDto>(
      `/case-files/${id}/access-log${cursor === undefined ? '' : `?cursor=${cursor}`}`,
    );
    expect(status).toBe(200);
    return body;
  };
  const at = ({ items }: CaseAccessLogDto, moment: number): AccessEventDto | undefined =>
    items.find((it) => it.at === new Date(moment).toISOString());
  const codes = (it: AccessEventDto | undefined): readonly string[] =>
    it?.unusual.map(({ code }) => code) ?? [];

  it('has every access with who, when, what for and what it was, newest first', async () => {
    await readCase(leadId, MORNING + HOUR);
    await lead.http.get('/worklist');
    const { items, reference } = await accessLog();
    expect(reference).toMatch(/^RP-/);
    expect(items[0]).toMatchObject({
      kind: 'listed',
      act: { fr: 'L’a vu dans sa journée' },
      by: { id: leadId, name: 'Léa Moreau' },
    });
    expect(at({ items } as CaseAccessLogDto, MORNING + HOUR)).toEqual({
      id: expect.stringMatching(/^\d+$/),
      at: new Date(MORNING + HOUR).toISOString(),
      by: { id: leadId, name: 'Léa Moreau' },
      as: null,
      kind: 'opened',
      act: { fr: 'A ouvert le dossier', en: 'Opened the case' },
      purpose: { fr: 'accompagnement de l’enfant', en: 'care for the child' },
      unusual: [],
      questions: [],
      mayAsk: false,
    });
    const order = items.map((it) => Number(it.id));
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it('looking at who looked is recorded too', async () => {
    await accessLog();
    expect((await accessLog()).items[0]).toMatchObject({ act: { fr: 'A regardé qui a vu le dossier' } });
  });

  it('puts the unusual first, each with its reason; the same event stands in the list as well', async () => {
    const night = MORNING + 14 * HOUR;
    await readCase(leadId, night);
    const before = await accessLog();
    expect(before.unusual.map(codes)).toContainEqual(['night']);
    expect(codes(at(before, night))).toEqual(['night']);
    await readCase(colleague.id, MORNING + 2 * HOUR);
    const after = await accessLog();
    expect(codes(after.unusual[0])).toEqual(['same-name']);
    expect(after.unusual[0]?.by?.name).toBe('Camille Estrella');
    expect(after.searched).toBeNull();
  });

  it('somebody from outside who tried stands there, and what they saw is nothing', async () => {
    const foreign = await service.signIn({
      roles: ['caseworker'],
      teams: ['South'],
      name: 'Dominique Ailleurs',
    });
    expect((await foreign.client.get(`/case-files/${id}`)).status).toBe(404);
    const { unusual } = await accessLog();
    expect(unusual[0]).toMatchObject({
      kind: 'refused',
      by: { name: 'Dominique Ailleurs' },
      mayAsk: true,
    });
    // At night, that as well: this one is by the real clock.
    expect(codes(unusual[0]).slice(0, 2)).toEqual(['refused', 'outside']);
  });

  it('somebody who was assigned and no longer is belonged then, not now', async () => {
    const helper = (await service.hire({ roles: ['assessor'], teams: ['South'], name: 'Éva Loin' })).id;
    const insert = (since: number, ended: number) =>
      service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO assignment (case_file_id, team_id, account_id, since, ended_at)
           SELECT id, team_id, $2, $3, $4 FROM case_file WHERE id = $1`,
          [id, helper, new Date(since), new Date(ended)],
        ),
      );
    await insert(MORNING, MORNING + 5 * HOUR);
    await service.asSuperuser(async (db) => {
      await db.query(`SET session_replication_role = replica`);
      for (const after of [3, 6])
        await db.query(
          `INSERT INTO access_event (event_seq, case_file_id, reader, teams, at, type, purpose, outcome)
           SELECT -$1::int, $2, 'somebody', '{}', $3, 'case-file.read', 'care', 'done'`,
          [after, id, new Date(MORNING + after * HOUR)],
        );
      await db.query(`INSERT INTO alias VALUES ('account', $1, 'somebody')`, [helper]);
    });
    const shown = await accessLog();
    expect(codes(at(shown, MORNING + 3 * HOUR))).toEqual([]);
    expect(codes(at(shown, MORNING + 6 * HOUR))).toEqual(['outside']);
  });

  it('many in a row: each of them, the first ones too, though the others are not theirs to see', async () => {
    const browser = (
      await service.hire({ roles: ['caseworker'], teams: ['North', 'South'], name: 'Paul Curieux' })
    ).id;
    const start = MORNING + 30 * HOUR;
    await readCase(browser, start);
    const others = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    for (let n = 1; n < MANY.cases; n++) {
      const other = await new CaseClient(others.client).opened();
      await readCase(browser, start + n * 20_000, other.id);
      if (n === MANY.cases - 2) expect(codes(at(await accessLog(), start))).toEqual([]);
    }
    const shown = at(await accessLog(), start);
    expect(shown?.unusual).toEqual([
      {
        code: 'many',
        text: { fr: 'A ouvert 15 dossiers en 20 minutes', en: 'Opened 15 cases within 20 minutes' },
      },
    ]);
  });

  it('whose alias was deleted is somebody, and can’t be asked', async () => {
    const gone = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    await gone.client.get(`/case-files/${id}`);
    await service.asSuperuser((db) => db.query(`DELETE FROM alias WHERE subject = $1`, [gone.id]));
    const [item] = (await accessLog()).items;
    expect(item).toMatchObject({ by: null, mayAsk: false, kind: 'opened' });
    const { status, body } = await lead.sendAct<{ reasons: { code: string }[] }>(
      id,
      `access-log/${item?.id ?? ''}/questions`,
      {
        question: 'Pourquoi ?',
      },
    );
    expect([status, body.reasons[0]?.code]).toEqual([422, 'nobody-to-ask']);
  });

  it('goes on by pages, none twice and none missing', async () => {
    for (let n = 0; n < 60; n++) await readCase(leadId, MORNING + 40 * HOUR + n);
    const first = await accessLog();
    expect(first.items).toHaveLength(50);
    const seen = new Set(first.items.map((it) => it.id));
    let next = first.next;
    while (next !== null) {
      const page = await accessLog(next);
      for (const it of page.items) {
        expect(seen.has(it.id)).toBe(false);
        seen.add(it.id);
      }
      expect(page.unusual).toEqual([]);
      next = page.next;
    }
    for (let n = 0; n < 60; n++) {
      const [row] = await service.query<{ seq: string }>(
        `SELECT event_seq::text AS seq FROM access_event WHERE at = $1 AND case_file_id = $2`,
        [new Date(MORNING + 40 * HOUR + n), id],
      );
      expect(seen.has(row?.seq ?? '')).toBe(true);
    }
  });

  it('agrees with the record, event by event', async () => {
    const rows = await service.query<{ found: string; kept: string }>(
      `SELECT e.entry::json ->> 'type' || ' ' || (e.entry::json ->> 'outcome') || ' ' || (e.entry::json ->> 'actor') AS found,
              l.type || ' ' || l.outcome || ' ' || l.reader AS kept
         FROM access_event l JOIN ledger_event e ON e.seq = l.event_seq`,
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const { found, kept } of rows) expect(kept).toBe(found);
  });

  it('can’t be changed, and nobody writes one without an event', async () => {
    for (const change of [`UPDATE access_event SET type = 'x'`, `DELETE FROM access_event`])
      await expect(service.asSeed(({ manager }) => manager.query(change))).rejects.toThrow(
        /permission denied|append-only/,
      );
  });
});
