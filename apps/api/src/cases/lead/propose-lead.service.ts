import { Injectable } from '@nestjs/common';
import { mayEver, relationsTo } from '@repere/access';
import { dueAt } from '@repere/feel';
import { refused } from '../../platform/refusals/refused';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseCommandHandler } from '../acts/case-command-handler';
import type { LeadProposalEntity, LeadProposalOutcome } from '../entities/relations/lead-proposal.entity';
import { AssignmentsRepository } from '../grants/assignments.repository';
import { readUntil } from '../grants/read-until';
import type { LoadedCase } from '../reading/loaded-case';
import type { OpenAccount } from '../reading/open-accounts.query';
import { LeadCandidates } from './lead-candidates';
import type { ProposeLeadDto } from './lead-proposals.dto';
import { LeadProposalsRepository } from './lead-proposals.repository';
import { namesLead } from './names-lead';

/** TOOL: unless whoever proposes says otherwise. */
const WITHIN = { unit: 'working-days', count: 2 } as const;
const MOST_DAYS = 14;

/** Asks somebody to lead a case, and takes that back. Until they accept, nothing changes of who leads it. */
@Injectable()
export class ProposeLeadService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly candidates: LeadCandidates,
    private readonly proposals: LeadProposalsRepository,
    private readonly assignments: AssignmentsRepository,
  ) {}

  /** `seen`: the case as who proposes read it. One proposal stands at a time: a new one replaces the one before. */
  async proposeLead(
    file: LoadedCase,
    { accountId, until, words }: ProposeLeadDto,
    seen: number,
  ): Promise<void> {
    await this.commands.refuseStale(file, seen, (entries) => entries.some(namesLead));
    const account = await this.candidates.demandCandidate(file, accountId);
    const now = this.unit.now();
    const untilAt =
      until === undefined
        ? new Date(dueAt(now, WITHIN, file.territory).dueAt)
        : readUntil(until, now, MOST_DAYS);
    await this.endOpen(file, 'replaced');
    await this.proposals.noteRefusals(file.row.id);
    const proposal = await this.proposals.addProposal(file, { toId: accountId, untilAt, words });
    if (!reads(account, file)) {
      // Enough to say yes or no: what a second opinion sees, without names and places, until they have answered.
      await this.assignments.addAssignment(file.row, {
        ...{ accountId, relation: 'second-opinion', untilAt, givenBy: this.unit.account.id },
      });
    }
    this.unit.notes({ proposal, to: accountId, until: untilAt.toISOString() });
  }

  /** Takes back what waits; puts away what was refused, once it was read. */
  async closeProposal(file: LoadedCase, id: string): Promise<void> {
    const found = await this.proposals.findProposal(file.row.id, id);
    if (!found) throw new Refusal('not-found');
    this.unit.notes({ proposal: id });
    if (found.outcome === null) await this.endProposal(file, found, 'withdrawn');
    else if (found.outcome === 'refused' && found.notedAt === null)
      await this.proposals.noteRefusals(file.row.id);
    else
      throw refused(
        'closed-already',
        'Cette proposition est déjà close\u00A0: rechargez la page.',
        'This proposal is over already: load the page again.',
      );
  }

  /** Ends the one that nobody has answered, if there is one. */
  async endOpen(file: LoadedCase, outcome: 'replaced' | 'overtaken'): Promise<void> {
    const open = await this.proposals.findOpen(file.row.id);
    if (open) await this.endProposal(file, open, outcome);
  }

  private async endProposal(
    file: LoadedCase,
    proposal: LeadProposalEntity,
    outcome: Extract<LeadProposalOutcome, 'withdrawn' | 'replaced' | 'overtaken'>,
  ): Promise<void> {
    await this.proposals.settleProposal(proposal.id, outcome);
    // A lead of another team is not shown who of this one has a relation to the case.
    await this.unit.asSystem('system:recompute', () => this.assignments.endLent(proposal));
    this.unit.notes({ [outcome]: proposal.id });
  }
}

/** Whether they read the case without being asked. */
const reads = ({ roles, ...account }: OpenAccount, { row }: LoadedCase): boolean =>
  roles.some((role) =>
    mayEver(role, 'advise', relationsTo({ ...account, roles }, { ...row, circle: null, missionIds: [] })),
  );
