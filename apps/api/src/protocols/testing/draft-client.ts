import { randomUUID } from 'node:crypto';
import type { ProtocolFiles } from '@repere/cases';
import { JobWorker } from '../../platform/jobs/job-worker';
import { Spaces } from '../../platform/spaces/spaces';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type { TestService } from '../../testing/test-service';
import type { ProtocolDraftDto } from '../drafts/drafts.dto';

const NOTES = { fr: 'Ce qui change.', en: 'What changes.' };

/** Speaks of drafts as the pages do. */
export class DraftClient {
  constructor(readonly http: TestClient) {}

  /** A new draft from a published version, with parts of its protocol.yaml exchanged; throws when refused. */
  async begun(
    protocol: string,
    from: string,
    exchange: Readonly<Record<string, string>> = {},
  ): Promise<ProtocolDraftDto> {
    const begun = await this.post<ProtocolDraftDto>('', { protocol, from });
    if (begun.status !== 201)
      throw new Error(`beginning gave ${String(begun.status)}: ${JSON.stringify(begun.body)}`);
    if (Object.keys(exchange).length === 0) return begun.body;
    return this.saved(begun.body, exchange);
  }

  /** A new draft of the first version under another number, in all its files; throws when it has an error. */
  async begunAs(protocol: string, version: string): Promise<ProtocolDraftDto> {
    const draft = await this.begun(protocol, '1.0.0');
    const files = Object.entries(draft.files).map(([path, text]) => [
      path,
      text
        .replace('version: 1.0.0', `version: ${version}`)
        .replace(`of: ${protocol}@1.0.0`, `of: ${protocol}@${version}`),
    ]);
    const { body } = await this.saveDraft(draft, Object.fromEntries(files));
    const errors = body.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`faulty: ${JSON.stringify(errors)}`);
    return body;
  }

  async readDraft(id: string): Promise<ProtocolDraftDto> {
    const { status, body } = await this.http.get<ProtocolDraftDto>(`/protocol-drafts/${id}`);
    if (status !== 200) throw new Error(`reading gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  saveDraft<T = ProtocolDraftDto>(
    { id, revision }: Pick<ProtocolDraftDto, 'id' | 'revision'>,
    files: ProtocolFiles | Readonly<Record<string, unknown>>,
    more: object = { changeNotes: NOTES },
  ): Promise<Answer<T>> {
    return this.http.put<T>(`/protocol-drafts/${id}/files`, { files, ...more }, seen(revision));
  }

  /** With parts of protocol.yaml exchanged, each of which must be there; throws when refused. */
  async saved(
    draft: ProtocolDraftDto,
    exchange: Readonly<Record<string, string>>,
  ): Promise<ProtocolDraftDto> {
    let text = draft.files['protocol.yaml'] ?? '';
    for (const [part, by] of Object.entries(exchange)) {
      if (!text.includes(part)) throw new Error(`not there: ${part}`);
      text = text.replace(part, () => by);
    }
    const { status, body } = await this.saveDraft(draft, { ...draft.files, 'protocol.yaml': text });
    if (status !== 200) throw new Error(`saving gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  post<T>(path: string, body: unknown, revision?: number, key: string = randomUUID()): Promise<Answer<T>> {
    return this.http.post<T>(`/protocol-drafts${path}`, body, {
      'Idempotency-Key': key,
      ...(revision === undefined ? {} : seen(revision)),
    });
  }

  sendAct<T = ProtocolDraftDto>(
    { id, revision }: Pick<ProtocolDraftDto, 'id' | 'revision'>,
    act: string,
    body: unknown = {},
    key?: string,
  ): Promise<Answer<T>> {
    return this.post<T>(`/${id}/${act}`, body, revision, key);
  }
}

const seen = (revision: number) => ({ 'If-Match': `"${String(revision)}"` });

/** Works off everything that waits in the live space. */
export async function workOff(service: TestService): Promise<number> {
  const space = await service.app.get(Spaces).findSpace(null);
  if (!space) throw new Error('no space');
  return service.app.get(JobWorker).workOff(space);
}

/** Publishes files as `author` would, with `second` to approve; throws when refused. Gives the version. */
export async function publish(
  service: TestService,
  { author, second }: { readonly author: DraftClient; readonly second: DraftClient },
  files: ProtocolFiles,
): Promise<string> {
  const begun = await author.post<ProtocolDraftDto>('', { files });
  const { body: draft } = await author.saveDraft(begun.body, files);
  await author.sendAct(draft, 'explorations');
  await workOff(service);
  await author.sendAct(draft, 'submit');
  await second.sendAct(draft, 'approve');
  const { status, body } = await author.sendAct(draft, 'publish');
  if (status !== 200) throw new Error(`publishing gave ${String(status)}: ${JSON.stringify(body)}`);
  return draft.version ?? '';
}
