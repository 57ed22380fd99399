import { randomUUID } from 'node:crypto';
import { Controller, Module } from '@nestjs/common';
import { openMission } from '../audit/bundle/testing/open-mission';
import { CaseClient } from '../cases/testing/case-client';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { trySql } from '../testing/database/try-sql';
import { ProbeRoute } from '../testing/probe-route';
import { PrivacyClient } from '../privacy/testing/privacy-client';
import { grantTo } from '../testing/cases/test-grants';
import { type SignedInClient, TestService } from '../testing/test-service';
import { action, ConferenceClient, conferenceWithAction } from './testing/conference-client';

const SAID = `id, appointment_id, version, case_file_id, team_id, state, member_ids, at, by_id, key_id, content`;

/** Asks the database past every guard, as who is signed in. */
@Controller('conferences-probe')
class ConferencesProbe {
  constructor(private readonly unit: UnitOfWork) {}

  @ProbeRoute('GET count', 'conference.list', { isUnrecorded: true })
  async count(): Promise<unknown> {
    const [{ n }] = (await this.unit.manager.query(
      'SELECT (SELECT count(*) FROM case_conference)::int + (SELECT count(*) FROM conference_action)::int AS n',
    )) as [{ readonly n: number }];
    return { said: n };
  }

  /** In somebody else's name. */
  @ProbeRoute('GET forge', 'conference.list', { isUnrecorded: true })
  forge(): Promise<unknown> {
    return trySql(
      this.unit.manager,
      `INSERT INTO case_conference (${SAID})
      SELECT gen_random_uuid(), appointment_id, 99, case_file_id, team_id, 'prepared', member_ids, at,
             (SELECT id FROM account WHERE id <> app_account() LIMIT 1), key_id, content FROM case_conference LIMIT 1`,
    );
  }

  /** To minutes of one's own. */
  @ProbeRoute('GET agree', 'conference.list', { isUnrecorded: true })
  agree(): Promise<unknown> {
    return trySql(
      this.unit.manager,
      `INSERT INTO case_conference (${SAID})
      SELECT gen_random_uuid(), appointment_id, version + 1, case_file_id, team_id, 'agreed', member_ids, at, app_account(), key_id, content
        FROM case_conference WHERE state = 'written' AND by_id = app_account() LIMIT 1`,
    );
  }

  /** Takes up again what is over. */
  @ProbeRoute('GET reopen', 'conference.list', { isUnrecorded: true })
  reopen(): Promise<unknown> {
    return trySql(
      this.unit.manager,
      `INSERT INTO conference_action (id, action_id, version, appointment_id, case_file_id, team_id, owner_id, due_at, state, at, by_id, key_id, content)
      SELECT gen_random_uuid(), action_id, version + 1, appointment_id, case_file_id, team_id, owner_id, due_at, 'open', at, app_account(), key_id, content
        FROM conference_action WHERE state = 'done' LIMIT 1`,
    );
  }

  @ProbeRoute('GET rewrite', 'conference.list', { isUnrecorded: true })
  rewrite(): Promise<unknown> {
    return trySql(this.unit.manager, `UPDATE case_conference SET state = 'agreed'`);
  }

  @ProbeRoute('GET forget', 'conference.list', { isUnrecorded: true })
  forget(): Promise<unknown> {
    return trySql(this.unit.manager, 'DELETE FROM conference_action');
  }
}

@Module({ controllers: [ConferencesProbe] })
class ConferencesProbeModule {}

describe('the conferences of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let reference: string;
  let id: string;
  let actionId: string;
  beforeAll(async () => {
    service = await TestService.start({ modules: [ConferencesProbeModule] });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    ({ id: caseFileId, reference } = await new CaseClient(worker.client).opened());
    ({ id, actionId } = await conferenceWithAction(worker, caseFileId, 'Chez la tante, rue des Lilas'));
  });
  afterAll(() => service.stop());

  const of = ({ client }: SignedInClient) => new ConferenceClient(client, caseFileId);

  it('are prepared and written by who works on it, and agreed to by its supervisor', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const own = await of(colleague).planned();
    expect((await of(worker).prepareConference(own)).status).toBe(204);
    expect((await of(colleague).writeMinutes(own, { version: 2 })).status).toBe(204);
    expect((await of(worker).judgeMinutes(own, { version: 3 })).status).toBe(403);
    expect((await of(supervisor).judgeMinutes(own, { version: 3 })).status).toBe(204);
  });

  it('are not there for a stranger, nor for a partner', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    for (const who of [stranger, partner]) {
      expect((await who.client.get(`/case-files/${caseFileId}/conferences`)).status).toBe(404);
      expect((await who.client.get(`/case-files/${caseFileId}/conferences/${id}`)).status).toBe(404);
      expect((await of(who).planConference()).status).toBe(404);
      expect((await of(who).prepareConference(id)).status).toBe(404);
      expect((await of(who).writeMinutes(id)).status).toBe(404);
      expect((await of(who).judgeMinutes(id)).status).toBe(404);
      expect((await of(who).settleAction(id, actionId)).status).toBe(404);
      expect((await of(who).passAction(id, actionId, { ownerId: who.id })).status).toBe(404);
    }
  });

  it('are not those of another case, their actions neither', async () => {
    const { id: otherId } = await new CaseClient(worker.client).opened();
    const there = new ConferenceClient(worker.client, otherId);
    const other = await conferenceWithAction(worker, otherId);
    expect((await there.settleAction(id, actionId)).status).toBe(404);
    expect((await there.settleAction(other.id, actionId)).status).toBe(404);
    expect((await of(worker).settleAction(id, other.actionId)).status).toBe(404);
    const pass = { ownerId: supervisor.id };
    expect((await there.passAction(id, actionId, pass)).status).toBe(404);
    expect((await there.passAction(other.id, actionId, pass)).status).toBe(404);
  });

  it('tell an auditor no word of what was said, and are changed by none', async () => {
    const auditor = await service.signIn({ roles: ['auditor'] });
    await openMission(service, {
      ...{ team: 'North', supervisorId: supervisor.id, auditorId: auditor.id, caseFileIds: [caseFileId] },
    });
    const page = await of(auditor).readConference(id);
    expect(page).toMatchObject({ mayWrite: false, mayJudge: false, people: [], proposed: [] });
    expect(page.conference).toMatchObject({ purpose: { redacted: true }, summary: { redacted: true } });
    expect(JSON.stringify(page)).not.toContain('Lilas');
    expect((await of(auditor).planConference()).status).toBe(403);
    expect((await of(auditor).writeMinutes(id, { version: 2 })).status).toBe(403);
    expect((await of(auditor).judgeMinutes(id)).status).toBe(403);
  });

  it('are not written over in an emergency by who is not shown them', async () => {
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const asked = {
      reason: 'child-present',
      words: 'L’enfant est devant moi, il est 2 h du matin.',
      reference,
    };
    await night.client.post('/break-glass', asked, { 'Idempotency-Key': randomUUID() });
    const page = await of(night).readConference(id);
    expect(page).toMatchObject({ mayWrite: false, conference: { purpose: { redacted: true } } });
    expect(JSON.stringify(page)).not.toContain('Lilas');
    expect((await of(night).writeMinutes(id, { version: 2 })).status).toBe(403);
    expect((await of(night).planConference()).status).toBe(403);
    expect((await of(night).settleAction(id, actionId)).status).toBe(403);
    expect((await of(night).passAction(id, actionId, { ownerId: night.id })).status).toBe(403);
    // Nobody who broke the glass is given one.
    expect((await of(worker).passAction(id, actionId, { ownerId: night.id })).status).toBe(400);
  });

  it('tell who is asked for an opinion no word, who is given nothing by them', async () => {
    const adviser = await service.signIn({ roles: ['caseworker'], teams: ['East'] });
    await grantTo(service, { id: caseFileId, entryId: '' }, adviser.id, 'second-opinion');
    expect(JSON.stringify(await of(adviser).readConference(id))).not.toContain('Lilas');
    expect((await of(worker).listConferences()).people.map((it) => it.id)).not.toContain(adviser.id);
    expect((await of(adviser).passAction(id, actionId, { ownerId: adviser.id })).status).toBe(403);
    expect((await of(worker).passAction(id, actionId, { ownerId: adviser.id })).status).toBe(400);
    const own = await of(worker).planned();
    for (const sent of [
      { actions: [action(adviser.id)] },
      { decisions: [{ kind: 'hand-over', why: 'x', leadId: adviser.id } as const] },
    ])
      expect((await of(worker).writeMinutes(own, sent)).status).toBe(400);
  });

  it('stand whole in a request for access, with the appointment', async () => {
    const { body } = await new PrivacyClient(supervisor.client).post<{ items: { text: { fr: string } }[] }>(
      '/access-requests',
      {
        ...{ receivedOn: '2026-01-31', askedBy: 'Elle-même', identityChecked: 'Carte vue' },
        ...{ subject: 'child', caseFileId },
      },
    );
    const told = body.items.filter(({ text }) => text.fr.includes('rue des Lilas'));
    // Purpose, point, decision and its reason, the child’s words, what was said, who came, who tells, the action.
    expect(told).toHaveLength(9);
    expect(body.items.map(({ text }) => text.fr)).toContain('Concertation');
  });

  it('are rows that nobody reads or writes in SQL without a right of their own, nor agrees to alone', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const tried = async ({ client }: SignedInClient, what: string) =>
      (await client.get<{ readonly said: unknown }>(`/conferences-probe/${what}`)).body.said;
    expect(await tried(worker, 'count')).toBeGreaterThan(0);
    expect(await tried(stranger, 'count')).toBe(0);
    expect(await tried(worker, 'forge')).toMatch(/row-level security/);
    expect(await tried(worker, 'agree')).toMatch(/row-level security/);
    const { id: ended, actionId: done } = await conferenceWithAction(worker, caseFileId);
    await of(worker).settleAction(ended, done);
    expect(await tried(worker, 'reopen')).toMatch(/is over/);
    expect(await tried(worker, 'rewrite')).toMatch(/permission denied/);
    expect(await tried(worker, 'forget')).toMatch(/permission denied/);
  });
});
