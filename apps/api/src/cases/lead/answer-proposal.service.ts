import { Injectable } from '@nestjs/common';
import { invalidValue } from '../../platform/refusals/invalid-value';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { LeadProposalEntity } from '../entities/relations/lead-proposal.entity';
import { AssignmentsRepository } from '../grants/assignments.repository';
import type { LoadedCase } from '../reading/loaded-case';
import { ChangeLeadService } from './change-lead.service';
import { LeadCandidates } from './lead-candidates';
import type { RefuseLeadDto } from './lead-proposals.dto';
import { LeadProposalsRepository } from './lead-proposals.repository';

/** What whoever is asked to lead a case says: nobody answers for them. */
@Injectable()
export class AnswerProposalService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly candidates: LeadCandidates,
    private readonly proposals: LeadProposalsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly lead: ChangeLeadService,
  ) {}

  /** They lead it from now on. */
  async acceptProposal(file: LoadedCase, id: string): Promise<void> {
    const { toId } = await this.demandOpen(file, id);
    const { name } = await this.candidates.demandCandidate(file, toId);
    await this.proposals.settleProposal(id, 'accepted');
    this.unit.notes({ proposal: id });
    await this.lead.changeLead(file, { id: toId, about: 'lead', note: name });
    // What they were lent to decide they have as the lead: whoever read it with their own eyes sees it without a gap.
    await this.assignments.endGrants(file.row.id, toId, 'second-opinion');
  }

  /** Whoever led it leads it still, and is told. */
  async refuseProposal(file: LoadedCase, id: string, { refusal, words }: RefuseLeadDto): Promise<void> {
    if (refusal === 'other' && words === undefined)
      throw invalidValue('words', 'Dites en quelques mots pourquoi.', 'Say in a few words why.');
    const proposal = await this.demandOpen(file, id);
    await this.proposals.addRefusal(file, id, refusal, words ?? null);
    this.unit.notes({ proposal: id, refusal });
    await this.assignments.endLent(proposal);
  }

  private async demandOpen({ row }: LoadedCase, id: string): Promise<LeadProposalEntity> {
    const found = await this.proposals.findProposal(row.id, id);
    if (!found) throw new Refusal('not-found');
    if (found.toId !== this.unit.account.id) throw notAsked();
    if (found.outcome !== null) throw over();
    if (found.untilAt.getTime() <= this.unit.now()) throw tooLate();
    return found;
  }
}

const notAsked = (): Refusal =>
  refused(
    'not-asked',
    'Cette proposition n’est pas pour vous\u00A0: seule la personne sollicitée répond.',
    'This proposal is not for you: only who is asked answers.',
  );

const over = (): Refusal =>
  refused(
    'answered-already',
    'Cette proposition a déjà sa réponse, ou a été retirée\u00A0: rechargez la page.',
    'This proposal was answered already, or taken back: load the page again.',
  );

const tooLate = (): Refusal =>
  refused(
    'too-late',
    'Le délai pour répondre est passé\u00A0: demandez qu’on vous le propose de nouveau.',
    'The time to answer is over: ask for a new proposal.',
  );
