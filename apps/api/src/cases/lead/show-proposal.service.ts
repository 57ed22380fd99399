import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import type { FieldClass } from '@repere/protocol';
import { rowOf } from '../../platform/data/sealed-row';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { maskOf } from '../disclosure/mask-words';
import { unlessRedacted } from '../disclosure/redacted-classes';
import { LeadProposalEntity } from '../entities/relations/lead-proposal.entity';
import type { LoadedCase } from '../reading/loaded-case';
import type { LeadProposalDto } from './lead-proposals.dto';

/** The proposal that stands in a case, as its reader may see it. */
@Injectable()
export class ShowProposalService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  showProposal(file: LoadedCase, redacted: ReadonlySet<FieldClass>): LeadProposalDto | null {
    const { leadProposal: row = null } = file.row;
    if (row === null) return null;
    const { id, refusal } = row;
    const mask = maskOf(file, redacted);
    const opened = (column: 'words' | 'answer', sealed: string): string => {
      const kept = rowOf(LeadProposalEntity, { id, [column]: Buffer.from(sealed, 'base64') });
      return mask(this.secrecy.openColumn(file.key, kept, column));
    };
    const staff = <T>(value: T) => unlessRedacted(redacted, ['staff'], value);
    const said = <T>(value: T) => unlessRedacted(redacted, ['staff', 'narrative'], value);
    const until = Date.parse(row.untilAt);
    const state = refusal !== null ? 'refused' : until <= this.unit.now() ? 'silent' : 'open';
    return {
      ...{ id, state, refusal, at: new Date(row.at).toISOString(), until: new Date(until).toISOString() },
      ...{ to: staff(row.toName), teams: staff(row.toTeams.join(', ')), by: staff(row.byName) },
      words: said(opened('words', row.words)),
      answer: row.answer === null ? null : said(opened('answer', row.answer)),
      mayAnswer: state === 'open' && row.toId === this.unit.account.id,
      mayClose: may(principalOf(this.unit.account), 'assign', file.resource).yes,
    };
  }
}
