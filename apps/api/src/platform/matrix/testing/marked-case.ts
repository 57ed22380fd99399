import { randomUUID } from 'node:crypto';
import type { FieldClass } from '@repere/access';
import { CaseClient } from '../../../cases/testing/case-client';
import type { TestClient } from '../../../testing/accounts/test-client';
import type { TestService } from '../../../testing/test-service';
import { RelatedAccounts } from './related-accounts';
import type { CaseFileDto } from '../../../cases/page/case-file.dto';
import type { CaseFileConformanceDto } from '../../../audit/conformance/case-conformance.dto';

/** What is written into the case, by the classes that it tells of: redacted with any of them. */
export const MARKS = {
  'Name-Xq7': ['identity'],
  'Reach-Xq7': ['contact'],
  'Place-Xq7': ['places'],
  'Person-Xq7': ['identity', 'places', 'narrative'],
  'Why-Xq7': ['identity', 'narrative'],
  'Story-Xq7': ['narrative'],
  'Beside-Xq7': ['narrative'],
  'Words-Xq7': ['narrative', 'opinion'],
  'Body-Xq7': ['health', 'narrative'],
  'Worker of South': ['staff'],
} as const satisfies Readonly<Record<string, readonly FieldClass[]>>;

/** A case in which every mark stands where its class belongs, and accounts that can be related to it in one way. */
export async function relatedToMarked(service: TestService) {
  const worker = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Worker of South' });
  const cases = new CaseClient(worker.client);
  const opened = await cases.opened({ urgentDangerSeen: 'yes' });
  const file = await marked(cases, opened.id);
  const supervisor = await service.signIn({
    roles: ['supervisor'],
    teams: ['South'],
    name: 'Worker of South',
  });
  await sharedAndHeld(worker.client, supervisor.client, opened.id);
  const entryId = file.state.runs.flatMap(({ steps }) => steps.flatMap((it) => it.entryIds)).at(-1) ?? '';
  return RelatedAccounts.to(service, { worker, file, teamId: file.team.id, entryId });
}

/** Writes every mark where its class belongs. */
export async function marked(cases: CaseClient, id: string): Promise<CaseFileDto> {
  const act = async (path: string, body: unknown, method: 'post' | 'put' = 'post'): Promise<void> => {
    const { state } = await cases.readCase(id);
    const answer = await cases.sendAct(id, path, body, { seq: state.seq, method });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  const effectiveScope = 'Reach-Xq7';
  const child = {
    calledName: 'Name-Xq7',
    givenNames: 'Name-Xq7',
    familyName: 'Name-Xq7',
    alsoKnownAs: ['Name-Xq7'],
    safeContact: {
      how: effectiveScope,
      hours: effectiveScope,
      codeWord: effectiveScope,
      mayBeLeft: effectiveScope,
      whoElseReads: effectiveScope,
    },
  };
  await act('child', { child, why: 'Why-Xq7' }, 'put');
  await act('people', { name: 'Name-Xq7', relation: 'friend', contact: effectiveScope, note: 'Person-Xq7' });
  await act('notes', { note: 'Story-Xq7' });
  await act('facts', {
    values: { reach_by: effectiveScope, beds_refused: 'Place-Xq7', trusted: 'Name-Xq7' },
    note: 'Story-Xq7',
  });
  await act('facts', { values: { clinic: { answer: 'unknown', note: 'Body-Xq7' } } });
  await act('facts', { values: { alone: { answer: 'unknown', note: 'Beside-Xq7' } } });
  await cases.completed(id, 'refuge', 'ask_kin', {
    values: { kin_told: 'yes' },
    reasons: ['takes_part'],
    bestInterests: 'Words-Xq7',
    childView: { said: 'Words-Xq7' },
    note: 'Story-Xq7',
  });
  await explained(cases, id);
  return cases.readCase(id);
}

/** Where the child sleeps is out of order, and the worker says why. */
async function explained(cases: CaseClient, id: string): Promise<void> {
  await cases.completed(id, 'refuge', 'plan_night', {
    values: { bed: 'no', bed_given: 'yes' },
  });
  await cases.completed(id, 'refuge', 'lodged_by_others', {
    values: { bed_kind: 'tent', given_by: 'police' },
    by: [{ role: 'OPJ', name: 'Worker of South' }],
  });
  const { body } = await cases.http.get<CaseFileConformanceDto>(`/case-files/${id}/conformance`);
  const key = body.deviations.find(({ kind }) => kind === 'rights-incident')?.key;
  const { status } = await cases.sendAct(id, 'explained-deviations', { key, text: 'Words-Xq7' });
  if (status !== 200) throw new Error(`explaining gave ${String(status)}`);
}

/** What was told to others, and why the case is held. */
async function sharedAndHeld(worker: TestClient, supervisor: TestClient, id: string): Promise<void> {
  const key = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });
  const told = {
    on: '2025-03-03',
    ground: 'shared-secret',
    classes: ['situation'],
    toWhom: 'Story-Xq7',
    isBound: true,
    what: 'Story-Xq7',
    why: 'Story-Xq7',
    child: { told: 'yes' },
    parents: { told: 'yes' },
    how: 'spoken',
  };
  const sharing = await worker.post(`/case-files/${id}/sharing`, told, key());
  const hold = await supervisor.post(`/case-files/${id}/holds`, { reason: 'Story-Xq7' }, key());
  if (sharing.status !== 201 || hold.status !== 201) throw new Error('nothing shared, nothing held');
}
