import type { EntityManager } from 'typeorm';
import type { KeyStore } from '../platform/secrecy/key-store';
import type { Space } from '../platform/spaces/spaces';

const MOST = 10_000;

/** A data key, or why there is none. */
export type FoundKey = Buffer | 'destroyed' | 'unreadable';

/** Data keys by id, each unwrapped once. */
export class OpenedKeys {
  private readonly known = new Map<string, FoundKey>();

  constructor(
    private readonly keys: KeyStore,
    private readonly space: Space,
    private readonly manager: EntityManager,
  ) {}

  async findKey(id: string): Promise<FoundKey> {
    const known = this.known.get(id);
    if (known) return known;
    if (this.known.size >= MOST) this.known.clear();
    const found = await this.openKey(id);
    this.known.set(id, found);
    return found;
  }

  private async openKey(id: string): Promise<FoundKey> {
    try {
      const [key] = await this.keys.openKeys(this.space, this.manager, [id]);
      return key?.key ?? 'destroyed';
    } catch {
      return 'unreadable';
    }
  }
}
