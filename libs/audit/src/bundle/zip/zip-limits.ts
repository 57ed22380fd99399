/** What an archive may ask of the machine that opens it. */
export interface ZipLimits {
  readonly files: number;
  /** Bytes of one file once inflated, and of all together. */
  readonly fileBytes: number;
  readonly totalBytes: number;
  /** How many times larger than its compressed form a file of more than a mebibyte may be. */
  readonly ratio: number;
}

const MEBIBYTE = 1 << 20;

/** An audit of a hundred thousand acts is some 200 MiB of text, and inflates three to ten times. */
export const ZIP_LIMITS: ZipLimits = {
  files: 10_000,
  fileBytes: 384 * MEBIBYTE,
  totalBytes: 768 * MEBIBYTE,
  ratio: 200,
};

export const isBomb = (packed: number, declared: number, { ratio }: ZipLimits): boolean =>
  declared > MEBIBYTE && declared > packed * ratio;
