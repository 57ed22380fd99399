import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { placeOfRequest } from '../../../platform/requests/request-origin';
import { Route } from '../../../platform/routes/route';
import { accepted } from '../../../platform/routes/route-answers';
import { ForgottenPasswordDto, LinkDto, LinkStateDto, RedeemLinkDto } from './account-links.dto';
import { AccountLinksService } from './account-links.service';
import { ForgottenPasswordService } from './forgotten-password.service';

/** Doors for whoever has no password yet, or none any more. Tokens travel in bodies, which no log holds. */
@ApiTags('access')
@Controller()
export class AccountLinksController {
  constructor(
    private readonly forgotten: ForgottenPasswordService,
    private readonly links: AccountLinksService,
  ) {}

  @Route('POST password-resets', {
    summary: 'A forgotten password: a mail if there is such an account; the same answer if not',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: accepted(null, 'Asked for'),
    refuses: ['invalid', 'locked', 'refused', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  askForReset(@Body() { login }: ForgottenPasswordDto, @Req() request: Request): Promise<void> {
    return this.forgotten.askForReset(placeOfRequest(request), addressOf(request), login);
  }

  @Route('POST account-links/check', {
    summary: 'Whom a link from a mail is for',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'looks',
    needs: { on: 'open' },
    answers: LinkStateDto,
    refuses: ['invalid', 'refused', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  checkLink(@Body() { token }: LinkDto, @Req() request: Request): Promise<LinkStateDto> {
    return this.links.checkLink(placeOfRequest(request), addressOf(request), token);
  }

  @Route('POST account-links/redeem', {
    summary: 'Set the password with a link from a mail, once; every session of the account ends',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['invalid', 'refused', 'locked', 'too-many', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  redeem(@Body() { token, password }: RedeemLinkDto, @Req() request: Request): Promise<void> {
    return this.links.redeem(placeOfRequest(request), addressOf(request), token, password);
  }
}

const addressOf = (request: Request): string => request.ip ?? 'unknown';
