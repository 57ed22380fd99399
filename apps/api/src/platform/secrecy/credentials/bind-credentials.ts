import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '../../unit/act';
import { KeyStore } from '../key-store';
import { placeIn } from '../../requests/request-origin';
import { type Progress, upkeep } from '../rotation/progress';
import type { Space } from '../../spaces/spaces';
import { UnitOfWork } from '../../unit/unit-of-work';
import { type BoundRow, CredentialMacs } from './credential-macs';
import { CREDENTIAL_KINDS, CREDENTIALS, type CredentialKind, keyIdOf } from './credentials';

const AT_ONCE = 200;

/** A row of a credential with the name of its row. */
type NamedRow = BoundRow<CredentialKind> & { readonly row_name: string | Buffer };

/** Binds credentials that are there already under a new key. */
@Injectable()
export class BindCredentials {
  constructor(
    private readonly units: UnitOfWork,
    private readonly keys: KeyStore,
    private readonly macs: CredentialMacs,
  ) {}

  /**
   * Binds by the newest key what was bound by one before, while others serve: only what fits. Batch by batch, each with its event,
   * so that whoever is killed has lost nothing. How many were bound, and how many fit no key of ours and stay as they are.
   */
  async rebind(
    space: Space,
    said: (progress: Progress) => void,
  ): Promise<{ readonly bound: number; readonly unfit: number }> {
    let [bound, unfit] = [0, 0];
    for (const kind of CREDENTIAL_KINDS)
      for (let after: string | null = ''; after !== null;) {
        const batch: Batch = await this.rebindBatch(space, kind, after);
        after = batch.last;
        bound += batch.bound;
        unfit += batch.unfit;
        if (batch.bound > 0) said({ done: bound, of: bound });
      }
    return { bound, unfit };
  }

  private rebindBatch(space: Space, kind: CredentialKind, after: string): Promise<Batch> {
    const act: DeclaredAct = { ...upkeep('credentials.rebound'), isUnrecorded: true };
    return this.units.runAs('system:migrate', placeIn(space), act, async () => {
      const { mac, key, held } = CREDENTIALS[kind];
      const [newest] = this.keys.credentialKeys(space);
      const rows = await this.rows(
        kind,
        `${mac} IS NOT NULL AND ${held} AND ${keyIdOf(mac)} <> $1 AND ${key}::text > $2
          ORDER BY ${key}::text LIMIT ${String(AT_ONCE)}`,
        [newest.id, after],
      );
      const ours = rows.filter((row) => this.macs.fits(space, kind, row));
      for (const row of ours) await this.bind(kind, row);
      const last = rows.at(-1);
      const unfit = rows.length - ours.length;
      if (rows.length > 0)
        await this.units.recordEvent({
          type: act.type,
          payload: { kind, to: newest.id, count: ours.length, unfit },
        });
      const isLast = rows.length < AT_ONCE;
      return {
        bound: ours.length,
        unfit,
        last: isLast || !last ? null : nameOf(last.row_name),
      };
    });
  }

  private async rows(
    kind: CredentialKind,
    which: string,
    parameters: readonly string[],
  ): Promise<readonly NamedRow[]> {
    const { table, key, mac, bound } = CREDENTIALS[kind];
    return this.units.manager.query(
      `SELECT ${bound.join(', ')}, live_mac(${mac}) AS mac, ${key} AS row_name FROM ${table} WHERE ${which} FOR UPDATE`,
      [...parameters],
    );
  }

  private async bind(kind: CredentialKind, { row_name, mac: _before, ...bound }: NamedRow): Promise<void> {
    const { table, key, mac } = CREDENTIALS[kind];
    await this.units.manager.query(`UPDATE ${table} SET ${mac} = $2 WHERE ${key} = $1`, [
      row_name,
      this.macs.makeMac(this.units.space, kind, bound),
    ]);
  }
}

interface Batch {
  readonly bound: number;
  readonly unfit: number;
  /** `null`: that was the last one. */
  readonly last: string | null;
}

/** As `::text` gives it. */
const nameOf = (name: string | Buffer): string =>
  Buffer.isBuffer(name) ? `\\x${name.toString('hex')}` : name;
