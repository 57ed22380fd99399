import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { About } from '@repere/cases';
import type { Request } from 'express';
import { OpenDoor } from '../platform/act';
import type { Configuration } from '../platform/configuration';
import { Refuses } from '../platform/openapi';
import { placeOfRequest } from '../platform/request-place';
import { spaceNow } from '../platform/spaces';
import { CONFIGURATION } from '../platform/tokens';
import { AboutDto } from './about.dto';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts';

@ApiTags('access')
@Controller('about')
export class AboutController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get()
  @OpenDoor()
  @ApiOperation({ summary: 'What anyone may know before signing in' })
  @ApiOkResponse({ type: AboutDto })
  @Refuses('not-found', 'unavailable')
  read(@Req() request: Request): About {
    const { space } = placeOfRequest(request);
    const { demo, providers, version } = this.configuration;
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
      demoAccounts: demo ? DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD })) : [],
    };
  }
}
