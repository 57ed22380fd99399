import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../reading/case-reader';
import { PrintPaperDto } from './papers.dto';

/** What leaves on paper. The page composes it from what it was answered; that it was printed is an act of its own. */
@ApiTags('cases')
@Controller('case-files/:id/papers')
export class PapersController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  @Route('POST', {
    summary: 'Records that a paper of the case is printed: which one, and what it leaves out',
    act: 'case-file.print',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    once: false,
    answers: null,
    refuses: ['invalid'],
  })
  async print(@Param('id') id: string, @Body() { paper, leftOut }: PrintPaperDto): Promise<void> {
    await this.reader.allowed(id, 'read');
    this.unit.notes({ paper, leftOut });
  }
}
