import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { accepted, ok } from '../../platform/routes/route-answers';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountEntity } from '../entities/accounts/account.entity';
import { setPendingCookie } from '../factors/second-step/pending-cookie';
import { SecondStepDueDto } from '../factors/second-step/proofs.dto';
import { SessionAuthentication } from './session-authentication';
import { readSessionCookie, setSessionCookie } from './session-cookie';
import { LanguageDto, SessionDto, SignInDto } from './session.dto';
import { SessionRepository } from './session.repository';
import { leaveNothing } from '../sessions/leave-nothing';
import { SessionBefore } from '../sessions/session-before.service';
import { ShownSession } from './shown-session';
import { SignInService } from './sign-in.service';

@ApiTags('access')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signInService: SignInService,
    private readonly authentication: SessionAuthentication,
    private readonly sessions: SessionRepository,
    private readonly before: SessionBefore,
    private readonly shown: ShownSession,
    private readonly unit: UnitOfWork,
  ) {}

  @Route('POST', {
    summary: 'Sign in; sets the session cookie of this space',
    description: 'An account with a second factor gets no session yet, but a second step that is due.',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: ok(SessionDto).or(accepted(SecondStepDueDto, 'The password is right; a second step is due')),
    refuses: [
      'invalid',
      'sign-in-failed',
      'locked',
      'too-many',
      'cross-site',
      'unsupported-media',
      'unavailable',
    ],
  })
  async signIn(
    @Body() { login, password }: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto | SecondStepDueDto> {
    const place = placeOfRequest(request);
    const address = request.ip ?? 'unknown';
    const entered = await this.signInService.signIn(place, address, login, password);
    if ('due' in entered) {
      setPendingCookie(response, place.space, entered.token);
      response.status(202);
      return entered.due;
    }
    await this.before.endSessionBefore(request);
    setSessionCookie(response, place.space, entered.token);
    return this.shown.showSession(place.space, entered.session);
  }

  @Route('GET', {
    summary: 'Who is signed in, and until when',
    description: 'Leaves no event: it shows nothing of a case.',
    act: 'session.read',
    purpose: 'access',
    isUnrecorded: true,
    whileEnrolling: true,
    needs: { on: 'own' },
    answers: SessionDto,
    refuses: [],
  })
  readSession(@Req() request: Request): SessionDto {
    return this.shown.showSession(this.unit.space, this.authentication.sessionOf(request));
  }

  @Route('DELETE', {
    summary: 'Sign out',
    act: 'session.close',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    goesOn: 'comes-and-goes',
    answers: null,
    refuses: [],
  })
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const { space } = this.unit;
    const token = readSessionCookie(request, space);
    if (token) await this.sessions.closeSession(this.unit.manager, token);
    leaveNothing(request, response, space);
  }

  @Route('PUT language', {
    summary: 'Language of the account',
    act: 'session.change-language',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    goesOn: 'comes-and-goes',
    answers: SessionDto,
    refuses: ['invalid', 'unsupported-media'],
  })
  async changeLanguage(@Body() { language }: LanguageDto, @Req() request: Request): Promise<SessionDto> {
    await this.unit.manager.update(AccountEntity, { id: this.unit.account.id }, { language });
    const session = this.authentication.sessionOf(request);
    return this.shown.showSession(this.unit.space, { ...session, actor: { ...session.actor, language } });
  }
}
