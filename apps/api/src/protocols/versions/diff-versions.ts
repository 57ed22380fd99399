import { Injectable } from '@nestjs/common';
import type { VersionDiff } from '@repere/protocol-engine';
import type { CheckedDraft } from '../drafts/check-draft';
import type { DraftRow } from '../drafts/draft-row';
import type { Shelf } from '../shelf';

/** What differs between two versions, in words. */
@Injectable()
export class DiffVersions {
  /** Against the version that it was started from; `null` while one of them can't be read. */
  ofDraft(_draft: DraftRow, _checked: CheckedDraft, _shelf: Shelf): VersionDiff | null {
    return null;
  }
}
