import { createHash } from 'node:crypto';
import pg from 'pg';

/** What one connection keeps prepared at most: each statement costs the server some 20 kB there. */
const MOST = 300;

type Ask = (asked: unknown, values?: unknown, done?: unknown) => unknown;

/**
 * A connection that prepares each statement with parameters once, under a name made of its text: to plan most of ours anew costs
 * more than to run them. Plans hold no rights: policies ask who acts each time that a statement runs.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const names = new Map<string, string>();
    const ask: Ask = (...asked) => (pg.Client.prototype.query as Ask).apply(this, asked);
    const prepare: Ask = (asked, values, done) => {
      const name = typeof asked === 'string' && Array.isArray(values) ? nameIn(names, asked) : null;
      return name === null ? ask(asked, values, done) : ask({ name, text: asked, values }, done);
    };
    Object.assign(this, { query: prepare });
  }
}

/** `null`: the connection keeps enough already. */
function nameIn(names: Map<string, string>, text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return null;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
