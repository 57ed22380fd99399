import { randomInt, randomUUID } from 'node:crypto';
import type { About, ActDone, CaseFile, OpenCaseFile, StepInput } from '@repere/contract';

/** An answer of the API, read. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

type Opening = Partial<Omit<OpenCaseFile, 'child'>> & { readonly child?: Partial<OpenCaseFile['child']> };

/** Speaks to the API as a page would, for what a journey needs but isn't about. One account, signed in. */
export class ApiClient {
  private constructor(
    private readonly origin: string,
    /** Name and value of the session's cookie. */
    readonly cookie: readonly [name: string, value: string],
  ) {}

  /** Signs in as a demo account; throws when refused. */
  static async signIn(origin: string, login: string): Promise<ApiClient> {
    const { demoAccounts } = (await (await fetch(`${origin}/api/about`)).json()) as About;
    const password = demoAccounts.find((account) => account.login === login)?.password;
    const answer = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Repere': '1' },
      body: JSON.stringify({ login, password }),
    });
    const [pair = ''] = answer.headers.getSetCookie()[0]?.split(';') ?? [];
    const [name, value] = pair.split('=');
    if (!answer.ok || !name || !value)
      throw new Error(`${login} could not sign in: ${String(answer.status)}`);
    return new ApiClient(origin, [name, value]);
  }

  /** Keeps the session alive, which nothing but somebody's being there does; false where it had ended already. */
  async keepAlive(): Promise<boolean> {
    const { status } = await this.sendRequest('PUT', '/session/activity');
    if (status >= 300 && status !== 401) throw new Error(`a session could not be kept: ${String(status)}`);
    return status !== 401;
  }

  /** Opens a case; throws when refused. */
  async openCaseFile({ child, ...opening }: Opening = {}): Promise<CaseFile> {
    return this.must('POST', '/case-files', {
      id: randomUUID(),
      urgentDangerSeen: 'no',
      notDuplicates: [],
      ...opening,
      child: { calledName: inventedName(), ...child },
    });
  }

  readCaseFile(id: string): Promise<CaseFile> {
    return this.must('GET', `/case-files/${id}`);
  }

  /** Does a step; throws when refused. */
  async complete(id: string, protocol: string, step: string, input: StepInput): Promise<ActDone> {
    const { path, seq } = await this.aboutStep(id, protocol, step);
    return this.must('POST', `${path}/complete`, input, seq);
  }

  /** Approves what waits in a step; throws when refused. */
  async approveStep(id: string, protocol: string, step: string): Promise<ActDone> {
    const { path, seq, toApprove: entryId } = await this.aboutStep(id, protocol, step);
    return this.must('POST', `${path}/approve`, { entryId }, seq);
  }

  /** Any request; what the API said, refusals too. */
  async sendRequest<T>(method: string, path: string, body?: unknown, seq?: number): Promise<Answer<T>> {
    const answer = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        Cookie: this.cookie.join('='),
        ...(method === 'GET' ? {} : { 'X-Repere': '1', 'Idempotency-Key': randomUUID() }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(seq === undefined ? {} : { 'If-Match': `"${String(seq)}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  }

  /** A file as text; throws when refused. */
  async text(path: string): Promise<string> {
    const answer = await fetch(`${this.origin}/api${path}`, { headers: { Cookie: this.cookie.join('=') } });
    if (!answer.ok) throw new Error(`GET ${path} gave ${String(answer.status)}`);
    return answer.text();
  }

  private async must<T>(method: string, path: string, body?: unknown, seq?: number): Promise<T> {
    const answer = await this.sendRequest<T>(method, path, body, seq);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} gave ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private async aboutStep(id: string, protocol: string, step: string) {
    const { state } = await this.readCaseFile(id);
    const run = state.runs.find((it) => it.protocol === protocol);
    if (!run) throw new Error(`no run of ${protocol}`);
    const path = `/case-files/${id}/runs/${run.runId}/steps/${step}`;
    return { path, seq: state.seq, toApprove: run.steps.find((it) => it.id === step)?.toApprove };
  }
}

/** The address of a step's page. */
export function stepAddress({ id, state }: CaseFile, protocol: string, step: string): string {
  const run = state.runs.find((it) => it.protocol === protocol);
  if (!run) throw new Error(`no run of ${protocol}`);
  return `/dossiers/${id}/etapes/${run.runId}/${step}`;
}

const CONSONANTS = 'bdfgjklmnprstvz';
const VOWELS = 'aeiou';

/** A name that neither looks nor sounds like another, so that no case looks like a duplicate. */
export function inventedName(): string {
  const name = Array.from({ length: 6 }, () => pick(CONSONANTS) + pick(VOWELS)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const pick = (letters: string): string => letters.charAt(randomInt(letters.length));
