import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { ApprovalPageDto } from './approvals.dto';
import { ApprovalsQuery } from './approvals.query';

@ApiTags('cases')
@Controller('approvals')
export class ApprovalsController {
  constructor(private readonly approvals: ApprovalsQuery) {}

  @Route('GET', {
    summary: 'Decisions that wait for a second person in the cases that the reader supervises',
    act: 'approvals.read',
    purpose: 'supervision',
    needs: { on: 'lists' },
    query: [{ name: 'cursor', required: false }],
    answers: ApprovalPageDto,
    refuses: ['not-allowed', 'invalid'],
  })
  listApprovals(@Query('cursor') cursor?: string): Promise<ApprovalPageDto> {
    return this.approvals.page(cursor);
  }
}
