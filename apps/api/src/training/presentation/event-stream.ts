import type { Response } from 'express';

/** What waits to leave at most: whoever reads slower than that comes back, and is told where things stand. */
const MOST_WAITING_BYTES = 16 * 1024;
/** A class that lost its server does not come back in one moment. */
const RETRY_FROM_MS = 1_000;
const RETRY_SPREAD_MS = 2_000;

/** Why a stream ends for good: another window of this browser has it, this browser may not listen any more, or the space is shut. */
export type StreamEnd = 'elsewhere' | 'out' | 'shut';

/** One answer of server-sent events (WHATWG HTML, 9.2): position after position, how much came about, and a beat so that a dead line is noticed. */
export class EventStream {
  private arrived: number | null = null;

  constructor(
    private readonly response: Response,
    /** What the other side has seen; `null`: nothing. */
    private told: number | null,
  ) {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Neither compressed nor held back on the way.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    const retry = RETRY_FROM_MS + Math.round(Math.random() * RETRY_SPREAD_MS);
    this.writeText(`retry: ${String(retry)}\n\n`);
  }

  /** Says the position where it is another than the one that was told last. */
  tellPosition(position: number): void {
    if (position === this.told) return;
    this.told = position;
    this.writeText(`id: ${String(position)}\nevent: position\ndata: ${String(position)}\n\n`);
  }

  /** How much of the story has come about, where it is another number than was told last; who comes back hears it again. */
  tellArrived(arrived: number): void {
    if (arrived === this.arrived) return;
    this.arrived = arrived;
    this.writeText(`event: story\ndata: ${String(arrived)}\n\n`);
  }

  beat(): void {
    this.writeText('event: beat\ndata:\n\n');
  }

  endStream(why: StreamEnd): void {
    this.writeText(`event: end\ndata: ${why}\n\n`);
    this.response.end();
  }

  /** Ends without a word: the other side comes back, to whichever process answers. */
  breakOff(): void {
    this.response.end();
  }

  private writeText(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > MOST_WAITING_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
