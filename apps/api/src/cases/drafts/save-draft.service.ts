import { Injectable } from '@nestjs/common';
import type { FactValues } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { AboutStep } from '../acts/case-command-handler';
import { CaseReader } from '../reading/case-reader';
import { isFactValues } from '../facts/fact-values';
import { relevanceOf } from '../steps/relevance-of';
import { getStep } from '../steps/step-file';
import { redactedClasses } from '../disclosure/redacted-classes';
import { DraftsRepository } from './drafts.repository';
import type { DraftSavedDto } from './draft.dto';

const MOST_BYTES = 64 * 1024;

/** Keeps what one has typed. Two devices never overwrite each other: the second gets the first's text and keeps its own. */
@Injectable()
export class SaveDraftService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly drafts: DraftsRepository,
  ) {}

  async saveDraft(
    id: string,
    about: AboutStep,
    { content, protocolVersion }: { readonly content: unknown; readonly protocolVersion: string },
    seen: number,
  ): Promise<DraftSavedDto> {
    if (Buffer.byteLength(JSON.stringify(content)) > MOST_BYTES) throw new Refusal('too-large');
    const file = await this.reader.readCase(id, 'protect');
    getStep(file, about);
    const saved = await this.drafts.saveDraft(id, about, file.key, { content, protocolVersion, seen });
    if (!saved) {
      const other = await this.drafts.findDraft(about, file.key);
      throw new Refusal('stale', {
        changes: [
          {
            seq: other?.revision ?? 0,
            entryId: about.runId,
            at: other?.savedAt ?? new Date(this.unit.now()).toISOString(),
            by: this.unit.account.name,
            title: { fr: 'Brouillon enregistré ailleurs', en: 'Draft saved elsewhere' },
            // What it says stands on the step's page, for whoever may read it.
            values: {},
          },
        ],
      });
    }
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const sent = { values: valuesIn(content), row: rowIn(content) };
    // What is asked, and what no longer is, hangs on facts of the case: whoever saves sees something of it.
    const { isToRecord, ...kept } = saved;
    if (isToRecord) await this.unit.recordEvent({ type: 'draft.save', caseFileId: id });
    return { ...kept, relevant: relevanceOf(file, about, redacted, sent) };
  }

  async discard(id: string, about: AboutStep): Promise<void> {
    const file = await this.reader.readCase(id);
    getStep(file, about);
    await this.drafts.removeDraft(about);
  }
}

/** The row of a draft, if it is in the shape of one. */
function rowIn(content: unknown): { readonly id: string; readonly values: FactValues } | undefined {
  const row = typeof content === 'object' && content !== null && 'row' in content ? content.row : null;
  if (typeof row !== 'object' || row === null || !('id' in row) || !('values' in row)) return undefined;
  return typeof row.id === 'string' && isFactValues(row.values)
    ? { id: row.id, values: row.values }
    : undefined;
}

/** The part of a draft that has the shape of answers; the form keeps the rest as it likes. */
function valuesIn(content: unknown): FactValues {
  const values = typeof content === 'object' && content !== null && 'values' in content ? content.values : {};
  return isFactValues(values) ? values : {};
}
