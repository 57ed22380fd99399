import pg from 'pg';

/** The parts of a connection that a query uses. */
interface Wire {
  bind(it: { portal: string; statement: string; values: readonly unknown[] }): void;
  execute(it: { portal: string }): void;
  describe(it: { type: 'P'; name: string }): void;
  sync(): void;
  _send(bytes: Buffer): unknown;
}

/** What pg's own query does with the connection's messages; it says nothing of it in its types. */
interface Handles {
  _result: Described;
  _accumulateRows: boolean;
  _getRows(wire: Wire): void;
  prepare(wire: Wire): void;
  handleCommandComplete(message: { readonly text: string }, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}
const OWN = pg.Query.prototype as unknown as Handles;

/** The columns of an answer, as pg has them in a result; they stay the same for as long as the statement is prepared. */
interface Described {
  fields: readonly unknown[];
  _parsers: readonly unknown[] | undefined;
  _prebuiltEmptyResultObject: object | null;
}

/** By name of a prepared statement of one connection, what it was described as. */
export type KnownColumns = Map<string, Described>;

/** Where a transaction begins or ends with a statement: names of statements that the connection has prepared. */
export interface Around {
  readonly begin?: string | undefined;
  readonly commit?: string | undefined;
  /** How the end went, which is no matter of the statement before it. */
  readonly ended?: (failed: Error | null) => void;
}

/**
 * A prepared statement with the beginning of its transaction before it, or its end behind it, without a word from the server in
 * between: one message to it, one from it. What comes after a part that failed is not done. What it answers is asked once a connection:
 * PostgreSQL refuses to run a statement whose columns are others by then.
 */
export class OnePieceQuery extends pg.Query {
  /** Whether its transaction is there. */
  isBegun: boolean;
  private isDone = false;
  private failed: Error | null = null;
  private readonly described: Described | undefined;

  constructor(
    private readonly asked: {
      readonly name: string;
      readonly text: string;
      readonly values: readonly unknown[];
    },
    private readonly columns: KnownColumns,
    private readonly around: Around,
  ) {
    super(asked as pg.QueryConfig<unknown[]>);
    this.isBegun = around.begin === undefined;
    this.described = columns.get(asked.name);
    const own = this as unknown as Handles;
    if (this.described) {
      Object.assign(own._result, this.described);
      own._accumulateRows = true;
    }
  }

  prepare(wire: Wire): void {
    const pieces: Buffer[] = [];
    const collecting = Object.create(wire) as Wire;
    collecting._send = (bytes) => pieces.push(bytes);
    if (this.described) collecting.describe = () => undefined;
    if (this.around.begin !== undefined) askPrepared(collecting, this.around.begin);
    OWN.prepare.call(this, collecting);
    wire._send(Buffer.concat(pieces));
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
      if (!this.described) this.columns.set(this.asked.name, describedIn(this as unknown as Handles));
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

/** Of a result its columns alone: nothing of its rows is kept. */
const describedIn = ({ _result: { fields, _parsers, _prebuiltEmptyResultObject } }: Handles): Described => ({
  ...{ fields, _parsers, _prebuiltEmptyResultObject },
});

function askPrepared(wire: Wire, statement: string): void {
  wire.bind({ portal: '', statement, values: [] });
  wire.execute({ portal: '' });
}
