import { Controller, Inject, Optional, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Configuration } from '../platform/settings/configuration';
import { placeOfRequest } from '../platform/requests/request-origin';
import { Route } from '../platform/routes/route';
import { CONFIGURATION } from '../platform/tokens';
import { AboutDto } from './about.dto';
import { DEMO_PEOPLE, type DemoPeople } from './demo-people';
import { spaceNow } from '../platform/clocks';

@ApiTags('access')
@Controller('about')
export class AboutController {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Optional() @Inject(DEMO_PEOPLE) private readonly people: DemoPeople = [],
  ) {}

  @Route('GET', {
    summary: 'What anyone may know before signing in',
    act: null,
    unbound: 'shows-no-case',
    needs: { on: 'open' },
    answers: AboutDto,
    refuses: ['not-found', 'unavailable'],
  })
  readAbout(@Req() request: Request): AboutDto {
    const { space } = placeOfRequest(request);
    const { providers, version } = this.configuration;
    return {
      name: 'Repère',
      version,
      space: {
        key: space.key,
        kind: space.kind,
        title: space.title,
        now: new Date(spaceNow(space)).toISOString(),
      },
      providers: providers.map(({ key, label }) => ({ key, label })),
      // In a training space nobody of the demo is.
      demoAccounts: space.kind === 'live' ? this.people : [],
    };
  }
}
