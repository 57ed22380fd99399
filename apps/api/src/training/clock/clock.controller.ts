import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Route } from '../../platform/routes/route';
import { LeadTokens } from '../play/lead-tokens';
import { MoveClockDto, MovedClockDto, SpaceClockDto } from './clock.dto';
import { MoveClock } from './move-clock.service';

/** The clock of a training space, for whoever leads there. In a live space there is none. */
@ApiTags('training')
@Controller('training/clock')
export class ClockController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly clock: MoveClock,
  ) {}

  @Route('GET', {
    summary: 'The clock of this training space, and where it could go',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: SpaceClockDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  look(@Req() request: Request): Promise<SpaceClockDto> {
    return this.leads.asLead(request, (place) => this.clock.look(place));
  }

  @Route('POST', {
    summary: 'Move the clock of this training space forward; what falls due on the way is due',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: MovedClockDto,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'changed-elsewhere', 'cross-site'] as const),
      ...(['unsupported-media', 'too-many', 'unavailable'] as const),
    ],
  })
  moveClock(@Body() asked: MoveClockDto, @Req() request: Request): Promise<MovedClockDto> {
    return this.leads.asLead(request, (place) => this.clock.moveClock(place, asked));
  }
}
