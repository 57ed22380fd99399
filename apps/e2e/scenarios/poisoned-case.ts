import { randomUUID } from 'node:crypto';
import type {
  CaseFile,
  Mission,
  MissionChoices,
  OpenCaseFile,
  Problem,
  ProtocolDraft,
} from '@repere/contract';
import { inventedName, type ApiClient } from '../api-client';
import { dangerIs, intake } from './scenario-answers';

/** What would run if a page took a text for markup, an attribute, a template or an address. */
export const SCRIPT = `"><img src=x onerror="window.struck=1"><svg onload=window.struck=1>{{constructor.constructor('window.struck=1')()}}`;
/** Shorter than a name may be. */
const named = (): string => `${inventedName()} <img src=x onerror=window.struck=1>`;

export interface Poisoned {
  readonly file: CaseFile;
  readonly calledName: string;
  readonly mission: Mission;
  readonly draft: ProtocolDraft;
}

/** A case, a mission and a draft with that in every text that somebody may write. */
/** A case of Dominique's team, a mission there and a draft, with that in every text that somebody may write. */
export async function poisoned(api: (login: string) => Promise<ApiClient>): Promise<Poisoned> {
  const worker = await api('dominique');
  const { file, calledName } = await poisonedCase(worker);
  const supervisor = await api('sofia');
  await must(supervisor, 'POST', `/case-files/${file.id}/bundles`, BUNDLE);
  const mission = await poisonedMission(supervisor, file.team.id);
  const editor = await api('pia');
  const draft = await must<ProtocolDraft>(editor, 'POST', '/protocol-drafts', {
    protocol: 'protection',
    from: '1.0.0',
  });
  await must(editor, 'POST', `/protocol-drafts/${draft.id}/comments`, { text: SCRIPT });
  return { file, calledName, mission, draft };
}

const BUNDLE = { reason: SCRIPT, leaveOut: { classes: [], fields: [] } };

async function poisonedCase(worker: ApiClient): Promise<Pick<Poisoned, 'file' | 'calledName'>> {
  const calledName = named();
  const { id } = await opened(worker, {
    id: randomUUID(),
    child: {
      calledName,
      givenNames: named(),
      familyName: named(),
      alsoKnownAs: [named()],
      nationality: 'FR"><b onclick=1>',
      safeContact: {
        how: SCRIPT,
        hours: SCRIPT,
        codeWord: '<b onclick=1>',
        mayBeLeft: SCRIPT,
        whoElseReads: SCRIPT,
      },
    },
    urgentDangerSeen: 'yes',
    notDuplicates: [],
  });
  await must(worker, 'POST', `/case-files/${id}/people`, {
    name: named(),
    relation: 'friend',
    contact: SCRIPT,
    note: SCRIPT,
  });
  await must(worker, 'POST', `/case-files/${id}/notes`, { note: SCRIPT });
  const { values } = intake('no');
  await worker.complete(id, 'identification', 'intake', {
    values: { ...values, needs_now: SCRIPT },
    note: SCRIPT,
  });
  await worker.complete(id, 'protection', 'danger', {
    ...dangerIs('danger'),
    bestInterests: SCRIPT,
    childView: { said: SCRIPT },
    note: SCRIPT,
  });
  const file = await worker.readCaseFile(id);
  const run = file.state.runs.find(({ protocol }) => protocol === 'identification');
  const draft = `/case-files/${id}/runs/${run?.runId ?? ''}/steps/signs/draft`;
  await must(worker, 'PUT', draft, { content: { observed: SCRIPT }, protocolVersion: run?.version }, 0);
  return { file, calledName };
}

/** A case of an earlier run sounds the same: it is another child, and why is one more text. */
async function opened(worker: ApiClient, opening: OpenCaseFile): Promise<CaseFile> {
  const { status, body } = await worker.sendRequest<Problem>('POST', '/case-files', opening);
  const alike = status === 422 ? (body.reasons ?? []) : [];
  const notDuplicates = alike.map(({ field = '' }) => ({
    caseFileId: field.replace('notDuplicates.', ''),
    why: SCRIPT,
  }));
  return status === 201
    ? worker.readCaseFile(opening.id)
    : must(worker, 'POST', '/case-files', { ...opening, notDuplicates });
}

async function poisonedMission(supervisor: ApiClient, teamId: string): Promise<Mission> {
  const { auditors } = await must<MissionChoices>(supervisor, 'GET', '/missions/choices');
  const { items } = await must<{
    readonly items: readonly { readonly id: string; readonly roles: readonly string[] }[];
  }>(supervisor, 'GET', '/team');
  const planned = await must<Mission>(supervisor, 'POST', '/missions', {
    title: SCRIPT,
    question: SCRIPT,
    teamIds: [teamId],
    auditorIds: auditors.filter(({ name }) => name.startsWith('Isaac')).map(({ id }) => id),
    from: '2020-01-01',
    to: '2099-01-01',
    protocols: [],
    method: 'random',
    size: 1,
    checklist: [SCRIPT],
  });
  const mission = await must<Mission>(
    supervisor,
    'POST',
    `/missions/${planned.id}/open`,
    {},
    planned.revision,
  );
  await must(supervisor, 'POST', `/missions/${mission.id}/findings`, {
    severity: 'minor',
    expected: SCRIPT,
    happened: SCRIPT,
    evidence: SCRIPT,
    ownerId: items.find(({ roles }) => roles.includes('caseworker'))?.id,
    dueOn: '2099-01-01',
  });
  return mission;
}

async function must<T>(
  client: ApiClient,
  method: string,
  path: string,
  body?: unknown,
  seq?: number,
): Promise<T> {
  const answer = await client.sendRequest<T>(method, path, body, seq);
  if (answer.status >= 300)
    throw new Error(`${method} ${path} gave ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
