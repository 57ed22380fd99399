import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { namedVersions } from '@repere/protocol';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { listOutOfForce } from './list-out-of-force';
import { type KeptScenario, ScenarioLibrary } from './scenario-library';
import { ScenarioDto, ScenarioSummaryDto } from './scenarios.dto';

/** Fictional children's stories to practise on. Playing one is the browser's work: nothing of it comes back here. */
@ApiTags('training')
@Controller('training/scenarios')
export class ScenariosController {
  constructor(
    private readonly library: ScenarioLibrary,
    private readonly registry: ProtocolRegistry,
  ) {}

  @Route('GET', {
    summary: 'Scenarios to practise on',
    act: 'training.scenarios',
    purpose: 'care',
    needs: { on: 'service', act: 'lead-training' },
    answers: [ScenarioSummaryDto],
    refuses: [],
  })
  async listScenarios(): Promise<ScenarioSummaryDto[]> {
    const published = await this.registry.readPublished();
    return [...this.library.scenarios.values()].map((it) => summaryOf(it, published));
  }

  @Route('GET :scenario', {
    summary: 'One scenario, as it is played',
    act: 'training.scenario',
    purpose: 'care',
    needs: { on: 'service', act: 'lead-training' },
    answers: ScenarioDto,
    refuses: ['not-found'],
  })
  async readScenario(@Param('scenario') id: string): Promise<ScenarioDto> {
    const found = this.library.scenarios.get(id);
    if (!found) throw new Refusal('not-found');
    return { ...summaryOf(found, await this.registry.readPublished()), yaml: found.yaml };
  }
}

function summaryOf({ scenario }: KeptScenario, published: PublishedProtocols): ScenarioSummaryDto {
  const { scenario: id, title, summary, protocol, minutes, objectives, cast } = scenario;
  const named = namedVersions(scenario);
  const others = named.flatMap(([it]) => (it === protocol ? [] : [it]));
  const outOfForce = listOutOfForce(named, published);
  const child = cast[0]?.name ?? '';
  const protocols = [protocol, ...others];
  return { id, title, summary, protocol, minutes, objectives, child, protocols, outOfForce };
}
