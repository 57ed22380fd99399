import type { Configuration } from '../settings/configuration';
import { DemoMailbox } from './demo-mailbox';
import type { Mailer } from './mailer';
import { NoMailer } from './no-mailer';
import { SmtpMailer } from './smtp-mailer';

/** A real server where there is one; in a demo without, a box that administrators see; else none. */
export function chooseMailer({ mail, demo }: Pick<Configuration, 'mail' | 'demo'>): Mailer {
  if (mail) return new SmtpMailer(mail);
  return demo ? new DemoMailbox() : new NoMailer();
}
