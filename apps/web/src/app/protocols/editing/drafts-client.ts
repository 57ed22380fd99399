import { Injectable, inject } from '@angular/core';
import type {
  DraftComment,
  DraftSummary,
  ProtocolDraft,
  SaveDraftFiles,
  SendBack,
  TriedLessons,
} from '@repere/contract';
import type { ProtocolFiles } from '@repere/cases';
import { vDraftSummary, vProtocolDraft } from '@repere/contract/protocols/drafts/drafts';
import { vSharedFiles, vVersionFiles } from '@repere/contract/protocols/versions/versions';
import { vTriedLessons } from '@repere/contract/training/lessons/lessons';
import * as v from 'valibot';
import { Api, type Answered, type Sending } from '../../platform/api';
import { newId } from '../../platform/new-id';
import { versionPath } from '../protocols-client';

/** What happens to a draft as a whole. */
type PlainAct = 'explorations' | 'submit' | 'approve' | 'publish' | 'abandon';
/** What is only done with a reason. */
type ActWithReason = 'accept-loss' | 'send-back';
export type DraftAct = PlainAct | ActWithReason;
/** An act, and why where it needs that. */
export type WholeAct =
  | { readonly act: PlainAct; readonly why?: undefined }
  | { readonly act: ActWithReason; readonly why: SendBack };

/** Drafts of protocol versions. */
@Injectable({ providedIn: 'root' })
export class DraftsClient {
  private readonly api = inject(Api);

  listDrafts(): Promise<Answered<readonly DraftSummary[]>> {
    return this.api.get('/protocol-drafts', v.array(vDraftSummary));
  }

  readDraft(id: string): Promise<Answered<ProtocolDraft>> {
    return this.api.get(draftPath(id), vProtocolDraft);
  }

  beginFrom(protocol: string, from: string, key: string): Promise<Answered<ProtocolDraft>> {
    return this.api.post('/protocol-drafts', { protocol, from }, vProtocolDraft, { idempotencyKey: key });
  }

  import(files: ProtocolFiles, key: string): Promise<Answered<ProtocolDraft>> {
    return this.api.post('/protocol-drafts', { files }, vProtocolDraft, { idempotencyKey: key });
  }

  saveDraft(id: string, content: SaveDraftFiles, revision: number): Promise<Answered<ProtocolDraft>> {
    return this.api.put(`${draftPath(id)}/files`, content, vProtocolDraft, { ifMatch: revision });
  }

  sendAct(id: string, whole: WholeAct, sending: Sending): Promise<Answered<ProtocolDraft>> {
    return whole.why === undefined
      ? this.api.post(`${draftPath(id)}/${whole.act}`, undefined, vProtocolDraft, sending)
      : this.api.post(`${draftPath(id)}/${whole.act}`, whole.why, vProtocolDraft, sending);
  }

  comment(
    id: string,
    comment: Pick<DraftComment, 'text' | 'place'>,
    key: string,
  ): Promise<Answered<ProtocolDraft>> {
    return this.api.post(`${draftPath(id)}/comments`, comment, vProtocolDraft, { idempotencyKey: key });
  }

  settleComment(id: string, commentId: string): Promise<Answered<ProtocolDraft>> {
    const path = `${draftPath(id)}/comments/${encodeURIComponent(commentId)}/settle` as const;
    return this.api.post(path, undefined, vProtocolDraft, { idempotencyKey: newId() });
  }

  /** The exercises, told with what is saved of the draft. */
  tryLessons(id: string): Promise<Answered<TriedLessons>> {
    return this.api.get(`${draftPath(id)}/lessons`, vTriedLessons);
  }

  /** What every protocol stands on: `facts.yaml`, `sources.yaml`, `parts.yaml` and their English. */
  sharedFiles(): Promise<Answered<{ readonly files: ProtocolFiles }>> {
    return this.api.get('/protocols/shared-files', vSharedFiles);
  }

  filesOf(name: string, version: string): Promise<Answered<{ readonly files: ProtocolFiles }>> {
    return this.api.get(`${versionPath(name, version)}/files`, vVersionFiles);
  }
}

const draftPath = (id: string) => `/protocol-drafts/${encodeURIComponent(id)}` as const;
