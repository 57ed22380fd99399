import { Injectable } from '@nestjs/common';
import { calledIn } from '@repere/protocol';
import { OnCallContactsRepository } from '../../directory/on-call/on-call-contacts.repository';
import { showOnCall } from '../../directory/on-call/show-on-call';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { principalOf } from '../../platform/unit/principal';
import type { CaseFileDto } from '../page/case-file.dto';
import type { LoadedCase } from '../reading/loaded-case';
import { spokenLanguages } from './spoken-languages';

/** Whom the next step says to call, with who answers now: the first thing that somebody tired needs of it. */
@Injectable()
export class NextCallsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly contacts: OnCallContactsRepository,
  ) {}

  /** The same case, its next step with whom to call. Asks the database only where that step calls somebody. */
  async addTo(shown: CaseFileDto, file: LoadedCase): Promise<CaseFileDto> {
    const { next } = shown;
    const step = next && file.findStep(next.runId, next.step);
    const kinds = next && step ? calledIn(this.library.calls, next.protocol, step) : [];
    if (!next || kinds.length === 0) return shown;
    const { territory } = file;
    const contacts = await this.contacts.listContacts(territory.code);
    const spoken = spokenLanguages(file, principalOf(this.unit.account));
    const calls = showOnCall(contacts, territory, this.unit.now(), kinds, spoken).map(
      ({ title, contacts: known }) => {
        const [first] = known;
        return {
          title,
          name: first?.name ?? null,
          phones: first?.phones ?? [],
          isOpen: first?.isOpen ?? false,
        };
      },
    );
    return { ...shown, next: { ...next, calls } };
  }
}
