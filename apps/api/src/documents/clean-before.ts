import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseReader } from '../cases/reading/case-reader';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits';
import { Sandbox } from '../platform/sandbox/sandbox';
import { WorkStopped } from '../platform/sandbox/sandbox-task';
import { BeforeActs } from '../platform/unit/around/before-acts';
import { CLEAN_FILE } from './cleaning/clean-file.task';
import type { CleanedFile, FileFault } from './cleaning/cleaned-file';
import { MOST_CLEANED_BYTES, MOST_FILE_TEXT } from './document-kinds';

/** Files of one account: a whole day's post, too few to fill a disk. */
const ADDED: RateLimit = { counted: 'documents', most: 60, minutes: 60 };

/** What came of a file, with the hash of it as it came. */
export type CleanedBefore = { readonly originalSha256: string } & (
  Exclude<CleanedFile, { readonly fault: unknown }> | { readonly fault: FileFault | 'stopped' }
);

/**
 * Cleans a file before the unit of work that keeps it begins: it may take seconds, in which nobody else could write to the case,
 * and a connection would wait. Who may not add one is told so first.
 */
@Injectable()
export class CleanBefore implements OnModuleInit {
  private given: () => CleanedBefore | null = () => null;

  constructor(
    private readonly before: BeforeActs,
    private readonly reader: CaseReader,
    private readonly limits: RateLimits,
    private readonly sandbox: Sandbox,
  ) {}

  onModuleInit(): void {
    this.given = this.before.registerOutside(
      'document.add',
      { type: 'document.add', purpose: 'care', idempotent: false, isUnrecorded: true },
      async ({ id }) => {
        await this.reader.allowed(String(id), 'write');
        await this.limits.passForAccount(ADDED, 'too-many');
      },
      (body) => this.cleanSent(body),
    );
  }

  /** Of this request; `null`: what was sent is no file, which the check of the body says in words. */
  get cleaned(): CleanedBefore | null {
    return this.given();
  }

  private async cleanSent(body: unknown): Promise<CleanedBefore | null> {
    const content: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, 'content') : undefined;
    if (typeof content !== 'string' || content.length > MOST_FILE_TEXT) return null;
    const file = Buffer.from(content, 'base64');
    const originalSha256 = createHash('sha256').update(file).digest('hex');
    try {
      const cleaned = await this.sandbox.runTask(CLEAN_FILE, file);
      const isTooLarge = 'bytes' in cleaned && cleaned.bytes.length > MOST_CLEANED_BYTES;
      return { originalSha256, ...(isTooLarge ? { fault: 'stopped' } : cleaned) };
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      return { originalSha256, fault: 'stopped' };
    }
  }
}
