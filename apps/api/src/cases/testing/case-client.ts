import { randomInt, randomUUID } from 'node:crypto';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type { OpenCaseFileDto } from '../opening/open-case-file.dto';
import type { ActDoneDto, CaseFileDto } from '../page/case-file.dto';
import type { StepInputDto } from '../steps/step-input.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

type Sent = Partial<Omit<OpenCaseFileDto, 'child'>> & { readonly child?: Partial<OpenCaseFileDto['child']> };

/** Speaks of cases as the pages do: keys made, the last `seq` sent. */
export class CaseClient {
  constructor(readonly http: TestClient) {}

  openCase<T = CaseFileDto>({ child, ...sent }: Sent = {}, key: string = randomUUID()): Promise<Answer<T>> {
    const body = {
      id: randomUUID(),
      urgentDangerSeen: 'no',
      notDuplicates: [],
      ...sent,
      child: { calledName: inventedName(), ...child },
    };
    return this.http.post<T>('/case-files', body, { 'Idempotency-Key': key });
  }

  /** Opens and gives the case; throws when refused. */
  async opened(sent: Sent = {}): Promise<CaseFileDto> {
    const { status, body } = await this.openCase(sent);
    if (status !== 201) throw new Error(`opening gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  async readCase(id: string): Promise<CaseFileDto> {
    const { status, body } = await this.http.get<CaseFileDto>(`/case-files/${id}`);
    if (status !== 200) throw new Error(`reading gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A write on a case: `path` inside it, `seq` that was seen. */
  sendAct<T = ActDoneDto>(
    id: string,
    path: string,
    body: unknown,
    {
      seq,
      key = randomUUID(),
      method = 'post',
    }: { seq?: number; key?: string; method?: 'post' | 'put' } = {},
  ): Promise<Answer<T>> {
    return this.http[method]<T>(`/case-files/${id}/${path}`, body, {
      'Idempotency-Key': key,
      ...(seq === undefined ? {} : { 'If-Match': `"${String(seq)}"` }),
    });
  }

  /** An act on a step, at the case's present `seq` unless said otherwise. */
  async step<T = ActDoneDto>(
    id: string,
    protocol: string,
    step: string,
    act: string,
    body: unknown,
    options: { seq?: number; key?: string } = {},
  ): Promise<Answer<T>> {
    const { state } = await this.readCase(id);
    const run = state.runs.find((it) => it.protocol === protocol);
    if (!run) throw new Error(`no run of ${protocol}`);
    return this.sendAct<T>(id, `runs/${run.runId}/steps/${step}/${act}`, body, {
      seq: state.seq,
      ...options,
    });
  }

  complete<T = ActDoneDto>(
    id: string,
    protocol: string,
    step: string,
    input: StepInputDto,
    options: { seq?: number; key?: string } = {},
  ): Promise<Answer<T>> {
    return this.step<T>(id, protocol, step, 'complete', input, options);
  }

  /** Completes; throws when refused. */
  async completed(id: string, protocol: string, step: string, input: StepInputDto): Promise<ActDoneDto> {
    const { status, body } = await this.complete(id, protocol, step, input);
    if (status !== 200) throw new Error(`${step} gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  refused(id: string, protocol: string, step: string, input: StepInputDto): Promise<Answer<ProblemDto>> {
    return this.complete<ProblemDto>(id, protocol, step, input);
  }
}

export const stepOf = (file: CaseFileDto, protocol: string, step: string) => {
  const found = file.state.runs.find((it) => it.protocol === protocol)?.steps.find(({ id }) => id === step);
  if (!found) throw new Error(`no step ${protocol}/${step}`);
  return found;
};

const CONSONANTS = 'bdfgjklmnprstvz';
const VOWELS = 'aeiou';

/** A name that neither looks nor sounds like another. */
export const inventedName = (): string =>
  Array.from({ length: 6 }, () => pick(CONSONANTS) + pick(VOWELS)).join('');

const pick = (letters: string): string => letters.charAt(randomInt(letters.length));
