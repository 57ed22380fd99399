import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { CasePrivacyDto } from './case-privacy.dto';
import { CasePrivacyService } from './case-privacy.service';

@ApiTags('privacy')
@Controller('case-files/:id/privacy')
export class CasePrivacyController {
  constructor(private readonly privacy: CasePrivacyService) {}

  @Route('GET', {
    summary: 'What was shared of the case, whether it is held, and whether it may be erased',
    act: 'case-file.privacy',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: CasePrivacyDto,
    refuses: [],
  })
  showPrivacy(@Param('id') id: string): Promise<CasePrivacyDto> {
    return this.privacy.showPrivacy(id);
  }
}
