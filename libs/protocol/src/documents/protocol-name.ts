/**
 * How conditions write a protocol's name: `age_doubt` for `age-doubt`, since a hyphen is a subtraction in FEEL.
 */
export const nameInConditions = (protocol: string): string => protocol.replaceAll('-', '_');

/** The protocol that a condition names: `age-doubt` for `age_doubt`. */
export const protocolNamed = (name: string): string => name.replaceAll('_', '-');
