import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../platform/data/data-source-options';
import 'reflect-metadata';
import { IdentityIndex } from '../../cases/opening/identity-index';
import { IdentityIndexQuery } from '../../cases/opening/identity-index.query';
import { IndexNames } from '../../cases/upkeep/index-names';
import type { Configuration } from '../../platform/settings/configuration';
import { Recorder } from '../../platform/unit/recorder';
import { BindCredentials } from '../../platform/secrecy/credentials/bind-credentials';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { CheckKeys } from '../../platform/secrecy/check-keys';
import { IndexGenerations } from '../../platform/secrecy/index-generations';
import { KeySource } from '../../platform/secrecy/key-source';
import { KeyStore } from '../../platform/secrecy/key-store';
import { parseMasterKeys } from '../../platform/secrecy/master-keys';
import { RewrapKeys } from '../../platform/secrecy/rotation/rewrap-keys';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { LocalKeyWrapper } from '../../platform/secrecy/wrapping/local-key-wrapper';
import { SpaceConnections } from '../../platform/spaces/space-connections';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RotateKeys } from '../rotate-keys';

/** `main.js keys rotate` without the rest of the application. Says each batch, and is killed after the line that `KILLED_AT` fits. */
async function main(): Promise<void> {
  const configuration = {
    databaseUrl: process.env['BOOK_URL'],
    trainingDatabaseUrl: null,
    provisionerDatabaseUrl: null,
    keys: parseMasterKeys(process.env['MASTER_KEYS'] ?? ''),
  } as Configuration;
  const connections = new SpaceConnections(
    configuration,
    new DataSource(dataSourceOptions(configuration.databaseUrl, [])),
  );
  const source = new KeySource(configuration);
  const wrapper = new LocalKeyWrapper(source);
  const keys = new KeyStore(wrapper, source);
  const spaces = new Spaces(configuration);
  const units = new UnitOfWork(connections, new Recorder(connections, keys), spaces);
  const check = new CheckKeys(configuration, spaces, connections, keys);
  const generations = new IndexGenerations(units, keys);
  const index = new IdentityIndex(new IdentityIndexQuery(units), generations);
  const names = new IndexNames(check, units, keys, generations, index, new Secrecy(keys, units));
  const binding = new BindCredentials(units, keys, new CredentialMacs(keys));
  const rotation = new RotateKeys(
    check,
    new RewrapKeys(wrapper, keys, units),
    names,
    binding,
    units,
    connections,
  );
  const killedAt = process.env['KILLED_AT'];
  await rotation.rotate((line) => {
    process.stdout.write(`${line}\n`);
    if (killedAt && line.includes(killedAt)) process.kill(process.pid, 'SIGKILL');
  });
}

void main().then(() => process.exit(0));
