import { Injectable } from '@nestjs/common';
import type { ProtocolDocument, VersionDiff } from '@repere/protocol';
import { CachedWork } from '../../platform/sandbox/cached-work';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { hashOf } from '../hash-of';
import { keyOf } from '../protocol-library';
import type { PublishedVersion, PublishedProtocols } from '../publishing/published-protocols';
import { DIFF_VERSIONS } from './diff-versions.task';

/** `stopped`: comparing went beyond its limits, and nothing is known. */
export type FoundDiff = VersionDiff | 'stopped';

const MOST_KEPT = 50;

/** What differs between two versions, in words; compared where it holds up nobody. */
@Injectable()
export class DiffVersions {
  /** What was stopped is tried again by the next who asks. */
  private readonly kept = new CachedWork<FoundDiff>(MOST_KEPT, (found) =>
    found === 'stopped' ? 0 : Infinity,
  );

  constructor(private readonly sandbox: Sandbox) {}

  /** `null` when the earlier is not published, or the later can't be read or is of another protocol. */
  async from(
    version: string | null,
    after: ProtocolDocument | null,
    published: PublishedProtocols,
  ): Promise<FoundDiff | null> {
    if (version === null || after === null) return null;
    const before = published.versions.get(keyOf(after.protocol, version));
    return before ? this.between(before, after) : null;
  }

  /** Since the newest that is published; `null` when there is none, or the later can't be read. */
  async sinceNewest(
    after: ProtocolDocument | null,
    published: PublishedProtocols,
  ): Promise<FoundDiff | null> {
    const newest = after && published.versionsOf(after.protocol)[0];
    return newest ? this.between(newest, after) : null;
  }

  private between({ document: before, hash }: PublishedVersion, after: ProtocolDocument): Promise<FoundDiff> {
    return this.kept.workOnce(`${hash} ${hashOf(after)}`, () => this.compare(before, after));
  }

  private async compare(before: ProtocolDocument, after: ProtocolDocument): Promise<FoundDiff> {
    try {
      return await this.sandbox.runTask(DIFF_VERSIONS, { before, after });
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      return 'stopped';
    }
  }
}
