import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LeadRefusal } from '@repere/cases';
import { IsNull } from 'typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LeadProposalEntity, type LeadProposalOutcome } from '../entities/relations/lead-proposal.entity';
import type { LoadedCase } from '../reading/loaded-case';

interface NewProposal {
  readonly toId: string;
  readonly untilAt: Date;
  readonly words: string;
}

/** Proposals of the lead: what was said of one stays, and so do those that are over. */
@Injectable()
export class LeadProposalsRepository {
  constructor(
    @InjectRepository(LeadProposalEntity) private readonly proposals: UnitRepository<LeadProposalEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  findProposal(caseFileId: string, id: string): Promise<LeadProposalEntity | null> {
    return this.proposals.findOneBy({ caseFileId, id });
  }

  /** The one that nobody has answered, in time or not. */
  findOpen(caseFileId: string): Promise<LeadProposalEntity | null> {
    return this.proposals.findOneBy({ caseFileId, outcome: IsNull() });
  }

  /** Gives its id. */
  async addProposal({ row, key }: LoadedCase, { toId, untilAt, words }: NewProposal): Promise<string> {
    const id = randomUUID();
    await this.proposals.insert({
      ...{ id, caseFileId: row.id, teamId: row.teamId, toId, byId: this.unit.account.id },
      ...{ at: this.now(), untilAt, keyId: key.id },
      words: this.secrecy.seal(key, rowOf(LeadProposalEntity, { id }), 'words', words),
    });
    return id;
  }

  async settleProposal(id: string, outcome: Exclude<LeadProposalOutcome, 'refused'>): Promise<void> {
    await this.proposals.update({ id, outcome: IsNull() }, { outcome, ...this.settled() });
  }

  async addRefusal(
    { key }: LoadedCase,
    id: string,
    refusal: LeadRefusal,
    words: string | null,
  ): Promise<void> {
    const answer =
      words === null ? null : this.secrecy.seal(key, rowOf(LeadProposalEntity, { id }), 'answer', words);
    await this.proposals.update(
      { id, outcome: IsNull() },
      { outcome: 'refused', refusal, answer, ...this.settled() },
    );
  }

  /** Refusals that whoever leads has read. */
  async noteRefusals(caseFileId: string): Promise<void> {
    await this.proposals.update(
      { caseFileId, outcome: 'refused', notedAt: IsNull() },
      { notedAt: this.now() },
    );
  }

  private settled(): Pick<LeadProposalEntity, 'settledBy' | 'settledAt'> {
    return { settledBy: this.unit.account.id, settledAt: this.now() };
  }

  private now(): Date {
    return new Date(this.unit.now());
  }
}
