import type { Words } from '@repere/cases';
import type { FieldClass, LetterTemplate } from '@repere/protocol';
import type { TimelineEntryDto } from '../page/case-file.dto';
import { titleAbout } from '../words/entry-title';
import type { ActBesideRow } from './acts-beside.query';

/**
 * What the chronology says of acts beside the journal; `null`: nothing, since another act tells of it. A spec holds the names against the
 * kinds of the domains that they come from.
 */
export const ACTS_BESIDE = new Map<string, Words | null>([
  ['letter.written', { fr: 'Lettre arrêtée', en: 'Letter settled' }],
  ['letter.sent.e-mail', { fr: 'Lettre partie par courriel', en: 'Letter sent by e-mail' }],
  ['letter.sent.post', { fr: 'Lettre partie par courrier', en: 'Letter sent by post' }],
  ['letter.sent.hand', { fr: 'Lettre remise en main propre', en: 'Letter handed over' }],
  ['document.added', { fr: 'Document ajouté', en: 'Document added' }],
  ['document.newer', { fr: 'Nouvelle version d’un document', en: 'Newer version of a document' }],
  ['document.destroyed', { fr: 'Document détruit', en: 'Document destroyed' }],
  ['sharing', { fr: 'Partage noté', en: 'Sharing recorded' }],
  ['capacity.asked', { fr: 'Place demandée à des services', en: 'Place asked of services' }],
  [
    'capacity.yes',
    { fr: 'Demande de place : un service dit oui', en: 'Question for a place: a service says yes' },
  ],
  [
    'capacity.no',
    { fr: 'Demande de place : un service dit non', en: 'Question for a place: a service says no' },
  ],
  [
    'capacity.other-offer',
    {
      fr: 'Demande de place : un service propose autre chose',
      en: 'Question for a place: a service offers something else',
    },
  ],
  [
    'capacity.elsewhere',
    {
      fr: 'Demande de place : un service en indique un autre',
      en: 'Question for a place: a service names another',
    },
  ],
  [
    'capacity.reminded',
    { fr: 'Demande de place : service relancé', en: 'Question for a place: service chased' },
  ],
  // The referral that follows tells of it.
  ['capacity.referred', null],
  ['capacity.told', null],
  ['capacity.closed', { fr: 'Demande de place close', en: 'Question for a place closed' }],
  [
    'capacity.taken',
    { fr: 'Demande de place close : place trouvée', en: 'Question for a place closed: place found' },
  ],
  ['capacity.unmet', { fr: 'Aucun service n’a de place', en: 'No service has a place' }],
  ['capacity.met', { fr: 'Besoin de place couvert', en: 'Need for a place met' }],
  ['referral.sent', { fr: 'Orientation envoyée', en: 'Referral sent' }],
  ['referral.received', { fr: 'Orientation reçue par le service', en: 'Referral received by the service' }],
  ['referral.accepted', { fr: 'Orientation acceptée', en: 'Referral accepted' }],
  ['referral.refused', { fr: 'Orientation refusée', en: 'Referral refused' }],
  [
    'referral.other-offer',
    { fr: 'Orientation : le service propose autre chose', en: 'Referral: the service offers something else' },
  ],
  [
    'referral.elsewhere',
    { fr: 'Orientation : le service en indique un autre', en: 'Referral: the service names another' },
  ],
  ['referral.first-appointment', { fr: 'Enfant reçu·e par le service', en: 'Child received by the service' }],
  ['referral.feedback', { fr: 'Retour du service', en: 'Feedback of the service' }],
  ['referral.ended', { fr: 'Orientation terminée', en: 'Referral ended' }],
  ['referral.reminded', { fr: 'Orientation : service relancé', en: 'Referral: service chased' }],
  [
    'referral.answer-asked',
    { fr: 'Orientation : réponse redemandée au service', en: 'Referral: the service was asked again' },
  ],
  [
    'referral.escalated',
    { fr: 'Orientation sans réponse, signalée', en: 'Referral without answer, told of' },
  ],
  ['referral.feedback-asked', { fr: 'Retour demandé au service', en: 'Feedback asked of the service' }],
  [
    'referral.feedback-missing',
    { fr: 'Orientation sans retour, signalée', en: 'Referral without feedback, told of' },
  ],
  ['referral.unmet', { fr: 'Besoin non couvert', en: 'Need not met' }],
  // Taken back from an account, or closed since it is over.
  [
    'referral.access-ended',
    { fr: 'Orientation : le service n’y a plus accès', en: 'Referral: the service has no access any more' },
  ],
  ['referral.withdrawn', { fr: 'Orientation retirée', en: 'Referral taken back' }],
  [
    'referral.kept-away',
    { fr: 'Orientation : le service est tenu à l’écart', en: 'Referral: the service is kept away' },
  ],
  ['referral.message', { fr: 'Message sur une orientation', en: 'Message about a referral' }],
  ['referral.messages-read', null],
]);

/** What a service says: without an account, by its link. */
const SAID_BY_SERVICES: ReadonlySet<string> = new Set([
  ...['capacity.yes', 'capacity.no', 'capacity.other-offer', 'capacity.elsewhere'],
  ...[
    'referral.received',
    'referral.accepted',
    'referral.refused',
    'referral.other-offer',
    'referral.elsewhere',
  ],
  ...['referral.message', 'referral.first-appointment', 'referral.feedback'],
]);

/** Who did it is not kept with it. */
const BY_NOBODY_KNOWN: ReadonlySet<string> = new Set(['referral.access-ended']);

const BY_ITS_LINK: Words = { fr: 'par le lien du service', en: 'by the service’s link' };

/** One that nobody named: it is not left out for that. */
const UNNAMED: Words = { fr: 'Autre acte', en: 'Another act' };

/** How the chronology names it; `null`: not at all. */
export function titleOfAct(
  { what, template }: Pick<ActBesideRow, 'what' | 'template'>,
  letters: readonly LetterTemplate[],
): Words | null {
  const named = ACTS_BESIDE.get(what);
  if (named === null) return null;
  const kind = letters.find(({ id }) => id === template);
  return kind ? titleAbout(named ?? UNNAMED, kind.title) : (named ?? UNNAMED);
}

/** As a line of the chronology, beside the entry with this number. */
export function lineOfAct(
  act: ActBesideRow,
  title: Words,
  seq: number,
  redacted: ReadonlySet<FieldClass>,
): TimelineEntryDto {
  const { id, what, happenedAt, at, byId, by, isOfService } = act;
  const isByLink = byId === null && SAID_BY_SERVICES.has(what);
  const isHidden = redacted.has('staff') || (isOfService && redacted.has('places'));
  return {
    ...{ entryId: id, seq, kind: 'act-beside', protocol: null, runId: null, step: null },
    ...{ occurredAt: happenedAt.toISOString(), occurredPrecision: 'minute', recordedAt: at.toISOString() },
    by: isHidden ? '' : (by ?? ''),
    title: isByLink ? titleAbout(title, BY_ITS_LINK) : title,
    ...{ participants: [], values: [], reasons: [] },
    ...(isHidden && byId !== null && { redactedWords: ['enteredBy' as const] }),
    system: byId === null && !isByLink && !BY_NOBODY_KNOWN.has(what),
  };
}
