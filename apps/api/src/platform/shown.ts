import type { ApiPropertyOptions } from '@nestjs/swagger';

type Schema =
  Extract<ApiPropertyOptions, { oneOf?: unknown }> extends { oneOf?: readonly (infer S)[] } ? S : never;

/** In the description of the interface: what was recorded, or that it is there and not this reader's to see. */
export const shown = (recorded: Schema, what: string): ApiPropertyOptions => ({
  oneOf: [recorded, { type: 'object', additionalProperties: true }],
  description: `${what}, or \`{withheld: true, ask}\``,
});

/** A text, or that it is withheld. */
export const shownText = (what: string): ApiPropertyOptions => shown({ type: 'string' }, what);
