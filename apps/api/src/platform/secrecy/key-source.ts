import { readFileSync, statSync } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Configuration } from '../settings/configuration';
import { CONFIGURATION } from '../tokens';
import { type KeyRing, keyRing, type MasterKeys, parseMasterKeys } from './master-keys';
import { machineNow } from '../clocks';

const CHECK_EVERY_MS = 2_000;

/**
 * The master keys, and the rings of spaces derived from them. A key that was added to the key file is taken up within seconds
 * in every process, so that keys can be turned over while all of them serve; a file that can't be read changes nothing.
 */
@Injectable()
export class KeySource {
  private readonly logger = new Logger(KeySource.name);
  private readonly rings = new Map<string, KeyRing>();
  private keys: MasterKeys;
  private changedAt: number;
  private checkedAt = machineNow();

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {
    this.keys = configuration.keys;
    this.changedAt = this.fileChangedAt();
  }

  master(): MasterKeys {
    if (machineNow() - this.checkedAt >= CHECK_EVERY_MS) this.readChangedKeys();
    return this.keys;
  }

  /** The ring of this name; looks into the file at once where what is needed is not in the ring. */
  ring(name: string, has: (ring: KeyRing) => boolean = () => true): KeyRing {
    this.master();
    if (!has(this.known(name))) this.readChangedKeys();
    return this.known(name);
  }

  private known(name: string): KeyRing {
    const known = this.rings.get(name);
    if (known) return known;
    const ring = keyRing(this.keys, name);
    this.rings.set(name, ring);
    return ring;
  }

  private readChangedKeys(): void {
    this.checkedAt = machineNow();
    const { keyFile } = this.configuration;
    const changedAt = this.fileChangedAt();
    if (!keyFile || changedAt === this.changedAt) return;
    try {
      this.keys = parseMasterKeys(readFileSync(keyFile, 'utf8'));
      this.changedAt = changedAt;
      this.rings.clear();
    } catch {
      // Never its text: there are keys in it.
      this.logger.warn('The key file was changed and cannot be read as keys; those of before stay in force.');
    }
  }

  private fileChangedAt(): number {
    const { keyFile } = this.configuration;
    return keyFile ? (statSync(keyFile, { throwIfNoEntry: false })?.mtimeMs ?? 0) : 0;
  }
}
