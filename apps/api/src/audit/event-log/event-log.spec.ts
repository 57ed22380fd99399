import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { ACCOUNT_ROLES } from '@repere/access';
import { CaseClient } from '../../cases/testing/case-client';
import { signInAuditor } from '../../testing/cases/test-mission';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { EventLog } from './event-log';

const schema = JSON.parse(
  readFileSync(join(__dirname, 'testing', 'ocel20-schema-json.json'), 'utf8'),
) as object;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

describe('the event log', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let reference: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Zénobie Quartz' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const cases = new CaseClient(worker.client);
    const file = await cases.opened({ urgentDangerSeen: 'yes', child: { calledName: 'Ildegonde' } });
    [caseFileId, reference] = [file.id, file.reference];
    await cases.completed(file.id, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
      note: 'Chez sa tante Ursuline',
    });
    await cases.completed(file.id, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
  });
  afterAll(() => service.stop());

  const log = async (query = '', { client } = supervisor): Promise<EventLog> => {
    const { status, body } = await client.get<EventLog>(`/event-log${query}`);
    expect(status).toBe(200);
    return body;
  };

  it('is what the published schema of OCEL 2.0 asks for', async () => {
    const ajv = new Ajv({ allErrors: true, formats: { 'date-time': ISO } });
    const isLog = ajv.compile(schema);
    const written = await log();
    isLog(written);
    expect(isLog.errors).toBeNull();
    // And the schema would say no.
    expect(isLog({ ...written, events: [{ id: 'x' }] })).toBe(false);
  });

  it('names every type, attribute and object that it uses, each object once', async () => {
    const { objectTypes, eventTypes, objects, events } = await log();
    const ids = objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const { type, attributes } of objects) {
      const known = objectTypes.find(({ name }) => name === type)?.attributes.map(({ name }) => name);
      expect(known).toEqual(expect.arrayContaining(attributes.map(({ name }) => name)));
    }
    for (const { type } of events) expect(eventTypes.map(({ name }) => name)).toContain(type);
    for (const { relationships } of [...objects, ...events])
      for (const { objectId } of relationships) expect(ids).toContain(objectId);
  });

  it('tells every act of the case, by whom and what deviated', async () => {
    const { events, objects } = await log();
    const [row] = await service.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM journal_entry WHERE case_file_id = $1`,
      [caseFileId],
    );
    expect(events).toHaveLength(row?.n ?? 0);
    const tent = events.find(({ type }) => type === 'refuge.lodged_by_others');
    expect(tent?.relationships.map(({ qualifier }) => qualifier)).toEqual([
      'case',
      'run',
      'step',
      'entered by',
    ]);
    expect(tent?.attributes).toContainEqual({ name: 'deviations', value: 'rights-incident' });
    expect(new Set(objects.map(({ type }) => type))).toEqual(new Set(['case', 'run', 'step', 'actor']));
  });

  it('holds no name, no word, no id that means something elsewhere', async () => {
    const text = JSON.stringify(await log());
    const rows = await service.query<{ id: string }>(
      `SELECT id::text FROM account UNION SELECT id::text FROM case_file UNION SELECT id::text FROM run
        UNION SELECT id::text FROM journal_entry UNION SELECT id::text FROM team`,
    );
    for (const { id } of rows) expect(text).not.toContain(id);
    for (const word of ['Ildegonde', 'Zénobie', 'Ursuline', 'tante', reference, worker.login])
      expect(text).not.toContain(word);
  });

  it('is about a team and a period', async () => {
    expect((await log('?from=2000-01-01&to=2000-12-31')).events).toEqual([]);
    const southern = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect((await log('', southern)).events).toEqual([]);
    const [team] = await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`);
    expect((await log(`?team=${team?.id ?? ''}`, southern)).events).toEqual([]);
    expect((await log(`?team=${team?.id ?? ''}`)).events.length).toBeGreaterThan(0);
  });

  it('is recorded with the cases that it shows', async () => {
    await log();
    const rows = await service.query<{ id: string }>(
      `SELECT s.case_file_id AS id FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE e.entry::json ->> 'type' = 'event-log.export' AND s.case_file_id = $1`,
      [caseFileId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(ACCOUNT_ROLES)('is for who may audit: %s', async (role) => {
    const { client } = await service.signIn({ roles: [role], teams: ['North'] });
    expect((await client.get('/event-log')).status).toBe(role === 'supervisor' ? 200 : 403);
  });

  it('shows an auditor the cases of an open mission', async () => {
    const auditor = await signInAuditor(service, caseFileId);
    expect((await log('', auditor)).events.length).toBeGreaterThan(0);
  });
});
