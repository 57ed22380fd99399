import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FactorAdded, Factors, PasskeyOptions, RecoveryCodes, TotpToConfirm } from '@repere/cases';
import type { Request, Response } from 'express';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { ParseUuid } from '../../platform/parse-uuid';
import { UnitOfWork } from '../../platform/unit-of-work';
import { AccountMails } from '../accounts/mail/account-mails';
import { readSessionCookie, setSessionCookie } from '../session-cookie';
import {
  FactorAddedDto,
  FactorsDto,
  NewPasskeyDto,
  PasskeyNameDto,
  RecoveryCodesDto,
  TotpCodeDto,
  TotpToConfirmDto,
} from './factors.dto';
import { FactorsService } from './factors.service';
import { NewFactorService } from './new-factor.service';
import { PasskeyOptionsDto } from './proofs.dto';
import { StepUp } from './step-up';

/** Whoever changes how one signs in has shown who they are since so many minutes at most. */
const MINUTES = 10;
const ENROLLING = { purpose: 'access', whileEnrolling: true } as const;

/** How one signs in beside the password. One’s own account alone. */
@ApiTags('access')
@Controller('factors')
export class FactorsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly factors: FactorsService,
    private readonly added: NewFactorService,
    private readonly stepUp: StepUp,
    private readonly mails: AccountMails,
  ) {}

  @Get()
  @Act('factors.read', ENROLLING)
  @ApiOperation({ summary: 'One’s own second factors' })
  @ApiOkResponse({ type: FactorsDto })
  read(): Promise<Factors> {
    return this.factors.show(this.unit.account.id);
  }

  @Post('totp')
  @Act('factor.begin', ENROLLING)
  @ApiOperation({ summary: 'Begin with an authenticator app: a secret that waits for its first code' })
  @ApiCreatedResponse({ type: TotpToConfirmDto })
  @Refuses('step-up-required')
  beginTotp(): Promise<TotpToConfirm> {
    this.unit.notes({ kind: 'totp' });
    this.stepUp.require(MINUTES);
    return this.added.beginTotp();
  }

  @Post('totp/confirm')
  @Act('factor.add', ENROLLING)
  @HttpCode(200)
  @ApiOperation({
    summary: 'The first code of the app: it counts from here on, in place of one before',
    description: 'The session goes on under a new token.',
  })
  @ApiOkResponse({ type: FactorAddedDto })
  @Refuses('invalid', 'second-step-failed', 'step-up-required', 'unsupported-media')
  async confirmTotp(
    @Body() { code }: TotpCodeDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorAdded> {
    this.unit.notes({ kind: 'totp' });
    this.stepUp.require(MINUTES);
    const added = await this.added.confirmTotp(code, this.token(request));
    await this.tell('factor-added');
    return this.renewed(response, added);
  }

  @Delete('totp')
  @Act('factor.remove', { purpose: 'access' })
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the authenticator app' })
  @ApiNoContentResponse()
  @Refuses('step-up-required', 'not-found', 'refused')
  async removeTotp(): Promise<void> {
    this.unit.notes({ kind: 'totp' });
    this.stepUp.require(MINUTES);
    await this.factors.removeTotp(this.unit.account.id);
    await this.tell('factor-removed');
  }

  @Get('passkeys/new')
  @Act('factor.begin', ENROLLING)
  @ApiOperation({ summary: 'What the browser needs to make a passkey' })
  @ApiOkResponse({ type: PasskeyOptionsDto })
  @Refuses('step-up-required', 'passkey-refused')
  askPasskey(@Req() request: Request): Promise<PasskeyOptions> {
    this.unit.notes({ kind: 'passkey' });
    this.stepUp.require(MINUTES);
    return this.added.askPasskey(this.token(request));
  }

  @Post('passkeys')
  @Act('factor.add', ENROLLING)
  @ApiOperation({ summary: 'Keep a passkey', description: 'The session goes on under a new token.' })
  @ApiCreatedResponse({ type: FactorAddedDto })
  @Refuses('invalid', 'step-up-required', 'passkey-refused', 'unsupported-media')
  async addPasskey(
    @Body() { name, passkey }: NewPasskeyDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorAdded> {
    this.unit.notes({ kind: 'passkey' });
    this.stepUp.require(MINUTES);
    const added = await this.added.addPasskey(name, passkey, this.token(request));
    await this.tell('factor-added');
    return this.renewed(response, added);
  }

  @Put('passkeys/:id')
  @Act('factor.rename', { purpose: 'access' })
  @HttpCode(204)
  @ApiOperation({ summary: 'Name a passkey' })
  @ApiNoContentResponse()
  @Refuses('invalid', 'not-found', 'unsupported-media')
  async renamePasskey(
    @Param('id', new ParseUuid()) id: string,
    @Body() { name }: PasskeyNameDto,
  ): Promise<void> {
    this.unit.notes({ passkey: id });
    await this.added.renamePasskey(id, name);
  }

  @Delete('passkeys/:id')
  @Act('factor.remove', { purpose: 'access' })
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a passkey' })
  @ApiNoContentResponse()
  @Refuses('step-up-required', 'not-found', 'refused')
  async removePasskey(@Param('id', new ParseUuid()) id: string): Promise<void> {
    this.unit.notes({ kind: 'passkey', passkey: id });
    this.stepUp.require(MINUTES);
    await this.factors.removePasskey(this.unit.account.id, id);
    await this.tell('factor-removed');
  }

  @Put('recovery-codes')
  @Act('recovery-codes.renew', { purpose: 'access' })
  @ApiOperation({ summary: 'Ten new recovery codes; those before open nothing any more' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @Refuses('step-up-required', 'refused')
  async renewCodes(): Promise<RecoveryCodes> {
    this.stepUp.require(MINUTES);
    const codes = await this.added.renewCodes();
    await this.tell('recovery-codes-renewed');
    return { codes };
  }

  private tell(news: 'factor-added' | 'factor-removed' | 'recovery-codes-renewed'): Promise<void> {
    return this.mails.add(news, this.unit.account.id);
  }

  private token(request: Request): string {
    return readSessionCookie(request, this.unit.space) ?? '';
  }

  private renewed(
    response: Response,
    { token, recoveryCodes }: FactorAdded & { readonly token: string },
  ): FactorAdded {
    setSessionCookie(response, this.unit.space, token);
    return { recoveryCodes };
  }
}
