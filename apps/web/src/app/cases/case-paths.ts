import { addressOf } from '../platform/address-of';
import { CASE_ADDRESSES } from './case-addresses';
import { CASE_PAGES } from './pages';

/** Addresses of pages about cases, as router commands. They carry ids without meaning, never a name. */
export const casePath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.case, { caseFileId });

export const identityPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.identity.path, { caseFileId });

/** Whether the child is that of another case. */
export const sameChildPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.sameChild.path, { caseFileId });

/** Children that this one is tied to. */
export const linksPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.links.path, { caseFileId });

export const whatIfPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.whatIf.path, { caseFileId });

/** The case as it was known at any moment. */
export const replayPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.replay, { caseFileId });

/** Who saw the case. */
export const accessLogPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.accessLog, { caseFileId });

/** Services that can take the child. */
export const servicesPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.services, { caseFileId });

/** Which services were asked for a place, and what they answer. */
export const capacityPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.capacity, { caseFileId });

/** Letters of the case. */
export const lettersPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.letters, { caseFileId });

/** Appointments of the case. */
export const appointmentsPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.appointments, { caseFileId });

/** Case conferences. */
export const conferencesPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.conferences, { caseFileId });

/** One of them, by its appointment. */
export const conferencePath = (caseFileId: string, conferenceId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.conference, { caseFileId, conferenceId });

/** Papers and pictures that came into the case. */
export const documentsPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.documents, { caseFileId });

/** A new letter of this kind. */
export const letterPath = (caseFileId: string, letterKind: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.letter, { caseFileId, letterKind });

/** The kind of letter that is written from a referral, to its service. */
export const REFERRAL_LETTER = 'referral';

/** Who may see the case, and why. */
/** Who opens the page of access for it finds the form of a referral open. */
export const REFERRING = { orienter: '1' };

export const accessPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.access, { caseFileId });

/** What was asked of partners, and what they answered. */
export const referralsPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.referrals, { caseFileId });

/** A service without account is told of the child. */
export const tellServicePath = (caseFileId: string, serviceId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.tellService, { caseFileId, serviceId });

/** How it was handled, where it departs from its protocols. */
export const deviationsPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.deviations, { caseFileId });

/** A bundle to take away, that anybody can check. */
export const evidencePath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_ADDRESSES.evidence, { caseFileId });

export const chronologyPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.chronology.path, { caseFileId });

/** The case as a document to print. */
export const documentPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.document.path, { caseFileId });

/** Something happened. What it is stands in no address. */
export const newFactPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.newFact.path, { caseFileId });

/** Whom to call now. */
export const callsPath = (caseFileId: string): readonly string[] =>
  addressOf(CASE_PAGES.calls.path, { caseFileId });

export const stepPath = (caseFileId: string, runId: string, step: string): readonly string[] =>
  addressOf(CASE_PAGES.step.path, { caseFileId, runId, step });
