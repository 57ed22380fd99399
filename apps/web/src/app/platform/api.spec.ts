import { TestBed } from '@angular/core/testing';
import * as v from 'valibot';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { Lock } from '../access/lock';
import { Session } from '../access/session';
import { Api } from './api';

const PAGE = v.object({ items: v.array(v.unknown()) });
const problem = { type: 'about:blank', title: 'x', status: 412, code: 'stale' };

describe('Api', () => {
  it('says who asks, in which language, and gives the ETag as a number', async () => {
    const server = await prepare('en');
    const answer = TestBed.inject(Api).get('/case-files/1', v.object({ id: v.string() }));
    const request = await sent(server, 'GET', '/api/case-files/1');
    expect(request.request.headers.get('X-Repere')).toBe('1');
    expect(request.request.headers.get('Accept-Language')).toBe('en');
    expect(request.request.headers.get('X-Correlation-Id')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush({ id: '1' }, { headers: { ETag: '"7"' } });
    expect(await answer).toEqual({ ok: true, value: { id: '1' }, seq: 7 });
  });

  it('sends what was seen and a key, and hands a refusal on as it is', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).post('/case-files', {}, v.unknown(), {
      ifMatch: 3,
      idempotencyKey: 'k',
    });
    const request = await sent(server, 'POST', '/api/case-files');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.headers.get('Idempotency-Key')).toBe('k');
    request.flush(problem, { status: 412, statusText: 'Precondition Failed' });
    expect(await answer).toEqual({ ok: false, problem });
  });

  it('takes an answer of another shape for none', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/worklist', PAGE);
    (await sent(server, 'GET', '/api/worklist')).flush({ rows: [] });
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
  });

  it('says that nobody answers when nobody does', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/worklist', PAGE);
    (await sent(server, 'GET', '/api/worklist')).error(new ProgressEvent('error'));
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unreachable', status: 0 } });
  });

  it('locks when the session has ended, and asks again once it is open', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/worklist', PAGE);
    const refused = { status: 401, statusText: 'Unauthorized' };
    (await sent(server, 'GET', '/api/worklist')).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      refused,
    );
    const lock = TestBed.inject(Lock);
    expect(lock.isShut()).toBe(true);
    lock.openAgain();
    (await sent(server, 'GET', '/api/worklist')).flush({ items: [] });
    expect(await answer).toMatchObject({ ok: true });
    expect(lock.isShut()).toBe(false);
  });

  it('says whose page it is, so that nothing is done in the name of who signed in meanwhile', async () => {
    const server = await prepare();
    const first = TestBed.inject(Api).get('/worklist', PAGE);
    const unnamed = await sent(server, 'GET', '/api/worklist');
    expect(unnamed.request.headers.has('X-Repere-Account')).toBe(false);
    unnamed.flush({ items: [] });
    await first;
    const begun = TestBed.inject(Session).beginSession();
    (await sent(server, 'GET', '/api/about')).flush(about());
    (await sent(server, 'GET', '/api/session')).flush(session('caseworker'));
    await begun;
    void TestBed.inject(Api).get('/worklist', PAGE);
    const named = await sent(server, 'GET', '/api/worklist');
    expect(named.request.headers.get('X-Repere-Account')).toBe('a1');
  });

  it.each([
    ['POST', '/session/lock', () => TestBed.inject(Api).post('/session/lock', {}, null)],
    ['PUT', '/session/activity', () => TestBed.inject(Api).put('/session/activity', {}, null)],
  ] as const)('does not hold %s %s until it is open again', async (method, path, ask) => {
    const server = await prepare();
    const answer = ask();
    const refused = { status: 401, statusText: 'Unauthorized' };
    (await sent(server, method, `/api${path}`)).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      refused,
    );
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unauthenticated' } });
  });

  it('does not lock when it only asks who is signed in', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/session', v.unknown());
    const refused = { status: 401, statusText: 'Unauthorized' };
    (await sent(server, 'GET', '/api/session')).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      refused,
    );
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unauthenticated' } });
    expect(TestBed.inject(Lock).isShut()).toBe(false);
  });
});
