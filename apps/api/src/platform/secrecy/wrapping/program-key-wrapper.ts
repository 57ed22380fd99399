import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type KeyWrapper, KeyUnfit, type WrapContext, type WrappedKey } from './key-wrapper';

const ANSWERS_WITHIN_MS = 10_000;

type Program = ChildProcessWithoutNullStreams;

interface Waiting {
  readonly program: Program;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: Error) => void;
  readonly timer: NodeJS.Timeout;
}

interface Answer {
  readonly id: number;
  /** Id of a key-encryption key. */
  readonly key?: string;
  /** Base64. */
  readonly bytes?: string;
  readonly refused?: 'missing' | 'wrong';
}

/**
 * Asks a program of the operator's to wrap and unwrap: the way to a key management service or a security module. It is started
 * once and speaks JSON lines, `{id, act: "current" | "wrap" | "unwrap", ring, name, key, bytes}` in,
 * `{id, key, bytes}` or `{id, refused: "missing" | "wrong"}` out; `ring` and `name` must be bound to what is wrapped.
 * Killed, it is started again by the next question.
 */
export class ProgramKeyWrapper implements KeyWrapper {
  private readonly waiting = new Map<number, Waiting>();
  private program: Program | null = null;
  private last = 0;

  constructor(private readonly command: readonly [string, ...string[]]) {}

  async current(): Promise<string> {
    return textOf((await this.askProgram({ act: 'current' })).key);
  }

  async wrap(dataKey: Buffer, { ring, dataKeyId: name }: WrapContext): Promise<WrappedKey> {
    const answer = await this.askProgram({ act: 'wrap', ring, name, bytes: dataKey.toString('base64') });
    return { keyId: textOf(answer.key), wrapped: Buffer.from(textOf(answer.bytes), 'base64') };
  }

  async unwrap({ keyId, wrapped }: WrappedKey, { ring, dataKeyId: name }: WrapContext): Promise<Buffer> {
    const bytes = wrapped.toString('base64');
    const answer = await this.askProgram({ act: 'unwrap', ring, name, key: keyId, bytes });
    if (answer.refused) throw new KeyUnfit(keyId, answer.refused);
    const key = Buffer.from(textOf(answer.bytes), 'base64');
    if (key.length !== 32) throw new KeyUnfit(keyId, 'wrong');
    return key;
  }

  /** Ends the program. */
  closeWrapper(): void {
    this.program?.stdin.end();
    this.program?.kill();
    this.program = null;
  }

  private askProgram(question: Readonly<Record<string, string>>): Promise<Answer> {
    const id = ++this.last;
    const program = this.running();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail(id, 'gave no answer in time'), ANSWERS_WITHIN_MS);
      timer.unref();
      this.waiting.set(id, { program, resolve, reject, timer });
      program.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    });
  }

  private running(): Program {
    if (this.program) return this.program;
    const [file, ...args] = this.command;
    const program = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.program = program;
    program.stderr.pipe(process.stderr, { end: false });
    program.stdin.on('error', () => undefined);
    createInterface({ input: program.stdout }).on('line', (line) => this.takeLine(line));
    const ended = (): void => {
      if (this.program === program) this.program = null;
      for (const [id, waiting] of this.waiting) if (waiting.program === program) this.fail(id, 'ended');
    };
    program.once('error', ended).once('exit', ended);
    return program;
  }

  private takeLine(line: string): void {
    const answer = parse(line);
    const waiting = answer && this.waiting.get(answer.id);
    if (!answer || !waiting) return;
    this.waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    waiting.resolve(answer);
  }

  private fail(id: number, why: string): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.reject(new Error(`the key program ${why}`));
  }
}

function parse(line: string): Answer | null {
  try {
    return JSON.parse(line) as Answer;
  } catch {
    return null;
  }
}

function textOf(value: string | undefined): string {
  if (typeof value !== 'string') throw new Error('the key program gave no answer that is one');
  return value;
}
