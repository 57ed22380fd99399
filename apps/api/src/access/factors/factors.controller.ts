import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountMails } from '../accounts/mail/account-mails';
import { readSessionCookie, setSessionCookie } from '../sign-in/session-cookie';
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
import { PasskeyOptionsDto } from './second-step/proofs.dto';
import { StepUp } from './second-step/step-up';

/** Most minutes since one has shown who they are, to change how one signs in. */
const MINUTES = 10;

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

  @Route('GET', {
    summary: 'One’s own second factors',
    act: 'factors.read',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    answers: FactorsDto,
    refuses: [],
  })
  readFactors(): Promise<FactorsDto> {
    return this.factors.showFactors(this.unit.account.id);
  }

  @Route('POST totp', {
    summary: 'Begin with an authenticator app: a secret that waits for its first code',
    act: 'factor.begin',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    answers: created(TotpToConfirmDto),
    refuses: ['step-up-required'],
  })
  beginTotp(): Promise<TotpToConfirmDto> {
    this.unit.notes({ kind: 'totp' });
    this.stepUp.require(MINUTES);
    return this.added.beginTotp();
  }

  @Route('POST totp/confirm', {
    summary: 'The first code of the app: it counts from here on, in place of one before',
    description: 'The session goes on under a new token.',
    act: 'factor.add',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    answers: FactorAddedDto,
    refuses: ['invalid', 'second-step-failed', 'step-up-required', 'unsupported-media'],
  })
  async confirmTotp(
    @Body() { code }: TotpCodeDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorAddedDto> {
    this.unit.notes({ kind: 'totp' });
    this.stepUp.require(MINUTES);
    const added = await this.added.confirmTotp(code, this.token(request));
    await this.mailNews('factor-added');
    return this.renewed(response, added);
  }

  @Route('DELETE totp', {
    summary: 'Remove the authenticator app',
    act: 'factor.remove',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: null,
    refuses: ['step-up-required', 'not-found', 'refused'],
  })
  async removeTotp(): Promise<void> {
    this.unit.notes({ kind: 'totp' });
    this.stepUp.require(MINUTES);
    await this.factors.removeTotp(this.unit.account.id);
    await this.mailNews('factor-removed');
  }

  @Route('GET passkeys/new', {
    summary: 'What the browser needs to make a passkey',
    act: 'factor.begin',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    answers: PasskeyOptionsDto,
    refuses: ['step-up-required', 'passkey-refused'],
  })
  askPasskey(@Req() request: Request): Promise<PasskeyOptionsDto> {
    this.unit.notes({ kind: 'passkey' });
    this.stepUp.require(MINUTES);
    return this.added.askPasskey(this.token(request));
  }

  @Route('POST passkeys', {
    summary: 'Keep a passkey',
    description: 'The session goes on under a new token.',
    act: 'factor.add',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    answers: created(FactorAddedDto),
    refuses: ['invalid', 'step-up-required', 'passkey-refused', 'unsupported-media'],
  })
  async addPasskey(
    @Body() { name, passkey }: NewPasskeyDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorAddedDto> {
    this.unit.notes({ kind: 'passkey' });
    this.stepUp.require(MINUTES);
    const added = await this.added.addPasskey(name, passkey, this.token(request));
    await this.mailNews('factor-added');
    return this.renewed(response, added);
  }

  @Route('PUT passkeys/:id', {
    summary: 'Name a passkey',
    act: 'factor.rename',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: null,
    refuses: ['invalid', 'not-found', 'unsupported-media'],
  })
  async renamePasskey(
    @Param('id', new ParseUuid()) id: string,
    @Body() { name }: PasskeyNameDto,
  ): Promise<void> {
    this.unit.notes({ passkey: id });
    await this.added.renamePasskey(id, name);
  }

  @Route('DELETE passkeys/:id', {
    summary: 'Remove a passkey',
    act: 'factor.remove',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: null,
    refuses: ['step-up-required', 'not-found', 'refused'],
  })
  async removePasskey(@Param('id', new ParseUuid()) id: string): Promise<void> {
    this.unit.notes({ kind: 'passkey', passkey: id });
    this.stepUp.require(MINUTES);
    await this.factors.removePasskey(this.unit.account.id, id);
    await this.mailNews('factor-removed');
  }

  @Route('PUT recovery-codes', {
    summary: 'Ten new recovery codes; those before open nothing any more',
    act: 'recovery-codes.renew',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: RecoveryCodesDto,
    refuses: ['step-up-required', 'refused'],
  })
  async renewCodes(): Promise<RecoveryCodesDto> {
    this.stepUp.require(MINUTES);
    const codes = await this.added.renewCodes();
    await this.mailNews('recovery-codes-renewed');
    return { codes };
  }

  private mailNews(news: 'factor-added' | 'factor-removed' | 'recovery-codes-renewed'): Promise<void> {
    return this.mails.addMail(news, this.unit.account.id);
  }

  private token(request: Request): string {
    return readSessionCookie(request, this.unit.space) ?? '';
  }

  private renewed(
    response: Response,
    { token, recoveryCodes }: FactorAddedDto & { readonly token: string },
  ): FactorAddedDto {
    setSessionCookie(response, this.unit.space, token);
    return { recoveryCodes };
  }
}
