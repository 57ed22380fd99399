import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, IsNull, MoreThan, MoreThanOrEqual, Or, Repository } from 'typeorm';
import type { GrantedRelation } from '@repere/access';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AssignmentEntity } from '../entities/case/assignment.entity';
import type { LeadProposalEntity } from '../entities/relations/lead-proposal.entity';
import type { CaseRow } from '../reading/case-row';

type Given = Pick<AssignmentEntity, 'accountId' | 'relation'> &
  Partial<Pick<AssignmentEntity, 'since' | 'untilAt' | 'givenBy' | 'entryId' | 'classes' | 'sharingId'>>;

/** Who was given a relation to a case: an assignment ends, and stays. */
@Injectable()
export class AssignmentsRepository {
  constructor(
    @InjectRepository(AssignmentEntity) private readonly assignments: Repository<AssignmentEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  async addAssignment({ id, teamId }: Pick<CaseRow, 'id' | 'teamId'>, given: Given): Promise<void> {
    await this.assignments.insert({ ...{ caseFileId: id, teamId, since: this.now() }, ...given });
  }

  /** Whether it holds now; `entryId`: the act that it is about, where it is about one. */
  has(
    caseFileId: string,
    accountId: string,
    relation: GrantedRelation,
    entryId: string | null,
  ): Promise<boolean> {
    return this.assignments.existsBy({
      ...{ caseFileId, accountId, relation, entryId: entryId ?? IsNull() },
      ...{ endedAt: IsNull(), untilAt: MoreThan(this.now()) },
    });
  }

  /** When a referral to them begins that is opened now: two of one moment are two. */
  async referredFrom(caseFileId: string, accountId: string): Promise<Date> {
    const since = MoreThanOrEqual(this.now());
    const others = await this.assignments.findBy({ caseFileId, accountId, relation: 'partner', since });
    const taken = new Set(others.map((it) => it.since.getTime()));
    let at = this.unit.now();
    while (taken.has(at)) at += 1;
    return new Date(at);
  }

  /** How many held until now. */
  endGrants(caseFileId: string, accountId: string, relation: GrantedRelation): Promise<number> {
    const untilAt = Or(IsNull(), MoreThan(this.now()));
    return this.endAssignments({ caseFileId, accountId, relation, untilAt });
  }

  /** What was lent to decide on a proposal, and with it. */
  async endLent({
    caseFileId,
    toId,
    byId,
    at,
  }: Pick<LeadProposalEntity, 'caseFileId' | 'toId' | 'byId' | 'at'>): Promise<void> {
    const lent = { caseFileId, accountId: toId, givenBy: byId, since: at };
    await this.endAssignments({ ...lent, relation: 'second-opinion', untilAt: MoreThan(this.now()) });
  }

  /** Of whoever was asked about this act. */
  async endAbout(caseFileId: string, entryId: string): Promise<void> {
    await this.endAssignments({ caseFileId, entryId });
  }

  /** By its line in the register of sharing. */
  async endReferral(sharingId: string): Promise<void> {
    await this.endAssignments({ sharingId, relation: 'partner' });
  }

  /** Referrals that are open to accounts for which this holds, by their lines in the register of sharing: they are over. */
  async endReferralsOf(
    caseFileId: string,
    isKeptAway: (accountId: string) => boolean,
  ): Promise<readonly string[]> {
    const open = await this.assignments.findBy({
      ...{ caseFileId, relation: 'partner', endedAt: IsNull(), untilAt: MoreThan(this.now()) },
    });
    const over = open.flatMap((it) =>
      isKeptAway(it.accountId) && it.sharingId !== null ? [it.sharingId] : [],
    );
    if (over.length > 0) await this.endAssignments({ sharingId: In(over), relation: 'partner' });
    return over;
  }

  private async endAssignments(which: FindOptionsWhere<AssignmentEntity>): Promise<number> {
    const { affected } = await this.assignments.update(
      { ...which, endedAt: IsNull() },
      { endedAt: this.now() },
    );
    return affected ?? 0;
  }

  private now(): Date {
    return new Date(this.unit.now());
  }
}
