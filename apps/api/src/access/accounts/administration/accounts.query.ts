import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import type { AccountState } from '@repere/cases';
import { readCursor, writeCursor } from '../../../platform/requests/cursor';
import { Refusal } from '../../../platform/refusals/refusal';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { type AnswerColumns, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { meansOf } from '../../factors/factors.query';
import { AccountEmails } from '../account-emails';
import { SUMMARY_OF_ACCOUNT } from './account-rows.query';
import { Administrator } from './administrator';
import { HeldCasesOfAccount } from './held-cases';
import { invitationOf } from './pending-invitations.query';
import { providerInvitationOf } from '../../provider/links/provider-invitations.query';
import { rowOf } from '../../../platform/data/sealed-row';
import { AccountChangeEntity } from '../../entities/accounts/account-change.entity';
import type { AccountChangeDto, AccountDetailDto, AccountSummaryDto } from './accounts.dto';
import type { Page } from '../../../platform/answers/page';

const PAGE = 50;

/** Accounts as administrators see them. */
@Injectable()
export class AccountsQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
    private readonly secrecy: Secrecy,
    private readonly emails: AccountEmails,
    private readonly held: HeldCasesOfAccount,
  ) {}

  /** By name; `q`: a part of name or login, without case and accents. */
  async page(q = '', state?: AccountState, cursor?: string): Promise<Page<AccountSummaryDto>> {
    this.administrator.demand();
    const after = cursor === undefined ? null : readCursor(cursor, ['id'])[0];
    const found = await PAGE_OF_ACCOUNTS.readRows(this.unit.manager, [
      q.trim(),
      state ?? null,
      after,
      PAGE + 1,
    ]);
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return {
      items: found.slice(0, PAGE).map(({ sort, ...row }) => row),
      next: last ? writeCursor([last.id]) : null,
    };
  }

  async describeAccount(id: string): Promise<AccountDetailDto> {
    const { id: reader } = this.administrator.demand();
    this.unit.notes({ account: id });
    const row = await ONE.first(this.unit.manager, [id]);
    if (!row) throw new Refusal('not-found');
    return {
      ...row,
      email: await this.emails.findEmail(id),
      reviewDueAt: row.reviewDueAt.toISOString(),
      invitation: row.hasPassword ? null : await invitationOf(this.unit.manager, id),
      providerInvitation: await providerInvitationOf(this.unit.manager, id),
      hasSecondFactor: await this.hasSecondFactor(id),
      changes: await this.changes(id),
      held: await this.held.listHeldCases(id),
      isReader: id === reader,
    };
  }

  /** Changes that wait for a second administrator, oldest first; of one account, or all of them. */
  async changes(accountId: string | null = null): Promise<readonly AccountChangeDto[]> {
    const { id: reader } = this.administrator.demand();
    const waiting = await CHANGES.readRows(this.unit.manager, [accountId]);
    const key = await this.secrecy.spaceKey();
    return Promise.all(
      waiting.map(async (row) => ({
        id: row.id,
        accountId: row.account_id,
        login: row.login,
        name: row.name,
        kind: row.kind,
        before: row.kind === 'roles' ? row.before : null,
        after: row.after,
        email: await this.emails.openEmail('account_change', row.id, row.email),
        reason: this.secrecy.openColumn(
          key,
          rowOf(AccountChangeEntity, { id: row.id, words: row.words }),
          'words',
        ),
        requestedBy: row.requested_by_name,
        requestedAt: row.requested_at.toISOString(),
        mayDecide: reader !== row.requested_by && reader !== row.account_id,
      })),
    );
  }

  /** Of others no account sees any. */
  private async hasSecondFactor(id: string): Promise<boolean> {
    const means = await this.unit.asSystem('system:access', () => meansOf(this.unit.manager, id));
    return means.length > 0;
  }
}

/** Lower case, without accents. */
const plain = (sql: string): string =>
  `regexp_replace(normalize(lower(${sql}), NFD), '[\\u0300-\\u036f]', '', 'g')`;

type DetailRow = AccountSummaryDto &
  Pick<AccountDetailDto, 'language' | 'startsOn' | 'endsOn' | 'hasPassword'> & {
    readonly reviewDueAt: Date;
  };

interface ChangeRow extends Pick<AccountChangeDto, 'id' | 'login' | 'name' | 'kind' | 'after'> {
  readonly before: readonly AccountRole[];
  readonly account_id: string;
  readonly email: Buffer | null;
  readonly words: Buffer;
  readonly requested_by: string;
  readonly requested_by_name: string;
  readonly requested_at: Date;
}

const SUMMARY: AnswerColumns<AccountSummaryDto> = {
  ...{
    id: 'uuid',
    login: 'text',
    name: 'text',
    roles: 'text[]',
    teams: 'json',
    state: 'text',
    waits: 'boolean',
  },
};

const PAGE_OF_ACCOUNTS = rows<AccountSummaryDto & { readonly sort: string }>({ ...SUMMARY, sort: 'text' })
  .from(`
  SELECT * FROM (SELECT ${SUMMARY_OF_ACCOUNT}, ${plain('a.name')} AS sort FROM account a
    WHERE ($1 = '' OR position(${plain('$1')} in ${plain(`a.name || ' ' || a.login`)}) > 0)
      AND ($3::uuid IS NULL OR (${plain('a.name')}, a.id) > (SELECT ${plain('name')}, id FROM account WHERE id = $3))
   ) found WHERE $2::text IS NULL OR state = $2
   ORDER BY sort, id LIMIT $4`);

const ONE = rows<DetailRow>({
  ...{ ...SUMMARY, language: 'text', startsOn: 'text?', endsOn: 'text?', hasPassword: 'boolean' },
  reviewDueAt: 'timestamptz',
}).from(`
  SELECT ${SUMMARY_OF_ACCOUNT}, a.language, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
         a.password_hash IS NOT NULL AS "hasPassword", a.rights_confirmed_at + interval '1 year' AS "reviewDueAt"
    FROM account a WHERE a.id = $1`);

const CHANGES = rows<ChangeRow>({
  ...{
    id: 'uuid',
    account_id: 'uuid',
    login: 'text',
    name: 'text',
    kind: 'text',
    before: 'text[]',
    after: 'text[]?',
  },
  ...{ email: 'bytea?', words: 'bytea', requested_by: 'uuid', requested_by_name: 'text' },
  requested_at: 'timestamptz',
}).from(`
  SELECT c.id, c.account_id, a.login, a.name, c.kind, a.roles AS before, c.roles AS after, c.email, c.words,
         c.requested_by, by.name AS requested_by_name, c.requested_at
    FROM account_change c JOIN account a ON a.id = c.account_id JOIN account by ON by.id = c.requested_by
   WHERE c.state = 'waiting' AND ($1::uuid IS NULL OR c.account_id = $1)
   ORDER BY c.requested_at, c.id LIMIT 200`);
