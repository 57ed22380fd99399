import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';

const WEIGHED = { bestInterests: 'Être à l’abri.', childView: { said: 'oui' } } as const;

describe('the next step', () => {
  let service: TestService;
  let account: SignedInClient;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    account = await service.signIn({ roles: ['caseworker'], teams: [randomUUID()] });
    worker = new CaseClient(account.client);
  });
  afterAll(() => service.stop());

  it('is the signalement, and not autonomy, for a girl of seventeen and a half met minutes ago', async () => {
    const born = new Date(Date.now() - 17.5 * 365.25 * 86_400_000).toISOString().slice(0, 10);
    const { id } = await worker.opened({ urgentDangerSeen: 'yes', child: { birth: born } });
    await worker.completed(id, 'protection', 'health_clock', { values: { exposure: 'no' } });
    await worker.completed(id, 'protection', 'safety_plan', { values: { safe_place: 'yes' } });
    const done = await worker.completed(id, 'protection', 'danger', {
      values: { danger: 'immediate_grave', crime_facts: 'no', exploitation_forms: { prostitution: 'yes' } },
      reasons: ['exploiter_near'],
      ...WEIGHED,
    });
    expect(done.next).toMatchObject({
      step: 'report_prosecutor',
      band: 'protects-now',
      origin: 'LEGAL',
      atOnce: true,
    });
    expect(done.next?.grounds?.fr).toMatch(/^Vous avez noté : danger : /);
    expect(done.next?.grounds?.en).toMatch(/^You noted: danger: /);
    const file = await worker.read(id);
    expect(file.next).toEqual(done.next);
    const { deadline } = stepOf(file, 'care', 'autonomy');
    expect(deadline?.passedBefore).toBeLessThan(file.state.now);
    expect(deadline?.dueAt).toBe(file.state.days.endOfToday);
    expect(file.state.deviations.filter(({ kind }) => kind === 'late')).toEqual([]);
  });

  it('is to assess the danger before any letter: it says which letter is the right one', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'unknown' });
    const values = { urgent_danger_seen: { answer: 'unknown' }, exposure: 'yes' } as const;
    const done = await worker.completed(id, 'identification', 'intake', { values });
    expect(done.next?.step).toBe('health_clock');
    const then = await worker.completed(id, 'protection', 'health_clock', { values: { exposure: 'no' } });
    expect(then.next).toMatchObject({ step: 'danger', band: 'protects-now', atOnce: true });
    const letter = stepOf(await worker.read(id), 'protection', 'report_crip');
    expect(letter).toMatchObject({ state: 'ready', deadline: { origin: 'LEGAL', atOnce: true } });
  });
});
