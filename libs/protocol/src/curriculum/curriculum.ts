import type { Text } from '@repere/feel';
import type { Role } from '../documents/document';

/** What a new version has to be, at least, for whoever was trained in an older one to train again. A patch, words only, never asks for it. */
export const RENEWING_KINDS = ['major', 'minor'] as const;
export type RenewingKind = (typeof RENEWING_KINDS)[number];

/**
 * What somebody of these roles should have practised, and when again (S75, S76):
 *
 *     keys-first:
 *       title: { fr: …, en: … }
 *       protocol: lost-key            # practised in that protocol
 *       scenarios: [a-night]          # in one of these; default: in any
 *       roles: [TS, SUP]
 *       months: 24                    # TOOL: our own setting, never law
 *       renews: major                 # which new version asks for it again; default major
 *       since: 2026-05-01             # whoever trained before this day trains again
 *       asked: { step: look, answer: trained }   # the step that asks whether who does it is trained
 *       basis: [S15]
 */
export interface CurriculumItem {
  readonly id: string;
  readonly title: Text;
  readonly protocol: string;
  readonly scenarios: readonly string[];
  readonly roles: readonly Role[];
  readonly months: number;
  readonly renews: RenewingKind;
  /** ISO day; `null`: no such day. */
  readonly since: string | null;
  /** A step of that protocol, and the yes-no answer in which it asks whether who does it is trained; `null`: none asks. */
  readonly asked: { readonly step: string; readonly answer: string } | null;
  readonly basis: readonly string[];
}
