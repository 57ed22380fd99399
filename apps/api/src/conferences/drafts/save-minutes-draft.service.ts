import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ConferencePageService } from '../conference-page.service';
import type { SaveMinutesDraftDto } from '../conference-sent.dto';
import type { MinutesDraftSavedDto } from '../conferences.dto';
import { notAllShown } from '../not-all-shown';
import { seesAllOfIt } from '../show-conference';
import { MinutesDraftsRepository } from './minutes-drafts.repository';

/** Minutes with all that they may hold are shorter. */
const MOST_BYTES = 128 * 1024;

/** Keeps what one types of minutes for half an hour. Two devices never overwrite each other. */
@Injectable()
export class SaveMinutesDraftService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly page: ConferencePageService,
    private readonly drafts: MinutesDraftsRepository,
  ) {}

  async saveDraft(
    caseFileId: string,
    appointmentId: string,
    { content, version }: SaveMinutesDraftDto,
    seen: number,
  ): Promise<MinutesDraftSavedDto> {
    if (Buffer.byteLength(JSON.stringify(content)) > MOST_BYTES) throw new Refusal('too-large');
    const file = await this.reader.readCase(caseFileId, 'write');
    await this.page.findAppointment(file, appointmentId);
    if (!seesAllOfIt(this.page.redacted(file))) throw notAllShown();
    const saved = await this.drafts.saveDraft(file, appointmentId, { content, version, seen });
    if (!saved) throw await this.savedElsewhere(caseFileId, appointmentId);
    if (saved.isToRecord) await this.unit.recordEvent({ type: 'conference.save-draft', caseFileId });
    return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
  }

  async discard(caseFileId: string, appointmentId: string): Promise<void> {
    const file = await this.reader.readCase(caseFileId, 'write');
    await this.page.findAppointment(file, appointmentId);
    await this.drafts.removeDraft(appointmentId);
  }

  private async savedElsewhere(caseFileId: string, appointmentId: string): Promise<Refusal> {
    const other = await this.drafts.findDraft(await this.reader.readCase(caseFileId, 'write'), appointmentId);
    return new Refusal('stale', {
      changes: [
        {
          ...{ seq: other?.revision ?? 0, entryId: appointmentId, by: this.unit.account.name, values: {} },
          at: other?.savedAt ?? new Date(this.unit.now()).toISOString(),
          title: { fr: 'Brouillon enregistré ailleurs', en: 'Draft saved elsewhere' },
        },
      ],
    });
  }
}
