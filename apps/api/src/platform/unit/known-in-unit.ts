import type { Subject } from '../record/aliases';
import type { DataKey, Wrapped } from '../secrecy/key-store';

/**
 * What statements of one unit of work have read on the way for what comes later in it: names in the record, keys of cases, names of
 * accounts, the mark of the protocols' versions. Whoever changes one of these in the unit forgets it here.
 */
export class KnownInUnit {
  /** Of accounts, by id. */
  readonly names = new Map<string, string>();
  /** `null`: not read. */
  versionsMark: string | null = null;
  private readonly aliases = new Map<string, string>();
  private readonly keysOfCases = new Map<string, Wrapped>();
  private readonly wrapped = new Map<string, Wrapped>();
  private readonly opened = new Map<string, DataKey>();

  addAlias([kind, id]: Subject, alias: string | null): void {
    if (alias !== null) this.aliases.set(`${kind}:${id}`, alias);
  }

  aliasOf([kind, id]: Subject): string | null {
    return this.aliases.get(`${kind}:${id}`) ?? null;
  }

  addCaseKey(caseFileId: string, key: Wrapped): void {
    this.keysOfCases.set(caseFileId, key);
    this.wrapped.set(key.id, key);
  }

  /** `null`: not read, or destroyed. */
  keyOfCase(caseFileId: string): Wrapped | null {
    return this.keysOfCases.get(caseFileId) ?? null;
  }

  wrappedKey(id: string): Wrapped | null {
    return this.wrapped.get(id) ?? null;
  }

  /** The key, opened once. */
  async openKey(key: Wrapped, unwrap: () => Promise<DataKey>): Promise<DataKey> {
    const known = this.opened.get(key.id) ?? (await unwrap());
    this.opened.set(key.id, known);
    return known;
  }

  /** A case was erased. */
  forgetKeys(): void {
    for (const keys of [this.keysOfCases, this.wrapped, this.opened]) keys.clear();
  }
}
