import { Asking } from '../capacity/testing/asking';
import { writeUnmetCsv } from './write-unmet-csv';

describe('figures of needs that nobody meets, to pass on', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());

  it('are for who supervises, without any child, and recorded with how many they are', async () => {
    const { service, supervisor, lead, partner, file } = asking.referring;
    await asking.tamper(
      `INSERT INTO unmet_need_event (id, case_file_id, team_id, need, kind, reason, at)
       SELECT gen_random_uuid(), id, team_id, 'legal-help', 'opened', 'full', now() FROM case_file WHERE id = $1`,
      [file.id],
    );
    const { status, body, headers } = await supervisor.client.get<string>('/unmet-needs/export');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toContain('besoins-non-couverts.csv');
    const text = String(body);
    expect(text).toContain('"complet";"moins de 5";"0"');
    for (const secret of [file.reference, file.id, 'Comète', 'North']) expect(text).not.toContain(secret);
    const noted = await service.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ledger_event WHERE entry::json ->> 'type' = 'need.export'`,
    );
    expect(noted).toEqual([{ n: 1 }]);
    for (const who of [lead, partner, asking.administrator])
      expect((await who.client.get('/unmet-needs/export')).status).toBe(403);
    const elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect(String((await elsewhere.client.get<string>('/unmet-needs/export')).body)).not.toContain('complet');
  });

  it('below five are no figures, in an order that does not tell them', () => {
    const line = (need: 'legal-help' | 'bed-tonight', open: number, recorded: number) => ({
      ...{ territory: '93', need, reason: 'silent' as const, open, recorded },
    });
    const csv = writeUnmetCsv([line('legal-help', 1, 5), line('bed-tonight', 4, 12)], {
      language: 'en',
      isFiction: false,
    });
    const [, first, second] = csv.split('\r\n');
    expect(first).toMatch(/^"93";"Seine-Saint-Denis";.*;"no answer";"fewer than 5";"12"$/);
    expect(second).toMatch(/;"fewer than 5";"5"$/);
  });
});
