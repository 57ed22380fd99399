import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { MadeDto } from '../retention/retention.dto';
import { HoldCaseDto, HoldReasonDto, LegalHoldPageDto } from './holds.dto';
import { HoldsService } from './holds.service';

@ApiTags('privacy')
@Controller()
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  @Route('GET legal-holds', {
    summary: 'Cases that nobody may erase, with the reason, newest first',
    act: 'hold.list',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    query: [{ name: 'cursor', required: false }],
    answers: LegalHoldPageDto,
    refuses: ['invalid'],
  })
  listHolds(@Query('cursor') cursor?: string): Promise<LegalHoldPageDto> {
    return this.holds.listHolds(cursor);
  }

  @Route('POST case-files/:id/holds', {
    summary: 'Hold the case: it is not erased until the hold is lifted',
    act: 'hold.set',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'retain' },
    once: true,
    answers: created(MadeDto),
    refuses: ['invalid'],
  })
  setHold(@Param('id') id: string, @Body() hold: HoldCaseDto): Promise<MadeDto> {
    return this.holds.setHold(id, hold);
  }

  @Route('POST case-files/:id/holds/:hold/lift', {
    summary: 'Lift a hold, with the reason',
    act: 'hold.lift',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'retain' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  lift(
    @Param('id') id: string,
    @Param('hold') hold: string,
    @Body() { reason }: HoldReasonDto,
  ): Promise<void> {
    return this.holds.lift(id, hold, reason);
  }
}
