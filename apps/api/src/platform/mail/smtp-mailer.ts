import { createTransport, type Transporter } from 'nodemailer';
import type { MailRoute } from '../settings/configuration';
import type { Space } from '../spaces/spaces';
import { type Mail, Mailer } from './mailer';

const PATIENCE_MS = 20_000;

/** What an SMTP server said no with, without what it said: that may hold the address. */
class MailNotTaken extends Error {
  constructor(code: string) {
    super(`the mail server did not take a mail: ${code}`);
  }
}

/** Mails through the SMTP server of the configuration, one connection a mail. */
export class SmtpMailer extends Mailer {
  readonly isReady = true;
  private readonly transport: Transporter;

  constructor(private readonly route: MailRoute) {
    super();
    this.transport = createTransport({
      url: route.smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      // Nothing of a mail comes from files or other servers.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async sendMail(_space: Space, { id, to, subject, text }: Mail): Promise<void> {
    try {
      // An object, not a text: nothing typed becomes a second recipient.
      await this.transport.sendMail({
        to: { name: '', address: to },
        from: this.route.from,
        subject,
        text,
        messageId: `<${id}@repere.invalid>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw new MailNotTaken(codeOf(error));
    }
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
