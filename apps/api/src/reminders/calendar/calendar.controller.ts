import { Controller, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { fileOf } from '../../platform/answers/file-of';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { binary } from '../../platform/routes/route-answers';
import { CalendarFeedDto, MadeFeedDto } from './calendar.dto';
import { CalendarFeedService } from './calendar-feed.service';
import { OwnDays } from './own-days.service';

const ICALENDAR = 'text/calendar';

@ApiTags('reminders')
@Controller()
export class CalendarController {
  constructor(
    private readonly days: OwnDays,
    private readonly feed: CalendarFeedService,
  ) {}

  @Route('GET reminders/calendar', {
    summary:
      'The days on which something is due or a child has an appointment, as an iCalendar file: one word a day, no hour',
    act: 'calendar.download',
    purpose: 'care',
    needs: { on: 'own' },
    answers: binary(ICALENDAR),
    refuses: [],
  })
  async download(): Promise<StreamableFile> {
    return calendarOf(await this.days.writeCalendar());
  }

  @Route('GET reminders/calendar-feed', {
    summary: 'Whether this account has a calendar under a secret address, and how often it was fetched',
    act: 'calendar.read-feed',
    purpose: 'care',
    needs: { on: 'own' },
    answers: CalendarFeedDto,
    refuses: [],
  })
  showFeed(): Promise<CalendarFeedDto> {
    return this.feed.showFeed();
  }

  @Route('PUT reminders/calendar-feed', {
    summary: 'A new secret address; the one before leads nowhere any more',
    act: 'calendar.make-feed',
    purpose: 'care',
    needs: { on: 'own' },
    once: false,
    answers: MadeFeedDto,
    refuses: ['refused'],
  })
  makeFeed(): Promise<MadeFeedDto> {
    return this.feed.makeFeed();
  }

  @Route('DELETE reminders/calendar-feed', {
    summary: 'The secret address leads nowhere any more',
    act: 'calendar.revoke-feed',
    purpose: 'care',
    needs: { on: 'own' },
    once: false,
    answers: null,
    refuses: [],
  })
  revoke(): Promise<void> {
    return this.feed.revoke();
  }

  @Route('GET calendar/:token', {
    summary: 'The calendar under a secret address. Guessed, revoked, of a closed account: all the same',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: binary(ICALENDAR),
    refuses: ['not-found', 'too-many', 'cross-site', 'unavailable'],
  })
  async openByAddress(@Param('token') token: string, @Req() request: Request): Promise<StreamableFile> {
    return calendarOf(await this.feed.openByAddress(placeOfRequest(request), request.ip ?? 'unknown', token));
  }
}

const calendarOf = (text: string): StreamableFile =>
  fileOf(Buffer.from(text), `${ICALENDAR}; charset=utf-8`, 'rendez-vous.ics');
