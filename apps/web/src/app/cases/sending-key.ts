import { newId } from '../shell/new-id';

/** The id under which something is sent: the same as long as the same is sent, so that trying again never does it twice. */
export class SendingKey {
  private last: { readonly content: string; readonly key: string } | null = null;

  of(content: unknown): string {
    const written = JSON.stringify(content);
    if (this.last?.content !== written) this.last = { content: written, key: newId() };
    return this.last.key;
  }

  /** It arrived: sending the same once more is another act. */
  renew(): void {
    this.last = null;
  }
}
