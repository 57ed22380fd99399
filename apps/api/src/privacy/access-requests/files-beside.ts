import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';

/** Why a file that belongs to a line does not leave with it. */
export const FILE_LEFT_OUT = ['closed', 'destroyed', 'too-large'] as const;
export type FileLeftOut = (typeof FILE_LEFT_OUT)[number];

/** A file that leaves, or that it does not and why. */
export type FileBeside = { readonly name: string } & (
  { readonly bytes: Uint8Array; readonly why: null } | { readonly why: FileLeftOut }
);

/** `most`: bytes; a larger one is not read at all. `null`: there is no such file in this case. */
type ReadsFile = (file: LoadedCase, fileId: string, most: number) => Promise<FileBeside | null>;

/** Files that belong to lines of requests for access: whoever keeps them gives them out, to who sees all that they tell of. */
@Injectable()
export class FilesBeside {
  private reads: ReadsFile | null = null;

  register(reads: ReadsFile): void {
    this.reads = reads;
  }

  readFile(file: LoadedCase, fileId: string, most: number): Promise<FileBeside | null> {
    if (!this.reads) throw new Error('nobody gives out the files of a case');
    return this.reads(file, fileId, most);
  }
}
