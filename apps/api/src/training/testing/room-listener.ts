import { setTimeout as delay } from 'node:timers/promises';

const AGAIN_MS = 100;

/** What a browser does with server-sent events: reads them, comes back with the last id when the line breaks. */
export class RoomListener {
  /** Every position that was told, in the order in which it came. */
  readonly told: number[] = [];
  /** Why it ended for good: what the server said, or the status that it refused with; `null`: it goes on. */
  end: string | null = null;
  /** How often a stream was opened. */
  opened = 0;
  beats = 0;
  headers = new Headers();
  private readonly stopping = new AbortController();

  constructor(
    private readonly origin: () => string,
    private readonly path: string,
    private readonly cookies: string,
    private lastEventId: string | null = null,
  ) {
    void this.listen();
  }

  get last(): number | null {
    return this.told.at(-1) ?? null;
  }

  stop(): void {
    this.end ??= 'stopped';
    this.stopping.abort();
  }

  private async listen(): Promise<void> {
    while (this.end === null) {
      await this.listenOnce().catch(() => undefined);
      if (this.end === null) await delay(AGAIN_MS);
    }
  }

  private async listenOnce(): Promise<void> {
    const headers = {
      Cookie: this.cookies,
      Accept: 'text/event-stream',
      ...(this.lastEventId !== null && { 'Last-Event-ID': this.lastEventId }),
    };
    const answer = await fetch(this.origin() + this.path, { headers, signal: this.stopping.signal });
    // A browser gives up where the answer is no stream.
    if (answer.status !== 200) {
      this.end = `${String(answer.status)} ${await answer.text()}`;
      return;
    }
    this.opened++;
    this.headers = answer.headers;
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) {
      rest += decoder.decode(part as Uint8Array, { stream: true });
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) this.takeEvent(event);
    }
  }

  private takeEvent(event: string): void {
    const fields = new Map(
      event
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    if (fields.has('id')) this.lastEventId = fields.get('id') ?? null;
    if (fields.get('event') === 'position') this.told.push(Number(fields.get('data')));
    if (fields.get('event') === 'beat') this.beats++;
    if (fields.get('event') === 'end') this.end = fields.get('data') ?? '';
  }
}
