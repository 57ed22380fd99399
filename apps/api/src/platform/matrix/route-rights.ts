import type { CaseAct, ServiceAct, TeamAct } from '@repere/access';

/**
 * What a route needs. `case-file`: this act on the case that its address names; without the right to read it the case isn't
 * there (who receives a part of it finds that part), without the right to act it is refused. `team`, `service`: this act. `lists`: shows of cases what the
 * reader may see, to whoever may see any. `mission`, `library`, `accounts`, `privacy`, `own`: tests of their own prove these.
 * `signed-in`: belongs to nobody. `open`: nobody needs to be signed in.
 */
export type RouteRight =
  | { readonly on: 'case-file'; readonly act: CaseAct | 'see-looks' }
  | { readonly on: 'team'; readonly act: TeamAct | CaseAct }
  | { readonly on: 'service'; readonly act: ServiceAct }
  | { readonly on: Elsewhere };

type Elsewhere = 'lists' | 'mission' | 'library' | 'accounts' | 'privacy' | 'own' | 'signed-in' | 'open';

const CASE = '/api/case-files/{id}';
const STEP = `${CASE}/runs/{runId}/steps/{step}`;

/** Routes about one case, by the act that they need. */
const OF_CASE: Readonly<Record<CaseAct | 'see-looks', readonly string[]>> = {
  read: [
    `GET ${CASE}`,
    `GET ${CASE}/access`,
    `GET ${CASE}/journal`,
    `GET ${CASE}/replay`,
    `GET ${CASE}/as-known`,
    `GET ${CASE}/conformance`,
    `GET ${CASE}/privacy`,
    `GET ${CASE}/what-if/facts`,
    `POST ${CASE}/what-if`,
    `GET ${STEP}`,
    `POST ${STEP}/check`,
    `DELETE ${STEP}/draft`,
    // Whoever sees a case, or receives a part of it, can say that they should not.
    `POST ${CASE}/conflicts`,
  ],
  receive: [`GET ${CASE}/referral`],
  protect: [`POST ${CASE}/notes`, `POST ${CASE}/facts`, `POST ${STEP}/complete`, `PUT ${STEP}/draft`],
  write: [
    `PUT ${CASE}/child`,
    `POST ${CASE}/runs`,
    `POST ${CASE}/people`,
    `PUT ${CASE}/people/{personId}`,
    `POST ${STEP}/waive`,
    `POST ${STEP}/amend`,
    `POST ${CASE}/explained-deviations`,
  ],
  advise: [`POST ${CASE}/opinions`],
  approve: [
    `POST ${STEP}/approve`,
    `POST ${STEP}/return`,
    `POST ${CASE}/runs/{runId}/move`,
    `POST ${CASE}/judged-deviations`,
    `PUT ${CASE}/seen-alerts/{alertId}`,
    `POST ${CASE}/approvers`,
  ],
  assign: [
    `PUT ${CASE}/lead`,
    `PUT ${CASE}/assignments/{accountId}`,
    `DELETE ${CASE}/assignments/{accountId}`,
    `GET ${CASE}/colleagues`,
    `POST ${CASE}/second-opinions`,
    `GET ${CASE}/partners`,
    `POST ${CASE}/referrals`,
    `DELETE ${CASE}/ties/{accountId}/{relation}`,
  ],
  restrict: [`PUT ${CASE}/restriction`, `DELETE ${CASE}/restriction`, `DELETE ${CASE}/conflicts/{accountId}`],
  audit: [
    `GET ${CASE}/bundles`,
    `POST ${CASE}/bundles`,
    `GET ${CASE}/bundles/{bundleId}`,
    `GET ${CASE}/bundles/{bundleId}/download`,
  ],
  share: [`POST ${CASE}/sharing`],
  retain: [`POST ${CASE}/holds`, `POST ${CASE}/holds/{hold}/lift`, `POST ${CASE}/erasure`],
  'see-looks': [`GET ${CASE}/looks`, `POST ${CASE}/looks/{look}/questions`],
};

/** Lists and what is planned, by the act in a team that they need. */
const OF_TEAM: Readonly<Partial<Record<TeamAct | CaseAct, readonly string[]>>> = {
  open: ['POST /api/case-files', 'POST /api/case-files/duplicates'],
  'list-members': ['GET /api/team', 'GET /api/cover'],
  approve: ['GET /api/alerts'],
  'see-duplicates': ['GET /api/duplicate-tasks', 'POST /api/duplicate-tasks/{id}/close'],
  'plan-cover': [
    'POST /api/substitutions',
    'DELETE /api/substitutions/{id}',
    'POST /api/duties',
    'DELETE /api/duties/{id}',
  ],
  'review-break-glass': ['GET /api/break-glass/reviews'],
  'see-privacy': [
    'GET /api/retention/rules',
    'POST /api/retention/rules/{rule}/decisions',
    'POST /api/retention/decisions/{id}/settle',
    'GET /api/retention/due',
    'GET /api/legal-holds',
    'GET /api/erasures',
    'GET /api/access-requests',
  ],
};

const OF_SERVICE: Readonly<Partial<Record<ServiceAct, readonly string[]>>> = {
  'break-glass': ['POST /api/break-glass'],
};

const ELSEWHERE: Readonly<Record<Elsewhere, readonly string[]>> = {
  lists: [
    'GET /api/worklist',
    'GET /api/approvals',
    'POST /api/case-files/search',
    'GET /api/referrals',
    'GET /api/team-board',
    'GET /api/team-board/{figure}',
    'GET /api/conformance',
    'GET /api/deviations',
    'GET /api/event-log',
    'GET /api/protocol-dry-runs/{id}/cases',
  ],
  mission: [
    'GET /api/missions',
    'POST /api/missions',
    'GET /api/missions/choices',
    'POST /api/missions/frame',
    'GET /api/missions/{id}',
    'PUT /api/missions/{id}',
    'POST /api/missions/{id}/open',
    'POST /api/missions/{id}/close',
    'PUT /api/missions/{id}/cases/{caseFileId}/examination',
    'GET /api/missions/{id}/report.html',
    'GET /api/missions/{id}/report.pdf',
    'GET /api/missions/{id}/bundles',
    'POST /api/missions/{id}/bundles',
    'GET /api/missions/{id}/bundles/{bundleId}',
    'GET /api/missions/{id}/bundles/{bundleId}/download',
    'POST /api/missions/{id}/findings',
    'GET /api/findings',
    'GET /api/findings/{id}',
    'PUT /api/findings/{id}/answer',
    'POST /api/findings/{id}/close',
  ],
  library: [
    'GET /api/protocols',
    'GET /api/protocols/traceability',
    'GET /api/protocols/references',
    'GET /api/protocols/wording',
    'GET /api/protocols/bundle',
    'GET /api/protocols/shared-files',
    'GET /api/protocols/{name}/diff',
    'GET /api/protocols/{name}/versions',
    'GET /api/protocols/{name}/versions/{version}',
    'GET /api/protocols/{name}/versions/{version}/proof',
    'GET /api/protocols/{name}/versions/{version}/examples',
    'GET /api/protocols/{name}/versions/{version}/files',
    'GET /api/protocols/{name}/versions/{version}/files.zip',
    'GET /api/protocols/{name}/versions/{version}/protocol.pdf',
    'GET /api/protocols/{name}/versions/{version}/card.pdf',
    'GET /api/protocols/{name}/versions/{version}/diagram.bpmn',
    'GET /api/protocol-drafts',
    'POST /api/protocol-drafts',
    'GET /api/protocol-drafts/{id}',
    'PUT /api/protocol-drafts/{id}/files',
    'POST /api/protocol-drafts/{id}/explorations',
    'POST /api/protocol-drafts/{id}/submit',
    'POST /api/protocol-drafts/{id}/approve',
    'POST /api/protocol-drafts/{id}/send-back',
    'POST /api/protocol-drafts/{id}/publish',
    'POST /api/protocol-drafts/{id}/abandon',
    'POST /api/protocol-drafts/{id}/comments',
    'POST /api/protocol-drafts/{id}/comments/{commentId}/settle',
    'GET /api/protocol-dry-runs',
    'POST /api/protocol-dry-runs',
    'GET /api/protocol-dry-runs/{id}',
    'GET /api/protocol-dry-runs/{id}/download',
    'POST /api/protocol-dry-runs/{id}/cancel',
  ],
  accounts: [
    'POST /api/provider-invitations',
    'DELETE /api/provider-invitations/{id}',
    'GET /api/accounts',
    'POST /api/accounts',
    'POST /api/invitations',
    'GET /api/accounts/{id}',
    'PUT /api/accounts/{id}/roles',
    'PUT /api/accounts/{id}/teams',
    'PUT /api/accounts/{id}/dates',
    'PUT /api/accounts/{id}/email',
    'POST /api/accounts/{id}/disable',
    'POST /api/accounts/{id}/enable',
    'POST /api/accounts/{id}/reset-factors',
    'GET /api/account-changes',
    'POST /api/account-changes/{id}/decision',
    'GET /api/demo-mails',
    'GET /api/rights-reviews',
    'POST /api/rights-reviews/{accountId}',
    'GET /api/teams',
    'POST /api/teams',
    'PUT /api/teams/{id}',
  ],
  privacy: [
    'POST /api/erasures/{id}/approve',
    'POST /api/erasures/{id}/settle',
    'GET /api/erasures/{id}/certificate',
    'POST /api/access-requests',
    'GET /api/access-requests/{id}',
    'PUT /api/access-requests/{id}/review',
    'GET /api/access-requests/{id}/package',
    'POST /api/access-requests/{id}/hand-over',
    'POST /api/access-requests/{id}/refuse',
  ],
  own: [
    'GET /api/session',
    'DELETE /api/session',
    'PUT /api/session/language',
    'PUT /api/account/password',
    'PUT /api/session/activity',
    'POST /api/session/lock',
    'GET /api/sessions',
    'POST /api/sessions/end',
    'POST /api/sessions/end-others',
    'GET /api/session/step-up',
    'GET /api/session/step-up/passkey',
    'POST /api/session/step-up',
    'GET /api/factors',
    'POST /api/factors/totp',
    'POST /api/factors/totp/confirm',
    'DELETE /api/factors/totp',
    'GET /api/factors/passkeys/new',
    'POST /api/factors/passkeys',
    'PUT /api/factors/passkeys/{id}',
    'DELETE /api/factors/passkeys/{id}',
    'PUT /api/factors/recovery-codes',
    'GET /api/provider-links',
    'POST /api/provider-links',
    'PUT /api/provider-links/{provider}',
    'DELETE /api/provider-links/{provider}',
    'GET /api/provider-sign-out',
    'GET /api/look-questions',
    'PUT /api/look-questions/{id}/answer',
    'POST /api/break-glass/{id}/review',
    'POST /api/break-glass/{id}/end',
  ],
  'signed-in': ['GET /api/ledger/checkpoint', 'GET /api/ledger/keys', 'GET /api/ledger/consistency'],
  open: [
    'GET /api/about',
    'POST /api/session',
    'POST /api/session/second-step',
    'GET /api/session/second-step/passkey',
    'GET /api/session/passkey',
    'POST /api/session/passkey',
    'GET /health/live',
    'GET /api/health/live',
    'GET /health/ready',
    'GET /api/health/ready',
    'POST /api/password-resets',
    'POST /api/account-links/look',
    'POST /api/account-links/redeem',
    'GET /api/session/second-step',
    'POST /api/provider-sign-in/{provider}',
    'GET /api/provider-sign-in/{provider}/callback',
    'GET /api/provider-sign-in/{provider}/signed-out',
    'POST /api/provider-sign-in/{provider}/back-channel-logout',
  ],
};

const rows = (
  table: Readonly<Record<string, readonly string[] | undefined>>,
  right: (of: string) => RouteRight,
): readonly (readonly [string, RouteRight])[] =>
  Object.entries(table).flatMap(([act, routes = []]) => routes.map((route) => [route, right(act)] as const));

/** Route → what it needs: one row for each. */
export const ROUTE_RIGHTS: ReadonlyMap<string, RouteRight> = new Map<string, RouteRight>([
  ...rows(OF_CASE, (act) => ({ on: 'case-file', act: act as CaseAct })),
  ...rows(OF_TEAM, (act) => ({ on: 'team', act: act as TeamAct })),
  ...rows(OF_SERVICE, (act) => ({ on: 'service', act: act as ServiceAct })),
  ...rows(ELSEWHERE, (on) => ({ on: on as Elsewhere })),
]);
