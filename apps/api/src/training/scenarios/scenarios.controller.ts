import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { namedVersions } from '@repere/protocol';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { type KeptScenario, ScenarioLibrary } from './scenario-library';
import { ScenarioDto, ScenarioSummaryDto } from './scenarios.dto';

/** Fictional children's stories to practise on. Playing one is the browser's work: nothing of it comes back here. */
@ApiTags('training')
@Controller('training/scenarios')
export class ScenariosController {
  constructor(private readonly library: ScenarioLibrary) {}

  @Route('GET', {
    summary: 'Scenarios to practise on',
    act: 'training.scenarios',
    purpose: 'care',
    needs: { on: 'service', act: 'lead-training' },
    answers: [ScenarioSummaryDto],
    refuses: [],
  })
  listScenarios(): ScenarioSummaryDto[] {
    return [...this.library.scenarios.values()].map(summaryOf);
  }

  @Route('GET :scenario', {
    summary: 'One scenario, as it is played',
    act: 'training.scenario',
    purpose: 'care',
    needs: { on: 'service', act: 'lead-training' },
    answers: ScenarioDto,
    refuses: ['not-found'],
  })
  readScenario(@Param('scenario') id: string): ScenarioDto {
    const found = this.library.scenarios.get(id);
    if (!found) throw new Refusal('not-found');
    return { ...summaryOf(found), yaml: found.yaml };
  }
}

function summaryOf({ scenario }: KeptScenario): ScenarioSummaryDto {
  const { scenario: id, title, summary, protocol, minutes, objectives, cast } = scenario;
  const others = namedVersions(scenario).flatMap(([it]) => (it === protocol ? [] : [it]));
  const child = cast[0]?.name ?? '';
  return { id, title, summary, protocol, minutes, objectives, child, protocols: [protocol, ...others] };
}
