export interface RunningDatabase {
  readonly host: string;
  readonly port: number;
  readonly superuserUrl: string;
  /** Whether this call started it; else it ran already. */
  readonly started: boolean;
  stop(): Promise<void>;
}

export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly training: string;
  readonly provisioner: string;
  readonly recorder: string;
}

export function startDatabase(options: {
  readonly dir: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<RunningDatabase>;
export function stopDatabase(dir: string): Promise<void>;
export function removeDatabase(dir: string): Promise<void>;
export function databaseStatus(dir: string): {
  readonly running: boolean;
  readonly port: number | null;
  readonly data: string;
};
export function createRolesAndDatabases(
  superuserUrl: string,
  options?: {
    readonly passwords?: Readonly<Partial<DatabaseUrls>>;
    readonly databases?: { readonly book: string; readonly live: string };
  },
): Promise<DatabaseUrls>;
export function databaseUrls(
  superuserUrl: string,
  options?: { readonly book?: string; readonly passwords?: Readonly<Partial<DatabaseUrls>> },
): DatabaseUrls;
