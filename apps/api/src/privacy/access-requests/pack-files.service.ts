import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import { FilesBeside, type FileLeftOut } from './files-beside';
import type { GatheredLine } from './gathered-line';

/** TOOL: bytes of all files of one package, so that it can be carried and made; the others are named, and asked of the service. */
export const MOST_PACKED_BYTES = 40_000_000;

/** A file of the package, or one that a line names and that is not in it. */
export interface PackedFile {
  readonly line: number;
  /** Its path in the ZIP. */
  readonly path: string;
  readonly why: FileLeftOut | null;
}

export interface PackedFiles {
  readonly listed: readonly PackedFile[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** The files of the lines that leave: one at a time, as far as whoever packs them sees all that each tells of. */
@Injectable()
export class PackFiles {
  constructor(
    private readonly reader: CaseReader,
    private readonly beside: FilesBeside,
  ) {}

  async packFiles(caseFileId: string | null, lines: readonly GatheredLine[]): Promise<PackedFiles> {
    const files: Record<string, Uint8Array> = {};
    const listed: PackedFile[] = [];
    const withFile = lines.flatMap(({ id, fileId }) => (fileId === null ? [] : [{ line: id, fileId }]));
    if (caseFileId === null || withFile.length === 0) return { listed, files };
    const file = await this.reader.readCase(caseFileId, 'retain');
    let left = MOST_PACKED_BYTES;
    for (const { line, fileId } of withFile) {
      const found = await this.beside.readFile(file, fileId, left);
      if (!found) continue;
      const path = `documents/${String(line)}-${found.name}`;
      listed.push({ line, path, why: found.why });
      if (found.why !== null) continue;
      files[path] = found.bytes;
      left -= found.bytes.length;
    }
    return { listed, files };
  }
}
