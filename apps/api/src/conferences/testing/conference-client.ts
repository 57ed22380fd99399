import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { SignedInClient } from '../../testing/test-service';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type {
  JudgeMinutesDto,
  NewActionDto,
  PassActionDto,
  PlanConferenceDto,
  PrepareConferenceDto,
  SettleActionDto,
  WriteMinutesDto,
} from '../conference-sent.dto';
import type { ConferencePageDto, ConferencesDto, PlannedConferenceDto } from '../conferences.dto';

/** Speaks of the conferences of one case as the pages do. */
export class ConferenceClient {
  constructor(
    readonly http: TestClient,
    readonly caseFileId: string,
  ) {}

  async listConferences(): Promise<ConferencesDto> {
    return (await this.http.get<ConferencesDto>(this.at())).body;
  }

  async readConference(id: string): Promise<ConferencePageDto> {
    return (await this.http.get<ConferencePageDto>(this.at(`/${id}`))).body;
  }

  planConference<T = PlannedConferenceDto>(change: Partial<PlanConferenceDto> = {}): Promise<Answer<T>> {
    return this.post<T>('', { ...PREPARED, when: { day: PAST }, ...change });
  }

  /** Plans; throws when refused. */
  async planned(change: Partial<PlanConferenceDto> = {}): Promise<string> {
    const { status, body } = await this.planConference(change);
    if (status !== 201) throw new Error(`planning gave ${String(status)}: ${JSON.stringify(body)}`);
    return body.id;
  }

  prepareConference(id: string, change: Partial<PrepareConferenceDto> = {}): Promise<Answer<ProblemDto>> {
    return this.post(`/${id}/preparation`, { ...PREPARED, version: 1, ...change });
  }

  writeMinutes(id: string, change: Partial<WriteMinutesDto> = {}): Promise<Answer<ProblemDto>> {
    return this.post(`/${id}/minutes`, { ...WRITTEN, version: 1, ...change });
  }

  judgeMinutes(id: string, change: Partial<JudgeMinutesDto> = {}): Promise<Answer<ProblemDto>> {
    return this.post(`/${id}/verdict`, { version: 2, verdict: 'agreed', ...change });
  }

  settleAction(
    id: string,
    actionId: string,
    change: Partial<SettleActionDto> = {},
  ): Promise<Answer<ProblemDto>> {
    return this.post(`/${id}/actions/${actionId}/outcome`, { version: 1, state: 'done', ...change });
  }

  passAction(id: string, actionId: string, change: Partial<PassActionDto> = {}): Promise<Answer<ProblemDto>> {
    const body = { version: 1, words: 'Je pars en congé.', ...change };
    return this.post(`/${id}/actions/${actionId}/owner`, body);
  }

  private post<T = ProblemDto>(path: string, body: unknown): Promise<Answer<T>> {
    return this.http.post<T>(this.at(path), body, { 'Idempotency-Key': randomUUID() });
  }

  private at(path = ''): string {
    return `/case-files/${this.caseFileId}/conferences${path}`;
  }
}

/** A day that is over. */
const PAST = '2025-06-10';

/** Next year, on a day that no clocks change on. */
export const NEXT_JUNE = `${String(new Date().getUTCFullYear() + 1)}-06-10`;

/** As little as is taken. */
const PREPARED = {
  ...{ purpose: 'Qui fait quoi', memberIds: [], outside: [], points: [], told: 'yes', asked: 'yes' },
} as const;

const WRITTEN = {
  ...{ members: [], outside: [], told: 'yes', asked: 'yes', childCame: 'did-not-want' },
  ...{ decisions: [], actions: [] },
} as const;

/** Something to do by the end of next June. */
export const action = (ownerId: string, what = 'Appeler l’école'): NewActionDto => ({
  ...{ what, ownerId, day: NEXT_JUNE },
});

/** A conference of this case with minutes and an action of whoever writes them, all in these words. */
export async function conferenceWithAction(
  { client, id: accountId }: SignedInClient,
  caseFileId: string,
  words = 'Ce qui est dit',
): Promise<{ readonly id: string; readonly actionId: string }> {
  const conferences = new ConferenceClient(client, caseFileId);
  const id = await conferences.planned({
    ...{ purpose: words, memberIds: [accountId], points: [{ ground: 'own', text: words }] },
    outside: [{ name: words, role: words }],
  });
  const { status, body } = await conferences.writeMinutes(id, {
    ...{ childWords: words, teller: words, summary: words, actions: [action(accountId, words)] },
    decisions: [{ kind: 'measure', what: words, why: words }],
  });
  if (status !== 204) throw new Error(`minutes gave ${String(status)}: ${JSON.stringify(body)}`);
  const [taken] = (await conferences.readConference(id)).actions;
  if (!taken) throw new Error('no action');
  return { id, actionId: taken.id };
}
