import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { ClockController } from './clock/clock.controller';
import { MoveClock } from './clock/move-clock.service';
import { LeadTokens } from './play/lead-tokens';
import { PlayController } from './play/play.controller';
import { ScenarioLibrary } from './scenarios/scenario-library';
import { ScenariosController } from './scenarios/scenarios.controller';
import { MakeTrainingSpaces } from './spaces/make-training-spaces';
import { TrainingSpacesController } from './spaces/training-spaces.controller';
import { TrainingSpaces } from './spaces/training-spaces.service';
import { FillSpace } from './beginning/fill-space';
import { HireCast } from './beginning/hire-cast';
import { PlayBeginning } from './beginning/play-beginning';

@Module({
  imports: [CasesModule, ProtocolsModule],
  controllers: [ScenariosController, TrainingSpacesController, PlayController, ClockController],
  providers: [
    FillSpace,
    HireCast,
    LeadTokens,
    MakeTrainingSpaces,
    MoveClock,
    ScenarioLibrary,
    PlayBeginning,
    TrainingSpaces,
  ],
})
export class TrainingModule {}
