import { Body, Controller, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { text } from '../../platform/routes/route-answers';
import { LeadTokens } from '../play/lead-tokens';
import { Present } from './present.service';
import { PresentationDto, PresentationScriptDto, PresentDto, ROOM_WINDOWS } from './presentation.dto';
import { WatchPresentations } from './watch-presentations';
import { Watchers } from './watcher';

/** What the room sees of a training space: whoever leads steers, every screen of the class follows. In a live space there is none. */
@ApiTags('training')
@Controller('training/presentation')
export class PresentationController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly watchers: Watchers,
    private readonly presenting: Present,
    private readonly watching: WatchPresentations,
  ) {}

  @Route('GET', {
    summary: 'What the room sees now',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: PresentationDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  readPresentation(@Req() request: Request): Promise<PresentationDto> {
    return this.watchers.asWatcher(request, (place, watcher) =>
      this.presenting.readPresentation(place, watcher),
    );
  }

  @Route('PUT', {
    summary: 'Change what the room sees, or have it wait',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: PresentationDto,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'changed-elsewhere', 'cross-site'] as const),
      ...(['too-many', 'unsupported-media', 'unavailable'] as const),
    ],
  })
  present(@Body() asked: PresentDto, @Req() request: Request): Promise<PresentationDto> {
    return this.leads.asLead(request, (place) => this.presenting.present(place, asked));
  }

  @Route('GET script', {
    summary: 'The slides of the scenario, with the notes for whoever leads',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: PresentationScriptDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  readScript(@Req() request: Request): Promise<PresentationScriptDto> {
    return this.leads.asLead(request, (place) => this.presenting.readScript(place));
  }

  @Route('GET events/:window', {
    summary: 'Server-sent events: the position, each time that it changes',
    description:
      'One stream a browser, two of whoever leads; a newer one takes the place of the one before. `Last-Event-ID` is the position that was seen.',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: text('text/event-stream'),
    refuses: ['not-found', 'not-allowed', 'refused', 'too-many', 'unavailable'],
  })
  async listen(
    @Param('window') asked: string,
    @Headers('last-event-id') seen: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.watchers.asWatcher(request, (place, watcher) => {
      const window = ROOM_WINDOWS.find((it) => it === asked);
      if (!window) throw new Refusal('not-found');
      return this.watching.listen(place, watcher, window, positionOf(seen), response);
    });
  }
}

/** What a browser sends back of our own; anything else is as if it had seen nothing. */
const positionOf = (seen: string | undefined): number | null =>
  seen !== undefined && /^\d{1,10}$/.test(seen) ? Number(seen) : null;
