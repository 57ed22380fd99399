import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES } from '@repere/access';
import { inventedName } from '../../cases/testing/case-client';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { SMALL_PDF } from '../../documents/testing/small-pdf';
import { AttackedService, type Names, tellable } from './testing/attacked-service';
import { type BodyField, type Chosen, withValueAt } from './testing/body-of';
import type { DescribedRoute } from './testing/described-route';
import { type TeamWithEverything, teamWithEverything } from './testing/team-with-everything';
import type { CaseFileDto } from '../../cases/page/case-file.dto';

/** Protocols, and what is practised on them, belong to no team: whoever may read them reads all. What their dry runs show of cases is redacted for the reader. */
const OF_NO_TEAM = /^\/api\/(protocol|training)/;
/** Words that everybody knows, services of the directory, and colleagues, who sign what they do: a case may be given to one of another team. */
const NO_SECRET = /\{(step|figure|template|accountId|provider|rule|relation|serviceId)\}$/;
const STAFF = /\.(accountId|ownerId|auditorIds|absentId|substituteId|escortId|memberIds|leadId|circle)$/;
const OF_NO_CASE = /^DryRunTargetDto\.draftId$/;
/** Accounts, invitations to them, teams, services and contacts on call are those of the whole space: refused by the role, whatever the id. */
const OF_SPACE =
  /^\/api\/(accounts|account-changes|provider-invitations|teams|on-call-contacts|services|service-imports)\b|^(NewAccountDto|ChangeTeamsDto|RightsReviewDto)\.|^AskCapacityDto\.serviceIds|^(ReferTo|PrepareReferral|ChangePrepared)(Service)?Dto\.serviceId$/;
/** Things that the team of these attacks has none of: their own access specs try them. */
const NONE_HERE = [
  '/access-requests/{id}',
  '/break-glass/{id}',
  '/calendar/{token}',
  '/case-files/{id}/answered-reminders/{reminderId}',
  '/case-files/{id}/holds/{hold}',
  '/duties/{id}',
  '/erasures/{id}',
  '/factors/passkeys/{id}',
  '/retention/decisions/{id}',
  '/substitutions/{id}',
];
const NO_FIELD_HERE = [
  'AskApproverDto.entryId',
  'MakeAccessRequestDto.caseFileId',
  'NewTrainingSpaceDto.ownScenario',
  'PlanDutyDto.teamId',
  'RecordCallDto.contactId',
  'RecordSharingDto.corrects',
  'SeenPreparedDto.id',
];
/** A new case's own id is made by chance; who sends one that is taken learns that it is, as nobody does by guessing. */
const OF_NEW = /^OpenCaseFileDto\.id$/;

describe('an id of another team', () => {
  let attacked: AttackedService;
  let theirs: TeamWithEverything;
  let own: TeamWithEverything;
  let strangers: readonly (readonly [string, TestClient])[];
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.attackService(service);
    theirs = await teamWithEverything(service, 'North');
    own = await teamWithEverything(service, 'South');
    strangers = [
      ['every role', (await service.signIn({ roles: ACCOUNT_ROLES, teams: ['South'] })).client],
      ['supervisor', own.supervisor.client],
      ['auditor', own.auditor.client],
      ['partner', own.partner.client],
    ];
  });
  afterAll(() => attacked.service.stop());

  const routes = (): readonly DescribedRoute[] =>
    attacked.routes.filter(
      ({ path, named }) => named.length > 0 && !OF_NO_TEAM.test(path) && !OF_SPACE.test(path),
    );

  /** Theirs from this place of the address on, one's own before. */
  const mixed = (named: readonly string[], from: number): Names =>
    Object.fromEntries(named.map((place, at) => [place, (at < from ? own : theirs).names[place] ?? '']));
  const without = (named: readonly string[], from: number): Names =>
    Object.fromEntries(named.slice(0, from).map((place) => [place, own.names[place] ?? '']));

  it('is known for everything that an address names', () => {
    const unknown = routes().flatMap(({ named }) => named.filter((place) => !theirs.names[place]));
    expect(new Set(unknown.filter((place) => !NO_SECRET.test(place)))).toEqual(new Set(NONE_HERE));
    expect(Object.entries(theirs.names).filter(([, name]) => name === 'none')).toEqual([]);
  });

  /** As far as the body goes, the route is ready to do it. */
  const chosen = (): Chosen => ({
    'ExplainDeviationDto.key': `late:${theirs.names['/case-files/{id}/runs/{runId}'] ?? ''}:assess`,
    'JudgeDeviationDto.key': `late:${theirs.names['/case-files/{id}/runs/{runId}'] ?? ''}:assess`,
  });
  const differ = (one: Answer, other: Answer): boolean =>
    JSON.stringify(tellable(one)) !== JSON.stringify(tellable(other));
  const tell = (what: string, one: Answer, other: Answer): string =>
    `${what}: ${[one, other].map(({ status, body }) => `${String(status)} ${JSON.stringify(body)}`).join(', ')}`;

  it('in the address: the same answer as an id that nobody has', async () => {
    const told: string[] = [];
    for (const route of routes())
      for (const [who, client] of strangers)
        for (const [from, place] of route.named.entries()) {
          if (NO_SECRET.test(place) || NONE_HERE.includes(place)) continue;
          const body = attacked.bodyOf(route, chosen());
          const foreign = await attacked.askRoute(client, route, { names: mixed(route.named, from), body });
          const missing = await attacked.askRoute(client, route, { names: without(route.named, from), body });
          if (differ(foreign, missing) || ![403, 404].includes(foreign.status))
            told.push(tell(`${route.name} from ${place} as ${who}`, foreign, missing));
        }
    expect(told).toEqual([]);
  });

  describe('in a body', () => {
    const ids = (): Chosen => ({
      'NotDuplicateDto.caseFileId': theirs.file.id,
      'FindingInputDto.caseFileId': theirs.file.id,
      'WhatIfRequestDto.runId': theirs.names['/case-files/{id}/runs/{runId}'],
      'ApproveDto.entryId': theirs.entryId,
      'ReturnDto.entryId': theirs.entryId,
      'AmendDto.entryId': theirs.entryId,
      'StepInputDto.confirms': theirs.entryId,
      'StepInputDto.sameAs': theirs.entryId,
      'EndSessionDto.id': theirs.sessionId,
      'OpenReferralDto.needId': theirs.names['/case-files/{id}/referrals/{referralId}'],
      'ReferToServiceDto.needId': theirs.names['/case-files/{id}/referrals/{referralId}'],
      'PreparedTermsDto.needId': theirs.names['/case-files/{id}/referrals/{referralId}'],
      'OpenReferralDto.capacityRequestId': theirs.names['/capacity-requests/{requestId}'],
      'WriteLetterDto.runId': theirs.names['/case-files/{id}/runs/{runId}'],
      'AddDocumentDto.follows': theirs.names['/case-files/{id}/documents/{documentId}'],
      'SaveLetterDraftDto.corrects': theirs.names['/case-files/{id}/letters/{letterId}'],
      'WriteLetterDto.corrects': theirs.names['/case-files/{id}/letters/{letterId}'],
      'SaveLetterDraftDto.referralId': theirs.names['/case-files/{id}/referrals/{referralId}'],
      'WriteLetterDto.referralId': theirs.names['/case-files/{id}/referrals/{referralId}'],
      'MissionPlanDto.teamIds': theirs.teamId,
      'MissionScopeDto.teamIds': theirs.teamId,
    });
    const idFields = (): readonly { readonly route: DescribedRoute; readonly field: BodyField }[] =>
      attacked.routes.flatMap((route) =>
        (route.body === null ? [] : attacked.bodies.fields(route.body))
          .filter(
            ({ name, schema }) =>
              schema.format === 'uuid' && ![STAFF, OF_NO_CASE, OF_NEW, OF_SPACE].some((it) => it.test(name)),
          )
          .map((field) => ({ route, field })),
      );

    it('is known for every field that holds one', () => {
      const unknown = idFields().flatMap(({ field: { name } }) => (name in ids() ? [] : [name]));
      expect(new Set(unknown)).toEqual(new Set(NO_FIELD_HERE));
    });

    it('the same answer as an id that nobody has', async () => {
      const told: string[] = [];
      const insiders = [...strangers, ['worker', own.worker.client] as const];
      const ready = (): Chosen => ({
        'ChildDto.calledName': inventedName(),
        'FindingInputDto.ownerId': own.worker.id,
        'PrepareReferralDto.accountId': own.partner.id,
        'ChangePreparedDto.accountId': own.partner.id,
        'StepInputDto.values': { danger: 'grave' },
        'WriteLetterDto.template': 'to-the-town',
        'AddDocumentDto.isNoImageOfAbuse': true,
        'AddDocumentDto.content': SMALL_PDF,
        'WriteLetterDto.step': 'assess',
        'WriteLetterDto.parts': [{ id: 'asked', text: 'Merci.' }],
        'OpenCaseFileDto.notDuplicates': [{ why: 'Un autre enfant' }],
      });
      for (const { route, field } of idFields())
        for (const [who, client] of insiders) {
          if (NO_FIELD_HERE.includes(field.name)) continue;
          const { state } = (await own.worker.client.get<CaseFileDto>(`/case-files/${own.file.id}`)).body;
          const headers = { 'If-Match': `"${String(route.path.startsWith('/api/case') ? state.seq : 2)}"` };
          const ask = (id: unknown): Promise<Answer> =>
            attacked.askRoute(client, route, {
              names: own.names,
              body: withValueAt(attacked.bodyOf(route, ready()), field.at, id),
              headers,
            });
          const [foreign, missing] = [await ask(ids()[field.name]), await ask(randomUUID())];
          // A case that is opened is new each time; what would be is said, not done.
          const isSame = foreign.status === 201 ? missing.status === 201 : !differ(foreign, missing);
          const isAnswered = foreign.status > 400 || foreign.status === 201 || route.path.endsWith('/check');
          if (!isSame || !isAnswered)
            told.push(tell(`${route.name} ${field.at} as ${who}`, foreign, missing));
        }
      expect(told).toEqual([]);
    });
  });

  it('in a question: the same answer as an id that nobody has', async () => {
    const told: string[] = [];
    for (const route of attacked.routes)
      for (const { name } of route.query.filter((it) => /^(team|lead)$/.test(it.name)))
        for (const [who, client] of strangers) {
          const ask = (id: string): Promise<Answer> =>
            attacked.askRoute(client, route, {
              names: { '/team-board/{figure}': 'late' },
              query: `?${name}=${id}`,
            });
          const [foreign, missing] = [
            await ask(name === 'team' ? theirs.teamId : theirs.worker.id),
            await ask(randomUUID()),
          ];
          if (differ(foreign, missing)) told.push(tell(`${route.name} ${name} as ${who}`, foreign, missing));
        }
    expect(told).toEqual([]);
  });
});
