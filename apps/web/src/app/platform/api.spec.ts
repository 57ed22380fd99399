import { TestBed } from '@angular/core/testing';
import { vTeams } from '@repere/contract/access/accounts/administration/teams/teams';
import { vSessionTimes } from '@repere/contract/access/sessions/sessions';
import { vSession } from '@repere/contract/access/sign-in/session';
import { vCaseAsKnown } from '@repere/contract/audit/replay/replay';
import { vApprovalPage } from '@repere/contract/cases/approvals/approvals';
import * as v from 'valibot';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { Lock } from '../access/lock';
import { Session } from '../access/session';
import { Api } from './api';

const TEAM = { name: 'Équipe', territory: '93' };
const problem = { type: 'about:blank', title: 'x', status: 412, code: 'stale' };

describe('Api', () => {
  it('says who asks, in which language, and gives the ETag as a number', async () => {
    const server = await prepare('en');
    const answer = TestBed.inject(Api).get('/teams', vTeams);
    const request = await sent(server, 'GET', '/api/teams');
    expect(request.request.headers.get('X-Repere')).toBe('1');
    expect(request.request.headers.get('Accept-Language')).toBe('en');
    expect(request.request.headers.get('X-Correlation-Id')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush({ items: [] }, { headers: { ETag: '"7"' } });
    expect(await answer).toEqual({ ok: true, value: { items: [] }, seq: 7 });
  });

  it('sends what was seen and a key, and hands a refusal on as it is', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).post('/teams', TEAM, vTeams, {
      ifMatch: 3,
      idempotencyKey: 'k',
    });
    const request = await sent(server, 'POST', '/api/teams');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.headers.get('Idempotency-Key')).toBe('k');
    request.flush(problem, { status: 412, statusText: 'Precondition Failed' });
    expect(await answer).toEqual({ ok: false, problem });
  });

  it.each([
    ['7', { retryAfter: 7 }],
    ['0', { retryAfter: 0 }],
    ['Wed, 21 Oct 2026 07:28:00 GMT', {}],
    ['-5', {}],
  ])('hands on after how many seconds it may be asked again: %s', async (said, more) => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/teams', vTeams);
    const busy = { ...problem, status: 503, code: 'unavailable' };
    const options = { status: 503, statusText: 'x', headers: { 'Retry-After': said } };
    (await sent(server, 'GET', '/api/teams')).flush(busy, options);
    expect(await answer).toEqual({ ok: false, problem: busy, ...more });
  });

  it('takes an answer of another shape for none', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/teams', vTeams);
    (await sent(server, 'GET', '/api/teams')).flush({ rows: [] });
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
  });

  it('says that nobody answers when nobody does', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/teams', vTeams);
    (await sent(server, 'GET', '/api/teams')).error(new ProgressEvent('error'));
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unreachable', status: 0 } });
  });

  it('locks when the session has ended, and asks again once it is open', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/teams', vTeams);
    const refused = { status: 401, statusText: 'Unauthorized' };
    (await sent(server, 'GET', '/api/teams')).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      refused,
    );
    const lock = TestBed.inject(Lock);
    expect(lock.isShut()).toBe(true);
    lock.openAgain();
    (await sent(server, 'GET', '/api/teams')).flush({ items: [] });
    expect(await answer).toMatchObject({ ok: true });
    expect(lock.isShut()).toBe(false);
  });

  it('says whose page it is, so that nothing is done in the name of who signed in meanwhile', async () => {
    const server = await prepare();
    const first = TestBed.inject(Api).get('/teams', vTeams);
    const unnamed = await sent(server, 'GET', '/api/teams');
    expect(unnamed.request.headers.has('X-Repere-Account')).toBe(false);
    unnamed.flush({ items: [] });
    await first;
    const begun = TestBed.inject(Session).beginSession();
    (await sent(server, 'GET', '/api/about')).flush(about());
    (await sent(server, 'GET', '/api/session')).flush(session('caseworker'));
    await begun;
    void TestBed.inject(Api).get('/teams', vTeams);
    const named = await sent(server, 'GET', '/api/teams');
    expect(named.request.headers.get('X-Repere-Account')).toBe('a1');
  });

  it.each([
    ['POST', '/session/lock', () => TestBed.inject(Api).post('/session/lock', { id: 's1' }, null)],
    [
      'PUT',
      '/session/activity',
      () => TestBed.inject(Api).put('/session/activity', undefined, vSessionTimes),
    ],
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

  it('takes what belongs to the route alone, or does not compile', () => {
    const api = TestBed.inject(Api);
    const wrong = [
      // @ts-expect-error the check of another route’s answer
      () => api.get('/teams', vSession),
      // @ts-expect-error a check of a part
      () => api.get('/teams', v.object({})),
      // @ts-expect-error nothing is read of what answers something
      () => api.get('/teams', null),
      // @ts-expect-error something is read of what answers nothing
      () => api.post('/session/lock', { id: 's1' }, vTeams),
      // @ts-expect-error another body
      () => api.post('/teams', { title: 'Équipe' }, vTeams),
      // @ts-expect-error a body where there is none
      () => api.put('/session/activity', {}, vSessionTimes),
      // @ts-expect-error the body of another route at the same address
      () => api.put('/teams', TEAM, vTeams),
      // @ts-expect-error a question that it does not know
      () => api.get('/approvals', vApprovalPage, { page: '2' }),
      // @ts-expect-error a question that has to be asked
      () => api.get('/case-files/1/as-known', vCaseAsKnown),
    ];
    expect(wrong).toHaveLength(9);
  });

  it('does not lock when it only asks who is signed in', async () => {
    const server = await prepare();
    const answer = TestBed.inject(Api).get('/session', vSession);
    const refused = { status: 401, statusText: 'Unauthorized' };
    (await sent(server, 'GET', '/api/session')).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      refused,
    );
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unauthenticated' } });
    expect(TestBed.inject(Lock).isShut()).toBe(false);
  });
});
