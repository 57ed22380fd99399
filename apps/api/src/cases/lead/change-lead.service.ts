import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseCommandHandler } from '../acts/case-command-handler';
import { ExclusionService } from '../grants/exclusion.service';
import type { ActDoneDto } from '../page/case-file.dto';
import { ProjectionsRepository } from '../projections/projections.repository';
import type { LoadedCase } from '../reading/loaded-case';

interface NewLead {
  readonly id: string;
  readonly about: 'lead' | 'lead-at-once';
  readonly note: string;
}

/** Gives a case its next lead. */
@Injectable()
export class ChangeLeadService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly bars: ExclusionService,
    private readonly projections: ProjectionsRepository,
  ) {}

  /** In one transaction from one to the other: nobody sees the case without a lead. A note in the journal says so. */
  async changeLead(file: LoadedCase, { id, about, note }: NewLead): Promise<ActDoneDto> {
    await this.projections.nameLead(file.row.id, id);
    // A handover leaves no gap: the new lead of a restricted case is of its circle.
    await this.bars.admit(file.row.id, id);
    await this.unit.recordEvent({
      type: 'case-file.lead',
      caseFileId: file.row.id,
      payload: { before: file.row.leadId, after: id },
    });
    return this.commands.handleCommand(file.ledBy(id), { kind: 'add-note', about, note });
  }
}
