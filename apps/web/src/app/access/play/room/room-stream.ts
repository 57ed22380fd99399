import { Backoff } from './backoff';

/** The server says something every fifteen seconds: after so long a line is dead, whatever the browser thinks of it. */
const SILENT_MS = 45_000;

export interface RoomStreamEvents {
  /** It is at this position; what that is has to be asked for. */
  readonly position: (position: number) => void;
  /** So much of the story has come about; what that is has to be asked for. */
  readonly story: (arrived: number) => void;
  /** Whether the line stands. A position may have been missed while it did not: the next one says where things are. */
  readonly line: (isUp: boolean) => void;
  /** The server said something: this screen is in the class now. */
  readonly sound: () => void;
  /** Nothing comes any more: one may not listen, or the space is shut. */
  readonly over: () => void;
}

/** Server-sent events of one screen, which come back by themselves: after a fault, a refusal, and when another tab had them meanwhile. */
export class RoomStream {
  private source: EventSource | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private readonly backoff = new Backoff();
  private isElsewhere = false;
  private isOver = false;
  private readonly cameBack = (): void => {
    if (!document.hidden && this.isElsewhere) this.openStream();
  };

  constructor(
    private readonly href: string,
    private readonly events: RoomStreamEvents,
  ) {
    document.addEventListener('visibilitychange', this.cameBack);
    window.addEventListener('focus', this.cameBack);
    this.openStream();
  }

  closeStream(): void {
    this.isOver = true;
    document.removeEventListener('visibilitychange', this.cameBack);
    window.removeEventListener('focus', this.cameBack);
    this.shutSource();
  }

  private openStream(): void {
    this.shutSource();
    if (this.isOver) return;
    this.isElsewhere = false;
    const source = new EventSource(this.href);
    this.source = source;
    source.addEventListener('open', () => {
      this.backoff.beginAnew();
      this.events.line(true);
      this.hearSound();
    });
    source.addEventListener('position', ({ data }: MessageEvent<string>) => {
      this.hearSound();
      this.events.position(Number(data));
    });
    source.addEventListener('story', ({ data }: MessageEvent<string>) => {
      this.hearSound();
      this.events.story(Number(data));
    });
    source.addEventListener('beat', () => this.hearSound());
    source.addEventListener('end', ({ data }: MessageEvent<string>) => this.endStream(data));
    source.addEventListener('error', () => {
      this.events.line(false);
      if (source.readyState === EventSource.CLOSED) this.openLater();
      else this.noteSound();
    });
  }

  /** Another tab of this browser has it: this one has it again when somebody looks at it. */
  private endStream(why: string): void {
    this.shutSource();
    if (why === 'elsewhere') this.isElsewhere = true;
    else {
      this.closeStream();
      this.events.over();
    }
  }

  /** Where the server refuses a stream the browser gives up by itself. */
  private openLater(): void {
    this.shutSource();
    this.backoff.tryLater(() => this.openStream());
  }

  private hearSound(): void {
    this.noteSound();
    this.events.sound();
  }

  private noteSound(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.events.line(false);
      this.openStream();
    }, SILENT_MS);
  }

  private shutSource(): void {
    clearTimeout(this.silence);
    this.backoff.stopWaiting();
    this.source?.close();
    this.source = null;
  }
}
