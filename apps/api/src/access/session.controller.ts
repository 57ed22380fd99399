import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Session } from '@repere/cases';
import type { Request, Response } from 'express';
import { Act, OpenDoor } from '../platform/act';
import { Refuses } from '../platform/openapi';
import { placeOfRequest } from '../platform/request-place';
import { UnitOfWork } from '../platform/unit-of-work';
import { AccountEntity } from './account.entity';
import { SessionAuthentication } from './session-authentication';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie';
import { LanguageDto, SessionDto, SignInDto } from './session.dto';
import { type OpenSession, SessionRepository } from './session.repository';
import { SignInService } from './sign-in.service';

@ApiTags('access')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signInService: SignInService,
    private readonly authentication: SessionAuthentication,
    private readonly sessions: SessionRepository,
    private readonly unit: UnitOfWork,
  ) {}

  @Post()
  @OpenDoor()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in; sets the session cookie of this space' })
  @ApiOkResponse({ type: SessionDto })
  @Refuses(
    'invalid',
    'sign-in-failed',
    'locked',
    'too-many',
    'cross-site',
    'unsupported-media',
    'unavailable',
  )
  async signIn(
    @Body() { login, password }: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const place = placeOfRequest(request);
    const address = request.ip ?? 'unknown';
    const { token, session } = await this.signInService.signIn(place, address, login, password);
    setSessionCookie(response, place.space, token);
    return shownSession(session);
  }

  @Get()
  @Act('session.read', { purpose: 'access' })
  @ApiOperation({ summary: 'Who is signed in, and until when' })
  @ApiOkResponse({ type: SessionDto })
  read(@Req() request: Request): Session {
    return shownSession(this.authentication.sessionOf(request));
  }

  @Delete()
  @Act('session.close', { purpose: 'access' })
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const { space } = this.unit;
    const token = readSessionCookie(request, space);
    if (token) await this.sessions.close(this.unit.manager, token);
    clearSessionCookie(response, space);
  }

  @Put('language')
  @Act('session.change-language', { purpose: 'access' })
  @ApiOperation({ summary: 'Language of the account' })
  @ApiOkResponse({ type: SessionDto })
  @Refuses('invalid', 'unsupported-media')
  async changeLanguage(@Body() { language }: LanguageDto, @Req() request: Request): Promise<Session> {
    await this.unit.manager.update(AccountEntity, { id: this.unit.account.id }, { language });
    const session = this.authentication.sessionOf(request);
    return shownSession({ ...session, actor: { ...session.actor, language } });
  }
}

const shownSession = ({ actor, idleUntil, until }: OpenSession): Session => ({
  account: {
    id: actor.id,
    name: actor.name,
    roles: actor.roles,
    teams: actor.teams.map(({ id, name }) => ({ id, name })),
    language: actor.language,
  },
  // The session ends at the earlier of the two.
  idleUntil: (idleUntil < until ? idleUntil : until).toISOString(),
  until: until.toISOString(),
});
