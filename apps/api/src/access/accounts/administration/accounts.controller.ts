import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ACCOUNT_STATES, type AccountState } from '@repere/cases';
import { ParseUuid } from '../../../platform/requests/parse-uuid';
import { Route } from '../../../platform/routes/route';
import { created } from '../../../platform/routes/route-answers';
import {
  AccountDetailDto,
  AccountPageDto,
  ChangeDatesDto,
  ChangeEmailDto,
  ChangeRolesDto,
  ChangeTeamsDto,
  InviteAgainDto,
  NewAccountDto,
  ReasonDto,
} from './accounts.dto';
import { AccountsQuery } from './accounts.query';
import { AccountsService } from './accounts.service';

/** Accounts, for administrators. What rights they have; never what anybody did with them. */
@ApiTags('administration')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly query: AccountsQuery,
  ) {}

  @Route('GET accounts', {
    summary: 'Accounts by name',
    act: 'account.list',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    query: [
      { name: 'q', required: false, description: 'Part of a name or login' },
      { name: 'state', required: false, enum: ACCOUNT_STATES },
      { name: 'cursor', required: false },
    ],
    answers: AccountPageDto,
    refuses: ['invalid'],
  })
  listAccounts(
    @Query('q') q?: string,
    @Query('state') state?: string,
    @Query('cursor') cursor?: string,
  ): Promise<AccountPageDto> {
    return this.query.page(
      String(q ?? '').slice(0, 200),
      ACCOUNT_STATES.find((it): it is AccountState => it === state),
      cursor,
    );
  }

  @Route('POST accounts', {
    summary: 'A new account; its person gets a link by mail',
    act: 'account.invite',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: true,
    answers: created(AccountDetailDto),
    refuses: ['invalid', 'step-up-required', 'conflict', 'refused', 'unsupported-media'],
  })
  async invite(@Body() account: NewAccountDto): Promise<AccountDetailDto> {
    return this.query.describeAccount(await this.accounts.invite(account));
  }

  @Route('POST invitations', {
    summary: 'Another link by mail; those before open nothing any more',
    act: 'account.invite-again',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async inviteAgain(@Body() { accountId }: InviteAgainDto): Promise<AccountDetailDto> {
    await this.accounts.inviteAgain(accountId.toLowerCase());
    return this.query.describeAccount(accountId.toLowerCase());
  }

  @Route('GET accounts/:id', {
    summary: 'One account, and how many cases it holds',
    act: 'account.read',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    answers: AccountDetailDto,
    refuses: ['not-found'],
  })
  readAccount(@Param('id', new ParseUuid()) id: string): Promise<AccountDetailDto> {
    return this.query.describeAccount(id);
  }

  @Route('PUT accounts/:id/roles', {
    summary: 'Other roles, at once or once a second administrator agrees',
    act: 'account.change-roles',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async changeRoles(
    @Param('id', new ParseUuid()) id: string,
    @Body() { roles, was, reason }: ChangeRolesDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeRoles(id, roles, was, reason);
    return this.query.describeAccount(id);
  }

  @Route('PUT accounts/:id/teams', {
    summary: 'Other teams; refused while cases would be left without a lead',
    act: 'account.change-teams',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async changeTeams(
    @Param('id', new ParseUuid()) id: string,
    @Body() { teamIds, was }: ChangeTeamsDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeTeams(id, lower(teamIds), lower(was));
    return this.query.describeAccount(id);
  }

  @Route('PUT accounts/:id/dates', {
    summary: 'First and last day of the account',
    act: 'account.change-dates',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async changeDates(
    @Param('id', new ParseUuid()) id: string,
    @Body() { startsOn = null, endsOn = null }: ChangeDatesDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeDates(id, startsOn, endsOn);
    return this.query.describeAccount(id);
  }

  @Route('PUT accounts/:id/email', {
    summary: 'Another address; takes a second administrator once links to it are worth something',
    act: 'account.change-email',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async changeEmail(
    @Param('id', new ParseUuid()) id: string,
    @Body() { email, reason }: ChangeEmailDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeEmail(id, email, reason);
    return this.query.describeAccount(id);
  }

  @Route('POST accounts/:id/disable', {
    summary: 'Close the account, now: its sessions end',
    act: 'account.disable',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async disable(
    @Param('id', new ParseUuid()) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.disable(id, reason);
    return this.query.describeAccount(id);
  }

  @Route('POST accounts/:id/reset-factors', {
    summary: 'Take away second factor, passkeys and recovery codes of somebody who lost them',
    act: 'account.reset-factors',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'invalid', 'unsupported-media'],
  })
  async resetFactors(
    @Param('id', new ParseUuid()) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.resetFactors(id, reason);
    return this.query.describeAccount(id);
  }

  @Route('POST accounts/:id/enable', {
    summary: 'Open the account again',
    act: 'account.enable',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: AccountDetailDto,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  async enable(
    @Param('id', new ParseUuid()) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.enable(id, reason);
    return this.query.describeAccount(id);
  }
}

const lower = (ids: readonly string[]): readonly string[] => ids.map((id) => id.toLowerCase());
