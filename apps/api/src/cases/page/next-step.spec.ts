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

  it('is the letter to the court, and not what is due at seventeen, for a girl of seventeen and a half met minutes ago', async () => {
    const born = new Date(Date.now() - 17.5 * 365.25 * 86_400_000).toISOString().slice(0, 10);
    const { id } = await worker.opened({ urgentDangerSeen: 'yes', child: { birth: born } });
    await worker.completed(id, 'refuge', 'heal_first', { values: { bitten: 'no' } });
    await worker.completed(id, 'refuge', 'plan_night', { values: { bed: 'yes' } });
    const done = await worker.completed(id, 'refuge', 'weigh', {
      values: { peril: 'immediate_grave', crime: 'no', harm: { sold: 'yes' } },
      reasons: ['near'],
      ...WEIGHED,
    });
    expect(done.next).toMatchObject({
      step: 'write_court',
      band: 'protects-now',
      origin: 'LEGAL',
      atOnce: true,
    });
    expect(done.next?.grounds?.fr).toMatch(/^Vous avez noté : danger : /);
    expect(done.next?.grounds?.en).toMatch(/^You noted: danger: /);
    const file = await worker.readCase(id);
    expect(file.next).toEqual(done.next);
    const { deadline } = stepOf(file, 'refuge', 'grow_up');
    expect(deadline?.passedBefore).toBeLessThan(file.state.now);
    expect(deadline?.dueAt).toBe(file.state.days.endOfToday);
    expect(file.state.deviations.filter(({ kind }) => kind === 'late')).toEqual([]);
  });

  it('is to assess the danger before any letter: it says which letter is the right one', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'unknown' });
    const values = { peril_seen: { answer: 'unknown' }, bitten: 'yes' } as const;
    const done = await worker.completed(id, 'welcome', 'arrive', { values });
    expect(done.next?.step).toBe('heal_first');
    const then = await worker.completed(id, 'refuge', 'heal_first', { values: { bitten: 'no' } });
    expect(then.next).toMatchObject({ step: 'weigh', band: 'protects-now', atOnce: true });
    const letter = stepOf(await worker.readCase(id), 'refuge', 'write_office');
    expect(letter).toMatchObject({ state: 'ready', deadline: { origin: 'LEGAL', atOnce: true } });
  });

  it('says of a child who is away that this is why, where nothing else is noted', async () => {
    const { id, state } = await worker.opened({ urgentDangerSeen: 'unknown' });
    const begun = await worker.sendAct(id, 'runs', { protocol: 'search' }, { seq: state.seq });
    expect(begun.status).toBe(200);
    expect((await worker.readCase(id)).next).toMatchObject({
      step: 'tell_police',
      grounds: { fr: 'L’enfant n’est pas là.', en: 'The child is away.' },
    });
  });
});
