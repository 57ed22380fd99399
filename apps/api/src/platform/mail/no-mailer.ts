import { Mailer } from './mailer';

/** No mail server is configured: what would send a mail is refused before, so that nothing waits for ever. */
export class NoMailer extends Mailer {
  readonly isReady = false;

  async sendMail(): Promise<void> {
    throw new Error('no mail server is configured');
  }
}
