import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../../access/accounts/accounts.module';
import { DEMO_MAILER } from '../../platform/mail/choose-mailer';
import { DemoMailbox } from './demo-mailbox';
import { DemoMailsController } from './demo-mails.controller';

/** Where mails of a demo go, and the page that shows them. */
@Global()
@Module({
  imports: [AccountsModule],
  controllers: [DemoMailsController],
  providers: [{ provide: DEMO_MAILER, useClass: DemoMailbox }],
  exports: [DEMO_MAILER],
})
export class DemoMailsModule {}
