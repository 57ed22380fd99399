import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { MissionClient } from './testing/mission-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { MissionDto } from './mission.dto';
import type { MissionPlanDto } from './planning/mission-plan.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

describe('who may do what with a mission', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let auditor: SignedInClient;
  let file: CaseFileDto;
  let mission: MissionDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    auditor = await service.signIn({ roles: ['auditor'], teams: ['North'] });
    file = await new CaseClient(worker.client).opened();
    const lead = new MissionClient(supervisor.client);
    const { body } = await lead.planMission(plan());
    mission = (await lead.openMission(body.id, body.revision)).body;
  });
  afterAll(() => service.stop());

  const plan = (changes: Partial<MissionPlanDto> = {}): MissionPlanDto => ({
    title: 'Mission',
    question: 'Pourquoi ?',
    teamIds: [file.team.id],
    auditorIds: [auditor.id],
    from: '2020-01-01',
    to: '2099-01-01',
    protocols: [],
    method: 'all',
    checklist: ['Fait ?'],
    ...changes,
  });
  const as = async (role: AccountRole, ...teams: string[]) =>
    new MissionClient((await service.signIn({ roles: [role], teams })).client);
  const finding = (ownerId: string) => ({
    severity: 'minor' as const,
    expected: 'a',
    happened: 'b',
    evidence: 'c',
    ownerId,
    dueOn: '2099-01-01',
  });

  it('only a supervisor plans one, of her own teams, with an auditor who is somebody else', async () => {
    for (const role of ['caseworker', 'assessor', 'auditor', 'administrator', 'trainer'] as const)
      expect((await (await as(role, 'North')).planMission<ProblemDto>(plan())).status).toBe(403);
    expect((await (await as('supervisor', 'South')).planMission<ProblemDto>(plan())).status).toBe(403);
    const both = await service.signIn({ roles: ['supervisor', 'auditor'], teams: ['North'] });
    const own = await new MissionClient(both.client).planMission<ProblemDto>(plan({ auditorIds: [both.id] }));
    expect([own.status, own.body.reasons?.[0]?.code]).toEqual([422, 'own-audit']);
    const none = await new MissionClient(both.client).planMission<ProblemDto>(
      plan({ auditorIds: [worker.id] }),
    );
    expect([none.status, none.body.reasons?.[0]?.code]).toEqual([422, 'no-auditor']);
  });

  it('another team’s supervisor, an auditor who is not named and a worker find nothing, as if there were none', async () => {
    for (const client of [
      await as('supervisor', 'South'),
      await as('auditor', 'North'),
      new MissionClient(worker.client),
    ]) {
      const answers = [
        await client.http.get<ProblemDto>(`/missions/${mission.id}`),
        await client.http.get<ProblemDto>(`/missions/${randomUUID()}`),
        await client.http.get<ProblemDto>('/missions/nonsense'),
        await client.closeMission<ProblemDto>(mission.id, mission.revision),
        await client.raise<ProblemDto>(mission.id, finding(supervisor.id)),
        await client.examine<ProblemDto>(mission.id, file.id, { answers: [], done: false }, 0),
      ];
      const bodies = answers.map(({ status, body: { correlation: _, ...body } }) => ({ status, body }));
      for (const body of bodies) expect(body).toEqual(bodies[0]);
      expect(bodies[0]?.status).toBe(404);
    }
  });

  it('its auditor neither changes, opens nor closes it, and its supervisor answers no checklist', async () => {
    const audit = new MissionClient(auditor.client);
    expect((await audit.closeMission<ProblemDto>(mission.id, mission.revision)).status).toBe(403);
    expect((await audit.openMission<ProblemDto>(mission.id, mission.revision)).status).toBe(403);
    const lead = new MissionClient(supervisor.client);
    expect((await lead.examine(mission.id, file.id, { answers: [], done: false }, 0)).status).toBe(403);
  });

  it('an auditor sees no draft, and a case outside the sample is not there to be examined', async () => {
    const { body: draft } = await new MissionClient(supervisor.client).planMission(plan());
    const audit = new MissionClient(auditor.client);
    expect((await audit.http.get(`/missions/${draft.id}`)).status).toBe(404);
    const later = await new CaseClient(worker.client).opened();
    expect((await audit.examine(mission.id, later.id, { answers: [], done: false }, 0)).status).toBe(404);
  });

  it('a finding is about a case of this mission’s sample, whoever sees others', async () => {
    const later = await new CaseClient(worker.client).opened();
    const lead = new MissionClient(supervisor.client);
    const { body: draft } = await lead.planMission(plan());
    // The auditor sees the later case by another mission, the supervisor as one of the team.
    const drawn = (await lead.openMission(draft.id, draft.revision)).body.cases.map(
      ({ caseFileId }) => caseFileId,
    );
    expect(drawn).toEqual(expect.arrayContaining([file.id, later.id]));
    for (const client of [lead, new MissionClient(auditor.client)]) {
      const about = (id: string) =>
        client.raise<ProblemDto>(mission.id, { ...finding(worker.id), caseFileId: id });
      const { status, body } = await about(later.id);
      expect([status, body.reasons?.[0]?.code]).toEqual([422, 'not-drawn']);
      expect((await about(randomUUID())).status).toBe(404);
      expect((await about(file.id)).status).toBe(201);
    }
    await expect(
      service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO mission_finding (id, mission_id, reference, case_file_id, team_id, severity, due_on, key_id, content, author_id,
                                        raised_at, owner_id)
           SELECT $1, $2, 'not drawn', c.id, c.team_id, 'minor', '2099-01-01', c.data_key_id, '', $3, now(), $4 FROM case_file c WHERE c.id = $5`,
          [randomUUID(), mission.id, auditor.id, worker.id, later.id],
        ),
      ),
    ).rejects.toThrow('mission_finding_drawn');
  });

  it('what was refused about a mission is on its stream, also to whom it is not', async () => {
    const stranger = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    await stranger.client.get(`/missions/${mission.id}`);
    await new MissionClient(auditor.client).closeMission<ProblemDto>(mission.id, mission.revision);
    const rows = await service.query<{ entry: string }>(
      `SELECT entry FROM ledger_event e WHERE e.entry::json ->> 'outcome' = 'refused' AND e.entry::json ->> 'stream' =
         (SELECT alias FROM alias WHERE kind = 'mission' AND subject = $1) ORDER BY seq`,
      [mission.id],
    );
    const types = rows.map(({ entry }) => (JSON.parse(entry) as { type: string }).type);
    expect(types.slice(-2)).toEqual(['mission.read', 'mission.close']);
    await stranger.client.get(`/missions/${randomUUID()}`);
    const [unknown] = await service.query<{ entry: string }>(
      `SELECT entry FROM ledger_event ORDER BY seq DESC LIMIT 1`,
    );
    const { stream, actor } = JSON.parse(unknown?.entry ?? '') as { stream: string; actor: string };
    expect(stream).toBe(actor);
  });

  it('what a mission showed is not shown again once it is closed, nor to a supervisor of no such team', async () => {
    const lead = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const key = { 'Idempotency-Key': randomUUID() };
    const { body: draft } = await new MissionClient(lead.client).planMission(plan());
    const open = () =>
      lead.client.post(
        `/missions/${draft.id}/open`,
        {},
        { ...key, 'If-Match': `"${String(draft.revision)}"` },
      );
    const raise = () => auditor.client.post(`/missions/${draft.id}/findings`, finding(worker.id), key);
    expect((await open()).status).toBe(200);
    expect((await open()).status).toBe(200);
    expect((await raise()).status).toBe(201);
    expect((await raise()).status).toBe(201);
    const shown = await service.query(
      `SELECT 1 FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE s.case_file_id = $1 AND e.entry::json ->> 'type' = 'mission.open'
          AND e.entry::json ->> 'actor' = (SELECT alias FROM alias WHERE kind = 'account' AND subject = $2)`,
      [file.id, lead.id],
    );
    expect(shown).toHaveLength(2);
    await new MissionClient(lead.client).closeMission(draft.id, draft.revision + 1);
    expect((await raise()).status).toBe(404);
    await service.asSeed(({ manager }) =>
      manager.query(`DELETE FROM team_member WHERE account_id = $1`, [lead.id]),
    );
    expect((await open()).status).toBe(404);
  });

  it('an id in capitals is none: it would be written under another name in the record', async () => {
    const audit = new MissionClient(auditor.client);
    const [mine, theirs] = [mission.id.toUpperCase(), file.id.toUpperCase()];
    expect((await audit.http.get(`/missions/${mine}`)).status).toBe(404);
    const nothing = { answers: [], done: false };
    expect((await audit.examine(mission.id, theirs, nothing, 0)).status).toBe(404);
    for (const path of ['/replay', '/as-known?at=1', '/access-log', '/conformance', '/bundles'])
      expect((await audit.http.get(`/case-files/${theirs}${path}`)).status).toBe(404);
    const opening = { id: randomUUID().toUpperCase(), urgentDangerSeen: 'no', child: {}, notDuplicates: [] };
    const { status } = await worker.client.post('/case-files', opening, { 'Idempotency-Key': randomUUID() });
    expect(status).toBe(400);
    expect(await service.query(`SELECT 1 FROM alias WHERE subject <> lower(subject)`)).toEqual([]);
    await expect(
      service.asSeed(({ manager }) =>
        manager.query(`INSERT INTO alias (kind, subject, alias) VALUES ('case', $1, 'x')`, [theirs]),
      ),
    ).rejects.toThrow('alias_subject_check');
  });

  it('an act without what was read is refused', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const { client } = supervisor;
    expect((await client.post(`/missions/${mission.id}/close`, undefined, key)).status).toBe(428);
    expect((await new MissionClient(client).closeMission(mission.id, mission.revision + 1)).status).toBe(412);
  });

  it('a case drawn that was restricted since is counted as hidden, never left out in silence', async () => {
    const shown = async (who: { client: TestClient }) =>
      (await who.client.get<MissionDto>(`/missions/${mission.id}`)).body;
    const raised = await new MissionClient(auditor.client).raise(mission.id, {
      ...finding(worker.id),
      caseFileId: file.id,
    });
    expect(raised.status).toBe(201);
    const before = await shown(auditor);
    expect([before.cases.length, before.hiddenCases]).toEqual([before.progress?.cases, 0]);
    const key = () => ({ 'Idempotency-Key': randomUUID() });
    const circle = [worker.id, supervisor.id];
    const restriction = { circle, reason: 'press', words: 'Un article.' };
    expect(
      (await supervisor.client.put(`/case-files/${file.id}/restriction`, restriction, key())).status,
    ).toBe(204);
    const after = await shown(auditor);
    expect([after.cases.length, after.hiddenCases]).toEqual([before.cases.length - 1, 1]);
    expect(JSON.stringify(after)).not.toContain(file.id);
    expect((await shown(supervisor)).hiddenCases).toBe(0);
    // Nor do figures count what was found in it.
    const ofOthers = before.findings.filter(({ caseFile }) => caseFile?.id !== file.id).length;
    expect(ofOthers).toBeLessThan(before.findings.length);
    expect([after.findings.length, after.progress?.findings]).toEqual([ofOthers, ofOthers]);
    expect((await shown(supervisor)).progress?.findings).toBe(before.findings.length);
    await supervisor.client.delete(`/case-files/${file.id}/restriction`, key());
  });

  it('a finding is its owner’s to answer, and another team’s never', async () => {
    const audit = new MissionClient(auditor.client);
    const { body } = await audit.raise(mission.id, { ...finding(worker.id), caseFileId: file.id });
    for (const role of ['supervisor', 'caseworker', 'auditor'] as const)
      expect((await (await as(role, 'South')).http.get(`/findings/${body.id}`)).status).toBe(404);
    const colleague = await as('caseworker', 'North');
    expect((await colleague.http.get(`/findings/${body.id}`)).status).toBe(404);
    expect((await new MissionClient(supervisor.client).answerFinding(body.id, 'Moi', 1)).status).toBe(403);
    const stranger = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    const elsewhere = await audit.raise<ProblemDto>(mission.id, finding(stranger.id));
    expect([elsewhere.status, elsewhere.body.reasons?.[0]?.code]).toEqual([422, 'no-owner']);
  });

  it('an auditor who is one no more works in it no more', async () => {
    const former = await service.signIn({ roles: ['auditor'] });
    const lead = new MissionClient(supervisor.client);
    const { body: draft } = await lead.planMission(plan({ auditorIds: [former.id] }));
    await lead.openMission(draft.id, draft.revision);
    expect((await former.client.get(`/case-files/${file.id}`)).status).toBe(200);
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE account SET roles = '{trainer}' WHERE id = $1`, [former.id]),
    );
    await service.signInAgain(former);
    expect((await former.client.get(`/case-files/${file.id}`)).status).toBe(404);
    expect((await former.client.get(`/missions/${draft.id}`)).status).toBe(404);
  });
});
