import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../../cases/reading/case-reader';
import { Route } from '../../../platform/routes/route';
import { CloseUnaskedService } from './close-unasked.service';
import { CloseUnaskedDto } from './unasked-needs.dto';

@ApiTags('directory')
@Controller('case-files/:id/unasked-needs')
export class UnaskedNeedsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly closing: CloseUnaskedService,
  ) {}

  @Route('POST', {
    summary: 'A need for which nobody was asked is needed no more, or nobody meets it, and why',
    act: 'need.close',
    purpose: 'care',
    needs: { on: 'case-file', act: 'refer' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async closeUnasked(@Param('id') id: string, @Body() body: CloseUnaskedDto): Promise<void> {
    await this.closing.closeUnasked(await this.reader.lock(id), body);
  }
}
