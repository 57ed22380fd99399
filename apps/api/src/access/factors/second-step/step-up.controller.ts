import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { placeOfRequest } from '../../../platform/requests/request-origin';
import { Route } from '../../../platform/routes/route';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { readSessionCookie, setSessionCookie } from '../../sign-in/session-cookie';
import { SessionDto } from '../../sign-in/session.dto';
import { ShownSession } from '../../sign-in/shown-session';
import { PasskeyOptionsDto, StepUpAskedDto, StepUpDto } from './proofs.dto';
import { StrengthenService } from './strengthen.service';

/** Before something grave: is it really you? */
@ApiTags('access')
@Controller('session/step-up')
export class StepUpController {
  constructor(
    private readonly service: StrengthenService,
    private readonly shown: ShownSession,
    private readonly unit: UnitOfWork,
  ) {}

  @Route('GET', {
    summary: 'What this account has to show to step up',
    act: 'session.step-up-read',
    purpose: 'access',
    isUnrecorded: true,
    whileEnrolling: true,
    needs: { on: 'own' },
    answers: StepUpAskedDto,
    refuses: [],
  })
  readStepUp(): Promise<StepUpAskedDto> {
    return this.service.asks();
  }

  @Route('GET passkey', {
    summary: 'What a passkey of this account has to sign to step up',
    act: 'session.step-up-read',
    purpose: 'access',
    isUnrecorded: true,
    whileEnrolling: true,
    needs: { on: 'own' },
    answers: PasskeyOptionsDto,
    refuses: ['passkey-refused'],
  })
  askPasskey(@Req() request: Request): Promise<PasskeyOptionsDto> {
    return this.service.askPasskey(readSessionCookie(request, this.unit.space) ?? '');
  }

  @Route('POST', {
    summary: 'Show again that it is you: the password with a code, or a passkey',
    description:
      'The session goes on under a new token. An account without second factor gives its password.',
    act: null,
    unbound: 'hashes-password',
    goesOn: 'comes-and-goes',
    needs: { on: 'own' },
    answers: SessionDto,
    refuses: [
      'invalid',
      'unauthenticated',
      'step-up-failed',
      'locked',
      'too-many',
      'passkey-refused',
      'cross-site',
      'unsupported-media',
      'unavailable',
    ],
  })
  // Opens its own units of work: a password takes too long to look at for a transaction to wait.
  async strengthen(
    @Body() shown: StepUpDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { space } = placeOfRequest(request);
    const { token, session } = await this.service.strengthen(request, shown);
    setSessionCookie(response, space, token);
    return this.shown.showSession(space, session);
  }
}
