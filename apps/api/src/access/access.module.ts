import { Global, Module } from '@nestjs/common';
import { Authentication } from '../platform/authentication';
import { AboutController } from './about.controller';
import { DemoStaffService } from './demo-staff.service';
import { Passwords } from './passwords';
import { SessionAuthentication } from './session-authentication';
import { SessionController } from './session.controller';
import { SessionRepository } from './session.repository';
import { SignInLimits } from './sign-in-limits';
import { SignInService } from './sign-in.service';
import { StaffService } from './staff.service';
import { TeamController } from './team.controller';

/** Who comes in, and who they are. Global, since every route asks. */
@Global()
@Module({
  controllers: [AboutController, SessionController, TeamController],
  providers: [
    DemoStaffService,
    Passwords,
    SessionAuthentication,
    SessionRepository,
    SignInLimits,
    SignInService,
    StaffService,
    { provide: Authentication, useExisting: SessionAuthentication },
  ],
  exports: [Authentication, DemoStaffService, StaffService],
})
export class AccessModule {}
