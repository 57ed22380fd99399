import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DataKey } from '../../../platform/secrecy/key-store';
import { type CiphertextLocation, seal, unseal } from '../../../platform/secrecy/sealed';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';

interface Header {
  /** Data keys around the content's own key, the first innermost. */
  readonly layers: readonly string[];
  /** Base64. */
  readonly wrapped: string;
}

/** Seals what tells of several cases: it opens only while the key of every one of them is there, so that erasing one takes it away. */
@Injectable()
export class BundleSeal {
  constructor(
    private readonly secrecy: Secrecy,
    private readonly rows: CaseRowsRepository,
  ) {}

  /** Four bytes of length, the header in JSON, the content under a key of its own. */
  async seal(place: CiphertextLocation, caseFileIds: readonly string[], plain: Buffer): Promise<Buffer> {
    const rows = await this.rows.listRows(caseFileIds);
    const ofCases = await this.secrecy.openDataKeys(rows.map(({ dataKeyId }) => dataKeyId));
    const keys = ofCases.length > 0 ? ofCases : [await this.secrecy.spaceKey()];
    const own = randomBytes(32);
    const wrapped = keys.reduce<Buffer>((inner, key) => seal(key.key, layerOf(place, key), inner), own);
    const layers = keys.map(({ id }) => id);
    const header = Buffer.from(
      JSON.stringify({ layers, wrapped: wrapped.toString('base64') } satisfies Header),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    return Buffer.concat([length, header, seal(own, place, plain)]);
  }

  /** What was sealed; `null` when a case of it was erased since. */
  async openBundle(place: CiphertextLocation, sealed: Buffer): Promise<Buffer | null> {
    const start = 4 + sealed.readUInt32BE(0);
    const { layers, wrapped } = JSON.parse(sealed.toString('utf8', 4, start)) as Header;
    const keys = new Map((await this.secrecy.openDataKeys(layers)).map((key) => [key.id, key]));
    const around = layers.map((id) => keys.get(id));
    if (!around.every((key) => key !== undefined)) return null;
    const own = around.reduceRight<Buffer>(
      (outer, key) => unseal(key.key, layerOf(place, key), outer),
      Buffer.from(wrapped, 'base64'),
    );
    return unseal(own, place, sealed.subarray(start));
  }
}

const layerOf = (place: CiphertextLocation, { id }: DataKey): CiphertextLocation => ({
  ...place,
  column: `${place.column} under ${id}`,
});
