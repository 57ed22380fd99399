import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Route } from '../../platform/routes/route';
import { LeadTokens } from '../play/lead-tokens';
import { EnteredTrainingSpaceDto } from '../spaces/training-spaces.dto';
import { GroupStandingDto } from './group-standing.dto';
import { ShowBoard } from './show-board.service';

/** Several classes at once, for whoever leads them. In a live space there are none. */
@ApiTags('training')
@Controller('training/board')
export class BoardController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly board: ShowBoard,
  ) {}

  @Route('GET', {
    summary: 'The open training spaces of whoever leads: last act, progress, who does nothing',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: [GroupStandingDto],
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  listGroups(@Req() request: Request): Promise<readonly GroupStandingDto[]> {
    return this.leads.asLead(request, (place, nonce) => this.board.listGroups(place, nonce));
  }

  @Route('PUT :key/entry', {
    summary: 'Go on into another space of one’s own, to lead in it as well',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: EnteredTrainingSpaceDto,
    refuses: ['not-found', 'not-allowed', 'refused', 'cross-site', 'too-many', 'unavailable'],
  })
  enterGroup(
    @Param('key') key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnteredTrainingSpaceDto> {
    return this.leads.asLead(request, async (place) => {
      await this.board.enterGroup(place, key);
      await this.leads.passToken(request, response, key);
      return { path: `/s/${key}/` };
    });
  }
}
