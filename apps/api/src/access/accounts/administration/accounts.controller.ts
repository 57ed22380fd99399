import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { AccountState } from '@repere/cases';
import { Act } from '../../../platform/act';
import { Refuses } from '../../../platform/openapi';
import { ParseUuid } from '../../../platform/parse-uuid';
import {
  ACCOUNT_STATES,
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

const ADMINISTRATION = { purpose: 'administration' } as const;

/** Accounts, for administrators. What rights they have; never what anybody did with them. */
@ApiTags('administration')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly query: AccountsQuery,
  ) {}

  @Get('accounts')
  @Act('account.list', ADMINISTRATION)
  @ApiOperation({ summary: 'Accounts by name' })
  @ApiQuery({ name: 'q', required: false, description: 'Part of a name or login' })
  @ApiQuery({ name: 'state', required: false, enum: ACCOUNT_STATES })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: AccountPageDto })
  @Refuses('not-allowed', 'invalid')
  list(
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

  @Post('accounts')
  @Act('account.invite', { ...ADMINISTRATION, idempotent: true })
  @ApiOperation({ summary: 'A new account; its person gets a link by mail' })
  @ApiCreatedResponse({ type: AccountDetailDto })
  @Refuses('invalid', 'step-up-required', 'conflict', 'refused', 'unsupported-media')
  async invite(@Body() account: NewAccountDto): Promise<AccountDetailDto> {
    return this.query.one(await this.accounts.invite(account));
  }

  @Post('invitations')
  @HttpCode(200)
  @Act('account.invite-again', ADMINISTRATION)
  @ApiOperation({ summary: 'Another link by mail; those before open nothing any more' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async inviteAgain(@Body() { accountId }: InviteAgainDto): Promise<AccountDetailDto> {
    await this.accounts.inviteAgain(accountId.toLowerCase());
    return this.query.one(accountId.toLowerCase());
  }

  @Get('accounts/:id')
  @Act('account.read', ADMINISTRATION)
  @ApiOperation({ summary: 'One account, and how many cases it holds' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'not-found')
  read(@Param('id', new ParseUuid()) id: string): Promise<AccountDetailDto> {
    return this.query.one(id);
  }

  @Put('accounts/:id/roles')
  @Act('account.change-roles', ADMINISTRATION)
  @ApiOperation({ summary: 'Other roles, at once or once a second administrator agrees' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async changeRoles(
    @Param('id', new ParseUuid()) id: string,
    @Body() { roles, was, reason }: ChangeRolesDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeRoles(id, roles, was, reason);
    return this.query.one(id);
  }

  @Put('accounts/:id/teams')
  @Act('account.change-teams', ADMINISTRATION)
  @ApiOperation({ summary: 'Other teams; refused while cases would be left without a lead' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async changeTeams(
    @Param('id', new ParseUuid()) id: string,
    @Body() { teamIds, was }: ChangeTeamsDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeTeams(id, lower(teamIds), lower(was));
    return this.query.one(id);
  }

  @Put('accounts/:id/dates')
  @Act('account.change-dates', ADMINISTRATION)
  @ApiOperation({ summary: 'First and last day of the account' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async changeDates(
    @Param('id', new ParseUuid()) id: string,
    @Body() { startsOn = null, endsOn = null }: ChangeDatesDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeDates(id, startsOn, endsOn);
    return this.query.one(id);
  }

  @Put('accounts/:id/email')
  @Act('account.change-email', ADMINISTRATION)
  @ApiOperation({
    summary: 'Another address; takes a second administrator once links to it are worth something',
  })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async changeEmail(
    @Param('id', new ParseUuid()) id: string,
    @Body() { email, reason }: ChangeEmailDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.changeEmail(id, email, reason);
    return this.query.one(id);
  }

  @Post('accounts/:id/disable')
  @HttpCode(200)
  @Act('account.disable', ADMINISTRATION)
  @ApiOperation({ summary: 'Close the account, now: its sessions end' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async disable(
    @Param('id', new ParseUuid()) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.disable(id, reason);
    return this.query.one(id);
  }

  @Post('accounts/:id/reset-factors')
  @HttpCode(200)
  @Act('account.reset-factors', ADMINISTRATION)
  @ApiOperation({ summary: 'Take away second factor, passkeys and recovery codes of somebody who lost them' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'invalid', 'unsupported-media')
  async resetFactors(
    @Param('id', new ParseUuid()) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.resetFactors(id, reason);
    return this.query.one(id);
  }

  @Post('accounts/:id/enable')
  @HttpCode(200)
  @Act('account.enable', ADMINISTRATION)
  @ApiOperation({ summary: 'Open the account again' })
  @ApiOkResponse({ type: AccountDetailDto })
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  async enable(
    @Param('id', new ParseUuid()) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountDetailDto> {
    await this.accounts.enable(id, reason);
    return this.query.one(id);
  }
}

const lower = (ids: readonly string[]): readonly string[] => ids.map((id) => id.toLowerCase());
