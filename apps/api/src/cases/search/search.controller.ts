import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { may, teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { CaseFilePageDto } from '../page/case-file.dto';
import { answersOfRole } from '../reading/answers-of-role';
import { ReaderScopes } from '../rights/reader-scope';
import { CaseSummariesQuery } from './case-summaries.query';
import { CaseFileSearchDto } from './search-cases.dto';
import { SearchCasesQuery } from './search-cases.query';

@ApiTags('cases')
@Controller('case-files')
export class SearchController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly search: SearchCasesQuery,
    private readonly summaries: CaseSummariesQuery,
    private readonly library: ProtocolLibrary,
  ) {}

  @Route('POST search', {
    summary: 'Cases of the reader’s, by pages. A POST: names never travel in an address',
    act: 'case-file.search',
    purpose: 'care',
    needs: { on: 'lists' },
    once: false,
    goesOn: 'looks',
    answers: CaseFilePageDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async findCases(@Body() body: CaseFileSearchDto): Promise<CaseFilePageDto> {
    const principal = principalOf(this.unit.account);
    const isOfTeam = teamsWhere(principal, 'search').length > 0;
    if (!isOfTeam && !may(principal, 'work-in-missions', { kind: 'service' }).yes)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('search', 'work-in-missions')] });
    const scope = await this.scopes.findScope();
    if (!isOfTeam) this.unit.audits(scope.missionIds);
    const { ids, next } = await this.search.findCases(body, scope);
    const items = await this.summaries.listSummaries(ids);
    this.unit.shows(items.map(({ id }) => id));
    return { items, next, dangers: answersOfRole(this.library.shared, 'danger') };
  }
}
