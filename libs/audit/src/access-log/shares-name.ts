import { nameForms } from '@repere/cases';

/** Particles and initials say nothing of a family. */
const SHORTEST = 3;

/** Whether the last word of a reader's name, as names are compared, is among the words of one of these. */
export function sharesName(reader: string, names: readonly string[]): boolean {
  const words = reader.trim().split(/\s+/u);
  // A bare given name is shared by many.
  const familyName = words.length > 1 ? (words.at(-1) ?? '') : '';
  const forms = nameForms(familyName).filter((form) => form.length >= SHORTEST);
  return names.some((name) => nameForms(name).some((form) => forms.includes(form)));
}
