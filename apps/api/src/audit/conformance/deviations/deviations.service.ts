import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../../cases/reading/case-reader';
import { readCursor, writeCursor } from '../../../platform/requests/cursor';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../../protocols/publishing/protocol-registry';
import { type AuditScope, AuditScopes } from '../audit-scope';
import { DeviationItems } from './deviation-items.service';
import { DeviationsQuery, type FoundDeviation } from './deviations.query';
import { FollowedRunsQuery } from '../followed-runs.query';
import { rulesOf } from '../protocol-words';
import type { DeviationFilterDto } from '../filters.dto';
import type { AboutDeviationsDto, DeviationItemDto, DeviationPageDto } from './deviations.dto';

/** Each item folds its case, so a page is short. */
const PAGE = 20;

/** Deviations by pages, the gravest first: which, from the projections; the words, from the cases themselves. */
@Injectable()
export class DeviationsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: AuditScopes,
    private readonly query: DeviationsQuery,
    private readonly runs: FollowedRunsQuery,
    private readonly registry: ProtocolRegistry,
    private readonly reader: CaseReader,
    private readonly items: DeviationItems,
  ) {}

  async page(filter: DeviationFilterDto, cursor?: string): Promise<DeviationPageDto> {
    const scope = await this.scopes.findScope();
    const found = await this.findDeviations(scope, filter, cursor);
    const shown = found.slice(0, PAGE);
    const cases = await this.reader.loadAll(shown.map(({ caseFileId }) => caseFileId));
    this.unit.shows([...cases.keys()]);
    const items = new Map<string, DeviationItemDto>();
    for (const [id, file] of cases) {
      const keys = new Set(shown.filter((it) => it.caseFileId === id).map(({ key }) => key));
      const wanted = file.conformance.deviations.filter(({ key }) => keys.has(key));
      for (const item of await this.items.describeDeviations(file, wanted)) items.set(item.key, item);
    }
    const last = shown.at(-1);
    return {
      items: shown.flatMap(({ key }) => items.get(key) ?? []),
      next: found.length > PAGE && last ? writeCursor([last.rank, last.since, last.key]) : null,
      about: cursor === undefined ? await this.describeScope(scope, filter) : null,
    };
  }

  private findDeviations(
    scope: AuditScope,
    filter: DeviationFilterDto,
    cursor?: string,
  ): Promise<readonly FoundDeviation[]> {
    const place = cursor === undefined ? null : readCursor(cursor, ['number', 'instant', 'text']);
    const after = place && { rank: place[0], since: place[1], key: place[2] };
    return this.query.page(scope, filter, after, PAGE + 1);
  }

  async describeScope(scope: AuditScope, filter: DeviationFilterDto): Promise<AboutDeviationsDto> {
    const count = await this.query.count(scope, filter);
    const { cases, versions } = await this.runs.count(scope, filter);
    return {
      count,
      cases,
      rules: rulesOf(await this.registry.readPublished(), versions),
      teams: scope.teams,
    };
  }
}
