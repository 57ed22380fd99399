import { randomBytes, randomUUID } from 'node:crypto';
import { makeReference, REFERENCE_BYTES } from '@repere/cases';
import { ALL, BundleClient } from '../../../audit/bundle/testing/bundle-client';
import { MissionClient } from '../../../audit/missions/testing/mission-client';
import { LeadClient } from '../../../cases/lead/testing/lead-client';
import { CaseClient } from '../../../cases/testing/case-client';
import { DocumentClient } from '../../../documents/testing/document-client';
import { AppointmentClient } from '../../../appointments/testing/appointment-client';
import { conferenceWithAction } from '../../../conferences/testing/conference-client';
import { LetterClient } from '../../../letters/testing/letter-client';
import type { SignedInClient, TestService } from '../../../testing/test-service';
import { grantTo } from '../../../testing/cases/test-grants';
import type { Names } from './attacked-service';
import type { KeptPreparedDto } from '../../../referrals/prepared/prepared.dto';
import type { CaseFileDto } from '../../../cases/page/case-file.dto';
import type { BundleDto } from '../../../audit/bundle/ordering/bundles.dto';
import type { MissionDto } from '../../../audit/missions/mission.dto';
import type { CaseAccessLogDto } from '../../../audit/access-log/access-log.dto';

/** A team in which there is one of everything that an address can name. */
export interface TeamWithEverything {
  readonly worker: SignedInClient;
  readonly supervisor: SignedInClient;
  readonly auditor: SignedInClient;
  /** Somebody outside, to whom a part of the case is referred. */
  readonly partner: SignedInClient;
  readonly file: CaseFileDto;
  readonly names: Names;
  readonly teamId: string;
  readonly entryId: string;
  readonly sessionId: string;
}

export async function teamWithEverything(service: TestService, team: string): Promise<TeamWithEverything> {
  const worker = await service.signIn({ roles: ['caseworker'], teams: [team], name: `Worker of ${team}` });
  const supervisor = await service.signIn({ roles: ['supervisor'], teams: [team] });
  const auditor = await service.signIn({ roles: ['auditor'] });
  const partner = await service.signIn({ roles: ['partner'] });
  const cases = new CaseClient(worker.client);
  const [opened, other] = [await cases.opened(), await cases.opened()];
  const { id } = opened;
  await cases.completed(id, 'meeting', 'assess', { values: { danger: 'grave' } });
  await must(cases.sendAct(id, 'people', { name: 'Quelqu’un', relation: 'friend' }));
  const file = await cases.readCase(id);
  const bundle = await must(new BundleClient(service, supervisor.client).order(id));
  const missions = new MissionClient(supervisor.client);
  const { id: missionId } = await openedMission(missions, file.team.id, auditor.id);
  const finding = await must(missions.raise(missionId, { ...FINDING, ownerId: worker.id }));
  const ofMission = await must(
    supervisor.client.post<BundleDto>(`/missions/${missionId}/bundles`, ALL, {
      'Idempotency-Key': randomUUID(),
    }),
  );
  await insertDuplicateTask(service, id, other.id);
  await insertAlert(service, id);
  const accessEventId = await askAboutAccess(service, cases, id);

  const run = file.state.runs[0]?.runId ?? '';
  const only = async (sql: string, about: string): Promise<string> =>
    (await service.query<{ id: string }>(`${sql} ORDER BY 1 DESC LIMIT 1`, [about]))[0]?.id ?? 'none';
  const ofCase = (table: string): Promise<string> =>
    only(`SELECT id FROM ${table} WHERE case_file_id = $1`, id);
  const ofFile = '/case-files/{id}';
  const entryId = await only(
    `SELECT id FROM journal_entry WHERE kind = 'step-completed' AND case_file_id = $1`,
    id,
  );
  await grantTo(service, { id, entryId }, partner.id, 'partner');
  const requestId = await askForPlace(service, cases, id);
  const questions = `${ofFile}/capacity-questions`;
  const linkId = await linkOf(worker, id);
  const conference = await conferenceWithAction(worker, id);
  const proposalId = await proposalOf(worker, id, supervisor.id);
  const prepared = await must(
    cases.sendAct<KeptPreparedDto>(id, 'prepared-referrals', { accountId: partner.id, terms: {} }),
  );
  const names: Names = {
    [`${questions}/{questionId}`]: await ofCase('capacity_question'),
    [`${questions}/closed/{questionId}`]: await ofCase('capacity_question'),
    [`${questions}/met/{questionId}`]: await ofCase('capacity_question'),
    [`${questions}/requests/{requestId}`]: requestId,
    [`${questions}/links/{requestId}`]: requestId,
    '/capacity-requests/{requestId}': requestId,
    [ofFile]: id,
    [`${ofFile}/assignments/{accountId}`]: worker.id,
    [`${ofFile}/people/{personId}`]: file.people[0]?.id ?? 'none',
    [`${ofFile}/runs/{runId}`]: run,
    [`${ofFile}/runs/{runId}/steps/{step}`]: 'assess',
    [`${ofFile}/seen-alerts/{alertId}`]: await ofCase('alert'),
    [`${ofFile}/bundles/{bundleId}`]: bundle.body.id,
    [`${ofFile}/access-log/{event}`]: accessEventId,
    [`${ofFile}/referrals/{referralId}`]: await ofCase('sharing'),
    [`${ofFile}/referrals/offers-taken/{referralId}`]: await ofCase('sharing'),
    [`${ofFile}/referrals/messages-read/{referralId}`]: await ofCase('sharing'),
    [`${ofFile}/referrals/withdrawn/{referralId}`]: await ofCase('sharing'),
    [`${ofFile}/received-referrals/{referralId}`]: await only(
      'SELECT sharing_id AS id FROM assignment WHERE account_id = $1',
      partner.id,
    ),
    [`${ofFile}/prepared-referrals/{preparedId}`]: prepared.body.id,
    [`${ofFile}/letters/proposals/{template}`]: LETTER,
    [`${ofFile}/appointments/{appointmentId}`]: await new AppointmentClient(worker.client, id).planned(),
    [`${ofFile}/conferences/{appointmentId}`]: conference.id,
    [`${ofFile}/conferences/{appointmentId}/actions/{actionId}`]: conference.actionId,
    [`${ofFile}/lead-proposals/{proposalId}`]: proposalId,
    [`${ofFile}/lead-proposals/accepted/{proposalId}`]: proposalId,
    [`${ofFile}/lead-proposals/closed/{proposalId}`]: proposalId,
    [`${ofFile}/links/{linkId}`]: linkId,
    [`${ofFile}/links/ended/{linkId}`]: linkId,
    [`${ofFile}/letters/{letterId}`]: await new LetterClient(worker.client, id).written(LETTER),
    [`${ofFile}/documents/{documentId}`]: await new DocumentClient(worker.client, id).added(),
    '/duplicate-tasks/{id}': await ofCase('duplicate_task'),
    '/access-questions/{id}': await ofCase('access_question'),
    '/missions/{id}': missionId,
    '/missions/{id}/cases/{caseFileId}': id,
    '/missions/{id}/bundles/{bundleId}': ofMission.body.id,
    '/findings/{id}': finding.body.id,
  };
  const sessionId = await only('SELECT id FROM session WHERE account_id = $1', worker.id);
  return { worker, supervisor, auditor, partner, file, names, teamId: file.team.id, entryId, sessionId };
}

/** The kind of letter that the made-up protocols have. */
const LETTER = 'to-the-town';

const FINDING = {
  severity: 'minor',
  expected: 'a',
  happened: 'b',
  evidence: 'c',
  dueOn: '2099-01-01',
} as const;

async function openedMission(
  missions: MissionClient,
  teamId: string,
  auditorId: string,
): Promise<MissionDto> {
  const { body } = await must(
    missions.planMission({
      title: 'Mission',
      question: 'Pourquoi ?',
      teamIds: [teamId],
      auditorIds: [auditorId],
      from: '2020-01-01',
      to: '2099-01-01',
      protocols: [],
      method: 'all',
      checklist: ['Fait ?'],
    }),
  );
  return (await must(missions.openMission(body.id, body.revision))).body;
}

const insertDuplicateTask = (service: TestService, id: string, otherId: string): Promise<unknown> =>
  service.asSeed(({ manager }) =>
    manager.query(
      `INSERT INTO duplicate_task (case_file_id, team_id, other_case_file_id, other_team_id, why, raised_at, raised_by)
       SELECT $1, c.team_id, $2, c.team_id, '{same-name}', now(), 'system:seed' FROM case_file c WHERE c.id = $1`,
      [id, otherId],
    ),
  );

const insertAlert = (service: TestService, id: string): Promise<unknown> =>
  service.asSeed(({ manager }) =>
    manager.query(
      `INSERT INTO alert (id, case_file_id, team_id, run_id, step, entry_id, kind, at)
       SELECT $2, r.case_file_id, r.team_id, r.id, 'assess', e.id, 'flag', now()
         FROM run r JOIN journal_entry e ON e.run_id = r.id WHERE r.case_file_id = $1 LIMIT 1`,
      [id, randomUUID()],
    ),
  );

/** Somebody of nowhere tried to look, and was asked why. Id of the access event. */
async function askAboutAccess(service: TestService, cases: CaseClient, id: string): Promise<string> {
  const passerBy = await service.signIn({ roles: ['caseworker'], teams: ['Nowhere'] });
  await passerBy.client.get(`/case-files/${id}`);
  const { body } = await cases.http.get<CaseAccessLogDto>(`/case-files/${id}/access-log`);
  const accessEventId = body.unusual.find(({ by }) => by?.id === passerBy.id)?.id;
  if (!accessEventId) throw new Error('no access event');
  await must(cases.sendAct(id, `access-log/${accessEventId}/questions`, { question: 'Pourquoi ?' }));
  return accessEventId;
}

/** A service that anybody may be a member of was asked for a place. Id of what it was asked. */
async function askForPlace(service: TestService, cases: CaseClient, id: string): Promise<string> {
  const { client } = await service.signIn({ roles: ['administrator'] });
  const { body } = await must(
    client.post<{ readonly id: string }>(
      '/services',
      {
        ...{ name: 'Foyer', kind: 'young-shelter', territories: [], needs: null, ages: null, sexes: null },
        ...{ languages: null, has: [], hasNot: [], phones: [], opening: 'unknown' },
      },
      { 'Idempotency-Key': randomUUID() },
    ),
  );
  await must(
    cases.sendAct(id, 'capacity-questions', {
      ...{ need: 'bed-tonight', wanted: 'at-once', answerHours: 4, ground: 'shared-secret' },
      ...{ serviceIds: [body.id], nobodyAroundWorksThere: true },
    }),
  );
  const [request] = await service.query<{ id: string }>(
    'SELECT id FROM capacity_request WHERE service_id = $1',
    [body.id],
  );
  return request?.id ?? 'none';
}

async function must<T extends { readonly status: number; readonly body: unknown }>(
  answer: Promise<T>,
): Promise<T> {
  const it = await answer;
  if (it.status >= 300) throw new Error(`${String(it.status)}: ${JSON.stringify(it.body)}`);
  return it;
}

/** Of a tie that somebody asked for; whether there is such a case is told to nobody. */
/** That the supervisor is asked to lead the case. */
async function proposalOf(worker: SignedInClient, caseFileId: string, accountId: string): Promise<string> {
  const lead = new LeadClient(worker, caseFileId);
  await must(lead.proposeLead(accountId));
  return (await lead.standing()).id;
}

async function linkOf({ client }: SignedInClient, caseFileId: string): Promise<string> {
  const path = `/case-files/${caseFileId}/links`;
  const reference = makeReference(randomBytes(REFERENCE_BYTES));
  await client.post(path, { kind: 'sibling', reference }, { 'Idempotency-Key': randomUUID() });
  const { body } = await client.get<{ readonly links: readonly { readonly id: string }[] }>(path);
  return body.links[0]?.id ?? 'none';
}
