import { randomUUID } from 'node:crypto';
import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Tried, tryAnswers } from '@repere/case-engine';
import type { FieldClass } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { problemReason } from '../acts/case-command-handler';
import { redactReasons } from '../page/redaction/redact-reasons';
import { refuseRedacted } from '../page/redaction/refuse-redacted';
import { CaseReader } from '../reading/case-reader';
import type { LoadedCase } from '../reading/loaded-case';
import { redactedClasses } from '../disclosure/redacted-classes';
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

  @Route('GET facts', {
    summary: 'Facts whose answers may be tried, with what is known of them now',
    act: 'case-file.what-if-facts',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: [TriableFactDto],
    refuses: [],
  })
  async listFacts(@Param('id') id: string): Promise<readonly TriableFactDto[]> {
    return this.facts.listFacts(await this.reader.readCase(id));
  }

  @Route('POST', {
    summary: 'What would change if these answers were so; keeps nothing but the look itself',
    act: 'case-file.what-if',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    once: false,
    goesOn: 'looks',
    answers: WhatIfDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async tryOut(@Param('id') id: string, @Body() { values, runId }: WhatIfRequestDto): Promise<WhatIfDto> {
    const file = await this.reader.readCase(id);
    if (runId !== undefined && !file.hasRun(runId)) throw new Refusal('not-found');
    refuseRedacted(file, runId ?? null, values, this.redacted(file));
    const answer = tryAnswers(file.apart().state, values, runId ?? null, {
      now: this.unit.now(),
      newId: randomUUID,
      inForce: file.inForce,
    });
    return answer.ok
      ? { ...shownTrial(file, answer.tried), refused: [] }
      : {
          opens: [],
          steps: [],
          deadlines: [],
          lessProtective: [],
          refused: redactReasons(file, answer.reasons, this.redacted(file), runId ?? null).map(problemReason),
        };
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }
}

function shownTrial(file: LoadedCase, tried: Tried): Omit<WhatIfDto, 'refused'> {
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
