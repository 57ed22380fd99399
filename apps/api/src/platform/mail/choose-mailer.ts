import type { Configuration } from '../settings/configuration';
import type { Mailer } from './mailer';
import { NoMailer } from './no-mailer';
import { SmtpMailer } from './smtp-mailer';

/** Where mails of a demo go that has no mail server. Nothing provides it but the demo. */
export const DEMO_MAILER = Symbol('DEMO_MAILER');

/** A real server where there is one; in a demo without, what the demo brings; else none. */
export function chooseMailer({ mail, demo }: Pick<Configuration, 'mail' | 'demo'>, ofDemo?: Mailer): Mailer {
  if (mail) return new SmtpMailer(mail);
  return demo && ofDemo ? ofDemo : new NoMailer();
}
