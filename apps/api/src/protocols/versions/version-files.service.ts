import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import { ProtocolLibrary } from '../protocol-library';
import { VersionsRepository } from './versions.repository';

/** Files of published versions. */
@Injectable()
export class VersionFiles {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly versions: VersionsRepository,
  ) {}

  /** By `protocol@version`; from the folder for versions that were published before files were kept. `null`: lost. */
  async findFiles(key: string): Promise<ProtocolFiles | null> {
    const [protocol = '', version = ''] = key.split('@');
    const kept = await this.versions.files(protocol, version);
    if (kept) return kept;
    const own = this.library.filesOf(protocol, version);
    return Object.keys(own).length > 0 ? own : null;
  }
}
