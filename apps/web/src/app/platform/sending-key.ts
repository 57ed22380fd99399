import type { Answered } from './api';
import { newId } from './new-id';

/** The id under which something is sent: the same as long as the same is sent, so that trying again never does it twice. */
export class SendingKey {
  private last: { readonly content: string; readonly key: string } | null = null;

  /** Sends it. Once it arrived, the same sent again is another act. */
  async sendOnce<T>(content: unknown, act: (key: string) => Promise<Answered<T>>): Promise<Answered<T>> {
    const answer = await act(this.keyOf(content));
    if (answer.ok) this.renew();
    return answer;
  }

  keyOf(content: unknown): string {
    const written = JSON.stringify(content);
    if (this.last?.content !== written) this.last = { content: written, key: newId() };
    return this.last.key;
  }

  /** What is sent next is another act, whatever it says. */
  renew(): void {
    this.last = null;
  }
}
