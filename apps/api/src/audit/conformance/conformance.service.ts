import { Injectable } from '@nestjs/common';
import { DEVIATION_KINDS, FITNESS_FORMULA } from '@repere/case-engine';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { AuditScopes } from './audit-scope';
import { FiguresQuery, type StepCount } from './figures.query';
import { type FollowedRuns, FollowedRunsQuery } from './followed-runs.query';
import { protocolTitle, rulesOf, titleOfStep } from './protocol-words';
import type { ConformanceFilterDto } from './filters.dto';
import type { ConformanceDto, ProtocolFiguresDto, StepFiguresDto } from './conformance.dto';

/** How a team handled its cases, from the projections alone: no case is opened. */
@Injectable()
export class ConformanceService {
  constructor(
    private readonly scopes: AuditScopes,
    private readonly figures: FiguresQuery,
    private readonly runs: FollowedRunsQuery,
    private readonly registry: ProtocolRegistry,
  ) {}

  async showConformance(filter: ConformanceFilterDto): Promise<ConformanceDto> {
    const scope = await this.scopes.findScope();
    const published = await this.registry.readPublished();
    const followed = await this.runs.count(scope, filter);
    const counts = await this.figures.steps(scope, filter);
    const deviations = await this.figures.deviations(scope, filter);
    return {
      formula: FITNESS_FORMULA,
      ...fitnessOf(counts),
      cases: followed.cases,
      runs: followed.runs,
      protocols: protocolFigures(published, followed, counts),
      steps: counts.map((it) => stepFigures(published, it)),
      deviations: deviations.toSorted(
        (a, b) => DEVIATION_KINDS.indexOf(a.kind) - DEVIATION_KINDS.indexOf(b.kind),
      ),
      rules: rulesOf(published, followed.versions),
      teams: scope.teams,
    };
  }
}

function protocolFigures(
  published: PublishedProtocols,
  { versions }: FollowedRuns,
  counts: readonly StepCount[],
): readonly ProtocolFiguresDto[] {
  return [...Map.groupBy(versions, ({ protocol }) => protocol)].map(([protocol, followed]) => {
    const own = counts.filter((it) => it.protocol === protocol);
    return {
      protocol,
      title: protocolTitle(published, protocol),
      runs: followed.reduce((total, { runs }) => total + runs, 0),
      ...fitnessOf(own),
      lateLegal: sum(own, ({ lateLegal }) => lateLegal),
      lateOther: sum(own, ({ lateOther }) => lateOther),
    };
  });
}

function stepFigures(
  published: PublishedProtocols,
  { waits, timedRuns, ...count }: StepCount,
): StepFiguresDto {
  return {
    ...count,
    title: titleOfStep(published, count.protocol, count.step),
    fitness: share(count.met, count.expected),
    medianWait: waits?.[0] ?? null,
    ninetiethWait: waits?.[1] ?? null,
    shareLate: share(count.lateLegal + count.lateOther, timedRuns),
  };
}

function fitnessOf(counts: readonly StepCount[]) {
  const expected = sum(counts, (it) => it.expected);
  const met = sum(counts, (it) => it.met);
  return { expected, met, fitness: share(met, expected) };
}

const sum = (counts: readonly StepCount[], of: (count: StepCount) => number): number =>
  counts.reduce((total, count) => total + of(count), 0);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
