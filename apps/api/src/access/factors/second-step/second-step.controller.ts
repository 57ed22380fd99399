import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { placeOfRequest } from '../../../platform/requests/request-origin';
import { Route } from '../../../platform/routes/route';
import type { SignedIn } from '../../sign-in/open-session.service';
import { setSessionCookie } from '../../sign-in/session-cookie';
import { SessionDto } from '../../sign-in/session.dto';
import { SessionBefore } from '../../sessions/session-before.service';
import { ShownSession } from '../../sign-in/shown-session';
import { clearPendingCookie, readPendingCookie, setPendingCookie } from './pending-cookie';
import { PasskeyAssertionDto, PasskeyOptionsDto, SecondStepDueDto, StepProofDto } from './proofs.dto';
import { SecondStepService } from './second-step.service';

/** Between the password and the session; or a passkey in place of both. */
@ApiTags('access')
@Controller('session')
export class SecondStepController {
  constructor(
    private readonly service: SecondStepService,
    private readonly before: SessionBefore,
    private readonly shown: ShownSession,
  ) {}

  @Route('POST second-step', {
    summary: 'Finish signing in: a code, a recovery code or a passkey of this account',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: SessionDto,
    refuses: [
      'invalid',
      'second-step-failed',
      'second-step-over',
      'locked',
      'cross-site',
      'unsupported-media',
      'sign-in-failed',
      'unavailable',
    ],
  })
  async finishSignIn(
    @Body() proof: StepProofDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const place = placeOfRequest(request);
    const token = readPendingCookie(request, place.space);
    return this.enterSession(
      request,
      response,
      await this.service.finishSecondStep(place, request.ip ?? 'unknown', token, proof),
    );
  }

  @Route('GET second-step', {
    summary: 'What is due in this browser, for somebody who comes from a provider',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: SecondStepDueDto,
    refuses: ['second-step-over', 'unavailable'],
  })
  due(@Req() request: Request): Promise<SecondStepDueDto> {
    const place = placeOfRequest(request);
    return this.service.due(place, readPendingCookie(request, place.space));
  }

  @Route('GET second-step/passkey', {
    summary: 'What a passkey of this account has to sign',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: PasskeyOptionsDto,
    refuses: ['second-step-over', 'passkey-refused', 'unavailable'],
  })
  askPasskey(@Req() request: Request): Promise<PasskeyOptionsDto> {
    const place = placeOfRequest(request);
    return this.service.askPasskey(place, readPendingCookie(request, place.space));
  }

  @Route('GET passkey', {
    summary: 'What any passkey of this device has to sign, to come in without a login',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: PasskeyOptionsDto,
    refuses: ['passkey-refused', 'unavailable'],
  })
  async askAnyPasskey(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyOptionsDto> {
    const place = placeOfRequest(request);
    const { options, token } = await this.service.askAnyPasskey(place);
    setPendingCookie(response, place.space, token);
    return { options };
  }

  @Route('POST passkey', {
    summary: 'Sign in with a passkey alone',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: SessionDto,
    refuses: [
      'invalid',
      'passkey-refused',
      'second-step-over',
      'cross-site',
      'unsupported-media',
      'unavailable',
    ],
  })
  async signIn(
    @Body() passkey: PasskeyAssertionDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const place = placeOfRequest(request);
    const token = readPendingCookie(request, place.space);
    return this.enterSession(request, response, await this.service.signInWithPasskey(place, token, passkey));
  }

  private async enterSession(
    request: Request,
    response: Response,
    { token, session }: SignedIn,
  ): Promise<SessionDto> {
    const { space } = placeOfRequest(request);
    await this.before.endSessionBefore(request);
    setSessionCookie(response, space, token);
    clearPendingCookie(response, space);
    return this.shown.showSession(space, session);
  }
}
