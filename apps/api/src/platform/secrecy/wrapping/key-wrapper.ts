/** What a data key is wrapped for: a wrapped key that is moved to another row or space opens nothing. */
export interface WrapContext {
  /** Name of the space's key ring. */
  readonly ring: string;
  /** Id of the data key. */
  readonly dataKeyId: string;
}

/** A data key as it stands in the database. */
export interface WrappedKey {
  /** Of the key-encryption key that wrapped it. */
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/**
 * Wraps and unwraps data keys by key-encryption keys that are never in the database: those of the environment or a file, or a
 * key management service behind a program.
 */
export interface KeyWrapper {
  /** Id of the newest key-encryption key, by which `wrap` wraps. */
  current(): Promise<string>;
  wrap(dataKey: Buffer, context: WrapContext): Promise<WrappedKey>;
  /** Throws `KeyUnfit` when there is no such key, or it is not the one that wrapped. */
  unwrap(key: WrappedKey, context: WrapContext): Promise<Buffer>;
  /** Lets go of what it holds open. */
  closeWrapper?(): void;
}

/** A key-encryption key that can't open what was wrapped by the one of its name. */
export class KeyUnfit extends Error {
  constructor(
    readonly keyId: string,
    readonly why: 'missing' | 'wrong',
  ) {
    super(
      why === 'missing'
        ? `key-encryption key "${keyId}" is not configured`
        : `key-encryption key "${keyId}" is not the one that wrapped this`,
    );
  }
}

/** Injection token of the `KeyWrapper` in force. */
export const KEY_WRAPPER = 'repere:key-wrapper';
