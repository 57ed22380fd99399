import { randomUUID } from 'node:crypto';
import { CaseClient } from '../testing/case-client';
import { TestService } from '../../testing/test-service';

const DAY = 86_400_000;

describe('a second opinion, identity redacted', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('reads the notes without the names and numbers of the case’s people', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const asked = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const cases = new CaseClient(supervisor.client);
    const { id, state } = await cases.opened({
      child: { calledName: 'Ysoline', familyName: 'Vergassol', alsoKnownAs: ['Zaza'], birth: '2011-04' },
    });
    await cases.sendAct(id, 'notes', {
      note: 'YSOLINE (Zaza) dort chez sa tante Bintou, 12 rue des Lilas, 06 99 88 77 11. Elle va au collège.',
    });
    const person = { name: 'Bintou Kourouma', relation: 'relative' };
    expect((await cases.sendAct(id, 'people', person, { seq: state.seq + 1 })).status).toBe(201);
    const isTold = { told: 'yes' } as const;
    const key = () => ({ 'Idempotency-Key': randomUUID() });
    const today = new Date().toISOString().slice(0, 10);
    const kept = [
      await supervisor.client.post(
        `/case-files/${id}/holds`,
        { reason: 'Plainte contre Bintou Kourouma, au collège.' },
        key(),
      ),
      await supervisor.client.post(
        `/case-files/${id}/sharing`,
        {
          on: today,
          ground: 'emergency',
          classes: ['situation'],
          toWhom: 'Le collège de Ysoline',
          isBound: true,
          what: 'Où dort Zaza : 12 rue des Lilas',
          why: 'Bintou l’attend',
          child: isTold,
          parents: { told: 'no', why: 'Mme Kourouma est en danger' },
          how: 'spoken',
        },
        key(),
      ),
    ];
    expect(kept.map(({ status }) => status)).toEqual([201, 201]);
    const until = new Date(Date.now() + 3 * DAY).toISOString();
    const given = await supervisor.client.post(
      `/case-files/${id}/second-opinions`,
      { accountId: asked.id, until, question: 'Votre avis sur Mme Kourouma ?' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(given.status).toBeLessThan(300);
    const told = JSON.stringify(
      await Promise.all(
        ['', '/journal', '/replay', '/conformance', '/privacy', '/access'].map(
          async (path) => (await asked.client.get(`/case-files/${id}${path}`)).body,
        ),
      ),
    );
    expect(told).toContain('Elle va au collège.');
    for (const said of ['Plainte contre', 'Le collège de', 'Où dort', 'l’attend', 'est en danger'])
      expect([said, told.includes(said)]).toEqual([said, true]);
    for (const name of ['ysoline', 'zaza', 'vergassol', 'bintou', 'kourouma', 'lilas', '88 77', '2011-04'])
      expect([name, told.toLowerCase().includes(name)]).toEqual([name, false]);
    const whole = JSON.stringify((await supervisor.client.get(`/case-files/${id}/journal`)).body);
    expect(whole).toContain('12 rue des Lilas');
  });

  it('reads none of what the child was called before, nor of who was noted beside the journal', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const asked = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const cases = new CaseClient(supervisor.client);
    const { id, state } = await cases.opened({
      child: { calledName: 'Philomène', familyName: 'Quatremer', birth: '2010-09' },
    });
    await cases.sendAct(id, 'notes', { note: 'Philomène Quatremer connaît Gontran. Elle va au collège.' });
    const child = { calledName: 'Ysoline', familyName: 'Vergassol', birth: '2011-04' };
    const changed = await cases.sendAct(
      id,
      'child',
      { child, why: 'Quatremer était faux.' },
      { method: 'put', seq: state.seq + 1 },
    );
    expect(changed.status).toBe(200);
    await cases.sendAct(id, 'people', { name: 'Gontran Dubosquet', relation: 'friend' });
    const until = new Date(Date.now() + 3 * DAY).toISOString();
    const given = await supervisor.client.post(
      `/case-files/${id}/second-opinions`,
      { accountId: asked.id, until, question: 'Votre avis ?' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(given.status).toBeLessThan(300);
    const told = JSON.stringify(
      await Promise.all(
        ['', '/journal', '/replay', '/conformance'].map(
          async (path) => (await asked.client.get(`/case-files/${id}${path}`)).body,
        ),
      ),
    );
    expect(told).toContain('Elle va au collège.');
    for (const name of ['philomène', 'quatremer', 'gontran', 'dubosquet', 'ysoline', 'vergassol', '2010-09'])
      expect([name, told.toLowerCase().includes(name)]).toEqual([name, false]);
  });

  it('reads in the case as it was known then no name of somebody who was recorded later', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const asked = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const cases = new CaseClient(supervisor.client);
    const { id, state } = await cases.opened();
    await cases.sendAct(id, 'notes', { note: 'Elle dort chez sa tante Awa Diallo. Elle va au collège.' });
    const person = { name: 'Awa Diallo', relation: 'relative' };
    expect((await cases.sendAct(id, 'people', person, { seq: state.seq + 1 })).status).toBe(201);
    const until = new Date(Date.now() + 3 * DAY).toISOString();
    const given = await supervisor.client.post(
      `/case-files/${id}/second-opinions`,
      { accountId: asked.id, until, question: 'Votre avis ?' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(given.status).toBeLessThan(300);
    const path = `/case-files/${id}/as-known?at=${String(state.seq + 1)}`;
    const told = JSON.stringify((await asked.client.get(path)).body);
    expect(told).toContain('Elle va au collège.');
    expect(told).not.toMatch(/awa|diallo/i);
    expect(JSON.stringify((await supervisor.client.get(path)).body)).toContain('sa tante Awa Diallo');
  });
});
