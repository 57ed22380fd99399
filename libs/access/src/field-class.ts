/**
 * Classes of fields, by what they tell. The protocol language declares one for every fact; the two lists are held
 * together by the compiler where the API asks `may` about a fact.
 */
export const FIELD_CLASSES = [
  'identity',
  'people',
  'contact',
  'places',
  'health',
  'judicial',
  'situation',
  'narrative',
  'opinion',
  'staff',
] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];
