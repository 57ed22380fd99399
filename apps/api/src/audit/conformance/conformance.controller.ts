import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { ConformanceDto } from './conformance.dto';
import { ConformanceService } from './conformance.service';
import { DeviationGroupsDto, DeviationPageDto } from './deviations/deviations.dto';
import { DeviationGroupsService } from './deviations/deviation-groups.service';
import { DeviationsService } from './deviations/deviations.service';
import { ConformanceFilterDto, DeviationFilterDto, DeviationGroupsFilterDto } from './filters.dto';

@ApiTags('audit')
@Controller()
export class ConformanceController {
  constructor(
    private readonly conformance: ConformanceService,
    private readonly deviations: DeviationsService,
    private readonly groups: DeviationGroupsService,
  ) {}

  @Route('GET conformance', {
    summary: 'How cases were handled beside their protocols: figures with their formula',
    act: 'conformance.read',
    purpose: 'supervision',
    tellsHandling: true,
    needs: { on: 'lists' },
    answers: ConformanceDto,
    refuses: ['not-allowed', 'invalid'],
  })
  readConformance(@Query() filter: ConformanceFilterDto): Promise<ConformanceDto> {
    return this.conformance.showConformance(filter);
  }

  @Route('GET deviations', {
    summary: 'What departed from the protocols, the gravest first; usually what is to be judged',
    act: 'deviation.list',
    purpose: 'supervision',
    tellsHandling: true,
    needs: { on: 'lists' },
    answers: DeviationPageDto,
    refuses: ['not-allowed', 'invalid'],
  })
  listDeviations(@Query() { cursor, ...filter }: DeviationFilterDto): Promise<DeviationPageDto> {
    return this.deviations.page(filter, cursor);
  }

  @Route('GET deviations/groups', {
    summary: 'Deviations put together by kind, by case or by person: what one decision may be about',
    act: 'deviation.group',
    purpose: 'supervision',
    tellsHandling: true,
    needs: { on: 'lists' },
    answers: DeviationGroupsDto,
    refuses: ['not-allowed', 'invalid'],
  })
  group(@Query() filter: DeviationGroupsFilterDto): Promise<DeviationGroupsDto> {
    return this.groups.showGroups(filter);
  }
}
