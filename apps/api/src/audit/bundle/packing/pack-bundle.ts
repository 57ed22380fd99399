import { Injectable } from '@nestjs/common';
import { unzipSync } from 'fflate';
import { Sandbox } from '../../../platform/sandbox/sandbox';
import { type BundleFiles, PACK_BUNDLE } from './pack-bundle.task';

export type { BundleFiles } from './pack-bundle.task';

/** Packs files to take away, where a large archive holds up nobody. */
@Injectable()
export class PackBundle {
  constructor(private readonly sandbox: Sandbox) {}

  /** The ZIP: the same files give the same bytes. Throws `WorkStopped` beyond a minute or the memory of a task. */
  pack(files: BundleFiles, { isDraft = false } = {}): Promise<Uint8Array> {
    return this.sandbox.runTask(PACK_BUNDLE, { files, isDraft });
  }
}

/** Of a draft, whose files are as they are: taking them out is only copying. */
export const unpackBundle = (draft: Uint8Array): BundleFiles => unzipSync(draft);
