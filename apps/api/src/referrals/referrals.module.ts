import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { CasesModule } from '../cases/cases.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { CaseReferralsController } from './case-referrals.controller';
import { OpenReferralService } from './open-referral.service';
import { PartnersQuery } from './partners.query';
import { ReceivedReferralsController } from './received-referrals.controller';
import { ReceivedReferralsService } from './received-referrals.service';
import { OwnReferralsQuery } from './own-referrals.query';
import { ReferredCaseService } from './referred-case.service';

/** Parts of cases that are opened to partners: each is shared, and stands in the register of sharing. */
@Module({
  imports: [AccountsModule, CasesModule, PrivacyModule],
  controllers: [CaseReferralsController, ReceivedReferralsController],
  providers: [
    OpenReferralService,
    PartnersQuery,
    ReceivedReferralsService,
    OwnReferralsQuery,
    ReferredCaseService,
  ],
})
export class ReferralsModule {}
