import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ownName, ownRole, type ProcessRole } from './process-role';

/** A word from one process of a service to all others; the supervisor passes it on and adds from whom it is. */
export interface SiblingMessage {
  readonly subject: string;
  readonly content: unknown;
  readonly from?: string;
}

export const isSiblingMessage = (value: unknown): value is SiblingMessage =>
  typeof value === 'object' && value !== null && 'subject' in value && typeof value.subject === 'string';

type Listener = (content: unknown, from: string) => void;

/**
 * The other processes of this service on this machine. Only hints and figures go between them: what must be right stands in the database,
 * which processes of other machines share as well. Alone, it says nothing and hears nothing.
 */
@Injectable()
export class SiblingProcesses implements OnApplicationShutdown {
  readonly role: ProcessRole = ownRole();
  readonly name: string = ownName();
  private readonly listeners = new Map<string, Listener>();
  private readonly hearMessage = (message: unknown): void => {
    if (isSiblingMessage(message)) this.listeners.get(message.subject)?.(message.content, message.from ?? '');
  };

  constructor() {
    if (!this.isAlone) process.on('message', this.hearMessage);
  }

  get isAlone(): boolean {
    return this.role === 'whole';
  }

  /** Tells all others; whoever does not hear it misses it. */
  tellOthers(subject: string, content: unknown): void {
    const message = { subject, content } satisfies SiblingMessage;
    // A supervisor that has just gone is no fault here: this process ends as well.
    if (!this.isAlone && process.connected) process.send?.(message, undefined, undefined, () => undefined);
  }

  /** What is heard of this subject from now on. */
  listenTo(subject: string, listener: Listener): void {
    this.listeners.set(subject, listener);
  }

  onApplicationShutdown(): void {
    process.off('message', this.hearMessage);
  }
}
