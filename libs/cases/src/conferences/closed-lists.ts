/** `written`: its minutes wait for another person, who agrees to them or sends them back. */
export const CONFERENCE_STATES = ['prepared', 'written', 'agreed', 'sent-back'] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];

/** What another person says of minutes. */
export const MINUTES_VERDICTS = ['agreed', 'sent-back'] as const;
export type MinutesVerdict = (typeof MINUTES_VERDICTS)[number];

/** Whether somebody who was invited was there: not known until somebody says it. */
export const ATTENDANCES = ['unsaid', 'came', 'excused', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Whether the child was there. */
export const CHILD_PARTS = ['unsaid', 'came', 'did-not-want', 'not-invited', 'not-able'] as const;
export type ChildPart = (typeof CHILD_PARTS)[number];

/** The child was not there: it may be told with why. */
export const isChildAway = (part: ChildPart): boolean => part !== 'unsaid' && part !== 'came';

/** By somebody else's doing: it is told with why. */
export const needsWhyAway = (part: ChildPart): boolean => part === 'not-invited' || part === 'not-able';

/** Where a point comes from: what the case has open, or who plans. */
export const POINT_GROUNDS = ['question', 'late', 'blocked', 'awaited', 'referral', 'own'] as const;
export type PointGround = (typeof POINT_GROUNDS)[number];

/** A decision; handing over the lead is done by the case's own act, and shown as open until it is. */
export const DECISION_KINDS = ['measure', 'hand-over'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const ACTION_STATES = ['open', 'done', 'undone'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What can be said of an action once. */
export const ACTION_OUTCOMES = ['done', 'undone'] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];
