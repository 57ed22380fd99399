import { approverOf } from '@repere/protocol';
import { Injectable } from '@nestjs/common';
import { type AccountRole, type FieldClass, mayEver } from '@repere/access';
import type { GivenRelation } from '@repere/cases';
import { engineRoles } from '@repere/cases';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { CaseCommandHandler } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import { type OpenAccount, OpenAccountsQuery } from '../reading/open-accounts.query';
import { AssignmentsRepository } from './assignments.repository';
import type { AskApproverDto, AskSecondOpinionDto } from './case-access.dto';
import { refuseKeptAway } from './in-conflict';
import { readUntil } from './read-until';
import { refused } from '../../platform/refusals/refused';
import type { ActDoneDto } from '../page/case-file.dto';

const MOST_DAYS = 90;
/** Of a referral: until feedback is due, three months (CASF L226-5), and a margin of a fortnight. */
const MOST_DAYS_REFERRED = 107;

interface Given {
  readonly accountId: string;
  readonly relation: GivenRelation;
  readonly until: string;
  readonly entryId?: string | null;
}

/** A part of a case that is opened to a partner. `sharingId`: its line in the register of sharing. */
interface Referred {
  readonly accountId: string;
  readonly until: string;
  readonly classes: readonly FieldClass[];
  readonly sharingId: string;
}

/** Gives a person outside a relation to one case, until a day; and takes it back. */
@Injectable()
export class GrantAccessService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly accounts: OpenAccountsQuery,
    private readonly assignments: AssignmentsRepository,
  ) {}

  /** They read the case without names and places, and answer; the question is in the journal. */
  async askSecondOpinion(
    file: LoadedCase,
    { accountId, until, question }: AskSecondOpinionDto,
  ): Promise<ActDoneDto> {
    const { name } = await this.colleague(accountId, (role) => mayEver(role, 'advise', ['second-opinion']));
    await this.writeGrant(file, { accountId, relation: 'second-opinion', until });
    return this.commands.handleCommand(file, { kind: 'add-note', note: `${question}\n→ ${name}` });
  }

  /** They approve this act and no other. */
  async askApprover(file: LoadedCase, { accountId, entryId, until }: AskApproverDto): Promise<void> {
    const { roles } = await this.colleague(accountId, (role) => mayEver(role, 'approve', ['approver']));
    const role = file.view.runs.flatMap(({ runId, steps }) =>
      steps
        .filter(({ toApprove }) => toApprove === entryId)
        .map(({ id }) => approverOf(file.findStep(runId, id))),
    )[0];
    if (!role)
      throw refused(
        'nothing-to-approve',
        'Cet acte n’attend pas de validation.',
        'This act waits for no approval.',
        'entryId',
      );
    const wrote = file.journal.some(
      (it) =>
        it.enteredBy === accountId &&
        (it.id === entryId || (it.kind === 'entry-amended' && it.entryId === entryId)),
    );
    if (wrote || !engineRoles(roles).includes(role))
      throw refused(
        'not-the-second-person',
        'Cette personne ne peut pas valider cet acte : elle l’a écrit, ou n’en a pas le rôle.',
        'This person can’t approve this act: they wrote it, or have not the role.',
        'accountId',
      );
    await this.writeGrant(file, { accountId, relation: 'approver', until, entryId });
  }

  /** They see what the referral carries, and nothing else; several may be open to them at once. */
  async refer({ row }: LoadedCase, { accountId, until, classes, sharingId }: Referred): Promise<void> {
    const untilAt = readUntil(until, this.unit.now(), MOST_DAYS_REFERRED);
    refuseKeptAway(row, accountId);
    const since = await this.unit.asSystem('system:record', () =>
      this.assignments.referredFrom(row.id, accountId),
    );
    const relation = 'partner';
    await this.assignments.addAssignment(row, {
      ...{ accountId, relation, since, untilAt, givenBy: this.unit.account.id, classes, sharingId },
    });
    this.unit.notes({ accountId, relation, until: untilAt.toISOString(), classes, sharing: sharingId });
  }

  /** What a referral opened is closed: it is over. Nothing where it was already. */
  async endReferral(sharingId: string): Promise<void> {
    await this.unit.asSystem('system:recompute', () => this.assignments.endReferral(sharingId));
  }

  /** Who was asked to approve this act has nothing more to see: it is settled. */
  async endApproverGrants({ row }: LoadedCase, entryId: string): Promise<void> {
    if (!row.grants.some((grant) => grant.entryId === entryId)) return;
    // The one who settles it need not see who was asked.
    await this.unit.asSystem('system:recompute', () => this.assignments.endAbout(row.id, entryId));
  }

  async endGrant({ row }: LoadedCase, accountId: string, relation: GivenRelation): Promise<void> {
    if (!UUID.test(accountId)) throw new Refusal('not-found');
    // A lead of another team ends what they are shown, and what they gave themselves.
    const ended = await this.unit.asSystem('system:recompute', () =>
      this.assignments.endGrants(row.id, accountId, relation),
    );
    if (ended === 0) throw new Refusal('not-found');
    this.unit.notes({ ended: accountId, relation });
  }

  private async writeGrant(
    { row }: LoadedCase,
    { accountId, relation, until, entryId = null }: Given,
  ): Promise<void> {
    const untilAt = readUntil(until, this.unit.now(), MOST_DAYS);
    refuseKeptAway(row, accountId);
    // A lead of another team is not shown who of this one has a relation to the case.
    const isGiven = await this.unit.asSystem('system:record', () =>
      this.assignments.has(row.id, accountId, relation, entryId),
    );
    if (isGiven)
      throw refused(
        'given-already',
        'Cette personne est déjà sollicitée.',
        'This person has been asked already.',
        'accountId',
      );
    await this.assignments.addAssignment(row, {
      ...{ accountId, relation, untilAt, givenBy: this.unit.account.id, entryId },
    });
    await this.unit.recordEvent({
      type: `case-file.ask-${relation}`,
      caseFileId: row.id,
      payload: {
        ...{ accountId, relation, until: untilAt.toISOString() },
        ...(entryId !== null && { entryId }),
      },
    });
  }

  private async colleague(id: string, may: (role: AccountRole) => boolean): Promise<OpenAccount> {
    const account = await this.accounts.findAccount(id);
    if (account?.roles.some(may) && id !== this.unit.account.id) return account;
    throw refused(
      'not-a-worker',
      'Cette personne ne peut pas être sollicitée.',
      'This person can’t be asked.',
      'accountId',
    );
  }
}
