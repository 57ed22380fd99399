import type { TestClient } from '../../testing/accounts/test-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { CaseFilePageDto } from '../../cases/page/case-file.dto';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import { askIn, comeBy, leadIn, learnIn, newCode } from '../testing/learners';
import { dropSpaces, makeSpace, once, playIn } from '../testing/led-spaces';
import { RoomListener } from '../testing/room-listener';
import type { LearnerDto } from '../learners/learners.dto';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { PresentationDto, PresentationScriptDto } from './presentation.dto';

const XRAY = 'xray-19-5-margin-18';

describe('presenting to a class', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  let learner: TestClient;
  let known: LearnerDto;
  let pending: TestClient;
  const listening: RoomListener[] = [];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: XRAY });
    lead = await leadIn(trainer, space.key);
    ({ browser: learner, learner: known } = await learnIn(service, lead, space.key, 'Kiwi'));
    pending = await comeBy(service, space.key, await newCode(lead));
    await askIn(pending, 'Mangue');
  });
  afterEach(() => {
    for (const listener of listening.splice(0)) listener.stop();
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const listen = (client: TestClient, window = 'learning', seen: string | null = null): RoomListener => {
    const path = `/api/s/${space.key}/training/presentation/events/${window}`;
    const listener = new RoomListener(() => service.origin, path, client.cookieHeader, seen);
    listening.push(listener);
    return listener;
  };
  const seenBy = async (client: TestClient): Promise<PresentationDto> => {
    const { status, body } = await client.get<PresentationDto>('/training/presentation');
    if (status !== 200) throw new Error(`looking gave ${String(status)}`);
    return body;
  };
  const present = async (asked: object, client = lead) => {
    const { position } = await seenBy(lead);
    return client.put<PresentationDto>('/training/presentation', {
      ...{ after: position, isPaused: false },
      ...asked,
    });
  };

  it('shows a slide to the class, and its notes to nobody but whoever leads', async () => {
    const { body } = await lead.get<PresentationScriptDto>('/training/presentation/script');
    const beat = body.slides.find(({ kind }) => kind === 'beat');
    const note = beat?.notes[0]?.fr ?? '';
    expect(note).not.toBe('');
    expect((await present({ slide: beat?.id })).body.isLeading).toBe(true);
    const seen = await seenBy(learner);
    expect(seen).toMatchObject({ isLeading: false, page: null, isPaused: false });
    expect(seen.slide?.title).toEqual(beat?.title);
    expect(JSON.stringify(seen)).not.toContain(note);
  });

  it('tells who listens that something changed, and nothing else; a beat keeps the line', async () => {
    const listener = listen(learner);
    await until(async () => listener.told.length === 1);
    const { body } = await present({ slide: 'beat:the-opinion', isPaused: true });
    await until(async () => listener.last === body.position);
    expect(listener.told).toEqual([body.position - 1, body.position]);
    expect(await seenBy(learner)).toMatchObject({ isPaused: true });
    expect(listener.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
    expect(listener.headers.get('Cache-Control')).toBe('no-store, no-transform');
    expect(listener.headers.get('X-Accel-Buffering')).toBe('no');
    expect(listener.headers.get('Content-Encoding')).toBeNull();
    await until(async () => listener.beats > 0);
  }, 40_000);

  it('has the acts of the class wait in a pause: refused in a word, looking and writing go on, and so does whoever leads', async () => {
    const { body: listed } = await learner.post<CaseFilePageDto>('/case-files/search', {});
    const path = `/case-files/${listed.items[0]?.id ?? ''}`;
    const note = (client: TestClient) =>
      client.post<ProblemDto>(`${path}/notes`, { note: 'Elle a faim.' }, once());
    const played = await playIn(trainer, space.key);
    await present({ slide: 'opening', isPaused: true });
    const refused = await Promise.all(Array.from({ length: 12 }, () => note(learner)));
    expect(refused.map(({ status, body }) => [status, body.reasons?.[0]?.code])).toEqual(
      refused.map(() => [403, 'paused']),
    );
    expect((await learner.put('/reminders/choice', { hour: 9, byMail: false })).status).toBe(403);
    expect((await learner.get(path)).status).toBe(200);
    expect((await learner.post('/case-files/search', {})).status).toBe(200);
    expect((await learner.put('/session/activity')).status).toBe(200);
    // Whoever leads shows how it is done, as whom they play.
    expect((await note(played)).status).toBe(200);
    // The cookie of who leads elsewhere leads nobody here.
    const other = await makeSpace(service, trainer);
    const elsewhere = (await leadIn(trainer, other.key)).cookie(`__Host-repere-${other.key}-lead`) ?? '';
    expect(elsewhere).not.toBe('');
    learner.setCookie(`__Host-repere-${space.key}-lead`, elsewhere);
    expect((await note(learner)).status).toBe(403);
    learner.setCookie(`__Host-repere-${space.key}-lead`, '');
    await present({ slide: 'opening' });
    expect((await note(learner)).status).toBe(200);
  });

  it('has whoever comes back catch up, and is silent where nothing was missed', async () => {
    const { position } = await seenBy(lead);
    const current = listen(learner, 'learning', String(position));
    await until(async () => current.opened === 1);
    expect(current.told).toEqual([]);
    current.stop();
    const late = listen(learner, 'learning', String(position - 1));
    await until(async () => late.told.length === 1);
    expect(late.told).toEqual([position]);
    late.stop();
    // What was never ours is as nothing.
    const odd = listen(learner, 'learning', "1' OR 1=1");
    await until(async () => odd.told.length === 1);
  });

  it('shows a page of Repère as well, and ends with nothing', async () => {
    await present({ slide: 'opening', page: '/protocoles/small/1.0.0' });
    // Where the course stands is kept.
    expect(await seenBy(learner)).toMatchObject({
      ...{ slide: { id: 'opening' }, page: '/protocoles/small/1.0.0' },
    });
    await present({ page: '/dossiers' });
    expect(await seenBy(learner)).toMatchObject({ slide: null, page: '/dossiers' });
    await present({});
    expect(await seenBy(learner)).toMatchObject({ slide: null, page: null });
  });

  it('tells one of two trainers who change it at once', async () => {
    const { position } = await seenBy(lead);
    const other = await leadIn(trainer, space.key);
    const asked = (slide: string) => ({ after: position, slide, isPaused: false });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        (n % 2 ? lead : other).put<ProblemDto>('/training/presentation', asked('opening')),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.flatMap(({ body }) => body.reasons?.map(({ code }) => code) ?? [])).toEqual(
      Array.from({ length: 11 }, () => 'changed-elsewhere'),
    );
    const [late] = answers.filter(({ status }) => status === 409);
    expect(late?.body).toMatchObject({
      code: 'changed-elsewhere',
      title: 'Cela a changé entre-temps.',
    });
    expect((await seenBy(lead)).position).toBe(position + 1);
    // Stale, replayed, from the future.
    for (const after of [0, position, position + 5])
      expect((await lead.put('/training/presentation', { ...asked('opening'), after })).status).toBe(409);
  });

  it.each([
    ['an address elsewhere', { page: '//evil.example' }, 400, 'page'],
    ['a whole address', { page: 'https://evil.example/' }, 400, 'page'],
    ['a script', { page: 'javascript:alert(1)' }, 400, 'page'],
    ['a way upwards', { page: '/a/../../b' }, 400, 'page'],
    ['a page of another space', { page: '/s/classe-a1/dossiers' }, 400, 'page'],
    ['the door of another space', { page: '/s' }, 400, 'page'],
    ['with a query', { page: '/dossiers?nom=x' }, 400, 'page'],
    ['huge', { page: `/${'a'.repeat(5000)}` }, 400, 'page'],
    ['a list', { page: ['/dossiers'] }, 400, 'page'],
    ['nothing', { page: '' }, 400, 'page'],
    ['right to left', { slide: 'beat:\u202eopinion' }, 400, 'slide'],
    ['a slide that is not there', { slide: 'beat:elsewhere' }, 422, 'slide'],
    ['no word of a pause', { isPaused: 'yes' }, 400, 'isPaused'],
    ['a position that is none', { after: -1 }, 400, 'after'],
    ['no position', { after: null }, 400, 'after'],
    ['a field too many', { notes: 'x' }, 400, 'notes'],
  ])('refuses %s, by field, and shows what was shown', async (_what, asked, status, field) => {
    const before = await seenBy(lead);
    const answer = await present(asked);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(`"${field}"`);
    expect(await seenBy(lead)).toEqual(before);
  });

  it('is steered by whoever leads alone', async () => {
    for (const client of [learner, pending, service.client(space.key)]) {
      expect((await present({ slide: 'opening' }, client)).status).toBe(403);
      expect((await client.get('/training/presentation/script')).status).toBe(403);
    }
  });

  it('is seen by whoever was let in alone: nobody who waits, no stranger, nobody in a live space', async () => {
    const live = trainer.client;
    for (const client of [pending, service.client(space.key)]) {
      expect((await client.get('/training/presentation')).status).toBe(403);
      const refused = listen(client);
      await until(async () => refused.end !== null);
      expect(refused.end).toMatch(/^403 .*not-in-class/);
    }
    expect((await live.get('/training/presentation')).status).toBe(404);
    expect((await live.put('/training/presentation', { after: 0, isPaused: false })).status).toBe(404);
    expect((await live.get('/training/presentation/events/leading')).status).toBe(404);
    expect((await lead.get('/training/presentation/events/elsewhere')).status).toBe(404);
  });

  it('gives one stream a browser: the newer one takes the place of the other; whoever leads has two windows', async () => {
    const first = listen(learner);
    await until(async () => first.opened === 1);
    const second = listen(learner);
    await until(async () => first.end !== null && second.opened === 1);
    expect([first.end, second.end]).toEqual(['elsewhere', null]);
    const windows = [listen(lead, 'leading'), listen(lead, 'projected')];
    await until(async () => windows.every(({ opened }) => opened === 1));
    expect(windows.map(({ end }) => end)).toEqual([null, null]);
  });

  it('is told by whichever process somebody listens to', async () => {
    const other = await service.replica();
    const path = `/api/s/${space.key}/training/presentation/events/learning`;
    const there = new RoomListener(() => other.origin, path, learner.cookieHeader);
    listening.push(there);
    await until(async () => there.told.length === 1);
    const { body } = await present({ slide: 'beat:no-papers' });
    await until(async () => there.last === body.position);
    expect(there.opened).toBe(1);
    // A process that stops waits for no stream.
    await other.stop();
    there.stop();
  });

  it('ends for whoever is shown out, and begins again once they are let in', async () => {
    const listener = listen(learner);
    await until(async () => listener.opened === 1);
    await lead.put(`/training/class/learners/${known.id}`, { isAdmitted: false });
    await until(async () => listener.end !== null);
    expect(listener.end).toBe('out');
    expect((await learner.get('/training/presentation')).status).toBe(403);
    await lead.put(`/training/class/learners/${known.id}`, { isAdmitted: true });
    expect((await learner.get('/training/presentation')).status).toBe(200);
  });

  it('ends with the space', async () => {
    const { key } = space;
    const listener = listen(learner);
    await until(async () => listener.opened === 1);
    await trainer.client.post(`/training/spaces/${key}/changes`, { change: 'archive' }, once());
    await until(async () => listener.end !== null);
    expect(listener.end).toBe('shut');
    expect((await learner.get('/training/presentation')).status).not.toBe(200);
    expect((await lead.put('/training/presentation', { after: 0, isPaused: false })).status).not.toBe(200);
  });
});
