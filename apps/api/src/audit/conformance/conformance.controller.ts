import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { ConformanceDto } from './conformance.dto';
import { ConformanceService } from './conformance.service';
import { DeviationPageDto } from './deviations.dto';
import { DeviationsService } from './deviations.service';
import { ConformanceFilterDto, DeviationFilterDto } from './filters.dto';

@ApiTags('audit')
@Controller()
export class ConformanceController {
  constructor(
    private readonly conformance: ConformanceService,
    private readonly deviations: DeviationsService,
  ) {}

  @Get('conformance')
  @Act('conformance.read', { purpose: 'supervision' })
  @ApiOperation({ summary: 'How cases were handled beside their protocols: figures with their formula' })
  @ApiOkResponse({ type: ConformanceDto })
  @Refuses('not-allowed', 'invalid')
  read(@Query() filter: ConformanceFilterDto): Promise<ConformanceDto> {
    return this.conformance.show(filter);
  }

  @Get('deviations')
  @Act('deviation.list', { purpose: 'supervision' })
  @ApiOperation({
    summary: 'What departed from the protocols, the gravest first; usually what is to be judged',
  })
  @ApiOkResponse({ type: DeviationPageDto })
  @Refuses('not-allowed', 'invalid')
  list(@Query() { cursor, ...filter }: DeviationFilterDto): Promise<DeviationPageDto> {
    return this.deviations.page(filter, cursor);
  }
}
