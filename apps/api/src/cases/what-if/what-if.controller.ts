import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TriableFact, WhatIf } from '@repere/cases';
import { type Tried, tryAnswers, type FieldClass } from '@repere/protocol-engine';
import { Act } from '../../platform/act';
import { askerOf } from '../../platform/asker';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { problemReason } from '../acting';
import { cutReasons } from '../page/cut-reasons';
import { refuseWithheld } from '../page/refuse-withheld';
import { CaseReader } from '../case-reader';
import type { LoadedCase } from '../loaded-case';
import { withheldClasses } from '../withheld';
import { FactsToTry } from './facts-to-try.service';
import { TriableFactDto, WhatIfDto, WhatIfRequestDto } from './what-if.dto';

@ApiTags('cases')
@Controller('case-files/:id/what-if')
export class WhatIfController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly facts: FactsToTry,
  ) {}

  @Get('facts')
  @Act('case-file.what-if-facts')
  @ApiOperation({ summary: 'Facts whose answers may be tried, with what is known of them now' })
  @ApiOkResponse({ type: [TriableFactDto] })
  @Refuses('not-found')
  async list(@Param('id') id: string): Promise<readonly TriableFact[]> {
    return this.facts.list(await this.reader.read(id));
  }

  @Post()
  @HttpCode(200)
  @Act('case-file.what-if')
  @ApiOperation({ summary: 'What would change if these answers were so; keeps nothing but the look itself' })
  @ApiOkResponse({ type: WhatIfDto })
  @Refuses('invalid', 'not-found', 'not-allowed')
  async tryOut(@Param('id') id: string, @Body() { values, runId }: WhatIfRequestDto): Promise<WhatIfDto> {
    const file = await this.reader.read(id);
    if (runId !== undefined && !file.hasRun(runId)) throw new Refusal('not-found');
    refuseWithheld(file, runId ?? null, values, this.withheld(file));
    const answer = tryAnswers(file.state, values, runId ?? null, {
      now: this.unit.now(),
      newId: randomUUID,
      inForce: file.inForce,
    });
    return answer.ok
      ? { ...shown(file, answer.tried), refused: [] }
      : {
          opens: [],
          steps: [],
          deadlines: [],
          lessProtective: [],
          refused: cutReasons(file, answer.reasons, this.withheld(file), runId ?? null).map(problemReason),
        };
  }

  private withheld(file: LoadedCase): ReadonlySet<FieldClass> {
    return withheldClasses(askerOf(this.unit.account), file.resource);
  }
}

function shown(file: LoadedCase, tried: Tried): Omit<WhatIf, 'refused'> {
  const opened = new Map(tried.opens.map(({ runId, title }) => [runId, title]));
  return {
    opens: tried.opens.map(({ protocol, title }) => ({ protocol, title })),
    steps: tried.steps.map((step) => ({
      ...step,
      protocolTitle: opened.get(step.runId) ?? file.documentOf(step.runId).title,
    })),
    deadlines: tried.deadlines.map(({ dueAt, ...rest }) => ({
      ...rest,
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    })),
    lessProtective: tried.lessProtective,
  };
}
