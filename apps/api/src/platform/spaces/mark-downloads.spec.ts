import type { MadeFeedDto } from '../../reminders/calendar/calendar.dto';
import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';

/** `null`: the live space, where nothing says that it is fictional. */
describe.each([
  { key: 'room', mark: 'exercice-' },
  { key: null, mark: '' },
])('what is taken out of the space $key', ({ key, mark }) => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ trainingKeys: ['room'] });
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] }, key);
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] }, key);
    await new CaseClient(lead.client).opened({ urgentDangerSeen: 'yes' });
  });
  afterAll(() => service.stop());

  it.each([
    ['a table', '/unmet-needs/export', 'besoins-non-couverts.csv'],
    ['a calendar', '/reminders/calendar', 'rendez-vous.ics'],
    ['what a route names by itself', '/event-log', 'journal-ocel.json'],
  ])('says in its name what it is: %s', async (_what, path, name) => {
    const saved = await supervisor.client.download(path);
    expect([saved.status, saved.name]).toEqual([200, `${mark}${name}`]);
  });

  it('says it in the table, in each line', async () => {
    const { content } = await supervisor.client.download('/unmet-needs/export');
    const text = content.toString();
    expect(text.startsWith('\uFEFF"FICTIF')).toBe(key !== null);
    expect(text.includes('FICTIF')).toBe(key !== null);
  });

  it('says it in the calendar and on each day of it, also under its address', async () => {
    const { content } = await lead.client.download('/reminders/calendar');
    const { body } = await lead.client.put<MadeFeedDto>('/reminders/calendar-feed', {});
    const fetched = await fetch(`${service.origin}${new URL(body.address).pathname}`);
    expect(fetched.headers.get('Content-Disposition')).toBe(`attachment; filename="${mark}rendez-vous.ics"`);
    for (const text of [content.toString(), await fetched.text()]) {
      const days = text.split('\r\n').filter((it) => it.startsWith('SUMMARY:'));
      expect(days.length).toBeGreaterThan(0);
      expect(new Set(days)).toEqual(
        new Set([key === null ? 'SUMMARY:rendez-vous' : 'SUMMARY:exercice - rendez-vous']),
      );
      expect(text.includes('X-WR-CALNAME:FICTIF - exercice\r\n')).toBe(key !== null);
    }
  });
});
