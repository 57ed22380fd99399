import { Module } from '@nestjs/common';
import { ScenarioLibrary } from './scenario-library';
import { ScenariosController } from './scenarios.controller';

@Module({ controllers: [ScenariosController], providers: [ScenarioLibrary] })
export class TrainingModule {}
