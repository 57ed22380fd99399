import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { PrivacyModule } from '../privacy/privacy.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { LETTER_ENTITIES } from './entities/letter-entities';
import { FillStepService } from './fill-step.service';
import { LetterKinds } from './letter-kinds';
import { LettersController } from './letters.controller';
import { LettersOfAccess } from './letters-of-access.service';
import { LettersPageService } from './letters-page.service';
import { LettersRepository } from './letters.repository';
import { LetterheadQuery } from './paper/letterhead.query';
import { PrintLetter } from './paper/print-letter';
import { ProposeLetterService } from './propose-letter.service';
import { SendLetterService } from './send-letter.service';
import { WriteLetterService } from './write-letter.service';

/** Letters that come out of what is recorded: proposed part by part, settled with their exact bytes, sent once. */
@Module({
  imports: [CasesModule, PrivacyModule, ProtocolsModule, DomainEntities.forFeature(LETTER_ENTITIES)],
  controllers: [LettersController],
  providers: [
    FillStepService,
    LetterheadQuery,
    LetterKinds,
    LettersOfAccess,
    LettersPageService,
    LettersRepository,
    PrintLetter,
    ProposeLetterService,
    SendLetterService,
    WriteLetterService,
  ],
})
export class LettersModule {}
