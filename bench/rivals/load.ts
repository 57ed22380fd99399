import { connect, type Socket } from 'node:net';

/** One request as it is asked. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Gives what one connection asks next; `answered` is called with what came, before the next. */
export interface Work {
  next(connection: number): Asked;
  answered?(connection: number, body: string): void;
}

export interface Loaded {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

/**
 * So many connections, each asking again as soon as it has its answer, for so long. Throws at the first answer that is no success.
 * Written on sockets, since a client that parses less leaves more of the machine to the servers.
 */
export async function measureLoad(
  port: number,
  work: Work,
  connections: number,
  seconds: number,
): Promise<Loaded> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const line = await Line.openLine(port);
      try {
        while (performance.now() < until) {
          const asked = work.next(connection);
          const start = performance.now();
          const { status, body } = await line.askServer(asked);
          times.push(performance.now() - start);
          if (status >= 300) throw new Error(`${asked.method} ${asked.path} gave ${String(status)}: ${body}`);
          work.answered?.(connection, body);
        }
      } finally {
        line.closeLine();
      }
    }),
  );
  const took = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / took, p50: at(0.5), p95: at(0.95), count: times.length };
}

const END_OF_HEAD = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: (\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: chunked/i;

/** One kept connection, one request at a time. */
class Line {
  private got: Buffer = Buffer.alloc(0);
  private waiting: { done: (answer: Buffer) => void; failed: (why: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.got = this.got.length === 0 ? chunk : Buffer.concat([this.got, chunk]);
      if (!isWhole(this.got)) return;
      const answer = this.got;
      this.got = Buffer.alloc(0);
      this.waiting?.done(answer);
    });
    socket.on('error', (error) => this.waiting?.failed(error));
    socket.on('close', () => this.waiting?.failed(new Error('the server closed the connection')));
  }

  static async openLine(port: number): Promise<Line> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise((done, failed) => socket.once('connect', done).once('error', failed));
    return new Line(socket);
  }

  async askServer({ method, path, headers = {}, body }: Asked): Promise<{ status: number; body: string }> {
    const content = body === undefined ? '' : JSON.stringify(body);
    const lines = {
      host: 'localhost',
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(content)),
      }),
      ...headers,
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    const answer = await new Promise<Buffer>((done, failed) => {
      this.waiting = { done, failed };
      this.socket.write(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n${content}`);
    });
    this.waiting = null;
    const from = answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length;
    return { status: Number(answer.toString('latin1', 9, 12)), body: answer.toString('utf8', from) };
  }

  closeLine(): void {
    this.waiting = null;
    this.socket.destroy();
  }
}

function isWhole(got: Buffer): boolean {
  const end = got.indexOf(END_OF_HEAD);
  if (end < 0) return false;
  const head = got.toString('latin1', 0, end);
  const length = LENGTH.exec(head)?.[1];
  if (length !== undefined) return got.length >= end + END_OF_HEAD.length + Number(length);
  return !CHUNKED.test(head) || got.subarray(-5).equals(Buffer.from('0\r\n\r\n'));
}
