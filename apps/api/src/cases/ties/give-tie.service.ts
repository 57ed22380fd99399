import { Injectable } from '@nestjs/common';
import { type AccountRole, type FieldClass, mayEver, type TieRelation } from '@repere/access';
import type { ActDone, GivenTie } from '@repere/cases';
import { engineRoles } from '@repere/cases';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { UUID } from '../../platform/uuid';
import { Acting } from '../acts/acting';
import type { LoadedCase } from '../reading/loaded-case';
import type { AskApproverDto, AskSecondOpinionDto } from './case-access.dto';
import { inConflict } from './in-conflict';
import { readUntil } from './read-until';
import { refused } from '../../platform/refused';

const MOST_DAYS = 90;

interface Given {
  readonly accountId: string;
  readonly relation: GivenTie;
  readonly until: string;
  readonly entryId?: string | null;
  readonly classes?: readonly FieldClass[] | null;
  readonly sharingId?: string | null;
}

/** Gives a person outside a relation to one case, until a day; and takes it back. */
@Injectable()
export class GiveTieService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly acting: Acting,
  ) {}

  /** They read the case without names and places, and answer; the question is in the journal. */
  async askSecondOpinion(
    file: LoadedCase,
    { accountId, until, question }: AskSecondOpinionDto,
  ): Promise<ActDone> {
    const { name } = await this.colleague(accountId, (role) => mayEver(role, 'advise', ['second-opinion']));
    await this.give(file, { accountId, relation: 'second-opinion', until });
    return this.acting.act(file, { kind: 'add-note', note: `${question}\n→ ${name}` });
  }

  /** They approve this act and no other. */
  async askApprover(file: LoadedCase, { accountId, entryId, until }: AskApproverDto): Promise<void> {
    const { roles } = await this.colleague(accountId, (role) => mayEver(role, 'approve', ['approver']));
    const role = file.view.runs.flatMap(({ runId, steps }) =>
      steps
        .filter(({ toApprove }) => toApprove === entryId)
        .map(({ id }) => file.findStep(runId, id)?.approvedBy?.role ?? 'SUP'),
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
    await this.give(file, { accountId, relation: 'approver', until, entryId });
  }

  /** They see what the referral carries, and nothing else. `sharingId`: its line in the register of sharing. */
  async refer(
    file: LoadedCase,
    referral: Required<Pick<Given, 'accountId' | 'until' | 'classes' | 'sharingId'>>,
  ): Promise<void> {
    await this.give(file, { relation: 'partner', ...referral });
  }

  /** Who was asked to approve this act has nothing more to see: it is settled. */
  async settle({ row }: LoadedCase, entryId: string): Promise<void> {
    if (!row.ties.some((tie) => tie.entryId === entryId)) return;
    // Whoever settles it need not see who was asked.
    await this.unit.asSystem('system:refold', () =>
      this.unit.manager.query(
        `UPDATE assignment SET ended_at = $3 WHERE case_file_id = $1 AND entry_id = $2 AND ended_at IS NULL`,
        [row.id, entryId, new Date(this.unit.now())],
      ),
    );
  }

  async end({ row }: LoadedCase, accountId: string, relation: TieRelation): Promise<void> {
    if (!UUID.test(accountId)) throw new Refusal('not-found');
    // A lead of another team ends what they are shown, and what they gave themselves.
    const [ended]: [unknown[], number] = await this.unit.asSystem('system:refold', () =>
      this.unit.manager.query(
        `UPDATE assignment SET ended_at = $4 WHERE case_file_id = $1 AND account_id = $2 AND relation = $3
            AND ended_at IS NULL AND (until_at IS NULL OR until_at > $4) RETURNING account_id`,
        [row.id, accountId, relation, new Date(this.unit.now())],
      ),
    );
    if (ended.length === 0) throw new Refusal('not-found');
    this.unit.notes({ ended: accountId, relation });
  }

  /** A lead of another team is not shown who of this one is tied to the case. */
  private async isGiven(
    caseFileId: string,
    accountId: string,
    relation: Given['relation'],
    entryId: string | null,
  ): Promise<boolean> {
    const found: unknown[] = await this.unit.asSystem('system:record', () =>
      this.unit.manager.query(
        `SELECT 1 FROM assignment WHERE case_file_id = $1 AND account_id = $2 AND relation = $3
            AND entry_id IS NOT DISTINCT FROM $4 AND ended_at IS NULL AND until_at > $5`,
        [caseFileId, accountId, relation, entryId, new Date(this.unit.now())],
      ),
    );
    return found.length > 0;
  }

  private async give(
    { row }: LoadedCase,
    { accountId, relation, until, entryId = null, classes = null, sharingId = null }: Given,
  ): Promise<void> {
    const now = this.unit.now();
    const end = readUntil(until, now, MOST_DAYS);
    if (row.recusedIds.includes(accountId)) throw inConflict();
    if (row.circle && !row.circle.includes(accountId))
      throw refused(
        'outside-the-circle',
        'Ce dossier est réservé : nommez d’abord cette personne dans le cercle.',
        'This case is restricted: name this person in the circle first.',
        'accountId',
      );
    if (await this.isGiven(row.id, accountId, relation, entryId))
      throw refused(
        'given-already',
        'Cette personne est déjà sollicitée.',
        'This person has been asked already.',
        'accountId',
      );
    await this.unit.manager.query(
      `INSERT INTO assignment (case_file_id, team_id, account_id, since, relation, until_at, given_by, entry_id, classes, sharing_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.id,
        row.teamId,
        accountId,
        new Date(now),
        relation,
        end,
        this.unit.account.id,
        entryId,
        classes,
        sharingId,
      ],
    );
    await this.unit.record({
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

  private async colleague(
    id: string,
    may: (role: AccountRole) => boolean,
  ): Promise<{ readonly name: string; readonly roles: readonly AccountRole[] }> {
    const [account]: { name: string; roles: AccountRole[] }[] = await this.unit.manager.query(
      `SELECT name, roles FROM account a WHERE id = $1 AND account_is_open(a)`,
      [id],
    );
    if (account?.roles.some(may) && id !== this.unit.account.id) return account;
    throw refused(
      'not-a-worker',
      'Cette personne ne peut pas être sollicitée.',
      'This person can’t be asked.',
      'accountId',
    );
  }
}
