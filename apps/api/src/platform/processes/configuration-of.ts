import type { Configuration } from '../settings/configuration';
import type { ProcessRole } from './process-role';

/** Of the recorder's connections, where somebody else keeps the record. */
const RECORD_BESIDE = 2;

/** What a process of this role is told of what the service was: whoever answers does nothing by the clock, and signs nothing. */
export function configurationOf(role: ProcessRole, configuration: Configuration): Configuration {
  if (role !== 'answering') return configuration;
  const { connections } = configuration;
  return {
    ...configuration,
    ...{ jobs: false, keepsRecord: false, signer: null },
    ...(connections && {
      connections: {
        ...connections,
        spaces: connections.spaces + connections.record - RECORD_BESIDE,
        record: RECORD_BESIDE,
      },
    }),
  };
}
