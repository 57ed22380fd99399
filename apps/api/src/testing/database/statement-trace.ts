import pg from 'pg';
import { PreparingClient } from '../../platform/spaces/preparing-client';

/** A statement as it was sent to PostgreSQL: on one line; milliseconds from its sending to its answer. */
export interface TracedStatement {
  readonly text: string;
  readonly ms: number;
}

type Query = (this: pg.Client, asked: unknown, ...rest: unknown[]) => unknown;

/**
 * What the application sends to PostgreSQL while `work` runs, in order, BEGIN and COMMIT among them where they go alone: each costs
 * the line, a plan and its own overhead. Whatever else the process does meanwhile is in it as well.
 */
export async function traceStatements<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly statements: readonly TracedStatement[] }> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const statements: TracedStatement[] = [];
  prototype.query = function (asked, ...rest) {
    const answered = query.call(this, asked, ...rest);
    if (this instanceof PreparingClient) {
      const sent = { text: textOf(asked), ms: Number.NaN };
      statements.push(sent);
      const began = performance.now();
      const ended = (): void => void Object.assign(sent, { ms: performance.now() - began });
      if (answered instanceof pg.Query) answered.once('end', ended);
      else void Promise.resolve(answered).then(ended, ended);
    }
    return answered;
  };
  try {
    return { result: await work(), statements };
  } finally {
    prototype.query = query;
  }
}

/** One statement a line, for a person to read. */
export const printTrace = (statements: readonly TracedStatement[]): string =>
  statements
    .map(({ text, ms }, at) => `${String(at + 1).padStart(3)} ${ms.toFixed(2).padStart(7)} ms  ${text}`)
    .join('\n');

const textOf = (asked: unknown): string => {
  const text = typeof asked === 'string' ? asked : (asked as { readonly text: string }).text;
  return text.replaceAll(/\s+/g, ' ').trim();
};
