import type { Principal } from '@repere/access';
import { nameForms } from '@repere/cases';
import { redactedClasses } from '../disclosure/redacted-classes';
import { knownChild, understoodLanguage } from '../reading/known-child';
import type { LoadedCase } from '../reading/loaded-case';
import { formatLanguages } from '../words/format-codes';

/**
 * Languages of the child as a directory may write them, by code or by name in French and English, and the one that they were found to
 * understand, as it was written; none where the reader may not know them.
 */
export function spokenLanguages(file: LoadedCase, reader: Principal): ReadonlySet<string> {
  const redacted = redactedClasses(reader, file.resource);
  if (redacted.has('identity')) return new Set();
  const tags = knownChild(file).languages ?? [];
  const { fr = '', en = '' } = formatLanguages(tags) ?? {};
  return new Set([...tags, fr, en, understoodLanguage(file, redacted) ?? ''].flatMap(nameForms));
}
