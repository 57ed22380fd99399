import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DemoMailbox } from './demo-mailbox';
import { Mailer } from '../../platform/mail/mailer';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { DemoMailsDto } from './demo-mails.dto';
import { Administrator } from '../../access/accounts/administration/administrator';

/** What a demo would have mailed. Where mails really leave there is no such page: they hold links into others' accounts. */
@ApiTags('administration')
@Controller('demo-mails')
export class DemoMailsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
    private readonly mailer: Mailer,
  ) {}

  @Route('GET', {
    summary: 'Mails of a demo without a mail server, newest first; not found elsewhere',
    act: 'demo-mail.list',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    answers: DemoMailsDto,
    refuses: ['not-found'],
  })
  listMails(): DemoMailsDto {
    this.administrator.demand();
    if (!(this.mailer instanceof DemoMailbox)) throw new Refusal('not-found');
    return { items: this.mailer.listMails(this.unit.space) };
  }
}
