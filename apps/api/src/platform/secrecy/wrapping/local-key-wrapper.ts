import { placeOf, rowOf } from '../../data/sealed-row';
import { DataKeyEntity } from '../../entities/data-key.entity';
import type { KeySource } from '../key-source';
import type { NamedKey } from '../master-keys';
import { type CiphertextLocation, seal, unseal } from '../sealed';
import { type KeyWrapper, KeyUnfit, type WrapContext, type WrappedKey } from './key-wrapper';

/** Wraps with the keys of the environment or the key file, derived for each ring: AES-256-GCM, bound to the data key's row. */
export class LocalKeyWrapper implements KeyWrapper {
  constructor(private readonly source: KeySource) {}

  async current(): Promise<string> {
    return mustBe(this.source.master().keys[0]).id;
  }

  async wrap(dataKey: Buffer, { ring, dataKeyId }: WrapContext): Promise<WrappedKey> {
    const { id, key } = mustBe(this.source.ring(ring).current);
    return { keyId: id, wrapped: seal(key, placeOfKey(dataKeyId), dataKey) };
  }

  async unwrap({ keyId, wrapped }: WrappedKey, { ring, dataKeyId }: WrapContext): Promise<Buffer> {
    const key = this.source.ring(ring, (it) => it.findKey(keyId) !== null).findKey(keyId);
    if (!key) throw new KeyUnfit(keyId, 'missing');
    try {
      return unseal(key, placeOfKey(dataKeyId), wrapped);
    } catch {
      throw new KeyUnfit(keyId, 'wrong');
    }
  }
}

const placeOfKey = (id: string): CiphertextLocation => placeOf(rowOf(DataKeyEntity, { id }), 'wrapped');

function mustBe(key: NamedKey | null | undefined): NamedKey {
  if (!key) throw new Error('there is no key-encryption key');
  return key;
}
