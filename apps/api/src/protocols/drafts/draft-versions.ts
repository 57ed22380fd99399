import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import { hashOf } from '../hash-of';
import { type HashedDocument, keyOf } from '../protocol-library';
import type { PublishedProtocols } from '../publishing/published-protocols';
import { CheckDraft } from './checking/check-draft';
import { faultsOf } from './checking/publication-blockers';
import { ProtocolDraftsQuery } from './drafts.query';

export interface DraftVersion extends HashedDocument {
  readonly files: ProtocolFiles;
}

/** Drafts as versions beside the published ones: to practise on before anybody is held to them. */
@Injectable()
export class DraftVersions {
  constructor(
    private readonly drafts: ProtocolDraftsQuery,
    private readonly checker: CheckDraft,
  ) {}

  /**
   * Of these `protocol@version`, those that nobody has published and that a draft without errors is: the one that was changed last,
   * as it is now. The others are left out.
   */
  async findVersions(
    keys: readonly string[],
    published: PublishedProtocols,
  ): Promise<readonly DraftVersion[]> {
    const found: DraftVersion[] = [];
    for (const key of keys) {
      if (published.versions.has(key)) continue;
      const [protocol = '', version = ''] = key.split('@');
      const files = await this.drafts.findFiles(protocol, version);
      if (!files) continue;
      const checked = await this.checker.check(files, published);
      const { document } = checked;
      if (!document || faultsOf(checked).length > 0) continue;
      if (keyOf(document.protocol, document.version) !== key) continue;
      found.push({ document, hash: hashOf(document), files });
    }
    return found;
  }
}
