import { Body, Controller, Headers, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { readIfMatch } from '../../platform/requests/if-match';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import {
  BeginOwnScenarioDto,
  OwnScenarioDto,
  OwnScenarioSummaryDto,
  SaveOwnScenarioDto,
  ScenarioVersionTextDto,
} from './own-scenarios.dto';
import { OwnScenarios } from './own-scenarios.service';

/** Scenarios that trainers write. Fictional, and each their own. */
@ApiTags('training')
@Controller('training/own-scenarios')
export class OwnScenariosController {
  constructor(private readonly scenarios: OwnScenarios) {}

  @Route('GET', {
    summary: 'Scenarios that whoever asks wrote, newest change first',
    act: 'own-scenario.list',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    answers: [OwnScenarioSummaryDto],
    refuses: ['not-found'],
  })
  listOwn(): Promise<OwnScenarioSummaryDto[]> {
    return this.scenarios.listOwn();
  }

  @Route('POST', {
    summary: 'Begin one: `from` another, or from the text of a file (`yaml`)',
    act: 'own-scenario.begin',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: created(OwnScenarioDto),
    refuses: ['invalid', 'not-found', 'refused', 'too-large', 'unavailable', 'unsupported-media'],
  })
  async beginScenario(
    @Body() { from, yaml }: BeginOwnScenarioDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnScenarioDto> {
    return tagged(await this.scenarios.beginScenario(from, yaml), response);
  }

  @Route('GET :scenarioId', {
    summary: 'One of them, with its text and what the checker says of it',
    act: 'own-scenario.read',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    answers: OwnScenarioDto,
    refuses: ['not-found', 'unavailable'],
  })
  async readOwn(
    @Param('scenarioId') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnScenarioDto> {
    return tagged(await this.scenarios.readOwn(id), response);
  }

  @Route('PUT :scenarioId', {
    summary: 'Save a new text; the one before is kept',
    act: 'own-scenario.save',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: false,
    ifMatch: 'revision',
    answers: OwnScenarioDto,
    refuses: ['invalid', 'not-found', 'too-large', 'unavailable', 'unsupported-media'],
  })
  async saveText(
    @Param('scenarioId') id: string,
    @Body() { yaml }: SaveOwnScenarioDto,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<OwnScenarioDto> {
    return tagged(await this.scenarios.saveText(id, yaml, readIfMatch(seen)), response);
  }

  @Route('GET :scenarioId/versions/:revision', {
    summary: 'A text of it that was saved before',
    act: 'own-scenario.read-version',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    answers: ScenarioVersionTextDto,
    refuses: ['not-found'],
  })
  readVersion(
    @Param('scenarioId') id: string,
    @Param('revision') revision: string,
  ): Promise<ScenarioVersionTextDto> {
    return this.scenarios.readVersion(id, /^[0-9]{1,9}$/.test(revision) ? Number(revision) : 0);
  }

  @Route('DELETE :scenarioId', {
    summary: 'Delete it, with every text that was kept',
    act: 'own-scenario.delete',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: false,
    answers: null,
    refuses: ['not-found'],
  })
  removeScenario(@Param('scenarioId') id: string): Promise<void> {
    return this.scenarios.removeScenario(id);
  }
}

function tagged(scenario: OwnScenarioDto, response: Response): OwnScenarioDto {
  response.setHeader('ETag', `"${String(scenario.revision)}"`);
  return scenario;
}
