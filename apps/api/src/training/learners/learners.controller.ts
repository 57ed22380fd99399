import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { clearSessionCookie, setSessionCookie } from '../../access/sign-in/session-cookie';
import { SessionDto } from '../../access/sign-in/session.dto';
import { ShownSession } from '../../access/sign-in/shown-session';
import { SessionBefore } from '../../access/sessions/session-before.service';
import { Refusal } from '../../platform/refusals/refusal';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { placeOfRequest, type RequestPlace } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { Spaces } from '../../platform/spaces/spaces';
import { PersonGate } from '../../platform/unit/person-gate';
import { SpaceCookies } from '../play/space-cookies';
import { JoinSpace } from './join-space.service';
import { AskToJoinDto, JoinDto, JoinedDto, LearnerDto, WaitingRoomDto } from './learners.dto';
import { Learners } from './learners.service';

/** For whoever learns: from a code in the live space to a place in a training space, which its browser keeps. */
@ApiTags('training')
@Controller('training')
export class LearnersController {
  constructor(
    private readonly joining: JoinSpace,
    private readonly learners: Learners,
    private readonly cookies: SpaceCookies,
    private readonly spaces: Spaces,
    private readonly gate: PersonGate,
    private readonly before: SessionBefore,
    private readonly shown: ShownSession,
  ) {}

  @Route('POST joins', {
    summary: 'Find the training space of a code; sets the cookie by which that space knows this browser',
    description: 'In a live space, by whoever. It signs nobody in, and opens nothing that is live.',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: created(JoinedDto),
    refuses: [
      ...(['invalid', 'not-found', 'refused', 'locked', 'cross-site'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  async join(
    @Body() { code }: JoinDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JoinedDto> {
    const space = await this.joining.getSpace(placeOfRequest(request), request.ip ?? 'unknown', code);
    // A learner who is known there already keeps their places.
    if (this.cookies.readCookie(request, space, 'learner') === null) {
      const parent = await this.spaces.parentOf(space);
      // A learner of the space that this is a branch of has their places there as well.
      const known = parent && this.cookies.readCookie(request, parent, 'learner');
      this.cookies.giveCookie(response, space, 'learner', known === null ? {} : { nonce: known });
    }
    return { path: `/s/${space.key ?? ''}/formation/rejoindre` };
  }

  @Route('GET learners', {
    summary: 'Who asked from this browser to come into this training space, and who was admitted',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: WaitingRoomDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  listLearners(@Req() request: Request): Promise<WaitingRoomDto> {
    return this.asBrowser(request, (place, browser) => this.learners.waitingRoom(place, browser));
  }

  @Route('POST learners', {
    summary: 'Ask to be admitted, with a nickname and a role',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: created(LearnerDto),
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'too-many', 'cross-site'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  askToJoin(@Body() asked: AskToJoinDto, @Req() request: Request): Promise<LearnerDto> {
    return this.asBrowser(request, (place, browser) => this.learners.askToJoin(place, browser, asked));
  }

  @Route('PUT learners/:learnerId/session', {
    summary: 'A session as somebody who was admitted on this browser, in place of the one before',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: SessionDto,
    refuses: [
      ...(['not-found', 'not-allowed', 'refused', 'sign-in-failed', 'too-many', 'cross-site'] as const),
      ...(['unavailable'] as const),
    ],
  })
  openSession(
    @Param('learnerId', ParseUuid) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    return this.asBrowser(request, async (place, browser) => {
      const { token, session } = await this.learners.openSession(place, browser, id);
      await this.before.endSessionBefore(request);
      setSessionCookie(response, place.space, token);
      return this.shown.showSession(place.space, session);
    });
  }

  @Route('DELETE learners/session', {
    summary: 'It is somebody else: the session ends, the places of this browser stay',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'too-many', 'cross-site', 'unavailable'],
  })
  leaveSpace(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.asBrowser(request, async ({ space }) => {
      await this.before.endSessionBefore(request);
      clearSessionCookie(response, space);
    });
  }

  /** Refuses a browser that did not come by the code of this space; one and the same waits its turn among its own requests. */
  private async asBrowser<T>(
    request: Request,
    work: (place: RequestPlace, browser: string) => Promise<T>,
  ): Promise<T> {
    const place = placeOfRequest(request);
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    const browser = this.cookies.readCookie(request, place.space, 'learner');
    if (browser === null) throw new Refusal('not-allowed', { reasons: [NO_CODE] });
    return this.gate.pass(`${place.space.id} learner ${browser}`, () => work(place, browser));
  }
}

const NO_CODE = {
  code: 'no-code',
  text: {
    fr: 'On entre ici par le code que montre qui anime.',
    en: 'One comes in here by the code that whoever leads shows.',
  },
};
