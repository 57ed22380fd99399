import { checkLibrary } from '../check/check-library';
import type { Problem } from '../documents/document';
import { loadLibrary } from '../load/load-library';

/** A made-up library, small and without a fault. Real protocols are tested where they are. */
export const FACTS = `language: 1
facts:
  danger:
    type: choice
    class: situation
    changes: over-time
    writtenBy: shelter.assess
    title: { fr: Danger, en: Danger }
    ranked: [grave, mild, none]
    labels:
      grave: { fr: grave, en: grave }
      mild: { fr: léger, en: mild }
      none: { fr: aucun, en: none }
  birth: { type: date, class: identity, title: { fr: Naissance, en: Birth } }
  signs:
    type: checklist
    class: situation
    title: { fr: Signes, en: Signs }
    items:
      debt: { fr: Dette, en: Debt }
      phone: { label: { fr: Téléphone, en: Phone }, hint: { fr: Vu, en: Seen } }
moments:
  majority: { from: birth, after: 18 years, at: latest, title: { fr: 18 ans, en: 18 years } }
reasons:
  no_danger: { explained: { fr: expliqué, en: explained } }
evidence:
  order: { fr: Ordonnance, en: Order }
refusedWords: { fr: { consentante: y a été amenée }, en: { willing: was led to it } }
`;

export const SOURCES = `items:
  S19: { title: Saisine }
facts:
  F31: { title: Huit jours, confidence: B }
  F99: { title: De mémoire, confidence: U }
guards:
  G02: { title: Rien n'attend }
`;

export const PROTOCOL = `protocol: shelter
version: 1.0.0
code: P9
title: { fr: Abri, en: Shelter }
purpose: { fr: Mettre à l'abri., en: Bring to safety. }
basis: [S19, F31]
limits:
  NIGHTS: { value: 5, overlay: lower, origin: TOOL, basis: S19 }
  MAJ: { value: 216, unit: months, basis: S19 }
facts:
  place: { type: yes-no, class: places, title: { fr: Lieu sûr, en: Safe place } }
  kind_of_place:
    type: choice
    class: places
    relevant: place = "yes"
    title: { fr: Sorte, en: Kind }
    values: { home: { fr: foyer, en: home }, family: { fr: famille, en: family } }
  ordered_on: { type: date, class: judicial, title: { fr: Ordonnance du, en: Order of } }
  nights:
    type: list
    class: places
    title: { fr: Nuits, en: Nights }
    orderedBy: slept_on
    row:
      slept_on: { type: date, title: { fr: Le, en: On } }
      safe: { type: yes-no, title: { fr: Sûre, en: Safe } }
    derived:
      good: safe = "yes"
derived:
  at_risk: danger in ("grave", "mild")
  bad_nights: count(nights, safe = "no")
steps:
  - id: assess
    kind: decision
    title: { fr: Évaluer, en: Assess }
    guidance: { fr: Regarder., en: Look. }
    by: [TS]
    fields: [danger]
    required: [danger]
    decides: danger
    reasons: { none: no_danger }
    approvedBy: { role: SUP }
    repeatable: true
    protective: true
    due: { within: 48 hours, from: run, origin: TOOL }
    basis: G02
  - id: find_place
    kind: form
    title: { fr: Trouver, en: Find }
    guidance: { fr: Appeler., en: Call. }
    by: [TS]
    after: [assess]
    when: at_risk
    fields: [place, kind_of_place, ordered_on, signs]
    evidence: [order]
    basis: S19
  - id: night
    kind: form
    title: { fr: Une nuit, en: A night }
    guidance: { fr: Noter., en: Note. }
    by: [TS]
    adds: nights
    fields: [nights.slept_on, nights.safe]
    flags:
      - { when: safe = "no", tell: SUP, because: { fr: Nuit sans abri., en: Unsafe night. }, basis: G02 }
    repeatable: true
    basis: S19
  - id: judge
    kind: recorded-act
    title: { fr: Juge saisi, en: Judge seized }
    guidance: { fr: Relancer., en: Remind. }
    by: [PROC]
    after: [find_place]
    due: { within: 8 days, from: ordered_on, origin: LEGAL, owner: outside, basis: F31 }
    basis: F31
opens:
  - { id: again, protocol: shelter, again: true, when: bad_nights >= NIGHTS, basis: S19 }
outcomes:
  - id: SAFE
    title: { fr: À l'abri, en: Safe }
    protects: less
    when: danger = "none" and approved(assess) and not(any(signs, "yes"))
  - id: PLACED
    title: { fr: Placé, en: Placed }
    protects: full
    when: kind_of_place = "home" and place = "yes" and (every n in nights satisfies n.good)
  - { id: RUNNING, title: { fr: En cours, en: Running }, protects: full, otherwise: true }
safeguards:
  - { id: nobody-waits, sameSteps: { whatever: [birth, nights.safe, signs.debt], among: protective }, basis: G02 }
`;

const FILES = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL };

/** Problems of the small library with other files in place of its own. */
export function problemsWith(files: Readonly<Record<string, string>> = {}): readonly Problem[] {
  return checkLibrary(loadLibrary({ ...FILES, ...files }, ''));
}

/** The text with one part exchanged; throws when that part isn't there exactly once, so that no test passes by a slip. */
export function exchange(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) throw new Error(`Not exactly once: ${part}`);
  return text.replace(part, () => by);
}

/** `line:column` of a part of a text. */
export function placeOf(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
