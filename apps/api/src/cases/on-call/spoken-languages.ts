import { nameForms } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import { knownChild } from '../reading/known-child';
import type { LoadedCase } from '../reading/loaded-case';
import { formatLanguages } from '../words/format-codes';

/** Languages of the child as a directory may write them, by code or by name in French and English; none where the reader may not know them. */
export function spokenLanguages(file: LoadedCase, redacted: ReadonlySet<FieldClass>): ReadonlySet<string> {
  const tags = redacted.has('identity') ? [] : (knownChild(file).languages ?? []);
  const { fr = '', en = '' } = formatLanguages(tags) ?? {};
  return new Set([...tags, fr, en].flatMap(nameForms));
}
