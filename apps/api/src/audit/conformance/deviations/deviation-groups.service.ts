import { Injectable } from '@nestjs/common';
import { AccountNames } from '../../../cases/reading/account-names';
import { REDACTED } from '../../../cases/disclosure/redacted-classes';
import { CaseSummariesQuery } from '../../../cases/search/case-summaries.query';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AuditScopes } from '../audit-scope';
import type { DeviationGroupsFilterDto } from '../filters.dto';
import type { DeviationGroupDto, DeviationGroupsDto } from './deviations.dto';
import { DeviationsQuery } from './deviations.query';
import { DeviationsService } from './deviations.service';

/** More groups than this are narrowed first. */
const MOST = 100;

/** Deviations put together by kind, and by case or person: what one decision may be about. */
@Injectable()
export class DeviationGroupsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: AuditScopes,
    private readonly query: DeviationsQuery,
    private readonly deviations: DeviationsService,
    private readonly summaries: CaseSummariesQuery,
    private readonly names: AccountNames,
  ) {}

  async showGroups({ by, ...filter }: DeviationGroupsFilterDto): Promise<DeviationGroupsDto> {
    const scope = await this.scopes.findScope();
    const found = await this.query.groups(scope, filter, by, MOST + 1);
    const shown = found.slice(0, MOST);
    const caseIds = shown.flatMap(({ caseFileId }) => caseFileId ?? []);
    const cases = new Map(
      (await this.summaries.listSummaries([...new Set(caseIds)])).map((it) => [it.id, it]),
    );
    this.unit.shows([...cases.keys()]);
    const people = shown.flatMap(({ person }) => (person === null || person === 'nobody' ? [] : [person]));
    const names = await this.names.readNames([...new Set(people)]);
    // In an auditor's mission who works there is another class of fields, told case by case.
    const nameOf = (id: string) => (scope.auditedIds.length > 0 ? REDACTED : (names.get(id) ?? ''));
    return {
      groups: shown.map(({ kind, caseFileId, person, count, cases: inCases }): DeviationGroupDto => {
        const file = caseFileId === null ? undefined : cases.get(caseFileId);
        return {
          ...{ kind, caseFileId, person, count, cases: inCases },
          reference: file?.reference ?? null,
          calledName: file?.calledName ?? null,
          personName: person === null || person === 'nobody' ? null : nameOf(person),
        };
      }),
      isTruncated: found.length > MOST,
      about: await this.deviations.describeScope(scope, filter),
    };
  }
}
