/**
 * How conditions write a protocol's name: `lost_key` for `lost-key`, since a hyphen is a subtraction in FEEL.
 */
export const nameInConditions = (protocol: string): string => protocol.replaceAll('-', '_');

/** The protocol that a condition names: `lost-key` for `lost_key`. */
export const protocolNamed = (name: string): string => name.replaceAll('_', '-');
