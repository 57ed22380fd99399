import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../../platform/act';
import { DemoMailbox } from '../../../platform/mail/demo-mailbox';
import { Mailer } from '../../../platform/mail/mailer';
import { Refuses } from '../../../platform/openapi';
import { Refusal } from '../../../platform/refusal';
import { UnitOfWork } from '../../../platform/unit-of-work';
import { DemoMailsDto } from './accounts.dto';
import { Administrator } from './administrator';

/** What a demo would have mailed. Where mails really leave there is no such page: they hold links into others' accounts. */
@ApiTags('administration')
@Controller('demo-mails')
export class DemoMailsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
    private readonly mailer: Mailer,
  ) {}

  @Get()
  @Act('demo-mail.list', { purpose: 'administration' })
  @ApiOperation({ summary: 'Mails of a demo without a mail server, newest first; not found elsewhere' })
  @ApiOkResponse({ type: DemoMailsDto })
  @Refuses('not-allowed', 'not-found')
  list(): DemoMailsDto {
    this.administrator.demand();
    if (!(this.mailer instanceof DemoMailbox)) throw new Refusal('not-found');
    return { items: this.mailer.of(this.unit.space) };
  }
}
