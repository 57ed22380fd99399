import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  /** Everything before the text, as sent. */
  readonly head: string;
  readonly subject: string;
  readonly text: string;
}

/** A real SMTP server that keeps what it gets; it can be told to take nothing, to go away, to hang up before it answers. */
export class TestMailServer {
  readonly mails: ReceivedMail[] = [];
  /** Mails to say no to before one is taken. */
  refusals = 0;
  /** Mails to take, and to hang up on whoever waits to hear so. */
  hangUps = 0;
  private server: SMTPServer;

  private constructor(private port: number) {
    this.server = this.makeServer();
  }

  static async start(): Promise<TestMailServer> {
    const mailbox = new TestMailServer(0);
    await mailbox.comeBack();
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(done));
  }

  /** Nobody listens any more at its address. */
  goAway(): Promise<void> {
    return this.stop();
  }

  /** It listens again at the address that it had. */
  async comeBack(): Promise<void> {
    this.server = this.makeServer();
    await new Promise<void>((listening) => this.server.listen(this.port, '127.0.0.1', listening));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  private makeServer(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.refusals-- > 0) return done(new Error('not now'));
          this.refusals = 0;
          const { rcptTo, mailFrom } = session.envelope;
          this.mails.push({
            to: rcptTo.map(({ address }) => address),
            from: mailFrom ? mailFrom.address : '',
            ...readMail(Buffer.concat(parts).toString('utf8')),
          });
          if (this.hangUps > 0) {
            this.hangUps--;
            for (const connection of this.server.connections) connection.close();
          } else done();
        });
      },
    });
  }

  /** The last one to this address; throws when there is none. */
  lastTo(address: string): ReceivedMail {
    const mail = this.mails.findLast(({ to }) => to.includes(address));
    if (!mail) throw new Error('no such mail');
    return mail;
  }
}

/** The secret behind # in a mail's link; throws when there is none. */
export function tokenIn({ text }: Pick<ReceivedMail, 'text'>): string {
  const token = /\/lien#([A-Za-z0-9_-]{43})\b/.exec(text)?.[1];
  if (!token) throw new Error('no link in this mail');
  return token;
}

function readMail(raw: string): Pick<ReceivedMail, 'head' | 'subject' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const isBase64 = /Content-Transfer-Encoding: base64/i.test(head);
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  return {
    head,
    subject: subject.replace(/=\?utf-8\?([QB])\?([^?]*)\?=\s*/gi, (_all, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : unquote(words.replaceAll('_', ' ')),
    ),
    text: isBase64 ? Buffer.from(body, 'base64').toString('utf8') : unquote(body),
  };
}

/** Quoted-printable (RFC 2045 §6.7). */
const unquote = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
