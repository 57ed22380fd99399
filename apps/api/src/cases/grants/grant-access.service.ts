import { approverOf } from '@repere/protocol';
import { Injectable } from '@nestjs/common';
import { type AccountRole, type FieldClass, mayEver, type GrantedRelation } from '@repere/access';
import type { GivenRelation } from '@repere/cases';
import { engineRoles } from '@repere/cases';
import { Jobs } from '../../platform/jobs/jobs';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { CaseCommandHandler } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import { type OpenAccount, OpenAccountsQuery } from '../reading/open-accounts.query';
import { AssignmentsRepository } from './assignments.repository';
import type { AskApproverDto, AskSecondOpinionDto } from './case-access.dto';
import { REFERRAL_OVER } from './end-referrals-of';
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
  readonly classes?: readonly FieldClass[] | null;
  readonly sharingId?: string | null;
}

/** Gives a person outside a relation to one case, until a day; and takes it back. */
@Injectable()
export class GrantAccessService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly accounts: OpenAccountsQuery,
    private readonly assignments: AssignmentsRepository,
    private readonly jobs: Jobs,
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

  /** They see what the referral carries, and nothing else. `sharingId`: its line in the register of sharing. */
  async refer(
    file: LoadedCase,
    referral: Required<Pick<Given, 'accountId' | 'until' | 'classes' | 'sharingId'>>,
  ): Promise<void> {
    await this.writeGrant(file, { relation: 'partner', ...referral });
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

  async endGrant({ row }: LoadedCase, accountId: string, relation: GrantedRelation): Promise<void> {
    if (!UUID.test(accountId)) throw new Refusal('not-found');
    // A lead of another team ends what they are shown, and what they gave themselves.
    const ended = await this.unit.asSystem('system:recompute', () =>
      relation === 'partner'
        ? this.takeBack(row.id, accountId)
        : this.assignments.endGrants(row.id, accountId, relation),
    );
    if (ended === 0) throw new Refusal('not-found');
    this.unit.notes({ ended: accountId, relation });
  }

  /** Whoever was referred to is told, behind this. How many there were. */
  private async takeBack(caseFileId: string, accountId: string): Promise<number> {
    const over = await this.assignments.endReferralsOf(caseFileId, (id) => id === accountId);
    for (const sharingId of over) await this.jobs.addJob(REFERRAL_OVER, sharingId);
    return over.length;
  }

  private async writeGrant(
    { row }: LoadedCase,
    { accountId, relation, until, entryId = null, classes = null, sharingId = null }: Given,
  ): Promise<void> {
    const mostDays = relation === 'partner' ? MOST_DAYS_REFERRED : MOST_DAYS;
    const end = readUntil(until, this.unit.now(), mostDays);
    refuseKeptAway(row, accountId);
    // A lead of another team is not shown who of this one has a relation to the case.
    const isGiven = await this.unit.asSystem('system:record', () =>
      this.assignments.has(row.id, accountId, relation, entryId),
    );
    if (isGiven)
      throw relation === 'partner'
        ? referredAlready()
        : refused(
            'given-already',
            'Cette personne est déjà sollicitée.',
            'This person has been asked already.',
            'accountId',
          );
    await this.assignments.addAssignment(row, {
      ...{ accountId, relation, untilAt: end, givenBy: this.unit.account.id },
      ...{ entryId, classes, sharingId },
    });
    await this.unit.recordEvent({
      type: relation === 'partner' ? 'referral.open' : `case-file.ask-${relation}`,
      caseFileId: row.id,
      payload: {
        accountId,
        relation,
        until: end.toISOString(),
        ...(entryId !== null && { entryId }),
        ...(classes !== null && { classes, sharing: sharingId }),
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

/** One referral of a case is open to a partner at a time: they read one page of it, and answer it. */
const referredAlready = (): Refusal =>
  refused(
    'given-already',
    'Une orientation est déjà ouverte à ce partenaire. Depuis « Orientations », ajoutez-y ce qui manque et appelez-le, ou retirez-la pour en ouvrir une autre.',
    'A referral is open to this partner already. From “Referrals”, add to it what is missing and call them, or take it back to open another one.',
    'accountId',
  );
