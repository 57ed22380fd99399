/** By field of a form: whether it matters. */
export const RELEVANT_FIELDS = {
  type: 'object',
  additionalProperties: { type: 'boolean', nullable: true },
} as const;
