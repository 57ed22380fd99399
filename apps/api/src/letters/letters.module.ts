import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { PrivacyModule } from '../privacy/privacy.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { LETTER_ENTITIES } from './entities/letter-entities';
import { FillStepService } from './sending/fill-step.service';
import { FamilyToldOfLetter } from './family-told.service';
import { LetterDrafts } from './drafts/letter-drafts.service';
import { LetterKinds } from './letter-kinds';
import { AppointmentsModule } from '../appointments/appointments.module';
import { CalendarOfLetter } from './calendar-of-letter.service';
import { LettersController } from './letters.controller';
import { LettersOfAccess } from './letters-of-access.service';
import { LettersPageService } from './letters-page.service';
import { LettersRepository } from './letters.repository';
import { LetterheadQuery } from './paper/letterhead.query';
import { PrintLetter } from './paper/print-letter';
import { ReferralsModule } from '../referrals/referrals.module';
import { ReferralOfLetterService } from './referral-of-letter.service';
import { ProposeLetterService } from './propose-letter.service';
import { SendLetterService } from './sending/send-letter.service';
import { WhomToTurnTo } from './whom-to-turn-to.service';
import { WriteLetterService } from './write-letter.service';

/** Letters that come out of what is recorded: proposed part by part, settled with their exact bytes, sent once. */
@Module({
  imports: [
    AppointmentsModule,
    CasesModule,
    PrivacyModule,
    ProtocolsModule,
    ReferralsModule,
    DomainEntities.forFeature(LETTER_ENTITIES),
  ],
  controllers: [LettersController],
  providers: [
    CalendarOfLetter,
    FamilyToldOfLetter,
    FillStepService,
    LetterDrafts,
    LetterheadQuery,
    LetterKinds,
    LettersOfAccess,
    LettersPageService,
    LettersRepository,
    PrintLetter,
    ProposeLetterService,
    ReferralOfLetterService,
    SendLetterService,
    WhomToTurnTo,
    WriteLetterService,
  ],
})
export class LettersModule {}
