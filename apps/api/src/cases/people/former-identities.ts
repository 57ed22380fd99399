import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { CorrectionsQuery } from './corrections.query';
import { rowOf } from '../../platform/data/sealed-row';
import { LedgerPayloadEntity } from '../../platform/record/ledger-payload.entity';
import type { ChildDto } from '../opening/child.dto';

/** Who the child was said to be, before and after each correction: older words name them so, and that is masked too. */
@Injectable()
export class FormerIdentities {
  constructor(
    private readonly query: CorrectionsQuery,
    private readonly secrecy: Secrecy,
  ) {}

  async readFormerIdentities(
    caseFileId: string,
    key: DataKey,
    journal: readonly JournalEntry[],
  ): Promise<readonly ChildDto[]> {
    // A correction leaves its reason in the journal.
    if (!journal.some((it) => it.kind === 'note-added' && it.about === 'identity')) return [];
    const found = await this.query.findCorrections(caseFileId, key.id);
    return found.flatMap(({ eventId, content }) => {
      const payload = rowOf(LedgerPayloadEntity, { eventId, content });
      const { before, after } = this.secrecy.openColumn(key, payload, 'content').fields as {
        readonly before?: ChildDto;
        readonly after?: ChildDto;
      };
      return [before, after].flatMap((it) => it ?? []);
    });
  }
}
