import { nameForms } from '@repere/cases';
import { ON_CALL_KINDS, ON_CALL_WORDS, type OnCallKind } from '@repere/protocol';
import type { NamedTerritory } from '@repere/territories';
import type { OnCallContact } from './on-call-contacts.repository';
import type { OnCallKindDto } from './on-call.dto';
import { isStale } from '../sure-for';
import { isOpenAt } from './opening-hours';

/**
 * These kinds with what the territory has of each at that instant; one without contacts stays, since that is to be seen. `spoken`: words
 * of languages, those who speak none of which stand last.
 */
export function showOnCall(
  contacts: readonly OnCallContact[],
  territory: NamedTerritory,
  now: number,
  kinds: readonly OnCallKind[] = ON_CALL_KINDS,
  spoken: ReadonlySet<string> = new Set(),
): readonly OnCallKindDto[] {
  return kinds.map((kind) => ({
    kind,
    ...ON_CALL_WORDS[kind],
    contacts: contacts
      .filter((it) => it.kind === kind && it.territory === territory.code)
      .map(({ verifiedAt, territory: _territory, kind: _kind, ...shown }) => ({
        ...shown,
        isOpen: isOpenAt(shown.hours, now, territory),
        verifiedAt: verifiedAt.toISOString(),
        isStale: isStale({ verifiedAt }, now),
      }))
      // Who is understood and answers now stands first; a sort keeps the order among them.
      .toSorted(
        (a, b) =>
          Number(isStrange(a.languages, spoken)) - Number(isStrange(b.languages, spoken)) ||
          Number(b.isOpen) - Number(a.isOpen),
      ),
  }));
}

/** Languages are told of them, and none of these. */
const isStrange = (languages: readonly string[], spoken: ReadonlySet<string>): boolean =>
  spoken.size > 0 &&
  languages.length > 0 &&
  !languages.some((it) => nameForms(it).some((word) => spoken.has(word)));
