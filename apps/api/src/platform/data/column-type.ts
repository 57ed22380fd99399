import type { ColumnOptions } from 'typeorm';

/** Types that columns of ours have, and what their values are in TypeScript. */
export interface ColumnValues {
  bigint: string;
  'bit(1024)': string;
  boolean: boolean;
  bytea: Buffer;
  'character varying': string;
  date: string;
  integer: number;
  jsonb: unknown;
  real: number;
  smallint: number;
  text: string;
  'text[]': readonly string[];
  timestamptz: Date;
  uuid: string;
  'uuid[]': readonly string[];
  xid8: string;
}

export type ColumnType = keyof ColumnValues;

/** How TypeORM calls them. It knows no `xid8`: tables with one are read by SQL alone. */
export const COLUMN_TYPES: Readonly<
  Record<
    ColumnType,
    Pick<ColumnOptions, 'array' | 'length'> & {
      readonly type: NonNullable<ColumnOptions['type']>;
      /** What PostgreSQL prints, where it is another word. */
      readonly printed?: string;
    }
  >
> = {
  bigint: { type: 'bigint' },
  'bit(1024)': { type: 'bit', length: 1024 },
  boolean: { type: 'boolean' },
  bytea: { type: 'bytea' },
  'character varying': { type: 'character varying' },
  date: { type: 'date' },
  integer: { type: 'integer' },
  jsonb: { type: 'jsonb' },
  real: { type: 'real' },
  smallint: { type: 'smallint' },
  text: { type: 'text' },
  'text[]': { type: 'text', array: true },
  timestamptz: { type: 'timestamptz', printed: 'timestamp with time zone' },
  uuid: { type: 'uuid' },
  'uuid[]': { type: 'uuid', array: true },
  xid8: { type: 'text' },
};
