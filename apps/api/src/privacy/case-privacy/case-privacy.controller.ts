import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { CasePrivacyDto } from './case-privacy.dto';
import { CasePrivacyService } from './case-privacy.service';

@ApiTags('privacy')
@Controller('case-files/:id/privacy')
export class CasePrivacyController {
  constructor(private readonly privacy: CasePrivacyService) {}

  @Get()
  @Act('case-file.privacy')
  @ApiOperation({ summary: 'What was shared of the case, whether it is held, and whether it may be erased' })
  @ApiOkResponse({ type: CasePrivacyDto })
  @Refuses('not-found')
  show(@Param('id') id: string): Promise<CasePrivacyDto> {
    return this.privacy.show(id);
  }
}
