import { Injectable, inject } from '@angular/core';
import type { ConferencePage } from '@repere/contract';
import type { Answered } from '../../platform/api';
import { Autosave, type KeptDraft } from '../../platform/drafts/autosave';
import { UnsentDrafts } from '../../platform/drafts/unsent-drafts';
import { ConferencesClient } from '../conferences-client';
import { minutesOfDraft } from './minutes-of-draft';
import { type TypedMinutes, typedMinutes } from './typed-minutes';

@Injectable({ providedIn: 'root' })
export class UnsentMinutes extends UnsentDrafts<TypedMinutes> {}

/** The draft of a conference's minutes. Provided by the form. */
@Injectable()
export class MinutesAutosave extends Autosave<ConferencePage, TypedMinutes> {
  private readonly client = inject(ConferencesClient);
  protected readonly unsent = inject(UnsentMinutes);

  /** What the form starts with: text that has not arrived yet, else the draft, else what stands. */
  beginMinutes(page: ConferencePage): TypedMinutes {
    return this.beginDraft(page, keptOf(page, page), typedMinutes(page));
  }

  /** Who came is typed by place in a list that is of that version alone. */
  protected keyOf({ caseFileId, appointment, conference }: ConferencePage): string {
    return `${caseFileId}/${appointment.id}/${String(conference.version)}`;
  }

  protected saveDraft(page: ConferencePage, typed: TypedMinutes, revision: number) {
    const draft = { content: { ...typed }, version: page.conference.version };
    return this.client.saveDraft(page.caseFileId, page.appointment.id, draft, revision);
  }

  protected async findDraft(page: ConferencePage): Promise<Answered<KeptDraft<TypedMinutes> | null>> {
    const answer = await this.client.readConference(page.caseFileId, page.appointment.id);
    return answer.ok ? { ...answer, value: keptOf(answer.value, page) } : answer;
  }
}

/** `page`: the one that is on screen, by which people have their places. */
const keptOf = ({ draft }: ConferencePage, page: ConferencePage): KeptDraft<TypedMinutes> | null =>
  draft && {
    ...{ savedAt: draft.savedAt, revision: draft.revision },
    typed: minutesOfDraft(draft, page),
  };
