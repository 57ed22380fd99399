import type { EntityManager } from 'typeorm';
import type { BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import {
  CREDENTIAL_KINDS,
  CREDENTIALS,
  type CredentialKind,
} from '../../platform/secrecy/credentials/credentials';
import type { Space } from '../../platform/spaces/spaces';

type Named = BoundRow<CredentialKind> & { readonly row_name: unknown };

/** Gives every credential its MAC that has none, as the application would: after a test changed rows past all barriers. */
export async function bindUnbound(space: Space, manager: EntityManager, macs: CredentialMacs): Promise<void> {
  for (const kind of CREDENTIAL_KINDS) {
    const { table, key, mac, bound, held } = CREDENTIALS[kind];
    const rows: readonly Named[] = await manager.query(
      `SELECT ${bound.join(', ')}, ${key} AS row_name FROM ${table} WHERE ${mac} IS NULL AND ${held}`,
    );
    for (const { row_name, mac: _none, ...it } of rows)
      await manager.query(`UPDATE ${table} SET ${mac} = $2 WHERE ${key} = $1`, [
        row_name,
        macs.makeMac(space, kind, it),
      ]);
  }
}
