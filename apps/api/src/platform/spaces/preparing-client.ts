import { createHash } from 'node:crypto';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { type Around, type KnownColumns, OnePieceQuery } from './one-piece-query';

/** What one connection keeps prepared at most: each statement costs the server some 20 kB there. */
const MOST = 300;
/** And of statements that have many forms. */
const MOST_FORMS = 100;
/** Of how many forms it remembers that they were asked once. */
const MOST_ONCE = 1000;

type Ask = (asked: unknown, values?: unknown, done?: unknown) => unknown;

/** How a transaction begins: nothing is to be seen of it before its first statement. */
const BEGIN = 'START TRANSACTION';
const COMMIT = 'COMMIT';
const ENDS: readonly unknown[] = [COMMIT, 'ROLLBACK'];
/** Stands at the end of the last statement of a transaction: COMMIT goes with it, without a wait for its answer. */
export const LAST = '\n/* the last of its transaction */';
/**
 * Stands at the end of a statement that has more forms than a connection can keep: it keeps those that are asked a second time, so
 * that most, which are not, take no place from any other statement.
 */
export const MANY_FORMS = '\n/* one of many forms */';
const NOTHING = { command: '', rows: [], rowCount: null, fields: [] };

/**
 * A connection that prepares each statement with parameters once, under a name made of its text: to plan most of ours anew costs
 * more than to run them. Plans hold no rights: policies ask who acts each time that a statement runs.
 *
 * It waits for no answer before it sends what is asked meanwhile, and sends what is asked at once in one piece, since a write costs
 * the process more than most statements: a transaction begins with its first statement, in one piece with it. Where that beginning fails, so does what
 * was asked in it, and nothing more is sent of it. A transaction ends with the statement that says it is its last, if it
 * does not fail; nothing is asked after it.
 */
export class PreparingClient extends pg.Client {
  /** How many statements it was asked: while that stays, nobody has asked anything between. */
  asked = 0;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    const names = new NamesInUse();
    /** What begins and ends transactions, as far as the connection has prepared it. */
    const prepared = new Set<string>();
    const columns: KnownColumns = new Map();
    let begins = false;
    /** Why the transaction did not begin; `null`: it did, or nobody knows yet. */
    let unbegun: unknown = null;
    let corked = false;
    let ended: Promise<unknown> | null = null;
    const send: Ask = (...asked) => (pg.Client.prototype.query as Ask).apply(this, asked);
    const together = (): void => {
      if (corked) return;
      corked = true;
      const { stream } = this.connection;
      stream.cork();
      process.nextTick(() => {
        corked = false;
        stream.uncork();
      });
    };
    /** By itself, and from then on in one piece with what it stands beside. */
    const sendAlone = (text: string): Promise<unknown> => {
      const answer = send({ name: text, text, values: [] }) as Promise<unknown>;
      answer.then(
        () => prepared.add(text),
        () => undefined,
      );
      return answer;
    };
    const sendInOnePiece = (
      name: string,
      text: string,
      values: readonly unknown[],
      { begin, commit }: Pick<Around, 'begin' | 'commit'>,
    ): Promise<unknown> => {
      let settle: (failed: Error | null) => void = () => undefined;
      if (commit !== undefined) {
        ended = new Promise((done, failed) => {
          settle = (why) => {
            if (why === null) done({ ...NOTHING, command: 'COMMIT' });
            else failed(why);
          };
        });
        // Told to whoever ends the transaction.
        ended.catch(() => undefined);
      }
      return new Promise((done, failed) => {
        const query = new OnePieceQuery({ name, text, values }, columns, { begin, commit, ended: settle });
        Object.assign(query, {
          callback: (error: Error | null, result: unknown) => {
            if (!error) return done(result);
            // It is not committed: whoever ends the transaction has it rolled back.
            ended = null;
            if (!query.isBegun) {
              unbegun = error;
              prepared.delete(BEGIN);
            }
            failed(error);
          },
        });
        send(query);
      });
    };
    const ask: Ask = (asked, values, done) => {
      this.asked++;
      if (ended && asked !== BEGIN) {
        if (!ENDS.includes(asked)) return Promise.reject(new Error('this transaction has ended'));
        const answer = ended;
        ended = null;
        return answer;
      }
      if (asked === BEGIN && values === undefined && done === undefined) {
        begins = true;
        unbegun = null;
        ended = null;
        return Promise.resolve(NOTHING);
      }
      if (unbegun !== null) {
        if (asked !== 'ROLLBACK') return Promise.reject(unbegun as Error);
        unbegun = null;
      }
      const isFirst = begins;
      begins = false;
      // Nothing was asked in it.
      if (isFirst && ENDS.includes(asked) && done === undefined) return Promise.resolve(NOTHING);
      together();
      const isLast = typeof asked === 'string' && asked.endsWith(LAST);
      const name = typeof asked === 'string' && Array.isArray(values) ? names.nameOf(asked) : null;
      const begin = isFirst && name !== null && prepared.has(BEGIN) ? BEGIN : undefined;
      const commit = isLast && name !== null && prepared.has(COMMIT) ? COMMIT : undefined;
      let begun: Promise<unknown> | null = null;
      if (isFirst && begin === undefined) {
        begun = sendAlone(BEGIN);
        begun.catch((error: unknown) => {
          unbegun = error;
        });
      }
      const answer =
        name === null || done !== undefined
          ? send(name === null ? asked : { name, text: asked, values }, name === null ? values : done, done)
          : sendInOnePiece(name, String(asked), values as unknown[], { begin, commit });
      if (isLast && commit === undefined) {
        ended = sendAlone(COMMIT);
        ended.catch(() => undefined);
      }
      if (!begun || !(answer instanceof Promise)) return answer;
      // Where it did not begin, the first statement stood alone: what it answered counts for nothing.
      answer.catch(() => undefined);
      return begun.then((): unknown => answer);
    };
    Object.assign(this, { query: ask });
  }
}

/** How many statements the connection of this transaction was asked. */
export async function askedOf({ queryRunner }: EntityManager): Promise<number> {
  if (!queryRunner) throw new Error('no transaction');
  const client: unknown = await queryRunner.connect();
  if (!(client instanceof PreparingClient)) throw new Error('a connection that counts nothing');
  return client.asked;
}

/** What a connection keeps prepared. */
class NamesInUse {
  private readonly names = new Map<string, string>();
  /** Of forms that were asked once. */
  private readonly once = new Set<string>();
  private forms = 0;

  /** `null`: it is not kept. */
  nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const isForm = text.endsWith(MANY_FORMS);
    if (this.names.size >= MOST || (isForm && this.forms >= MOST_FORMS)) return null;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    if (isForm && !this.once.delete(name)) {
      if (this.once.size >= MOST_ONCE) this.once.clear();
      this.once.add(name);
      return null;
    }
    if (isForm) this.forms++;
    this.names.set(text, name);
    return name;
  }
}
