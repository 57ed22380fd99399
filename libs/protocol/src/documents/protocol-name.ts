/** What a protocol may be called; the schema says the same. */
export const PROTOCOL_NAME = /^[a-z][a-z0-9-]{0,63}$/;

/**
 * How conditions write a protocol's name: `lost_key` for `lost-key`, since a hyphen is a subtraction in FEEL.
 */
export const nameInConditions = (protocol: string): string => protocol.replaceAll('-', '_');

/** The protocol that a condition names: `lost-key` for `lost_key`. */
export const protocolNamed = (name: string): string => name.replaceAll('_', '-');
