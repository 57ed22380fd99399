import { Global, Module } from '@nestjs/common';
import { DEMO_PEOPLE } from '../access/demo-people';
import { ProtocolsModule } from '../protocols/protocols.module';
import { DemoMailsModule } from './mails/demo-mails.module';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts';
import { PublishDemoHistory } from './publish-demo-history';

const people = DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD }));

/** What a demo has beside the application: people whom the sign-in page shows, a mailbox, and protocols that hold since before. */
@Global()
@Module({
  imports: [DemoMailsModule, ProtocolsModule],
  providers: [{ provide: DEMO_PEOPLE, useValue: people }, PublishDemoHistory],
  exports: [DEMO_PEOPLE],
})
export class DemoModule {}
