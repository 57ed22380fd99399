import pg from 'pg';

/** What of a connection a query uses beside itself. */
interface Wire {
  bind(it: { portal: string; statement: string; values: readonly unknown[] }): void;
  execute(it: { portal: string }): void;
  sync(): void;
}

/** What pg's own query does with the connection's messages; it says nothing of it in its types. */
interface Handles {
  _getRows(wire: Wire): void;
  prepare(wire: Wire): void;
  handleCommandComplete(message: { readonly text: string }, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}
const OWN = pg.Query.prototype as unknown as Handles;

/** Where a transaction begins or ends with a statement: names of statements that the connection has prepared. */
export interface Around {
  readonly begin?: string | undefined;
  readonly commit?: string | undefined;
  /** How the end went, which is no matter of the statement before it. */
  readonly ended?: (failed: Error | null) => void;
}

/**
 * A prepared statement with the beginning of its transaction before it, or its end behind it, without a word from the server in
 * between: one message to it, one from it. What comes after a part that failed is not done.
 */
export class OnePieceQuery extends pg.Query {
  /** Whether its transaction is there. */
  isBegun: boolean;
  private isDone = false;
  private failed: Error | null = null;

  constructor(
    asked: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
    private readonly around: Around,
  ) {
    super(asked as pg.QueryConfig<unknown[]>);
    this.isBegun = around.begin === undefined;
  }

  prepare(wire: Wire): void {
    if (this.around.begin !== undefined) askPrepared(wire, this.around.begin);
    OWN.prepare.call(this, wire);
  }

  _getRows(wire: Wire): void {
    wire.execute({ portal: '' });
    if (this.around.commit !== undefined) askPrepared(wire, this.around.commit);
    wire.sync();
  }

  handleCommandComplete(message: { readonly text: string }, wire: Wire): void {
    if (!this.isBegun) this.isBegun = true;
    else if (!this.isDone) {
      this.isDone = true;
      OWN.handleCommandComplete.call(this, message, wire);
    }
  }

  handleError(error: Error, wire: Wire): void {
    this.failed = error;
    if (!this.isDone) OWN.handleError.call(this, error, wire);
    // It was done, and the transaction that it was done in was not.
    else OWN.handleReadyForQuery.call(this, wire);
    this.around.ended?.(error);
  }

  handleReadyForQuery(wire: Wire): void {
    if (this.failed === null) this.around.ended?.(null);
    OWN.handleReadyForQuery.call(this, wire);
  }
}

function askPrepared(wire: Wire, statement: string): void {
  wire.bind({ portal: '', statement, values: [] });
  wire.execute({ portal: '' });
}
