import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { Route } from '../../platform/routes/route';
import { MatchedServicesDto, MatchServicesDto } from './match-services.dto';
import { MatchServicesService } from './match-services.service';

/** Who can take this child. */
@ApiTags('directory')
@Controller('case-files/:id/matching-services')
export class MatchServicesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly matching: MatchServicesService,
  ) {}

  @Route('POST', {
    summary:
      'Services in the order in which they can help, each with why it fits or doesn’t. A POST: age and sex never travel in an address',
    act: 'service.match',
    purpose: 'care',
    needs: { on: 'case-file', act: 'protect' },
    once: false,
    goesOn: 'looks',
    answers: MatchedServicesDto,
    refuses: ['invalid'],
  })
  async match(@Param('id') id: string, @Body() body: MatchServicesDto): Promise<MatchedServicesDto> {
    return this.matching.match(await this.reader.readCase(id, 'protect'), body);
  }
}
