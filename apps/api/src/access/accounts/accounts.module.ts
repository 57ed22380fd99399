import { Module } from '@nestjs/common';
import { DomainEntities } from '../../platform/data/domain-entities';
import { ACCESS_ENTITIES } from '../entities/access-entities';
import { AccountChangesQuery } from './administration/changes/account-changes.query';
import { HeldCasesQuery } from './administration/held-cases.query';
import { LockedAccountsQuery } from './administration/locked-accounts.query';
import { TeamsQuery } from './administration/teams/teams.query';
import { AccountLinksQuery } from './links/account-links.query';
import { AccountMailQuery } from './mail/account-mail.query';
import { RightsDueQuery } from './review/rights-due.query';
import { AccountChangesController } from './administration/changes/account-changes.controller';
import { AccountChangesService } from './administration/changes/account-changes.service';
import { AccountsController } from './administration/accounts.controller';
import { AccountsQuery } from './administration/accounts.query';
import { AccountsRepository } from './administration/accounts.repository';
import { AccountsService } from './administration/accounts.service';
import { Administrator } from './administration/administrator';
import { HeldCasesOfAccount } from './administration/held-cases';
import { TeamsController } from './administration/teams/teams.controller';
import { TeamsService } from './administration/teams/teams.service';
import { AccountLinksController } from './links/account-links.controller';
import { AccountLinksService } from './links/account-links.service';
import { ForgottenPasswordService } from './links/forgotten-password.service';
import { AccountMailJob } from './mail/account-mail-job';
import { AccountMails } from './mail/account-mails';
import { MailConditions } from './mail/mail-conditions';
import { SignInMethods } from './mail/sign-in-methods';
import { OwnPasswordController } from './own-password.controller';
import { OwnPasswordService } from './own-password.service';
import { PasswordPolicy } from './password-policy';
import { RightsReviewController } from './review/rights-review.controller';
import { RightsReviewService } from './review/rights-review.service';

/** Accounts from invitation to their end, and the passwords to them. */
@Module({
  imports: [DomainEntities.forFeature(ACCESS_ENTITIES)],
  controllers: [
    AccountChangesController,
    AccountLinksController,
    AccountsController,
    OwnPasswordController,
    RightsReviewController,
    TeamsController,
  ],
  providers: [
    AccountChangesService,
    RightsDueQuery,
    AccountMailQuery,
    AccountLinksQuery,
    TeamsQuery,
    LockedAccountsQuery,
    HeldCasesQuery,
    AccountChangesQuery,
    AccountLinksService,
    AccountMailJob,
    AccountMails,
    MailConditions,
    AccountsQuery,
    AccountsRepository,
    AccountsService,
    Administrator,
    ForgottenPasswordService,
    HeldCasesOfAccount,
    OwnPasswordService,
    PasswordPolicy,
    RightsReviewService,
    TeamsService,
    SignInMethods,
  ],
  exports: [AccountMails, MailConditions, AccountsRepository, Administrator, TeamsQuery],
})
export class AccountsModule {}
