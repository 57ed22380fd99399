import { Global, Module } from '@nestjs/common';
import { Authentication } from '../platform/unit/authentication';
import { DomainEntities } from '../platform/data/domain-entities';
import { AboutController } from './about.controller';
import { AccountEmailsQuery } from './accounts/account-emails.query';
import { AccountEmails } from './accounts/account-emails';
import { AccountsModule } from './accounts/accounts.module';
import { ACCESS_ENTITIES } from './entities/access-entities';
import { FACTOR_CONTROLLERS, FACTOR_PROVIDERS } from './factors/factors-parts';
import { FactorsService } from './factors/factors.service';
import { StepUp } from './factors/second-step/step-up';
import { OpenSessionService } from './sign-in/open-session.service';
import { PasswordHashesQuery } from './passwords/password-hashes.query';
import { PasswordHashes } from './passwords/password-hashes.repository';
import { Passwords } from './passwords/passwords';
import { PROVIDER_CONTROLLERS, PROVIDER_SERVICES } from './provider/provider-parts';
import { SessionAuthentication } from './sign-in/session-authentication';
import { SessionController } from './sign-in/session.controller';
import { SessionPeople } from './sign-in/session-people';
import { SessionRepository } from './sign-in/session.repository';
import { EndSessions } from './sessions/end-sessions.service';
import { OwnSessionsQuery } from './sessions/own-sessions.query';
import { SessionBefore } from './sessions/session-before.service';
import { SessionLifeController } from './sessions/session-life.controller';
import { SessionsController } from './sessions/sessions.controller';
import { ShownSession } from './sign-in/shown-session';
import { SignInService } from './sign-in/sign-in.service';
import { StaffService } from './team/staff.service';
import { TeamQuery } from './team/team.query';
import { TeamController } from './team/team.controller';

/** Who comes in, and who they are. Global, since every route asks. */
@Global()
@Module({
  imports: [AccountsModule, DomainEntities.forFeature(ACCESS_ENTITIES)],
  controllers: [
    AboutController,
    ...FACTOR_CONTROLLERS,
    ...PROVIDER_CONTROLLERS,
    SessionController,
    SessionLifeController,
    SessionsController,
    TeamController,
  ],
  providers: [
    AccountEmails,
    AccountEmailsQuery,
    ...FACTOR_PROVIDERS,
    EndSessions,
    OpenSessionService,
    OwnSessionsQuery,
    PasswordHashes,
    PasswordHashesQuery,
    Passwords,
    ...PROVIDER_SERVICES,
    SessionAuthentication,
    SessionBefore,
    SessionPeople,
    SessionRepository,
    ShownSession,
    SignInService,
    StaffService,
    TeamQuery,
    { provide: Authentication, useExisting: SessionAuthentication },
  ],
  exports: [
    AccountEmails,
    Authentication,
    EndSessions,
    FactorsService,
    OpenSessionService,
    PasswordHashes,
    Passwords,
    SessionAuthentication,
    SessionBefore,
    ShownSession,
    StaffService,
    TeamQuery,
    StepUp,
  ],
})
export class AccessModule {}
