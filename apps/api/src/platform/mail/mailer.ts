import type { Space } from '../spaces/spaces';

/** A mail of plain words. Its subject names nobody, and neither do its words. */
export interface Mail {
  /** Random; the same when it is sent again, so that a mailbox which has it already can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out for mails of this installation. */
export abstract class Mailer {
  /** Whether there is one at all. */
  abstract readonly isReady: boolean;
  /** Whether mails leave from this space: from a training space none ever does. */
  leavesFrom({ kind }: Space): boolean {
    return this.isReady && kind === 'live';
  }
  /** Resolves once the server has taken it; throws when it did not, without the address in its words. */
  abstract sendMail(space: Space, mail: Mail): Promise<void>;
}
