// Printed by `npm run print-contract` from what the API describes.


export type Health = {
    readonly status: 'ok';
};

export type Readiness = {
    readonly status: 'ok';
    /**
     * `kept`: events get their places and checkpoints are signed, here or by another process; `behind`: one waits for more than ten seconds; else why the signer, which is this process, refuses: docs/record.md
     */
    readonly record: 'kept' | 'behind' | 'failing' | 'rolled-back' | 'forked' | 'other-origin' | 'broken-tree' | 'other-keys' | 'no-memory' | 'signed-elsewhere' | 'taken-over';
};

export type SignerKey = {
    /**
     * Verifier key, `name+id+base64` (C2SP signed-note), Ed25519
     */
    readonly key: string;
    /**
     * Signed note by the key before, whose text is this key; absent for the first
     */
    readonly voucher?: string;
};

export type SignerKeys = {
    /**
     * Oldest first
     */
    readonly keys: ReadonlyArray<SignerKey>;
};

export type Consistency = {
    /**
     * Consistency proof (RFC 9162 §2.1.4), 64 hex digits each
     */
    readonly hashes: ReadonlyArray<string>;
};

export type AboutSpace = {
    /**
     * null: the default live space
     */
    readonly key: string | null;
    readonly kind: 'live' | 'training';
    readonly title: string;
    /**
     * The space’s clock
     */
    readonly now: string;
};

export type Words = {
    readonly fr: string;
    readonly en: string;
};

export type Provider = {
    /**
     * Stands in addresses
     */
    readonly key: string;
    /**
     * What the button says
     */
    readonly label: Words;
};

export type DemoAccount = {
    readonly login: string;
    readonly password: string;
    readonly name: string;
    readonly role: 'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner';
    readonly team: string;
};

export type About = {
    readonly name: 'Repère';
    readonly version: string;
    readonly space: AboutSpace;
    readonly providers: ReadonlyArray<Provider>;
    /**
     * In demo mode only
     */
    readonly demoAccounts: ReadonlyArray<DemoAccount>;
};

export type Totp = {
    readonly addedAt: string;
};

export type Passkey = {
    readonly id: string;
    readonly name: string;
    readonly addedAt: string;
    readonly lastUsedAt: string | null;
    /**
     * Kept by a password manager, on several devices
     */
    readonly isSynced: boolean;
};

export type Recovery = {
    readonly left: number;
    readonly madeAt: string;
};

export type Factors = {
    readonly totp: Totp | null;
    readonly passkeys: ReadonlyArray<Passkey>;
    readonly recovery: Recovery | null;
    /**
     * The last factor can’t be removed
     */
    readonly isRequired: boolean;
};

export type TotpToConfirm = {
    /**
     * Base32, for typing
     */
    readonly secret: string;
    /**
     * `otpauth://`, for the QR code
     */
    readonly uri: string;
};

export type TotpCode = {
    /**
     * Six digits
     */
    readonly code: string;
};

export type FactorAdded = {
    /**
     * With the first factor; shown this once
     */
    readonly recoveryCodes: ReadonlyArray<string> | null;
};

export type PasskeyOptions = {
    /**
     * For `navigator.credentials`: WebAuthn’s own JSON
     */
    readonly options: {
        readonly [key: string]: unknown;
    };
};

export type PasskeyAttestation = {
    /**
     * base64url
     */
    readonly id: string;
    /**
     * base64url
     */
    readonly clientDataJSON: string;
    /**
     * base64url
     */
    readonly attestationObject: string;
    readonly transports?: ReadonlyArray<string>;
};

export type NewPasskey = {
    readonly name: string;
    readonly passkey: PasskeyAttestation;
};

export type PasskeyName = {
    readonly name: string;
};

export type RecoveryCodes = {
    /**
     * Shown this once
     */
    readonly codes: ReadonlyArray<string>;
};

export type PasskeyAssertion = {
    /**
     * base64url
     */
    readonly id: string;
    /**
     * base64url
     */
    readonly clientDataJSON: string;
    /**
     * base64url
     */
    readonly authenticatorData: string;
    /**
     * base64url
     */
    readonly signature: string;
    /**
     * base64url
     */
    readonly userHandle?: string;
};

export type StepProof = {
    /**
     * Six digits of the authenticator app
     */
    readonly code?: string;
    readonly recoveryCode?: string;
    readonly passkey?: PasskeyAssertion;
};

export type Named = {
    readonly id: string;
    readonly name: string;
};

export type SessionAccount = {
    readonly id: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly teams: ReadonlyArray<Named>;
    readonly language: 'fr' | 'en';
};

export type Session = {
    /**
     * Machine time of this answer
     */
    readonly now: string;
    /**
     * Ends then without input
     */
    readonly idleUntil: string;
    /**
     * Ends then in any case
     */
    readonly until: string;
    /**
     * Seconds without input after which it ends
     */
    readonly idleSeconds: number;
    /**
     * Names it; opens nothing
     */
    readonly id: string;
    readonly account: SessionAccount;
    /**
     * Key of the provider by which it was opened; null: here
     */
    readonly provider: string | null;
    /**
     * A second factor has to be set up before anything else opens
     */
    readonly mustEnrol: boolean;
};

export type SecondStepDue = {
    readonly means: ReadonlyArray<'code' | 'recovery-code' | 'passkey'>;
    /**
     * After this one starts anew
     */
    readonly until: string;
};

export type StepUpAsked = {
    /**
     * Empty: the password alone
     */
    readonly means: ReadonlyArray<'code' | 'recovery-code' | 'passkey'>;
};

export type StepUp = {
    /**
     * Six digits of the authenticator app
     */
    readonly code?: string;
    readonly recoveryCode?: string;
    readonly passkey?: PasskeyAssertion;
    /**
     * Not with a passkey
     */
    readonly password?: string;
};

export type Invite = {
    readonly accountId: string;
    /**
     * Key of the provider
     */
    readonly provider: string;
};

export type Invited = {
    /**
     * Shown once; to be handed to whom it is for
     */
    readonly link: string;
    readonly until: string;
};

export type ProviderLink = {
    /**
     * Stands in addresses
     */
    readonly provider: string;
    readonly label: Words;
    /**
     * null: not linked
     */
    readonly linkedAt: string | null;
    /**
     * By an administrator’s invitation
     */
    readonly invited: boolean;
};

export type ProviderLinks = {
    /**
     * Of every provider
     */
    readonly items: ReadonlyArray<ProviderLink>;
};

export type BeginLink = {
    /**
     * Key of the provider
     */
    readonly provider: string;
};

export type GoToProvider = {
    /**
     * Where the browser goes now
     */
    readonly goTo: string;
};

export type BeginSignIn = {
    /**
     * Token of an administrator’s invitation
     */
    readonly invitation?: string;
};

export type LogoutToken = {
    /**
     * JWT (OpenID Connect Back-Channel Logout 1.0)
     */
    readonly logout_token: string;
};

export type SignIn = {
    readonly login: string;
    readonly password: string;
};

export type Language = {
    readonly language: 'fr' | 'en';
};

export type SessionTimes = {
    /**
     * Machine time of this answer
     */
    readonly now: string;
    /**
     * Ends then without input
     */
    readonly idleUntil: string;
    /**
     * Ends then in any case
     */
    readonly until: string;
    /**
     * Seconds without input after which it ends
     */
    readonly idleSeconds: number;
};

export type EndSession = {
    readonly id: string;
};

export type OwnSession = {
    /**
     * Names it in this list; opens nothing
     */
    readonly id: string;
    /**
     * The one that asks
     */
    readonly isThis: boolean;
    readonly browser: 'chrome' | 'edge' | 'firefox' | 'opera' | 'safari' | 'other';
    readonly system: 'android' | 'ios' | 'linux' | 'macos' | 'windows' | 'other';
    /**
     * How it was opened
     */
    readonly strength: 'password' | 'two-factors' | 'passkey' | 'provider';
    readonly startedAt: string;
    /**
     * Last input
     */
    readonly lastSeenAt: string;
};

export type OwnSessions = {
    /**
     * Machine time of this answer
     */
    readonly now: string;
    readonly items: ReadonlyArray<OwnSession>;
};

export type EndedSessions = {
    readonly ended: number;
};

export type TeamMate = {
    readonly id: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly teamIds: ReadonlyArray<string>;
};

export type Team = {
    readonly items: ReadonlyArray<TeamMate>;
};

export type AccountChange = {
    readonly id: string;
    readonly accountId: string;
    readonly login: string;
    readonly name: string;
    readonly kind: 'roles' | 'email';
    readonly before: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'> | null;
    readonly after: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'> | null;
    readonly email: string | null;
    readonly reason: string;
    readonly requestedBy: string;
    readonly requestedAt: string;
    readonly mayDecide: boolean;
};

export type AccountChanges = {
    readonly items: ReadonlyArray<AccountChange>;
};

export type Decision = {
    readonly decision: 'approve' | 'refuse';
};

export type ForgottenPassword = {
    readonly login: string;
};

export type Link = {
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
};

export type LinkState = {
    readonly kind: 'invitation' | 'reset';
    readonly login: string;
    readonly name: string;
    readonly language: 'fr' | 'en';
};

export type RedeemLink = {
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
    readonly password: string;
};

export type AccountSummary = {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly teams: ReadonlyArray<Named>;
    readonly state: 'open' | 'invited' | 'not-yet' | 'ended' | 'disabled';
    /**
     * A change of it waits for a second administrator
     */
    readonly waits: boolean;
};

export type AccountPage = {
    readonly items: ReadonlyArray<AccountSummary>;
    readonly next: string | null;
};

export type NewAccount = {
    /**
     * Small letters, digits, . _ -
     */
    readonly login: string;
    readonly name: string;
    readonly email: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly teamIds: ReadonlyArray<string>;
    readonly language: 'fr' | 'en';
    readonly startsOn?: string | null;
    readonly endsOn?: string | null;
    /**
     * Kept sealed, in the record
     */
    readonly reason?: string;
};

export type Invitation = {
    readonly askedAt: string;
    readonly sentAt: string | null;
    readonly expiresAt: string | null;
    readonly state: 'on-its-way' | 'sent' | 'expired';
};

export type ProviderInvitation = {
    readonly id: string;
    /**
     * Key of the provider
     */
    readonly provider: string;
    /**
     * Name of the administrator
     */
    readonly invitedBy: string;
    readonly invitedAt: string;
    readonly until: string;
};

export type HeldCases = {
    readonly teamId: string;
    readonly team: string;
    /**
     * Open cases that it leads
     */
    readonly leads: number;
    readonly assigned: number;
};

export type AccountDetail = {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly teams: ReadonlyArray<Named>;
    readonly state: 'open' | 'invited' | 'not-yet' | 'ended' | 'disabled';
    /**
     * A change of it waits for a second administrator
     */
    readonly waits: boolean;
    readonly email: string | null;
    readonly language: 'fr' | 'en';
    readonly startsOn: string | null;
    /**
     * The last day, itself included
     */
    readonly endsOn: string | null;
    readonly hasPassword: boolean;
    readonly hasSecondFactor: boolean;
    readonly invitation: Invitation | null;
    readonly providerInvitation: ProviderInvitation | null;
    readonly changes: ReadonlyArray<AccountChange>;
    readonly held: ReadonlyArray<HeldCases>;
    readonly reviewDueAt: string;
    readonly isReader: boolean;
};

export type InviteAgain = {
    readonly accountId: string;
};

export type ChangeRoles = {
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly was: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    /**
     * Kept sealed, in the record
     */
    readonly reason?: string;
};

export type ChangeTeams = {
    readonly teamIds: ReadonlyArray<string>;
    readonly was: ReadonlyArray<string>;
};

export type ChangeDates = {
    readonly startsOn?: string | null;
    readonly endsOn?: string | null;
};

export type ChangeEmail = {
    readonly email: string;
    /**
     * Kept sealed, in the record
     */
    readonly reason?: string;
};

export type Reason = {
    /**
     * Kept sealed, in the record
     */
    readonly reason: string;
};

export type ChangePassword = {
    readonly current: string;
    readonly next: string;
};

export type LastReview = {
    readonly at: string;
    readonly by: string;
};

export type RightsDue = {
    readonly accountId: string;
    readonly login: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    readonly teams: ReadonlyArray<Named>;
    readonly dueAt: string;
    readonly isOverdue: boolean;
    readonly lastReviewed: LastReview | null;
};

export type RightsDueList = {
    readonly items: ReadonlyArray<RightsDue>;
};

export type RightsReview = {
    readonly verdict: 'confirmed' | 'withdrawn';
    /**
     * As the reviewer saw them
     */
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    /**
     * As the reviewer saw them
     */
    readonly teamIds: ReadonlyArray<string>;
};

export type TeamMember = {
    readonly id: string;
    readonly name: string;
    readonly state: 'open' | 'invited' | 'not-yet' | 'ended' | 'disabled';
};

export type TeamSummary = {
    readonly id: string;
    readonly name: string;
    readonly territory: string;
    readonly territoryName: string;
    /**
     * IANA time zone
     */
    readonly zone: string;
    readonly kind: 'public' | 'association' | 'unknown';
    /**
     * By which services verify who asks
     */
    readonly checkPhone: string | null;
    /**
     * Of its letters, below its name
     */
    readonly letterhead: string | null;
    /**
     * Of its letters: in whose name somebody signs
     */
    readonly signsFor: string | null;
    readonly members: ReadonlyArray<TeamMember>;
};

export type Teams = {
    readonly items: ReadonlyArray<TeamSummary>;
};

export type NewTeam = {
    readonly name: string;
    /**
     * What the service is: it decides what it must report
     */
    readonly kind?: 'public' | 'association' | 'unknown';
    /**
     * By which services verify who asks; left out: none
     */
    readonly checkPhone?: string;
    /**
     * Of its letters: address and numbers below its name, eight lines at most; left out: none
     */
    readonly letterhead?: string;
    /**
     * Of its letters: in whose name somebody signs; left out: their own
     */
    readonly signsFor?: string;
    /**
     * INSEE code of the département: 93, 2A, 974
     */
    readonly territory: string;
};

export type TeamToWrite = {
    readonly name: string;
    /**
     * What the service is: it decides what it must report
     */
    readonly kind?: 'public' | 'association' | 'unknown';
    /**
     * By which services verify who asks; left out: none
     */
    readonly checkPhone?: string;
    /**
     * Of its letters: address and numbers below its name, eight lines at most; left out: none
     */
    readonly letterhead?: string;
    /**
     * Of its letters: in whose name somebody signs; left out: their own
     */
    readonly signsFor?: string;
};

export type TraceAnswer = {
    readonly kind: 'protocol' | 'step' | 'safeguard' | 'fact' | 'page' | 'statistic' | 'engine-rule';
    readonly title: Words;
    readonly protocol?: string;
    readonly version?: string;
    /**
     * Of a step, a safeguard, a fact
     */
    readonly id?: string;
    /**
     * Of a page of the app
     */
    readonly path?: string;
};

export type TraceLine = {
    readonly item: string;
    readonly asks: Words;
    /**
     * Lines of the report
     */
    readonly lines: string;
    readonly answers: ReadonlyArray<TraceAnswer>;
    /**
     * What nothing answers yet
     */
    readonly notYet: Words | null;
};

export type Alias = {
    readonly was: string;
    readonly is: string;
    readonly from: string;
};

export type ReferenceLine = {
    readonly code: string;
    readonly title: Words;
    readonly confidence: 'A' | 'B' | 'C' | 'U' | null;
    /**
     * In force, or decided, on this day
     */
    readonly inForce: string | null;
    /**
     * Where it was read
     */
    readonly source: string | null;
    /**
     * Renumbered texts, dated
     */
    readonly aliases: ReadonlyArray<Alias>;
    readonly citedBy: ReadonlyArray<TraceAnswer>;
};

export type Wording = {
    readonly fr: {
        readonly [key: string]: string;
    };
    readonly en: {
        readonly [key: string]: string;
    };
};

export type CaseLine = {
    /**
     * Expression
     */
    readonly when: string;
    /**
     * Expression
     */
    readonly is: string;
};

export type CodedValue = {
    readonly code: string;
    readonly label: Words;
};

export type ChecklistItem = {
    readonly id: string;
    readonly label: Words;
    readonly hint?: Words;
};

export type RowFieldDefinition = {
    readonly id: string;
    readonly type: 'choice' | 'yes-no' | 'number' | 'months' | 'date' | 'duration' | 'text' | 'checklist' | 'list';
    readonly class: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    readonly hint?: Words;
    readonly changes: 'never' | 'over-time';
    readonly multiple?: boolean;
    readonly values?: ReadonlyArray<CodedValue>;
    /**
     * Codes from the most to the least protective
     */
    readonly ranked?: ReadonlyArray<string>;
    readonly items?: ReadonlyArray<ChecklistItem>;
    /**
     * The only step that writes it
     */
    readonly writtenBy?: string;
    /**
     * Expression: when the answer matters
     */
    readonly relevant?: string;
    readonly unit?: string;
    readonly min?: number;
    readonly max?: number;
    readonly maxLength?: number;
    /**
     * Of a date: may lie in the future
     */
    readonly future?: boolean;
    readonly sensitive?: boolean;
    /**
     * What the product reads it as
     */
    readonly role?: 'birth' | 'sex' | 'language' | 'first-seen' | 'danger-seen' | 'danger' | 'victim-status' | 'contact-is-safe' | 'safe-contact' | 'contact-hours' | 'code-word' | 'may-be-left' | 'read-by' | 'people-around' | 'family-told' | 'heard-before' | 'person-name' | 'relation' | 'family-role' | 'lives-with' | 'may-contact' | 'reach' | 'person-note';
    /**
     * Codes that are counted
     */
    readonly counted?: {
        readonly sign?: ReadonlyArray<string>;
        readonly 'at-risk'?: ReadonlyArray<string>;
        readonly 'not-referred'?: ReadonlyArray<string>;
    };
    /**
     * Codes that are marked wherever the child is named
     */
    readonly marked?: ReadonlyArray<string>;
    /**
     * Of a yes-no: whether a method looks at puberty
     */
    readonly asksOfBan?: boolean;
    /**
     * Of a text: it names nobody
     */
    readonly namesNobody?: boolean;
    readonly basis: ReadonlyArray<string>;
};

export type SaidOfRow = {
    /**
     * Expression
     */
    readonly when: string;
    /**
     * `{low}` stands for that field of the row
     */
    readonly text: Words;
};

export type ReportableEvent = {
    /**
     * What is recorded by telling it
     */
    readonly answer: string;
    readonly title: Words;
    readonly hint?: Words;
    /**
     * Facts that are asked with it
     */
    readonly asks: ReadonlyArray<string>;
    /**
     * Protocol that is engaged with it
     */
    readonly engages?: string;
    /**
     * Numbers to call first
     */
    readonly call: ReadonlyArray<string>;
    readonly urgent: boolean;
};

export type FactDefinition = {
    readonly id: string;
    readonly type: 'choice' | 'yes-no' | 'number' | 'months' | 'date' | 'duration' | 'text' | 'checklist' | 'list';
    readonly class: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    readonly hint?: Words;
    readonly changes: 'never' | 'over-time';
    readonly multiple?: boolean;
    readonly values?: ReadonlyArray<CodedValue>;
    /**
     * Codes from the most to the least protective
     */
    readonly ranked?: ReadonlyArray<string>;
    readonly items?: ReadonlyArray<ChecklistItem>;
    /**
     * By name
     */
    readonly derived?: {
        readonly [key: string]: string | ReadonlyArray<CaseLine>;
    };
    readonly says?: ReadonlyArray<SaidOfRow>;
    readonly orderedBy?: string;
    /**
     * The only step that writes it
     */
    readonly writtenBy?: string;
    /**
     * Expression: when the answer matters
     */
    readonly relevant?: string;
    readonly unit?: string;
    readonly min?: number;
    readonly max?: number;
    readonly maxLength?: number;
    /**
     * Of a date: may lie in the future
     */
    readonly future?: boolean;
    readonly sensitive?: boolean;
    /**
     * What the product reads it as
     */
    readonly role?: 'birth' | 'sex' | 'language' | 'first-seen' | 'danger-seen' | 'danger' | 'victim-status' | 'contact-is-safe' | 'safe-contact' | 'contact-hours' | 'code-word' | 'may-be-left' | 'read-by' | 'people-around' | 'family-told' | 'heard-before' | 'person-name' | 'relation' | 'family-role' | 'lives-with' | 'may-contact' | 'reach' | 'person-note';
    /**
     * Codes that are counted
     */
    readonly counted?: {
        readonly sign?: ReadonlyArray<string>;
        readonly 'at-risk'?: ReadonlyArray<string>;
        readonly 'not-referred'?: ReadonlyArray<string>;
    };
    /**
     * Codes that are marked wherever the child is named
     */
    readonly marked?: ReadonlyArray<string>;
    /**
     * Of a yes-no: whether a method looks at puberty
     */
    readonly asksOfBan?: boolean;
    /**
     * Of a text: it names nobody
     */
    readonly namesNobody?: boolean;
    readonly reportableEvents?: ReadonlyArray<ReportableEvent>;
    readonly basis: ReadonlyArray<string>;
    /**
     * Of a list: fields of a row
     */
    readonly row?: {
        readonly [key: string]: RowFieldDefinition;
    };
};

export type Moment = {
    readonly from: string;
    /**
     * A period
     */
    readonly after: string;
    readonly at: 'latest' | 'earliest';
    readonly title: Words;
};

export type SharedDocument = {
    /**
     * By id
     */
    readonly facts: {
        readonly [key: string]: FactDefinition;
    };
    /**
     * By name
     */
    readonly moments: {
        readonly [key: string]: Moment;
    };
    /**
     * Closed lists: by code, its words
     */
    readonly reasons: {
        readonly [key: string]: {
            readonly [key: string]: Words;
        };
    };
    /**
     * Kinds, by code
     */
    readonly evidence: {
        readonly [key: string]: Words;
    };
    /**
     * Version of the protocol language
     */
    readonly language: number;
    /**
     * By list and code: an expression under which a reason contradicts what is recorded
     */
    readonly contradictions?: {
        readonly [key: string]: {
            readonly [key: string]: string;
        };
    };
    /**
     * Words that blame a child, and what to say instead
     */
    readonly refusedWords: {
        readonly fr: {
            readonly [key: string]: string;
        };
        readonly en: {
            readonly [key: string]: string;
        };
    };
};

export type Limit = {
    readonly value: number;
    /**
     * The margin of a medical age
     */
    readonly margin?: 'age';
    readonly unit?: string;
    readonly overlay: 'never' | 'higher' | 'lower';
    readonly origin?: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    /**
     * Territory whose overlay makes it stricter
     */
    readonly tightenedBy?: string;
    readonly basis: ReadonlyArray<string>;
};

export type CallDefinition = {
    readonly who: Words;
    readonly why?: Words;
    readonly numbers: ReadonlyArray<string>;
};

export type AbsenceDefinition = {
    /**
     * Expression
     */
    readonly over: string;
    /**
     * The step that says when
     */
    readonly at: string;
    /**
     * The date since when
     */
    readonly since?: string;
    /**
     * The hour of that day
     */
    readonly hour?: string;
    /**
     * Whom to call, in order
     */
    readonly calls?: ReadonlyArray<CallDefinition>;
};

export type OpensAt = {
    /**
     * A period
     */
    readonly after: string;
    readonly from: string;
};

export type Approver = {
    readonly role: 'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF';
    /**
     * Expression
     */
    readonly when?: string;
    readonly effect?: 'before' | 'at-once';
    /**
     * Territory whose overlay says so
     */
    readonly overlay?: string;
};

export type ReminderDefinition = {
    /**
     * A period
     */
    readonly after: string;
    readonly do?: 'remind';
    readonly tell?: 'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF';
};

export type RecurrenceLine = {
    /**
     * Expression; none in the last line
     */
    readonly when?: string;
    /**
     * A period
     */
    readonly is: string;
};

export type DeadlineDefinition = {
    readonly within: string;
    /**
     * `run`, a step, or a date fact
     */
    readonly from: string;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    readonly owner: 'ours' | 'outside';
    readonly basis: ReadonlyArray<string>;
    readonly late: ReadonlyArray<ReminderDefinition>;
    readonly every?: ReadonlyArray<RecurrenceLine>;
    /**
     * Territory whose overlay says so
     */
    readonly overlay?: string;
};

export type Requirement = {
    /**
     * Expression
     */
    readonly when: string;
    /**
     * Expression: must be exactly true of what is sent
     */
    readonly that: string;
    readonly because: Words;
    /**
     * What is counted each time it refuses
     */
    readonly counted?: 'hotel-refused';
    readonly basis: ReadonlyArray<string>;
};

export type FlagDefinition = {
    /**
     * Expression
     */
    readonly when: string;
    readonly tell?: 'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF';
    readonly incident?: boolean;
    readonly because: Words;
    readonly basis: ReadonlyArray<string>;
};

export type ValidityDefinition = {
    /**
     * A period
     */
    readonly for: string;
    /**
     * Facts that end it when they are told anew
     */
    readonly until: ReadonlyArray<string>;
};

export type StepDefinition = {
    readonly id: string;
    /**
     * Name of the part of parts.yaml that it is
     */
    readonly part?: string;
    /**
     * Territory whose overlay says so
     */
    readonly overlay?: string;
    readonly code: string;
    readonly kind: 'form' | 'checklist' | 'decision' | 'interview' | 'referral' | 'approval' | 'document' | 'recorded-act';
    readonly title: Words;
    readonly guidance?: Words;
    readonly tooLate?: Words;
    readonly by: ReadonlyArray<'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF'>;
    readonly enteredBy?: ReadonlyArray<'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF'>;
    readonly after: ReadonlyArray<string>;
    /**
     * Expression: waits while unknown
     */
    readonly when?: string;
    /**
     * Expression: applies except when exactly true
     */
    readonly unless?: string;
    /**
     * Expression
     */
    readonly ready?: string;
    readonly opensAt?: OpensAt;
    readonly fields: ReadonlyArray<string>;
    readonly required: ReadonlyArray<string>;
    readonly adds?: string;
    readonly about?: string;
    readonly closes?: string;
    readonly decides?: string;
    /**
     * By value of the decided fact: a closed list of reasons
     */
    readonly reasons: {
        readonly [key: string]: string;
    };
    readonly approvedBy?: Approver;
    readonly evidence: ReadonlyArray<string>;
    readonly due?: DeadlineDefinition;
    readonly repeatable: false | {
        readonly newFacts: boolean;
    };
    readonly waivable: 'never' | 'with-approval' | 'with-reason';
    readonly waiverReasons?: string;
    readonly requires: ReadonlyArray<Requirement>;
    readonly flags: ReadonlyArray<FlagDefinition>;
    readonly protective: boolean;
    readonly offers?: string;
    readonly contacts?: 'family';
    /**
     * To whom it reports
     */
    readonly reports?: 'prosecutor';
    /**
     * What it hands to the child
     */
    readonly hands?: 'rights-sheet';
    /**
     * It says that somebody was called
     */
    readonly saysCalled?: boolean;
    /**
     * What is counted while it is to be done
     */
    readonly counted?: 'no-place-tonight';
    readonly needs?: 'child present';
    readonly valid?: ValidityDefinition;
    readonly basis: ReadonlyArray<string>;
};

export type OpeningDelay = {
    /**
     * A period
     */
    readonly after: string;
    readonly from: string;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
};

export type OpensDefinition = {
    readonly id: string;
    readonly protocol: string;
    /**
     * Expression
     */
    readonly when?: string;
    /**
     * Expression
     */
    readonly unless?: string;
    readonly again: boolean;
    readonly delay?: OpeningDelay;
    readonly basis: ReadonlyArray<string>;
};

export type RestDefinition = {
    /**
     * The step that decides it
     */
    readonly decidedBy: string;
    readonly keeps: 'nothing' | 'protective';
};

export type OutcomeDefinition = {
    readonly id: string;
    readonly title: Words;
    readonly protects: 'full' | 'less';
    /**
     * Expression
     */
    readonly when?: string;
    readonly otherwise: boolean;
    readonly note?: Words;
    readonly rests?: RestDefinition;
    readonly age?: 'adult';
};

export type SameSteps = {
    readonly whatever: ReadonlyArray<string>;
    readonly among?: string;
};

export type SameOutcome = {
    readonly whatever: ReadonlyArray<string>;
    /**
     * Expression
     */
    readonly when?: string;
};

export type OnlyAdds = {
    readonly as: string;
    readonly below: string;
    readonly among: string;
};

export type SafeguardDefinition = {
    readonly id: string;
    readonly title?: Words;
    /**
     * Expression
     */
    readonly always?: string;
    /**
     * Expression
     */
    readonly never?: string;
    readonly sameSteps?: SameSteps;
    readonly sameOutcome?: SameOutcome;
    readonly onlyAdds?: OnlyAdds;
    readonly forgetting?: 'outcome';
    /**
     * Territory whose overlay adds it
     */
    readonly overlay?: string;
    readonly basis: ReadonlyArray<string>;
};

export type ProtocolDocument = {
    readonly protocol: string;
    readonly version: string;
    readonly code: string;
    readonly title: Words;
    readonly purpose: Words;
    readonly runs: 'one' | 'many';
    readonly basis: ReadonlyArray<string>;
    readonly absence?: AbsenceDefinition;
    /**
     * Every new case starts with a run of it
     */
    readonly opensWith?: 'case';
    /**
     * Doing its steps is not yet protecting
     */
    readonly noticesOnly?: boolean;
    /**
     * What its outcome tells of the child
     */
    readonly tells?: 'age';
    /**
     * By name
     */
    readonly limits: {
        readonly [key: string]: Limit;
    };
    /**
     * By id
     */
    readonly facts: {
        readonly [key: string]: FactDefinition;
    };
    /**
     * By name
     */
    readonly derived: {
        readonly [key: string]: string | ReadonlyArray<CaseLine>;
    };
    /**
     * Closed lists of its own: by code, its words
     */
    readonly reasons?: {
        readonly [key: string]: {
            readonly [key: string]: Words;
        };
    };
    /**
     * By list and code: an expression under which a reason contradicts what is recorded
     */
    readonly contradictions?: {
        readonly [key: string]: {
            readonly [key: string]: string;
        };
    };
    readonly steps: ReadonlyArray<StepDefinition>;
    readonly opens: ReadonlyArray<OpensDefinition>;
    readonly outcomes: ReadonlyArray<OutcomeDefinition>;
    readonly safeguards: ReadonlyArray<SafeguardDefinition>;
};

export type EngineBundle = {
    readonly shared: SharedDocument;
    readonly documents: ReadonlyArray<ProtocolDocument>;
};

export type SharedFiles = {
    /**
     * `facts.yaml`, `sources.yaml`, `parts.yaml` and what stands beside them
     */
    readonly files: {
        readonly [key: string]: string;
    };
};

export type LossOfProofs = {
    /**
     * Promises that were proven of the version before it
     */
    readonly titles: ReadonlyArray<Words>;
    /**
     * A third person: neither author nor approver
     */
    readonly by: string;
    readonly reason: string;
};

export type OverlayOfVersion = {
    /**
     * INSEE code
     */
    readonly territory: string;
    readonly version: string;
    readonly hash: string;
};

export type VersionRecord = {
    readonly protocol: string;
    readonly version: string;
    /**
     * SHA-256 of its content, hex
     */
    readonly hash: string;
    readonly publishedAt: string;
    /**
     * null: came with the product
     */
    readonly publishedBy: string | null;
    /**
     * The second person
     */
    readonly approvedBy: string | null;
    readonly loss: LossOfProofs | null;
    readonly inForceFrom: string;
    readonly inForce: boolean;
    readonly changeNotes: Words | null;
    readonly overlays: ReadonlyArray<OverlayOfVersion>;
};

export type ExploredVersion = {
    readonly protocol: string;
    readonly version: string;
    readonly hash: string;
};

export type Covered = {
    readonly facts: number;
    readonly classes: number;
    readonly states: number;
    readonly paths: number;
    readonly queries: number;
};

export type CounterExample = {
    /**
     * What happens to the child
     */
    readonly story: Words;
    /**
     * One line an act
     */
    readonly lines: ReadonlyArray<Words>;
    /**
     * An `examples*.yaml` that fails while the fault is there
     */
    readonly example: string;
    readonly acts: number;
    readonly isShortest: boolean;
};

export type ProofFinding = {
    readonly kind: 'safeguard' | 'can-happen' | 'can-be-reached' | 'can-end' | 'two-persons' | 'no-dead-condition';
    readonly protocol: string;
    readonly version: string;
    /**
     * Of the safeguard, step, outcome or condition
     */
    readonly id: string;
    readonly title: Words;
    readonly basis: ReadonlyArray<string>;
    readonly verdict: 'proven' | 'bounded' | 'broken';
    readonly method: 'dependencies' | 'solver' | 'search' | 'solver-and-search';
    readonly covered: Covered;
    /**
     * What was left out
     */
    readonly bound?: Words;
    readonly counterExample?: CounterExample;
};

export type ExploreReport = {
    readonly subjects: ReadonlyArray<ExploredVersion>;
    readonly findings: ReadonlyArray<ProofFinding>;
    readonly covered: Covered;
};

export type ProofOfVersion = {
    readonly exploredAt: string | null;
    /**
     * Findings about this protocol
     */
    readonly report: ExploreReport | null;
};

export type ProtocolExample = {
    readonly id: string;
    /**
     * What happens, in a few words
     */
    readonly title: Words;
    readonly story: Words;
    /**
     * The file's text
     */
    readonly yaml: string;
};

export type VersionFiles = {
    readonly protocol: string;
    readonly version: string;
    readonly hash: string;
    /**
     * By path inside the folder of the version
     */
    readonly files: {
        readonly [key: string]: string;
    };
};

export type VersionChange = {
    readonly what: 'step' | 'deadline' | 'condition' | 'approval' | 'field' | 'fact' | 'outcome' | 'opens' | 'safeguard' | 'limit' | 'text';
    readonly how: 'added' | 'changed' | 'removed' | 'longer' | 'shorter';
    readonly id: string;
    readonly effect: 'protects-more' | 'protects-less' | 'to-review' | 'words';
    readonly text: Words;
    readonly before?: string;
    readonly after?: string;
};

export type ProtocolDiff = {
    readonly protocol: string;
    readonly from: string;
    readonly to: string;
    readonly kind: 'patch' | 'minor' | 'major';
    /**
     * Gravest first
     */
    readonly changes: ReadonlyArray<VersionChange>;
};

export type ProtocolSummary = {
    readonly protocol: string;
    readonly version: string;
    readonly code: string;
    readonly title: Words;
    readonly purpose: Words;
    /**
     * SHA-256 of its content, hex
     */
    readonly hash: string;
    readonly steps: number;
    readonly publishedAt: string;
    /**
     * Runs that open now are pinned to it
     */
    readonly inForce: boolean;
    /**
     * In the list: the worst that exploring found; null while it has not been explored
     */
    readonly proof?: 'proven' | 'bounded' | 'broken' | null;
};

export type RenumberedText = {
    readonly was: string;
    readonly is: string;
    /**
     * Since when
     */
    readonly from: string;
};

export type Source = {
    readonly code: string;
    readonly title: Words;
    readonly confidence?: 'A' | 'B' | 'C' | 'U';
    /**
     * Lines of the report
     */
    readonly lines?: string;
    /**
     * Where a fact was read
     */
    readonly source?: string;
    readonly inForce?: string;
    readonly aliases?: ReadonlyArray<RenumberedText>;
};

export type SharedWords = {
    /**
     * By id
     */
    readonly facts: {
        readonly [key: string]: FactDefinition;
    };
    /**
     * By name
     */
    readonly moments: {
        readonly [key: string]: Moment;
    };
    /**
     * Closed lists: by code, its words
     */
    readonly reasons: {
        readonly [key: string]: {
            readonly [key: string]: Words;
        };
    };
    /**
     * Kinds, by code
     */
    readonly evidence: {
        readonly [key: string]: Words;
    };
};

export type ReadableProtocol = {
    readonly protocol: string;
    readonly version: string;
    readonly code: string;
    readonly title: Words;
    readonly purpose: Words;
    /**
     * SHA-256 of its content, hex
     */
    readonly hash: string;
    readonly steps: number;
    readonly publishedAt: string;
    /**
     * Runs that open now are pinned to it
     */
    readonly inForce: boolean;
    /**
     * In the list: the worst that exploring found; null while it has not been explored
     */
    readonly proof?: 'proven' | 'bounded' | 'broken' | null;
    /**
     * As in protocol.yaml, both languages joined
     */
    readonly document: ProtocolDocument;
    readonly shared: SharedWords;
    /**
     * What `basis` cites, by code
     */
    readonly sources: {
        readonly [key: string]: Source;
    };
};

export type Writer = {
    readonly id: string;
    readonly name: string;
};

export type DraftSummary = {
    readonly id: string;
    readonly protocol: string;
    readonly from: string | null;
    readonly version: string | null;
    readonly title: Words | null;
    readonly state: 'drafting' | 'in-review' | 'approved' | 'published' | 'abandoned';
    readonly author: Writer;
    readonly changedAt: string;
    /**
     * For `If-Match`
     */
    readonly revision: number;
};

export type BeginDraft = {
    readonly protocol?: string;
    readonly from?: string;
    /**
     * By path inside the folder of the version; 1 MB together at most
     */
    readonly files?: {
        readonly [key: string]: string;
    };
};

export type CheckProblem = {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly code: string;
    readonly message: Words;
    /**
     * What to write instead
     */
    readonly remedy: Words;
    readonly severity: 'error' | 'warning';
};

export type Exploration = {
    /**
     * Of which revision; an earlier one does not count
     */
    readonly revision: number;
    readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
    /**
     * 0 to 1
     */
    readonly progress: number;
    readonly finishedAt: string | null;
    readonly report: ExploreReport | null;
};

export type PlaceOfComment = {
    readonly file?: string;
    readonly line?: number;
    readonly step?: string;
};

export type DraftComment = {
    readonly id: string;
    readonly by: Writer;
    readonly at: string;
    readonly revision: number;
    readonly place?: PlaceOfComment;
    readonly text: string;
    readonly settledAt: string | null;
};

export type PublicationBlocker = {
    readonly text: Words;
    /**
     * Path of the field at fault in what was sent
     */
    readonly field?: string;
    readonly runId?: string;
    readonly step?: string;
    readonly basis?: ReadonlyArray<string>;
    /**
     * Id of what it is about: a safeguard
     */
    readonly about?: string;
    /**
     * Of a broken promise: what happens to the child
     */
    readonly story?: Words;
    /**
     * Its history, one line an act
     */
    readonly lines?: ReadonlyArray<Words>;
    readonly code: 'has-errors' | 'other-protocol' | 'version-exists' | 'version-says-too-little' | 'version-not-newer' | 'too-much-work' | 'no-change-notes' | 'in-force-past' | 'not-explored' | 'exploring' | 'exploration-failed' | 'broken-safeguard' | 'broken-promise' | 'dropped-safeguard' | 'lost-proof' | 'not-approved';
};

export type ProtocolDraft = {
    readonly id: string;
    readonly protocol: string;
    readonly from: string | null;
    readonly version: string | null;
    readonly title: Words | null;
    readonly state: 'drafting' | 'in-review' | 'approved' | 'published' | 'abandoned';
    readonly author: Writer;
    readonly changedAt: string;
    /**
     * For `If-Match`
     */
    readonly revision: number;
    /**
     * By path inside the folder of the version; 1 MB together at most
     */
    readonly files: {
        readonly [key: string]: string;
    };
    readonly changeNotes: Words | null;
    readonly inForceFrom: string | null;
    readonly problems: ReadonlyArray<CheckProblem>;
    /**
     * While it can be read
     */
    readonly diff: ProtocolDiff | null;
    readonly exploration: Exploration | null;
    readonly comments: ReadonlyArray<DraftComment>;
    /**
     * What keeps it from being published
     */
    readonly blockedBy: ReadonlyArray<PublicationBlocker>;
    readonly may: ReadonlyArray<'save' | 'submit' | 'comment' | 'approve' | 'accept-loss' | 'send-back' | 'publish' | 'abandon'>;
};

export type Notes = {
    readonly fr: string;
    readonly en: string;
};

export type SaveDraftFiles = {
    /**
     * By path inside the folder of the version; 1 MB together at most
     */
    readonly files: {
        readonly [key: string]: string;
    };
    /**
     * What changes, for practitioners
     */
    readonly changeNotes?: Notes;
    /**
     * Default: when it is published
     */
    readonly inForceFrom?: string;
};

export type SendBack = {
    readonly reason: string;
};

export type AddComment = {
    readonly text: string;
    readonly place?: PlaceOfComment;
};

export type DayHours = {
    readonly from: string;
    /**
     * Not later than `from`: the next morning
     */
    readonly to: string;
};

export type OpeningHours = {
    readonly weekdays: DayHours | null;
    /**
     * Weekends and public holidays
     */
    readonly weekends: DayHours | null;
};

export type OnCallContact = {
    readonly id: string;
    readonly name: string;
    readonly phones: ReadonlyArray<string>;
    /**
     * Null: day and night
     */
    readonly hours: OpeningHours | null;
    /**
     * Whether they answer now, by the clock of the territory
     */
    readonly isOpen: boolean;
    readonly say: string | null;
    readonly languages: ReadonlyArray<string>;
    readonly sexes: ReadonlyArray<'woman' | 'man'>;
    readonly byTelephone: boolean;
    /**
     * When somebody last made sure of it
     */
    readonly verifiedAt: string;
    /**
     * That was too long ago: it is to be made sure of again
     */
    readonly isStale: boolean;
};

export type OnCallKind = {
    readonly kind: 'duty-prosecutor' | 'crip-unit' | 'ase-on-duty' | 'emergency-placement' | 'forensic-unit' | 'duty-line' | 'interpreter-line';
    readonly title: Words;
    /**
     * What to say to them
     */
    readonly say: Words;
    readonly contacts: ReadonlyArray<OnCallContact>;
};

export type OnCallTerritory = {
    readonly territory: string;
    readonly name: string;
    /**
     * IANA time zone
     */
    readonly zone: string;
    /**
     * Every kind there is
     */
    readonly kinds: ReadonlyArray<OnCallKind>;
};

export type OnCallDirectory = {
    /**
     * Where a team works, or that has a contact
     */
    readonly items: ReadonlyArray<OnCallTerritory>;
};

export type NewOnCallContact = {
    readonly name: string;
    /**
     * The first is called first
     */
    readonly phones: ReadonlyArray<string>;
    /**
     * Null: day and night
     */
    readonly hours: OpeningHours | null;
    /**
     * What to say, beside what is always said to its kind
     */
    readonly say?: string;
    /**
     * Of an interpreter
     */
    readonly languages?: ReadonlyArray<string>;
    /**
     * Of an interpreter
     */
    readonly sexes?: ReadonlyArray<'woman' | 'man'>;
    /**
     * Of an interpreter: also by telephone
     */
    readonly byTelephone?: boolean;
    /**
     * INSEE code of the département: 93, 2A, 974
     */
    readonly territory: string;
    readonly kind: 'duty-prosecutor' | 'crip-unit' | 'ase-on-duty' | 'emergency-placement' | 'forensic-unit' | 'duty-line' | 'interpreter-line';
};

export type OnCallContactToWrite = {
    readonly name: string;
    /**
     * The first is called first
     */
    readonly phones: ReadonlyArray<string>;
    /**
     * Null: day and night
     */
    readonly hours: OpeningHours | null;
    /**
     * What to say, beside what is always said to its kind
     */
    readonly say?: string;
    /**
     * Of an interpreter
     */
    readonly languages?: ReadonlyArray<string>;
    /**
     * Of an interpreter
     */
    readonly sexes?: ReadonlyArray<'woman' | 'man'>;
    /**
     * Of an interpreter: also by telephone
     */
    readonly byTelephone?: boolean;
};

export type ServiceImport = {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    /**
     * Services that it added
     */
    readonly services: number;
    /**
     * Of these, those that undoing would take away: nobody touched them since
     */
    readonly untouched: number;
    readonly undoneAt: string | null;
};

export type ServiceImports = {
    /**
     * The newest first, twenty at most
     */
    readonly items: ReadonlyArray<ServiceImport>;
};

export type ServiceTable = {
    /**
     * A table as spreadsheets write it: semicolons, tabs or commas, its first line naming columns
     */
    readonly table: string;
};

export type PreviewedService = {
    readonly line: number;
    readonly name: string;
    readonly kind: 'crip' | 'ase' | 'uaped' | 'umj' | 'police-unit' | 'court' | 'duty-prosecution' | 'pjj' | 'ngo' | 'young-shelter' | 'remote-shelter' | 'foster-service' | 'psychotherapy' | 'legal-aid' | 'interpreting-service' | 'street-outreach' | 'street-educators' | 'employer-programme' | 'cross-border' | 'cegidd' | 'sexual-health-centre' | 'csapa' | 'adolescent-centre' | 'pmi' | 'mdph' | 'school-nurse' | 'france-victimes' | 'national-line';
    /**
     * Names of territories; none: the whole country
     */
    readonly territories: ReadonlyArray<string>;
};

export type TableProblem = {
    /**
     * Number of the line in the file, from 1
     */
    readonly line: number;
    /**
     * What the column is called
     */
    readonly column: string | null;
    /**
     * Of what can’t be read, or as the form for one service refuses it
     */
    readonly code: string;
    readonly text: Words;
    /**
     * What stands there, shortened
     */
    readonly found: string;
};

export type ImportPreview = {
    /**
     * Services that would be added
     */
    readonly added: number;
    /**
     * The first of them
     */
    readonly first: ReadonlyArray<PreviewedService>;
    /**
     * Lines that are in the directory already: same name, same territories
     */
    readonly known: number;
    /**
     * How much is wrong in all
     */
    readonly wrong: number;
    /**
     * The first that is wrong, by line
     */
    readonly problems: ReadonlyArray<TableProblem>;
    /**
     * Titles of columns that nobody reads: what they say would be lost
     */
    readonly unread: ReadonlyArray<string>;
    /**
     * What columns may be called
     */
    readonly columns: ReadonlyArray<string>;
};

export type FindServices = {
    /**
     * A part of the name
     */
    readonly text?: string;
    /**
     * INSEE code of a département
     */
    readonly territory?: string;
    readonly kind?: 'crip' | 'ase' | 'uaped' | 'umj' | 'police-unit' | 'court' | 'duty-prosecution' | 'pjj' | 'ngo' | 'young-shelter' | 'remote-shelter' | 'foster-service' | 'psychotherapy' | 'legal-aid' | 'interpreting-service' | 'street-outreach' | 'street-educators' | 'employer-programme' | 'cross-border' | 'cegidd' | 'sexual-health-centre' | 'csapa' | 'adolescent-centre' | 'pmi' | 'mdph' | 'school-nurse' | 'france-victimes' | 'national-line';
    readonly only?: 'to-check' | 'excludes-16-17';
    /**
     * How many to pass over
     */
    readonly from?: number;
};

export type ServedAges = {
    readonly from: number;
    readonly to: number;
};

export type ServiceMember = {
    readonly id: string;
    readonly name: string;
};

export type DirectoryService = {
    readonly name: string;
    readonly kind: 'crip' | 'ase' | 'uaped' | 'umj' | 'police-unit' | 'court' | 'duty-prosecution' | 'pjj' | 'ngo' | 'young-shelter' | 'remote-shelter' | 'foster-service' | 'psychotherapy' | 'legal-aid' | 'interpreting-service' | 'street-outreach' | 'street-educators' | 'employer-programme' | 'cross-border' | 'cegidd' | 'sexual-health-centre' | 'csapa' | 'adolescent-centre' | 'pmi' | 'mdph' | 'school-nurse' | 'france-victimes' | 'national-line';
    /**
     * INSEE codes of départements; none: the whole country
     */
    readonly territories: ReadonlyArray<string>;
    /**
     * Null: not known
     */
    readonly needs: ReadonlyArray<'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence'> | null;
    /**
     * Null: not known
     */
    readonly ages: ServedAges | null;
    /**
     * Null: not known
     */
    readonly sexes: ReadonlyArray<'girl' | 'boy' | 'other'> | null;
    /**
     * BCP 47; null: not known
     */
    readonly languages: ReadonlyArray<string> | null;
    /**
     * What it is known to have
     */
    readonly has: ReadonlyArray<'cultural-mediation' | 'recording-room' | 'secret-address' | 'night-staff' | 'without-papers' | 'exploitation-expertise' | 'forensic-without-complaint' | 'specialised-posts'>;
    /**
     * What it is known not to have
     */
    readonly hasNot: ReadonlyArray<'cultural-mediation' | 'recording-room' | 'secret-address' | 'night-staff' | 'without-papers' | 'exploitation-expertise' | 'forensic-without-complaint' | 'specialised-posts'>;
    /**
     * Places that are free now
     */
    readonly freePlaces?: number | null;
    /**
     * Days that one waits
     */
    readonly waitingDays?: number | null;
    /**
     * The first is called first
     */
    readonly phones: ReadonlyArray<string>;
    /**
     * Where it can be asked by mail
     */
    readonly email?: string;
    readonly opening: 'unknown' | 'always' | 'at-hours';
    /**
     * Of `at-hours`
     */
    readonly hours?: OpeningHours | null;
    /**
     * Left out: as it was; empty: none. One that is secret is never given back to who keeps the directory
     */
    readonly address?: string;
    /**
     * What to know before asking
     */
    readonly say?: string;
    readonly id: string;
    /**
     * Names of the territories
     */
    readonly territoryNames: ReadonlyArray<string>;
    /**
     * Its address is secret: it can be replaced here, and not read
     */
    readonly hasSecretAddress: boolean;
    /**
     * Of the free places
     */
    readonly placesAt: string | null;
    /**
     * When somebody last made sure of it
     */
    readonly verifiedAt: string;
    /**
     * Who
     */
    readonly verifiedBy: string;
    /**
     * That was too long ago (TOOL): it is to be made sure of again
     */
    readonly isStale: boolean;
    /**
     * G05: takes younger minors, and shuts out those of sixteen and seventeen
     */
    readonly excludesSixteenSeventeen: boolean;
    readonly members: ReadonlyArray<ServiceMember>;
};

export type DirectoryServices = {
    readonly items: ReadonlyArray<DirectoryService>;
    /**
     * Of all that fit what was asked
     */
    readonly total: number;
    /**
     * Hand back as `from`; null at the end
     */
    readonly next: number | null;
    /**
     * Of all services, those to be made sure of again
     */
    readonly toCheck: number;
    /**
     * Accounts of partners, who may be made members
     */
    readonly partners: ReadonlyArray<ServiceMember>;
};

export type ServiceToWrite = {
    readonly name: string;
    readonly kind: 'crip' | 'ase' | 'uaped' | 'umj' | 'police-unit' | 'court' | 'duty-prosecution' | 'pjj' | 'ngo' | 'young-shelter' | 'remote-shelter' | 'foster-service' | 'psychotherapy' | 'legal-aid' | 'interpreting-service' | 'street-outreach' | 'street-educators' | 'employer-programme' | 'cross-border' | 'cegidd' | 'sexual-health-centre' | 'csapa' | 'adolescent-centre' | 'pmi' | 'mdph' | 'school-nurse' | 'france-victimes' | 'national-line';
    /**
     * INSEE codes of départements; none: the whole country
     */
    readonly territories: ReadonlyArray<string>;
    /**
     * Null: not known
     */
    readonly needs: ReadonlyArray<'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence'> | null;
    /**
     * Null: not known
     */
    readonly ages: ServedAges | null;
    /**
     * Null: not known
     */
    readonly sexes: ReadonlyArray<'girl' | 'boy' | 'other'> | null;
    /**
     * BCP 47; null: not known
     */
    readonly languages: ReadonlyArray<string> | null;
    /**
     * What it is known to have
     */
    readonly has: ReadonlyArray<'cultural-mediation' | 'recording-room' | 'secret-address' | 'night-staff' | 'without-papers' | 'exploitation-expertise' | 'forensic-without-complaint' | 'specialised-posts'>;
    /**
     * What it is known not to have
     */
    readonly hasNot: ReadonlyArray<'cultural-mediation' | 'recording-room' | 'secret-address' | 'night-staff' | 'without-papers' | 'exploitation-expertise' | 'forensic-without-complaint' | 'specialised-posts'>;
    /**
     * Places that are free now
     */
    readonly freePlaces?: number | null;
    /**
     * Days that one waits
     */
    readonly waitingDays?: number | null;
    /**
     * The first is called first
     */
    readonly phones: ReadonlyArray<string>;
    /**
     * Where it can be asked by mail
     */
    readonly email?: string;
    readonly opening: 'unknown' | 'always' | 'at-hours';
    /**
     * Of `at-hours`
     */
    readonly hours?: OpeningHours | null;
    /**
     * Left out: as it was; empty: none. One that is secret is never given back to who keeps the directory
     */
    readonly address?: string;
    /**
     * What to know before asking
     */
    readonly say?: string;
};

export type SafeContact = {
    readonly how?: string;
    readonly hours?: string;
    readonly codeWord?: string;
    readonly mayBeLeft?: string;
    readonly whoElseReads?: string;
};

export type Child = {
    /**
     * What the child is called: given name, nickname, or "Inconnu·e"
     */
    readonly calledName: string;
    readonly givenNames?: string;
    readonly familyName?: string;
    readonly alsoKnownAs?: ReadonlyArray<string>;
    /**
     * EDTF: 2009, 2009-05, 2009-05-12, 2009~
     */
    readonly birth?: string;
    readonly gender?: 'girl' | 'boy' | 'other' | 'unknown';
    readonly nationality?: string;
    /**
     * BCP 47 codes
     */
    readonly languages?: ReadonlyArray<string>;
    readonly phones?: ReadonlyArray<string>;
    /**
     * G16: unknown = none
     */
    readonly safeContact?: SafeContact;
};

export type NotDuplicate = {
    readonly caseFileId: string;
    /**
     * Why it is another child
     */
    readonly why: string;
};

export type OpenCaseFile = {
    /**
     * Made by the client, in small letters
     */
    readonly id: string;
    readonly child: Child;
    readonly urgentDangerSeen: 'yes' | 'no' | 'unknown' | 'not-asked';
    /**
     * When the child was first met: ISO 8601 instant or EDTF date
     */
    readonly firstContactAt?: string;
    readonly notDuplicates: ReadonlyArray<NotDuplicate>;
};

export type ShownName = {
    readonly id: string;
    /**
     * The name, or that it is redacted
     */
    readonly name: string | Redacted;
};

export type Renumbered = {
    readonly was: string;
    readonly is: string;
    /**
     * Since when
     */
    readonly from: string;
};

export type CitedSource = {
    readonly code: string;
    readonly text: Words;
    readonly confidence?: 'A' | 'B' | 'C';
    /**
     * Lines of the report
     */
    readonly lines?: string;
    /**
     * In force, or decided, on this day
     */
    readonly inForce?: string;
    readonly aliases?: ReadonlyArray<Renumbered>;
};

export type LetterOnItsWay = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    /**
     * When it left
     */
    readonly sentAt: string;
};

export type Authority = {
    readonly title: Words;
    /**
     * The service itself: nobody else has to be asked
     */
    readonly isOurs: boolean;
    /**
     * Why it is competent now
     */
    readonly because: Words;
    readonly basis: ReadonlyArray<CitedSource>;
    /**
     * Since when it has the case; null: nothing says that it was seized
     */
    readonly seizedAt: string | null;
    /**
     * A letter that seizes it left, and its step is to be ended; null once it was seized
     */
    readonly letter: LetterOnItsWay | null;
};

export type ChargeStep = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
};

export type UnknownFact = {
    readonly title: Words;
    /**
     * The step that asks for it
     */
    readonly askedBy: ChargeStep | null;
};

export type ChargeQuestion = {
    readonly authority: Words;
    readonly facts: ReadonlyArray<UnknownFact>;
};

export type ChargeDueStep = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    readonly dueAt: string | null;
    /**
     * Due without delay
     */
    readonly atOnce: boolean;
    /**
     * It should have been there by now
     */
    readonly isLate: boolean;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL' | null;
};

export type AskedOfAuthority = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    /**
     * Whom
     */
    readonly to: Words;
    /**
     * Since when
     */
    readonly at: string;
    /**
     * The answer that is waited for
     */
    readonly waitsFor: ChargeDueStep | null;
    /**
     * An answer is due at all: without, it is a notice
     */
    readonly expectsAnswer: boolean;
    /**
     * What is done without an answer
     */
    readonly silence: Words;
    readonly basis: ReadonlyArray<CitedSource>;
};

export type ChargeLetter = {
    /**
     * Name of its kind
     */
    readonly id: string;
    readonly title: Words;
};

export type ToAskAuthority = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    readonly dueAt: string | null;
    /**
     * Due without delay
     */
    readonly atOnce: boolean;
    /**
     * It should have been there by now
     */
    readonly isLate: boolean;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL' | null;
    /**
     * Whom
     */
    readonly to: Words;
    readonly letters: ReadonlyArray<ChargeLetter>;
};

export type Charge = {
    /**
     * The competent authority, or that it is redacted; null: nothing that is known decides it yet
     */
    readonly authority: Authority | Redacted | null;
    /**
     * What nobody knows, and would make another competent, or that it is redacted
     */
    readonly open: ReadonlyArray<ChargeQuestion> | Redacted;
    /**
     * The newest first
     */
    readonly asked: ReadonlyArray<AskedOfAuthority>;
    /**
     * In the order of the file
     */
    readonly toAsk: ReadonlyArray<ToAskAuthority>;
};

export type Territory = {
    /**
     * INSEE code
     */
    readonly code: string;
    readonly name: string;
    readonly zone: string;
};

export type Person = {
    /**
     * Of the row in the list of adults
     */
    readonly id: string;
    /**
     * The value, or that it is redacted
     */
    readonly name: string | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly relation: 'mother' | 'father' | 'parent' | 'step_parent' | 'guardian' | 'sibling' | 'relative' | 'friend' | 'neighbour' | 'partner' | 'exploiter' | 'professional' | 'other' | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly familyRole?: 'protective' | 'overwhelmed' | 'unaware' | 'implicated' | 'unknown' | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly livesWithChild?: 'yes' | 'no' | 'unknown' | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly mayContact?: 'yes' | 'no' | 'unknown' | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly contact?: string | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly note?: string | Redacted;
    /**
     * Whether this person may be contacted now (G07)
     */
    readonly mayBeContacted: boolean;
    readonly whyNot?: Words;
};

export type Days = {
    /**
     * Epoch milliseconds
     */
    readonly endOfToday: number;
    /**
     * Epoch milliseconds
     */
    readonly endOfWeek: number;
};

export type SameAct = {
    readonly runId: string;
    readonly step: string;
    readonly entryId: string;
    /**
     * Epoch milliseconds
     */
    readonly at: number;
};

export type StepPlace = {
    readonly runId: string;
    readonly step: string;
};

export type Reminder = {
    /**
     * Epoch milliseconds
     */
    readonly at: number;
    readonly do?: 'remind';
    readonly tell?: 'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF';
};

export type DeadlineView = {
    readonly id: string;
    readonly runId: string;
    readonly step: string;
    readonly of: 'step' | 'approval';
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    readonly owner: 'ours' | 'outside';
    readonly basis: ReadonlyArray<string>;
    /**
     * `null`: the starting fact has no date yet
     */
    readonly from: number | null;
    /**
     * Epoch milliseconds
     */
    readonly dueAt: number | null;
    /**
     * Later than `dueAt` for "at once"
     */
    readonly lateFrom: number | null;
    /**
     * Without delay
     */
    readonly atOnce: boolean;
    /**
     * It had passed before the case reached us
     */
    readonly passedBefore?: number;
    /**
     * When a medical window closed
     */
    readonly closedAt?: number;
    /**
     * What remains to be done then
     */
    readonly remains?: Words;
    /**
     * When what happened met it
     */
    readonly metAt: number | null;
    /**
     * Of a duty that comes again
     */
    readonly lastDoneAt?: number;
    readonly reminders: ReadonlyArray<Reminder>;
};

export type StepView = {
    readonly id: string;
    readonly code: string;
    /**
     * The same act in every protocol that asks it
     */
    readonly part?: string;
    readonly kind: 'form' | 'checklist' | 'decision' | 'interview' | 'referral' | 'approval' | 'document' | 'recorded-act';
    readonly title: Words;
    readonly state: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived';
    readonly protective: boolean;
    readonly repeatable: boolean;
    /**
     * Entries that stand, oldest first
     */
    readonly entryIds: ReadonlyArray<string>;
    /**
     * The entry that waits for a second person
     */
    readonly toApprove: string | null;
    readonly missingWords?: ReadonlyArray<'best-interests' | 'child-view'>;
    readonly missingEvidence?: ReadonlyArray<string>;
    /**
     * Epoch milliseconds
     */
    readonly opensAt: number | null;
    readonly doneElsewhere?: SameAct;
    /**
     * It needs the child, who is not there
     */
    readonly suspendedBy?: StepPlace;
    /**
     * What it was for holds no more
     */
    readonly isOver?: true;
    /**
     * It says that somebody was called
     */
    readonly saysCalled?: true;
    readonly deadline: DeadlineView | null;
    readonly approvalDeadline: DeadlineView | null;
};

export type OutcomeView = {
    readonly id: string;
    readonly title: Words;
    readonly protects: 'full' | 'less';
    readonly note: Words | null;
    /**
     * After it the case is nobody’s work
     */
    readonly rests?: RestDefinition;
    /**
     * A court has said so for good
     */
    readonly age?: 'adult';
};

export type AbsenceView = {
    /**
     * The step that ends it
     */
    readonly at: string;
    /**
     * The date since when, a fact of the run
     */
    readonly since?: string;
    /**
     * The hour of that day, a fact of the run
     */
    readonly hour?: string;
    readonly isOver: boolean;
};

export type RowSaysView = {
    /**
     * Fact id of the list
     */
    readonly list: string;
    readonly row: string;
    /**
     * Which parts of what its rows may say, from 0
     */
    readonly lines: ReadonlyArray<number>;
    readonly text: Words;
};

export type SafeguardView = {
    readonly id: string;
    readonly title: Words;
    readonly basis: ReadonlyArray<string>;
};

export type RunView = {
    readonly runId: string;
    readonly protocol: string;
    readonly version: string;
    readonly title: Words;
    /**
     * Epoch milliseconds
     */
    readonly openedAt: number;
    readonly steps: ReadonlyArray<StepView>;
    readonly outcome: OutcomeView | null;
    /**
     * What the outcome tells of the child
     */
    readonly tells?: 'age';
    /**
     * Of a run that is an absence of the child
     */
    readonly absence?: AbsenceView;
    /**
     * Of rows that say something
     */
    readonly says?: ReadonlyArray<RowSaysView>;
    /**
     * Every step done, waived or not applicable
     */
    readonly ended: boolean;
    readonly brokenSafeguards?: ReadonlyArray<SafeguardView>;
};

export type AnswerWithNote = {
    readonly answer: 'yes' | 'no' | 'unknown' | 'not-asked' | 'refused';
    readonly note?: string;
};

export type FactRow = {
    readonly id: string;
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        };
    };
};

export type FactView = {
    readonly fact: string;
    /**
     * `null`: owned by the case
     */
    readonly runId: string | null;
    readonly value: string | number | ReadonlyArray<string> | AnswerWithNote | {
        readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
    };
    /**
     * Of a list, whose `value` is empty
     */
    readonly rows?: ReadonlyArray<FactRow>;
    /**
     * No other row can come
     */
    readonly isClosed?: boolean;
    readonly entryId: string;
    readonly seq: number;
};

export type Deviation = {
    readonly kind: 'late' | 'late-recording' | 'waived' | 'out-of-order' | 'flag' | 'rights-incident';
    readonly runId: string;
    readonly step: string;
    readonly entryId: string | null;
    readonly origin?: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    readonly owner?: 'ours' | 'outside';
    /**
     * Of a late one: milliseconds
     */
    readonly by?: number;
    readonly text: Words;
    readonly tell?: 'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF';
};

export type CaseView = {
    readonly seq: number;
    /**
     * Epoch milliseconds
     */
    readonly now: number;
    /**
     * Last moments of today and of the seventh day after it
     */
    readonly days: Days;
    readonly runs: ReadonlyArray<RunView>;
    /**
     * Facts in effect
     */
    readonly facts: ReadonlyArray<FactView>;
    readonly deadlines: ReadonlyArray<DeadlineView>;
    readonly deviations: ReadonlyArray<Deviation>;
    /**
     * When time alone changes something next
     */
    readonly nextChangeAt: number | null;
};

export type NextCall = {
    readonly title: Words;
    /**
     * Null: the directory has nobody of this kind
     */
    readonly name: string | null;
    /**
     * The first is called first
     */
    readonly phones: ReadonlyArray<string>;
    readonly isOpen: boolean;
};

export type NextStep = {
    readonly runId: string;
    readonly protocol: string;
    readonly step: string;
    readonly title: Words;
    /**
     * Its band in the one order of all steps
     */
    readonly band: 'protects-now' | 'late-law' | 'today' | 'late' | 'this-week' | 'to-confirm' | 'others' | 'later';
    /**
     * What presses, where the date does not say it
     */
    readonly why: Words | null;
    /**
     * Why it is asked of this child, from what was recorded, redacted to what you may see
     */
    readonly grounds?: Words | null;
    readonly dueAt: string | null;
    /**
     * Due without delay; late from `lateFrom` on
     */
    readonly atOnce?: boolean;
    readonly lateFrom?: string | null;
    readonly origin?: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL' | null;
    /**
     * On the page of a case: whom it says to call, in order
     */
    readonly calls?: ReadonlyArray<NextCall>;
};

export type ShownChild = {
    /**
     * What the child is called: given name, nickname, or "Inconnu·e"
     */
    readonly calledName: string;
    readonly givenNames?: string;
    readonly familyName?: string;
    readonly alsoKnownAs?: ReadonlyArray<string>;
    /**
     * EDTF: 2009, 2009-05, 2009-05-12, 2009~
     */
    readonly birth?: string;
    readonly gender?: 'girl' | 'boy' | 'other' | 'unknown';
    readonly nationality?: string;
    /**
     * BCP 47 codes
     */
    readonly languages?: ReadonlyArray<string>;
    /**
     * Numbers, or that it is redacted
     */
    readonly phones?: ReadonlyArray<string> | Redacted;
    /**
     * How they may safely be reached, or that it is redacted
     */
    readonly safeContact?: SafeContact | Redacted;
};

export type OpensWith = {
    readonly runId: string;
    readonly step: string;
};

export type Because = {
    readonly text: Words;
    /**
     * Its name in the conditions of the protocol
     */
    readonly name?: string;
    /**
     * Fact that it is about
     */
    readonly fact?: string;
    readonly runId?: string;
    readonly step?: string;
    readonly basis: ReadonlyArray<string>;
    /**
     * Where the missing answer can be given
     */
    readonly opensWith?: OpensWith;
};

export type Explanation = {
    readonly state: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived';
    readonly summary: Words;
    readonly because: ReadonlyArray<Because>;
    readonly basis: ReadonlyArray<string>;
};

export type CaseEvent = {
    /**
     * The fact and the answer that telling it records
     */
    readonly id: string;
    readonly fact: string;
    readonly answer: string;
    readonly title: Words;
    readonly hint?: Words;
    /**
     * Facts that are asked with it
     */
    readonly asks: ReadonlyArray<string>;
    /**
     * The protocol that answers it
     */
    readonly protocol: string | null;
    /**
     * That protocol may be engaged again once it has ended
     */
    readonly recurs: boolean;
    /**
     * Whom to call before writing anything
     */
    readonly numbers: ReadonlyArray<string>;
    readonly urgent: boolean;
    /**
     * What it says of an absence
     */
    readonly absence: 'begins' | 'ends' | null;
};

export type Call = {
    readonly who: Words;
    readonly why?: Words;
    /**
     * Where they are the same everywhere
     */
    readonly numbers: ReadonlyArray<string>;
};

export type AnswerOfRole = {
    readonly code: string;
    readonly label: Words;
    /**
     * Behind the title of the fact
     */
    readonly sentence: Words;
    /**
     * Marked wherever the child is named
     */
    readonly isMarked: boolean;
};

export type Clash = {
    readonly kind: 'child' | 'escort' | 'reader' | 'away';
    /**
     * `false`: the hour of one of them is not known
     */
    readonly isSure: boolean;
};

export type AppointmentOutline = {
    readonly id: string;
    readonly kind: 'hearing' | 'confrontation' | 'authority' | 'medical' | 'placement' | 'transport' | 'meeting' | 'case-conference' | 'other';
    readonly state: 'planned' | 'moved' | 'held' | 'cancelled' | 'missed-by-child' | 'missed-by-service';
    /**
     * By the clocks of the case
     */
    readonly day: string;
    /**
     * `null`: not known yet
     */
    readonly hour: string | null;
    readonly minutes: number | null;
    /**
     * What nobody has settled yet
     */
    readonly missing: ReadonlyArray<'third-person' | 'escort' | 'interpreter' | 'interpreter-not-found' | 'told' | 'hour'>;
    /**
     * Within what the reader sees
     */
    readonly clashes: ReadonlyArray<Clash>;
};

export type LeadProposal = {
    readonly id: string;
    readonly state: 'open' | 'silent' | 'refused';
    /**
     * Who is asked, or that it is redacted
     */
    readonly to: string | Redacted;
    /**
     * Their teams, or that it is redacted
     */
    readonly teams: string | Redacted;
    /**
     * Who proposed it, or that it is redacted
     */
    readonly by: string | Redacted;
    readonly at: string;
    /**
     * TOOL; without an answer it is over then
     */
    readonly until: string;
    /**
     * Why it is proposed, or that it is redacted
     */
    readonly words: string | Redacted;
    readonly refusal: 'too-many' | 'away-soon' | 'better-placed' | 'not-trained' | 'other' | null;
    /**
     * What was said with a refusal, or that it is redacted
     */
    readonly answer: string | Redacted | null;
    /**
     * The reader is asked, and may answer
     */
    readonly mayAnswer: boolean;
    /**
     * The reader may take it back, or put it away
     */
    readonly mayClose: boolean;
};

export type May = {
    readonly write: boolean;
    readonly approve: boolean;
    readonly assign: boolean;
};

export type CaseFile = {
    /**
     * Until when the reader’s emergency access lasts, where they have no other relation to the case
     */
    readonly emergencyUntil?: string | null;
    readonly id: string;
    readonly reference: string;
    /**
     * The child, or that it is redacted
     */
    readonly child: ShownChild | Redacted;
    readonly lead: ShownName | null;
    /**
     * Which authority is competent, what is asked of whom; null: the protocols say nothing of it
     */
    readonly charge: Charge | null;
    readonly team: Named;
    readonly territory: Territory;
    readonly openedAt: string;
    readonly people: ReadonlyArray<Person>;
    readonly state: CaseView;
    /**
     * Facts that exist and that this reader may not see; a field of a list’s rows as `list.field`
     */
    readonly redactedFacts: ReadonlyArray<string>;
    /**
     * Facts whose note this reader may not see
     */
    readonly redactedNotes: ReadonlyArray<string>;
    readonly next: NextStep | null;
    /**
     * By `runId/step`
     */
    readonly explanations: {
        readonly [key: string]: Explanation;
    };
    /**
     * When this reader saved a draft, by `runId/step`
     */
    readonly drafts: {
        readonly [key: string]: string;
    };
    /**
     * When a letter that does it left, by `runId/step`, as long as nobody has ended that step since
     */
    readonly letterSentAt: {
        readonly [key: string]: string;
    };
    /**
     * Names of accounts, by id
     */
    readonly names: {
        readonly [key: string]: string;
    };
    /**
     * What can be told in one press, the most urgent first
     */
    readonly events: ReadonlyArray<CaseEvent>;
    /**
     * Whom to call while the child is missing, in order
     */
    readonly calls: ReadonlyArray<Call>;
    /**
     * What the danger may be, the gravest first
     */
    readonly dangers: ReadonlyArray<AnswerOfRole>;
    /**
     * Ids of facts of the case, by what they are read as
     */
    readonly factIds: {
        readonly [key: string]: string;
    };
    /**
     * The version in force, by run that is at work by an older one of its protocol
     */
    readonly newerVersions: {
        readonly [key: string]: string;
    };
    /**
     * Whether a tie to another child is to be answered
     */
    readonly isTieAsked: boolean;
    /**
     * Whether a service was ever asked to help this child
     */
    readonly isServiceAsked: boolean;
    /**
     * The next appointment, or the one that is now; null: none is planned, or of a page as it was known then
     */
    readonly nextAppointment: AppointmentOutline | null;
    /**
     * That somebody is asked to lead it; null: nobody is, or of a page as it was known then
     */
    readonly leadProposal: LeadProposal | null;
    readonly may: May;
};

export type DuplicateSearch = {
    readonly child: Child;
};

export type Likeness = {
    readonly code: 'same-name' | 'sounds-alike' | 'same-phone' | 'birth-overlaps';
    readonly text: Words;
};

export type DuplicateMatch = {
    readonly caseFileId: string;
    readonly reference: string;
    readonly calledName: string;
    readonly birth?: string;
    readonly lead: string | null;
    readonly why: ReadonlyArray<Likeness>;
};

export type DuplicateMatches = {
    readonly items: ReadonlyArray<DuplicateMatch>;
};

export type CaseFileSearch = {
    /**
     * A reference, beginnings of names, or a phone number
     */
    readonly text?: string;
    readonly scope?: 'mine' | 'team';
    readonly late?: boolean;
    /**
     * Codes of danger as it was last weighed; `to_weigh`: of which nobody has weighed any, or not since one was seen
     */
    readonly danger?: ReadonlyArray<string>;
    readonly sort?: 'danger' | 'recent' | 'due';
    readonly cursor?: string;
    readonly limit?: number;
};

export type UnknownAge = {
    readonly kind: 'unknown';
};

export type ExactAge = {
    readonly kind: 'exact';
    readonly years: number;
};

export type AgeBetween = {
    readonly kind: 'between';
    readonly low: number;
    readonly high: number;
    readonly isEstimated: boolean;
};

export type PastEighteen = {
    readonly kind: 'past18';
    /**
     * The day of that birthday
     */
    readonly on: string;
    readonly isEstimated: boolean;
};

export type Redacted = {
    readonly redacted: true;
    /**
     * Whom to ask
     */
    readonly ask: string;
};

export type CaseFileSummary = {
    readonly id: string;
    readonly reference: string;
    /**
     * The value, or that it is redacted
     */
    readonly calledName: string | Redacted;
    /**
     * The age, or that it is redacted
     */
    readonly age: UnknownAge | ExactAge | AgeBetween | PastEighteen | Redacted;
    /**
     * `null`: not known yet
     */
    readonly danger: AnswerOfRole | null;
    /**
     * A danger was seen that nobody has weighed since
     */
    readonly isDangerSeen: boolean;
    /**
     * `null`: not known yet
     */
    readonly victimStatus: AnswerOfRole | null;
    readonly lead: Named | null;
    readonly team: Named;
    readonly openedAt: string;
    /**
     * Acts of ours that are late
     */
    readonly lateCount: number;
    /**
     * Acts that wait for a second person, late or not
     */
    readonly approvalCount: number;
    readonly nextDueAt: string | null;
};

export type CaseFilePage = {
    readonly items: ReadonlyArray<CaseFileSummary>;
    /**
     * What the danger may be, the gravest first
     */
    readonly dangers: ReadonlyArray<AnswerOfRole>;
    readonly next: string | null;
};

export type TookPart = {
    readonly role: 'TS' | 'REF' | 'CRIP' | 'EVAL' | 'MED' | 'PSY' | 'INT' | 'LOG' | 'ONG' | 'SUP' | 'AUD' | 'OPJ' | 'PROC' | 'JE' | 'JI' | 'AAH' | 'AVO' | 'PREF';
    readonly name?: string;
};

export type ShownValue = {
    readonly fact: string;
    readonly title: Words;
    readonly shown: Words;
    /**
     * As recorded
     */
    readonly value?: string | number | ReadonlyArray<string> | AnswerWithNote | {
        readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
    };
    readonly fieldClass?: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly redacted?: boolean;
};

export type Paper = {
    readonly title: Words;
    readonly reference: string;
    /**
     * Where it is kept
     */
    readonly place?: string;
};

export type TimelineEntry = {
    readonly entryId: string;
    readonly seq: number;
    /**
     * Of the journal; or an act beside it, by its name alone
     */
    readonly kind: 'run-opened' | 'run-moved' | 'step-completed' | 'entry-approved' | 'entry-returned' | 'step-waived' | 'entry-amended' | 'facts-recorded' | 'note-added' | 'act-beside';
    readonly title: Words;
    readonly protocol: string | null;
    readonly runId: string | null;
    readonly step: string | null;
    /**
     * The row that it added or was about
     */
    readonly rowId?: string;
    readonly occurredAt: string;
    readonly occurredPrecision: 'minute' | 'day' | 'month' | 'year';
    readonly recordedAt: string;
    readonly by: string;
    readonly participants: ReadonlyArray<TookPart>;
    readonly values: ReadonlyArray<ShownValue>;
    readonly reasons: ReadonlyArray<Words>;
    readonly bestInterests?: string;
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    readonly evidence?: ReadonlyArray<Paper>;
    readonly note?: string;
    /**
     * Words that there are and that the reader may not see
     */
    readonly redactedWords?: ReadonlyArray<'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note' | 'by' | 'enteredBy'>;
    /**
     * Of an act that was done in another run: that protocol
     */
    readonly doneIn?: Words;
    readonly approvedBy?: string;
    readonly approvedAt?: string;
    readonly amendedBy?: string;
    readonly system: boolean;
};

export type TimelinePage = {
    readonly items: ReadonlyArray<TimelineEntry>;
    readonly next: string | null;
};

export type CasePage = {
    readonly caseFile: CaseFile;
    /**
     * The newest of the chronology
     */
    readonly journal: TimelinePage;
};

export type ChangeChild = {
    readonly child: Child;
    /**
     * Why it changes: what was wrong, or what is new
     */
    readonly why: string;
};

export type OpenedRun = {
    readonly runId: string;
    readonly protocol: string;
    /**
     * The child is missing
     */
    readonly isAbsence?: true;
    readonly title: Words;
};

export type PossibleStep = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
};

export type OutcomeDone = {
    /**
     * Title of the protocol
     */
    readonly protocol: Words;
    /**
     * Its outcome after the act
     */
    readonly title: Words;
    /**
     * Whether the act changed it
     */
    readonly changed: boolean;
    /**
     * What the act made new of why it stands so
     */
    readonly why: ReadonlyArray<Words>;
};

export type MissingRequirement = {
    readonly words: ReadonlyArray<'best-interests' | 'child-view'>;
    /**
     * Kinds of evidence
     */
    readonly evidence: ReadonlyArray<string>;
    /**
     * A second person’s
     */
    readonly approval: boolean;
};

export type ActDone = {
    /**
     * For `If-Match` from now on
     */
    readonly seq: number;
    readonly entryIds: ReadonlyArray<string>;
    readonly opened: ReadonlyArray<OpenedRun>;
    /**
     * Steps of protocols that were open, which can be done since; a few
     */
    readonly possible: ReadonlyArray<PossibleStep>;
    readonly state: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived';
    readonly outcome?: OutcomeDone;
    /**
     * What the step still lacks
     */
    readonly missingRequirements?: MissingRequirement;
    readonly next: NextStep | null;
};

export type AddNote = {
    readonly note: string;
    /**
     * ISO 8601 instant, or EDTF date when less is known. Default: now
     */
    readonly occurredAt?: string;
};

export type RecordFacts = {
    /**
     * Facts of the case, by id
     */
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        };
    };
    readonly note?: string;
    /**
     * ISO 8601 instant, or EDTF date when less is known. Default: now
     */
    readonly occurredAt?: string;
};

export type OpenRun = {
    readonly protocol: string;
};

export type ProposeLead = {
    /**
     * Who is asked, of whatever team
     */
    readonly accountId: string;
    /**
     * Until when they may answer; two working days unless said, 14 days at most (TOOL)
     */
    readonly until?: string;
    /**
     * Why, and what they need to know to decide
     */
    readonly words: string;
};

export type RefuseLead = {
    readonly refusal: 'too-many' | 'away-soon' | 'better-placed' | 'not-trained' | 'other';
    /**
     * Needed where the reason is another one
     */
    readonly words?: string;
};

export type NameLead = {
    /**
     * Somebody of the team of the case
     */
    readonly accountId: string;
    /**
     * Why it can’t wait for their word
     */
    readonly reason: 'gone' | 'away' | 'conflict' | 'danger';
    readonly words: string;
};

export type Conflict = {
    readonly id: string;
    readonly name: string;
    readonly declaredAt: string;
};

export type CasePerson = {
    readonly id: string;
    readonly name: string;
    readonly relation: 'lead' | 'assigned' | 'substitute' | 'supervisor' | 'team' | 'on-duty' | 'second-opinion' | 'approver' | 'partner' | 'mission' | 'break-glass' | 'break-glass-restricted' | 'none';
    readonly title: Words;
    readonly insteadOf: string | null;
    readonly until: string | null;
    /**
     * Of a partner: what the referral carries
     */
    readonly carries: ReadonlyArray<Words>;
    /**
     * Of a partner: the referral, one of several perhaps; it is taken back by this
     */
    readonly referralId: string | null;
    /**
     * Of a partner: what is asked of them; null: in words alone, or not open to this reader
     */
    readonly asks: Words | null;
    /**
     * Of a partner: when they were asked
     */
    readonly askedAt: string | null;
};

export type Ended = {
    readonly by: string;
    readonly at: string;
};

export type BreakGlassReview = {
    readonly verdict: 'justified' | 'not-justified';
    readonly by: string;
    readonly at: string;
    readonly words: string;
};

export type BreakGlassShown = {
    readonly id: string;
    readonly by: Named;
    readonly openedAt: string;
    readonly until: string;
    /**
     * Whether it opens the case now
     */
    readonly isOpen: boolean;
    /**
     * By whom it was ended before its hour was over
     */
    readonly ended: Ended | null;
    readonly reason: 'child-present' | 'immediate-danger' | 'missing-child' | 'authority-request' | 'other';
    readonly words: string;
    /**
     * TOOL: 72 hours
     */
    readonly reviewDueAt: string;
    readonly review: BreakGlassReview | null;
};

export type CaseLead = {
    readonly id: string;
    readonly name: string;
    readonly isAway: boolean;
};

export type Relation = {
    readonly relation: 'lead' | 'assigned' | 'substitute' | 'supervisor' | 'team' | 'on-duty' | 'second-opinion' | 'approver' | 'partner' | 'mission' | 'break-glass' | 'break-glass-restricted' | 'none';
    readonly title: Words;
};

export type ActVerdict = {
    readonly act: 'read' | 'receive' | 'protect' | 'write' | 'advise' | 'approve' | 'assign' | 'refer' | 'inform' | 'restrict' | 'audit' | 'share' | 'retain';
    readonly title: Words;
    readonly yes: boolean;
    /**
     * The relation that gives it, or why not
     */
    readonly why: Words;
};

export type FieldVerdict = {
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    readonly yes: boolean;
    readonly why: Words;
};

export type Reader = {
    readonly relations: ReadonlyArray<Relation>;
    readonly acts: ReadonlyArray<ActVerdict>;
    readonly fields: ReadonlyArray<FieldVerdict>;
};

export type CaseRestriction = {
    readonly since: string;
    readonly reason: 'colleague' | 'press' | 'threat' | 'other';
    /**
     * The value, or that it is redacted
     */
    readonly words: string | Redacted;
    /**
     * The value, or that it is redacted
     */
    readonly setBy: string | Redacted;
    /**
     * The list, or that it is redacted
     */
    readonly circle: ReadonlyArray<Named> | Redacted;
};

export type MayOnAccess = {
    readonly assign: boolean;
    /**
     * Open a part of the case to a partner
     */
    readonly refer: boolean;
    readonly restrict: boolean;
    readonly advise: boolean;
    readonly declareConflict: boolean;
    /**
     * End an emergency access that is open, but one’s own
     */
    readonly endEmergency: boolean;
};

export type CaseAccess = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly reader: Reader;
    /**
     * Who is in charge, or that it is redacted
     */
    readonly lead: CaseLead | Redacted | null;
    readonly team: Named;
    /**
     * The list, or that it is redacted
     */
    readonly people: ReadonlyArray<CasePerson> | Redacted;
    readonly restriction: CaseRestriction | null;
    /**
     * The list, or that it is redacted
     */
    readonly conflicts: ReadonlyArray<Conflict> | Redacted;
    /**
     * The list, or that it is redacted
     */
    readonly emergencies: ReadonlyArray<BreakGlassShown> | Redacted;
    readonly may: MayOnAccess;
};

export type CaseColleague = {
    readonly id: string;
    readonly name: string;
    /**
     * Names of their teams
     */
    readonly teams: ReadonlyArray<string>;
    /**
     * May be asked for a second opinion
     */
    readonly mayAdvise: boolean;
    /**
     * May be asked to lead the case
     */
    readonly mayLead: boolean;
    /**
     * Follows the case already, or is of its team
     */
    readonly isRelated: boolean;
    /**
     * Supervisor of the team of the case
     */
    readonly isSupervisor: boolean;
    /**
     * May be named in the circle before a part of the case is referred to them
     */
    readonly isPartner: boolean;
};

export type CaseColleagues = {
    readonly items: ReadonlyArray<CaseColleague>;
};

export type AskSecondOpinion = {
    readonly accountId: string;
    /**
     * Until when they see the case; 90 days at most
     */
    readonly until: string;
    readonly question: string;
};

export type GiveOpinion = {
    readonly opinion: string;
};

export type AskApprover = {
    readonly accountId: string;
    /**
     * The act to approve
     */
    readonly entryId: string;
    readonly until: string;
};

export type RestrictCase = {
    readonly circle: ReadonlyArray<string>;
    readonly reason: 'colleague' | 'press' | 'threat' | 'other';
    readonly words: string;
};

export type DeclareConflict = {
    /**
     * What ties you to the child or their family
     */
    readonly words: string;
};

export type SoughtChild = {
    readonly calledName: string;
    readonly familyName?: string;
    /**
     * EDTF: year, month or day; `~` when estimated
     */
    readonly birth: string;
};

export type BreakGlass = {
    /**
     * Or `child`
     */
    readonly reference?: string;
    /**
     * Or `reference`
     */
    readonly child?: SoughtChild;
    readonly reason: 'child-present' | 'immediate-danger' | 'missing-child' | 'authority-request' | 'other';
    readonly words: string;
};

export type BrokenGlass = {
    readonly caseFileId: string;
    /**
     * `null`: it was open to the reader already
     */
    readonly until: string | null;
};

export type ToReview = {
    readonly id: string;
    readonly by: Named;
    readonly openedAt: string;
    readonly until: string;
    /**
     * Whether it opens the case now
     */
    readonly isOpen: boolean;
    /**
     * By whom it was ended before its hour was over
     */
    readonly ended: Ended | null;
    readonly reason: 'child-present' | 'immediate-danger' | 'missing-child' | 'authority-request' | 'other';
    readonly words: string;
    /**
     * TOOL: 72 hours
     */
    readonly reviewDueAt: string;
    readonly review: BreakGlassReview | null;
    readonly caseFileId: string;
    readonly reference: string;
    readonly mayReview: boolean;
};

export type BreakGlassReviews = {
    readonly now: string;
    readonly items: ReadonlyArray<ToReview>;
    readonly next: string | null;
};

export type ReviewBreakGlass = {
    readonly verdict: 'justified' | 'not-justified';
    readonly words: string;
};

export type CoverTeam = {
    readonly id: string;
    readonly name: string;
    readonly mayPlan: boolean;
};

export type Substitution = {
    readonly id: string;
    readonly absent: Named;
    readonly substitute: Named;
    readonly from: string;
    readonly until: string;
    /**
     * Names of the teams whose cases it carries
     */
    readonly teams: ReadonlyArray<string>;
};

export type Duty = {
    readonly id: string;
    readonly team: Named;
    readonly account: Named;
    readonly from: string;
    readonly until: string;
};

export type UncoveredCase = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * Name of the lead
     */
    readonly lead: string | null;
    readonly why: 'no-lead' | 'conflict' | 'left' | 'away';
};

export type Cover = {
    readonly now: string;
    readonly teams: ReadonlyArray<CoverTeam>;
    readonly substitutions: ReadonlyArray<Substitution>;
    readonly duties: ReadonlyArray<Duty>;
    /**
     * For who plans; a hundred at most
     */
    readonly uncovered: ReadonlyArray<UncoveredCase>;
};

export type PlanSubstitution = {
    readonly absentId: string;
    readonly substituteId: string;
    readonly from: string;
    readonly until: string;
};

export type Planned = {
    readonly id: string;
};

export type PlanDuty = {
    readonly teamId: string;
    readonly accountId: string;
    readonly from: string;
    readonly until: string;
};

export type PersonInput = {
    readonly name: string;
    readonly relation: 'mother' | 'father' | 'parent' | 'step_parent' | 'guardian' | 'sibling' | 'relative' | 'friend' | 'neighbour' | 'partner' | 'exploiter' | 'professional' | 'other';
    readonly familyRole?: 'protective' | 'overwhelmed' | 'unaware' | 'implicated' | 'unknown';
    readonly livesWithChild?: 'yes' | 'no' | 'unknown';
    /**
     * `no`: not to be contacted, whatever their role
     */
    readonly mayContact?: 'yes' | 'no' | 'unknown';
    readonly contact?: string;
    readonly note?: string;
};

export type SignsSeen = {
    readonly title: Words;
    readonly items: ReadonlyArray<Words>;
};

export type CallMade = {
    readonly at: string;
    readonly answered: boolean;
};

export type StepCall = {
    readonly kind: 'duty-prosecutor' | 'crip-unit' | 'ase-on-duty' | 'emergency-placement' | 'forensic-unit' | 'duty-line' | 'interpreter-line';
    readonly title: Words;
    /**
     * What to say to them
     */
    readonly say: Words;
    readonly contacts: ReadonlyArray<OnCallContact>;
    /**
     * Steps of the run that say to call them
     */
    readonly steps: ReadonlyArray<string>;
    /**
     * The newest first
     */
    readonly calls: ReadonlyArray<CallMade>;
};

export type OnCallPage = {
    /**
     * Name of the territory whose contacts these are
     */
    readonly territory: string;
    readonly zone: string;
    /**
     * May record a call
     */
    readonly mayCall: boolean;
    /**
     * In the order of the steps
     */
    readonly kinds: ReadonlyArray<StepCall>;
};

export type StepLetter = {
    readonly id: string;
    readonly title: Words;
    /**
     * It is the paper of the step; otherwise it is written beside it
     */
    readonly doesStep: boolean;
};

export type Coded = {
    readonly code: string;
    readonly label: Words;
};

export type Item = {
    readonly id: string;
    readonly label: Words;
    readonly hint?: Words;
};

export type CurrentFrom = {
    readonly at: string;
    /**
     * Who, or that it is redacted
     */
    readonly by: string | Redacted;
    readonly entryId?: string;
    readonly runId?: string;
    readonly step?: string;
};

export type FieldView = {
    /**
     * `papers`, or `exams.result` for a row’s field
     */
    readonly id: string;
    readonly type: 'choice' | 'choices' | 'yes-no' | 'number' | 'months' | 'date' | 'duration' | 'text' | 'checklist';
    readonly title: Words;
    readonly hint?: Words;
    readonly required: boolean;
    readonly options?: ReadonlyArray<Coded>;
    readonly items?: ReadonlyArray<Item>;
    /**
     * A tick says that something was seen or said
     */
    readonly isOfSigns?: boolean;
    readonly unit?: string;
    readonly min?: number;
    readonly max?: number;
    readonly maxLength?: number;
    readonly changes: 'never' | 'over-time';
    /**
     * A value as recorded, or that it is redacted
     */
    readonly current?: string | number | ReadonlyArray<string> | AnswerWithNote | {
        readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
    } | Redacted;
    /**
     * A note stands beside it, which the reader may not see
     */
    readonly redactedNote?: boolean;
    /**
     * The entry that told it
     */
    readonly currentFrom?: CurrentFrom;
    readonly relevant: boolean | null;
    /**
     * Fields of the form that decide whether it matters
     */
    readonly decidedBy?: ReadonlyArray<string>;
    readonly ofCase: boolean;
};

export type RowSummary = {
    readonly id: string;
    readonly summary: Words;
};

export type Asks = {
    /**
     * Whose act it is
     */
    readonly participants: ReadonlyArray<string>;
    /**
     * By decided value
     */
    readonly reasons: {
        readonly [key: string]: ReadonlyArray<Coded>;
    };
    readonly decides: string | null;
    readonly bestInterests: boolean;
    readonly childView: boolean;
    readonly evidence: ReadonlyArray<Coded>;
    /**
     * What it hands to the child
     */
    readonly hands?: 'rights-sheet';
    readonly closes: boolean;
    readonly rows: ReadonlyArray<RowSummary>;
    readonly about: boolean;
    readonly adds: boolean;
};

export type Waiver = {
    readonly how: 'with-approval' | 'with-reason';
    readonly reasons: ReadonlyArray<Coded>;
};

export type DoneElsewhere = {
    readonly entryId: string;
    readonly runId: string;
    readonly step: string;
    readonly protocolTitle: Words;
    readonly at: string;
};

export type StepRequirements = {
    readonly words: ReadonlyArray<'best-interests' | 'child-view'>;
    /**
     * Kinds of evidence
     */
    readonly evidence: ReadonlyArray<string>;
};

export type Draft = {
    readonly content: {
        readonly [key: string]: unknown;
    };
    readonly protocolVersion: string;
    readonly savedAt: string;
    /**
     * For `If-Match` of the next save
     */
    readonly revision: number;
};

export type StepMay = {
    readonly complete: boolean;
    readonly approve: boolean;
    readonly amend: boolean;
    readonly waive: boolean;
};

export type StepPage = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly runId: string;
    readonly protocol: string;
    readonly protocolTitle: Words;
    readonly version: string;
    readonly step: string;
    readonly code: string;
    readonly kind: 'form' | 'checklist' | 'decision' | 'interview' | 'referral' | 'approval' | 'document' | 'recorded-act';
    readonly title: Words;
    readonly guidance: Words | null;
    /**
     * On what ground the service of the case owes this report to the prosecutor; null where it reports nothing
     */
    readonly duty: Words | null;
    /**
     * What was seen or said of this child, where something is decided on it
     */
    readonly signs?: ReadonlyArray<SignsSeen>;
    /**
     * Where an approval depends on who is around the child
     */
    readonly people?: ReadonlyArray<Person>;
    /**
     * Whom it says to call, where it says so
     */
    readonly onCall?: OnCallPage;
    /**
     * Kinds of letters that do it, then those beside it, where the reader may write them
     */
    readonly letters: ReadonlyArray<StepLetter>;
    /**
     * When a letter that does it left, as long as nobody has ended it since; null: none did
     */
    readonly letterSentAt: string | null;
    readonly state: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived';
    readonly explanation: Explanation;
    readonly sources: ReadonlyArray<CitedSource>;
    readonly fields: ReadonlyArray<FieldView>;
    readonly asks: Asks;
    readonly repeatable: boolean;
    readonly waiver: Waiver | null;
    readonly deadline: DeadlineView | null;
    /**
     * It needs the child, who is missing: nobody’s work until the return, and never late
     */
    readonly isSuspended: boolean;
    /**
     * The same act, done a short while ago in another protocol
     */
    readonly doneElsewhere: DoneElsewhere | null;
    /**
     * The newest, unless all were asked for
     */
    readonly entries: ReadonlyArray<TimelineEntry>;
    /**
     * Older entries of the step that are not among them
     */
    readonly olderEntries: number;
    /**
     * What was entered still lacks these
     */
    readonly missingRequirements?: StepRequirements;
    readonly draft: Draft | null;
    readonly seq: number;
    readonly may: StepMay;
};

export type Row = {
    /**
     * Made by the client for a new row
     */
    readonly id: string;
    /**
     * By fact id, as the protocol version defines it
     */
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        };
    };
};

export type Participant = {
    readonly role: string;
    readonly name?: string;
    readonly language?: string;
    readonly tie?: 'none' | 'relative' | 'facilitator' | 'fellow-resident';
};

export type StepInput = {
    /**
     * By fact id, as the protocol version defines it
     */
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        };
    };
    readonly row?: Row;
    /**
     * "No other": closes the list
     */
    readonly closes?: boolean;
    /**
     * When it happened: an ISO 8601 instant, or an EDTF date when less is known. Default: now
     */
    readonly occurredAt?: string;
    readonly by?: ReadonlyArray<Participant>;
    readonly reasons?: ReadonlyArray<string>;
    readonly bestInterests?: string;
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    readonly evidence?: {
        readonly [key: string]: {
            readonly reference: string;
            readonly place?: string;
        };
    };
    readonly note?: string;
    /**
     * The earlier entry that is still right
     */
    readonly confirms?: string;
    /**
     * The same act, done in another run, counts here too (`doneElsewhere` of the page); `values` are empty
     */
    readonly sameAs?: string;
    /**
     * Why another's act is recorded though the protocol does not expect it now
     */
    readonly outOfOrder?: string;
};

export type ProblemReason = {
    readonly code: string;
    readonly text: Words;
    /**
     * Path of the field at fault in what was sent
     */
    readonly field?: string;
    readonly runId?: string;
    readonly step?: string;
    readonly basis?: ReadonlyArray<string>;
    /**
     * Id of what it is about: a safeguard
     */
    readonly about?: string;
    /**
     * Of a broken promise: what happens to the child
     */
    readonly story?: Words;
    /**
     * Its history, one line an act
     */
    readonly lines?: ReadonlyArray<Words>;
};

export type StepCheck = {
    readonly ok: boolean;
    readonly reasons: ReadonlyArray<ProblemReason>;
    readonly effects: ReadonlyArray<Words>;
    /**
     * By field: whether it matters; null: not decided yet, shown
     */
    readonly relevant: {
        readonly [key: string]: boolean | null;
    };
};

export type Approve = {
    /**
     * Exactly this entry is approved
     */
    readonly entryId: string;
};

export type Return = {
    /**
     * Exactly this entry is approved
     */
    readonly entryId: string;
    readonly reason: string;
};

export type Waive = {
    /**
     * Code of the closed list
     */
    readonly reason: string;
    readonly note?: string;
};

export type Amend = {
    /**
     * By fact id, as the protocol version defines it
     */
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        };
    };
    readonly row?: Row;
    /**
     * "No other": closes the list
     */
    readonly closes?: boolean;
    readonly reasons?: ReadonlyArray<string>;
    readonly bestInterests?: string;
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    readonly evidence?: {
        readonly [key: string]: {
            readonly reference: string;
            readonly place?: string;
        };
    };
    readonly entryId: string;
    readonly why: string;
    /**
     * The decision was entered in error, and `why` says what was true: it may protect less without new facts
     */
    readonly enteredInError?: boolean;
    /**
     * When it really happened, if that was wrong
     */
    readonly occurredInstead?: string;
};

export type RecordCall = {
    readonly whom: 'duty-prosecutor' | 'crip-unit' | 'ase-on-duty' | 'emergency-placement' | 'forensic-unit' | 'duty-line' | 'interpreter-line';
    /**
     * Left out: by a number that the directory has not
     */
    readonly contactId?: string;
    readonly answered: boolean;
};

export type FactOwner = {
    readonly runId: string;
    readonly title: Words;
};

export type TriableFact = {
    readonly field: FieldView;
    /**
     * Whose it is; null: the case’s
     */
    readonly run: FactOwner | null;
    /**
     * May be recorded outside a step
     */
    readonly mayBeTold: boolean;
};

export type WhatIfRequest = {
    /**
     * The run whose own facts may be tried as well
     */
    readonly runId?: string;
    /**
     * Answers to try, by fact
     */
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        };
    };
};

export type TriedProtocol = {
    readonly protocol: string;
    readonly title: Words;
};

export type TriedStep = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    readonly protocolTitle: Words;
    readonly before: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived' | null;
    readonly after: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived' | null;
};

export type TriedDeadline = {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    readonly dueAt: string | null;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    /**
     * Due without delay
     */
    readonly atOnce?: boolean;
};

export type WhatIf = {
    readonly opens: ReadonlyArray<TriedProtocol>;
    readonly steps: ReadonlyArray<TriedStep>;
    readonly deadlines: ReadonlyArray<TriedDeadline>;
    /**
     * Protocols that would protect less; what that opens is not told
     */
    readonly lessProtective: ReadonlyArray<Words>;
    /**
     * Why it can not be tried
     */
    readonly refused: ReadonlyArray<ProblemReason>;
};

export type SaveDraft = {
    /**
     * Whatever the form holds, up to 64 kB; never validated
     */
    readonly content: {
        readonly [key: string]: unknown;
    };
    readonly protocolVersion: string;
};

export type DraftSaved = {
    readonly savedAt: string;
    readonly revision: number;
    /**
     * By field: whether it matters
     */
    readonly relevant: {
        readonly [key: string]: boolean | null;
    };
};

export type MoveRunRequest = {
    readonly version: string;
    /**
     * Why this case goes on under the other version
     */
    readonly reason: string;
};

export type StepRuns = {
    readonly step: string;
    readonly title: Words;
    readonly runs: number;
};

export type PassedRuns = {
    readonly step: string;
    readonly title: Words;
    readonly runs: number;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
};

export type DryRunCounts = {
    readonly changed: number;
    readonly unchanged: number;
    readonly gains: ReadonlyArray<StepRuns>;
    readonly loses: ReadonlyArray<StepRuns>;
    readonly passed: ReadonlyArray<PassedRuns>;
    readonly toConfirm: ReadonlyArray<StepRuns>;
};

export type DryRun = {
    readonly id: string;
    readonly protocol: string;
    readonly to: string;
    /**
     * null: a published version
     */
    readonly draftId: string | null;
    readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'stopped';
    readonly askedAt: string;
    readonly finishedAt: string | null;
    readonly total: number;
    readonly done: number;
    readonly counts: DryRunCounts;
};

export type DryRunTarget = {
    /**
     * A published version
     */
    readonly version?: string;
    /**
     * Or a draft
     */
    readonly draftId?: string;
};

export type DryRunRequest = {
    readonly protocol: string;
    readonly to: DryRunTarget;
};

export type StepChange = {
    readonly step: string;
    readonly title: Words;
    readonly before: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived' | null;
    readonly after: 'not-applicable' | 'waiting' | 'blocked' | 'not-yet' | 'ready' | 'to-confirm' | 'awaiting-approval' | 'done-to-approve' | 'done' | 'waived' | null;
};

export type PassedDeadline = {
    readonly step: string;
    readonly title: Words;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    /**
     * Epoch milliseconds
     */
    readonly dueAt: number;
};

export type ToConfirm = {
    readonly step: string;
    readonly title: Words;
};

export type LeftBehind = {
    readonly fact: string;
    readonly title: Words;
};

export type Outcomes = {
    readonly before: string | null;
    readonly after: string | null;
};

export type RunTrial = {
    readonly runId: string;
    readonly protocol: string;
    readonly from: string;
    readonly to: string;
    readonly gains: ReadonlyArray<StepChange>;
    readonly loses: ReadonlyArray<StepChange>;
    readonly differs: ReadonlyArray<StepChange>;
    /**
     * Would already have passed
     */
    readonly passed: ReadonlyArray<PassedDeadline>;
    /**
     * Done steps whose ground has changed
     */
    readonly toConfirm: ReadonlyArray<ToConfirm>;
    /**
     * Answers that the new version has no place for
     */
    readonly leftBehind: ReadonlyArray<LeftBehind>;
    readonly outcome: Outcomes;
};

export type DryRunCase = {
    readonly caseFileId: string;
    readonly reference: string;
    readonly trial: RunTrial;
    readonly movedAt: string | null;
};

export type DryRunCases = {
    readonly items: ReadonlyArray<DryRunCase>;
    readonly next: string | null;
};

export type WorkItem = {
    readonly id: string;
    readonly group: 'now' | 'today' | 'late' | 'soon' | 'waiting-for-me' | 'waiting-for-others' | 'later';
    readonly kind: 'step' | 'approval' | 'outside' | 'review' | 'emergency' | 'handover' | 'lead' | 'referral' | 'conference' | 'prepared' | 'tie' | 'task';
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly runId: string | null;
    readonly step: string | null;
    /**
     * Of a case conference
     */
    readonly appointmentId: string | null;
    readonly title: Words;
    readonly protocolTitle: Words | null;
    readonly why: Words | null;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL' | null;
    readonly owner: 'ours' | 'outside';
    readonly dueAt: string | null;
    readonly lateFrom: string | null;
    readonly atOnce: boolean;
    readonly lead: string | null;
};

export type Worklist = {
    /**
     * The scope that was used: `team` when nothing is mine
     */
    readonly scope: 'me' | 'team';
    readonly now: string;
    /**
     * By group: all there are, on this page or not; above `countedTo`: there are more
     */
    readonly counts: {
        readonly now: number;
        readonly today: number;
        readonly late: number;
        readonly soon: number;
        readonly 'waiting-for-me': number;
        readonly 'waiting-for-others': number;
        readonly later: number;
    };
    /**
     * How many of ours are late, in whatever group, on this page or not; above `countedTo`: there are more
     */
    readonly late: number;
    /**
     * How many answers of authorities are overdue; above `countedTo`: there are more
     */
    readonly toChase: number;
    /**
     * How many acts wait for the reader’s approval; above `countedTo`: there are more
     */
    readonly approvals: number;
    /**
     * So far is counted: a figure above it says that there are more
     */
    readonly countedTo: number;
    readonly nextDueAt: string | null;
    readonly items: ReadonlyArray<WorkItem>;
    readonly next: string | null;
};

export type WorkPerson = {
    readonly children: number;
    /**
     * Acts of theirs that are late
     */
    readonly late: number;
};

export type WorkChild = {
    readonly first: WorkItem;
    /**
     * How much else there is to do, under the same filters
     */
    readonly others: number;
    /**
     * How much of all that is late
     */
    readonly late: number;
    /**
     * The age, or that it is redacted
     */
    readonly age: UnknownAge | ExactAge | AgeBetween | PastEighteen | Redacted;
    /**
     * `null`: not known yet
     */
    readonly danger: AnswerOfRole | null;
    /**
     * A danger was seen that nobody has weighed since
     */
    readonly isDangerSeen: boolean;
    readonly lead: Named | null;
    /**
     * Of whoever leads, where the list goes by person
     */
    readonly person: WorkPerson | null;
};

export type WorkProtocol = {
    readonly protocol: string;
    readonly title: Words;
};

export type WorkChildren = {
    /**
     * The scope that was used: `team` when nothing is mine
     */
    readonly scope: 'me' | 'team';
    readonly now: string;
    /**
     * By group: all there are, on this page or not; above `countedTo`: there are more
     */
    readonly counts: {
        readonly now: number;
        readonly today: number;
        readonly late: number;
        readonly soon: number;
        readonly 'waiting-for-me': number;
        readonly 'waiting-for-others': number;
        readonly later: number;
    };
    /**
     * How many of ours are late, in whatever group, on this page or not; above `countedTo`: there are more
     */
    readonly late: number;
    /**
     * How many answers of authorities are overdue; above `countedTo`: there are more
     */
    readonly toChase: number;
    /**
     * How many acts wait for the reader’s approval; above `countedTo`: there are more
     */
    readonly approvals: number;
    /**
     * So far is counted: a figure above it says that there are more
     */
    readonly countedTo: number;
    readonly nextDueAt: string | null;
    /**
     * How many children there are, on this page or not
     */
    readonly children: number;
    readonly items: ReadonlyArray<WorkChild>;
    /**
     * What waits beside steps; on the first page
     */
    readonly tasks: ReadonlyArray<WorkItem>;
    readonly protocols: ReadonlyArray<WorkProtocol>;
    readonly next: string | null;
};

export type DutyLine = {
    /**
     * Name of the territory
     */
    readonly territory: string;
    readonly name: string;
    /**
     * The first is called first
     */
    readonly phones: ReadonlyArray<string>;
};

export type NightHandOverCase = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    /**
     * The age, or that it is redacted
     */
    readonly age: UnknownAge | ExactAge | AgeBetween | PastEighteen | Redacted;
    /**
     * `null`: not known yet
     */
    readonly danger: AnswerOfRole | null;
    /**
     * A danger was seen that nobody has weighed since
     */
    readonly isDangerSeen: boolean;
    readonly lead: string | null;
    /**
     * Whether something protects the child now, by its nature or by its time
     */
    readonly isUrgent: boolean;
    readonly acts: ReadonlyArray<WorkItem>;
};

export type NightHandOver = {
    /**
     * The scope that was used: `team` when nothing is mine
     */
    readonly scope: 'me' | 'team';
    readonly now: string;
    /**
     * The end of the night: what is due later stays out
     */
    readonly until: string;
    /**
     * Who is on duty between both
     */
    readonly onDuty: ReadonlyArray<Duty>;
    /**
     * Of the reader’s territories
     */
    readonly dutyLines: ReadonlyArray<DutyLine>;
    /**
     * What protects now first
     */
    readonly cases: ReadonlyArray<NightHandOverCase>;
    /**
     * Whether there is more than this
     */
    readonly isTruncated: boolean;
};

export type SendHandOver = {
    /**
     * Whose cases are handed over
     */
    readonly scope: 'me' | 'team';
};

export type HandOverSent = {
    /**
     * Names of those on duty to whom a mail leaves that says nothing of it
     */
    readonly told: ReadonlyArray<string>;
    /**
     * Names of those who have no address: they are to be called
     */
    readonly unreached: ReadonlyArray<string>;
};

export type PrintPaper = {
    readonly paper: 'call-card' | 'judge' | 'complete';
    /**
     * Classes that it leaves out beside those that the reader may not see
     */
    readonly leftOut: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
};

export type AlertItem = {
    readonly id: string;
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly runId: string;
    readonly step: string;
    readonly entryId: string;
    readonly kind: 'flag' | 'rights-incident';
    readonly title: Words;
    readonly text: Words;
    readonly at: string;
};

export type AlertPage = {
    readonly items: ReadonlyArray<AlertItem>;
    readonly next: string | null;
};

export type ApprovalItem = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    /**
     * The age, or that it is redacted
     */
    readonly age: UnknownAge | ExactAge | AgeBetween | PastEighteen | Redacted;
    /**
     * As it was last weighed
     */
    readonly danger: AnswerOfRole | null;
    /**
     * `seen`: one was seen that nobody has weighed since; `not-known`: nobody has weighed any
     */
    readonly dangerState: 'weighed' | 'seen' | 'not-known' | 'redacted';
    /**
     * What was seen or said of this child
     */
    readonly signs: ReadonlyArray<SignsSeen>;
    /**
     * What else is known on which the decision stands
     */
    readonly facts: ReadonlyArray<ShownValue>;
    readonly runId: string;
    readonly step: string;
    readonly entryId: string;
    /**
     * For `If-Match`
     */
    readonly seq?: number;
    readonly title: Words;
    readonly protocolTitle: Words;
    readonly enteredBy: string;
    readonly occurredAt: string;
    readonly dueAt: string | null;
    /**
     * Already in effect (it protects), or waiting to take effect
     */
    readonly inEffect: boolean;
    readonly mayNot: Words | null;
    readonly values: ReadonlyArray<ShownValue>;
    readonly reasons: ReadonlyArray<Words>;
    readonly bestInterests: string | null;
    readonly childView: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    } | null;
    readonly redactedWords?: ReadonlyArray<'reasons' | 'bestInterests' | 'childView'>;
    readonly missingWords?: ReadonlyArray<'best-interests' | 'child-view'>;
    readonly effects: ReadonlyArray<Words>;
    /**
     * The people around the child
     */
    readonly people?: ReadonlyArray<Person>;
};

export type ApprovalPage = {
    readonly items: ReadonlyArray<ApprovalItem>;
    readonly next: string | null;
    /**
     * How many of all that wait you may approve, on this page or not
     */
    readonly total?: number;
};

export type DuplicateTask = {
    readonly id: string;
    readonly caseFileId: string;
    readonly reference: string;
    readonly otherReference: string;
    readonly otherCaseFileId: string | null;
    readonly why: ReadonlyArray<Words>;
    readonly raisedAt: string;
    /**
     * Until when whoever opened the case is asked (TOOL); null: nobody in particular
     */
    readonly dueAt: string | null;
};

export type DuplicateTaskPage = {
    readonly items: ReadonlyArray<DuplicateTask>;
    readonly next: string | null;
};

export type CloseTask = {
    readonly outcome: 'same-child' | 'other-child' | 'not-known';
    readonly note: string;
};

export type AccessRequestSummary = {
    readonly id: string;
    readonly subject: 'child' | 'person' | 'staff';
    readonly caseFileId: string | null;
    /**
     * Reference of the case, or who of the staff
     */
    readonly about: string;
    readonly receivedOn: string;
    /**
     * TOOL: one month
     */
    readonly dueOn: string;
    readonly state: 'to-review' | 'reviewed' | 'handed-over' | 'refused';
    readonly preparedBy: Named;
    readonly reviewedBy: Named | null;
    readonly lines: number;
    readonly toReview: number;
};

export type AccessRequestPage = {
    readonly items: ReadonlyArray<AccessRequestSummary>;
    readonly next: string | null;
};

export type MakeAccessRequest = {
    readonly subject: 'child' | 'person' | 'staff';
    /**
     * Of the child, or of the person around
     */
    readonly caseFileId?: string;
    /**
     * Of the row in the list of adults
     */
    readonly personId?: string;
    /**
     * Of the staff; one’s own when absent
     */
    readonly accountId?: string;
    readonly receivedOn: string;
    readonly askedBy: string;
    /**
     * How one knows that it is them
     */
    readonly identityChecked: string;
};

export type LineVerdict = {
    readonly keep: boolean;
    readonly reason?: 'others' | 'safety' | 'investigation' | 'source' | 'not-concerned';
};

export type AccessLine = {
    readonly id: number;
    readonly section: Words;
    readonly label: Words;
    readonly text: Words;
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff' | null;
    /**
     * `free-text` may name others: no machine finds them
     */
    readonly kind: 'own' | 'free-text' | 'others';
    /**
     * A document whose file leaves with this line: whoever reviews opens it before
     */
    readonly fileId: string | null;
    readonly verdict: LineVerdict | null;
};

export type MayAnswer = {
    readonly review: boolean;
    readonly refuse: boolean;
    readonly handOver: boolean;
    readonly download: boolean;
};

export type AccessRequest = {
    readonly id: string;
    readonly subject: 'child' | 'person' | 'staff';
    readonly caseFileId: string | null;
    /**
     * Reference of the case, or who of the staff
     */
    readonly about: string;
    readonly receivedOn: string;
    /**
     * TOOL: one month
     */
    readonly dueOn: string;
    readonly state: 'to-review' | 'reviewed' | 'handed-over' | 'refused';
    readonly preparedBy: Named;
    readonly reviewedBy: Named | null;
    readonly lines: number;
    readonly toReview: number;
    readonly askedBy: string;
    readonly identityChecked: string;
    readonly items: ReadonlyArray<AccessLine>;
    /**
     * For `If-Match`
     */
    readonly revision: number;
    readonly handedTo: string | null;
    readonly handedHow: string | null;
    readonly handedAt: string | null;
    readonly refusal: string | null;
    readonly may: MayAnswer;
};

export type AccessVerdict = {
    readonly id: number;
    readonly keep: boolean;
    /**
     * Of a line that does not leave
     */
    readonly reason?: 'others' | 'safety' | 'investigation' | 'source' | 'not-concerned';
};

export type Review = {
    readonly verdicts: ReadonlyArray<AccessVerdict>;
    /**
     * Every line was read
     */
    readonly isDone: boolean;
};

export type HandOver = {
    readonly toWhom: string;
    readonly how: string;
};

export type RefuseRequest = {
    readonly why: string;
};

export type LegalHold = {
    readonly id: string;
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The words, or that it is redacted
     */
    readonly reason: string | Redacted;
    /**
     * The person, or that it is redacted
     */
    readonly setBy: Named | Redacted;
    readonly setAt: string;
    readonly reviewOn: string | null;
    /**
     * The person, or that it is redacted
     */
    readonly liftedBy: Named | Redacted | null;
    readonly liftedAt: string | null;
    /**
     * The words, or that it is redacted
     */
    readonly whyLifted: string | Redacted | null;
};

export type Obstacle = {
    readonly code: string;
    readonly text: Words;
};

export type MaySettle = {
    readonly approve: boolean;
    readonly withdraw: boolean;
};

export type Erasure = {
    readonly id: string;
    readonly reference: string;
    /**
     * `null` once erased
     */
    readonly caseFileId: string | null;
    readonly caseReference: string;
    readonly ground: 'period-ended' | 'ordered' | 'opened-in-error';
    readonly groundWords: Words;
    readonly basis: string;
    readonly proposedBy: Named;
    readonly proposedAt: string;
    readonly state: 'proposed' | 'void' | 'done' | 'refused' | 'withdrawn';
    readonly settledBy: Named | null;
    readonly settledAt: string | null;
    /**
     * SHA-256 of what is approved: the case as it was proposed
     */
    readonly hash: string;
    readonly obstacles: ReadonlyArray<Obstacle>;
    readonly may: MaySettle;
};

export type InformedBeforehand = {
    readonly told: 'yes' | 'no';
    /**
     * Why not: against the child’s interest, unreachable…
     */
    readonly why?: string;
};

export type Shared = {
    /**
     * Whether they are bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
    readonly service?: string;
    readonly what: string;
    readonly answer?: string;
    /**
     * To whom; of a question for a place, every service that was asked
     */
    readonly toWhom: string;
    readonly how: 'spoken' | 'written' | 'meeting' | 'file' | 'referral';
    /**
     * Of a referral: when it ends by itself
     */
    readonly until?: string;
    /**
     * Whoever was told may take the child in: their name tells where the child goes. A referral always does
     */
    readonly mayTakeIn?: boolean;
    /**
     * Of a referral: what the child says of it, or why not
     */
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
};

export type Sharing = {
    readonly id: string;
    readonly at: string;
    /**
     * The person, or that it is redacted
     */
    readonly by: Named | Redacted;
    readonly recordedAt: string;
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    readonly groundWords: Words;
    readonly classes: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    readonly corrects: string | null;
    readonly correctedBy: string | null;
    /**
     * What was told, or that it is redacted; `null`: gone with the case’s key
     */
    readonly content: Shared | Redacted | null;
};

export type MayKeep = {
    readonly hold: boolean;
    readonly erase: boolean;
    readonly share: boolean;
    readonly request: boolean;
};

export type CasePrivacy = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly closedOn: string | null;
    readonly holds: ReadonlyArray<LegalHold>;
    readonly erasure: Erasure | null;
    readonly obstacles: ReadonlyArray<Obstacle>;
    readonly sharing: ReadonlyArray<Sharing>;
    readonly people: ReadonlyArray<Named>;
    readonly may: MayKeep;
};

export type ErasurePage = {
    readonly items: ReadonlyArray<Erasure>;
    readonly next: string | null;
};

export type ProposeErasure = {
    readonly ground: 'period-ended' | 'ordered' | 'opened-in-error';
    /**
     * The decision that it stands on; no name: it is kept for ever
     */
    readonly basis: string;
};

export type ApproveErasure = {
    /**
     * Of the erasure as it was seen: void once the case has changed
     */
    readonly hash: string;
};

export type LegalHoldPage = {
    readonly items: ReadonlyArray<LegalHold>;
    readonly next: string | null;
};

export type HoldCase = {
    readonly reason: string;
    /**
     * When somebody looks whether it is still needed
     */
    readonly reviewOn?: string;
};

export type Made = {
    readonly id: string;
};

export type HoldReason = {
    readonly reason: string;
};

export type RetentionDecision = {
    readonly id: string;
    readonly rule: 'case-after-closure' | 'case-after-majority';
    readonly months: number | null;
    readonly source: string;
    readonly proposedBy: Named;
    readonly proposedAt: string;
    readonly state: 'proposed' | 'in-force' | 'replaced' | 'refused';
    readonly settledBy: Named | null;
    readonly settledAt: string | null;
    readonly maySettle: boolean;
};

export type RetentionLine = {
    readonly id: string;
    readonly what: Words;
    readonly from: Words;
    /**
     * `null`: no figure is known
     */
    readonly months: number | null;
    readonly days: number | null;
    readonly origin: 'LEGAL' | 'TOOL';
    readonly source: Words;
    readonly confidence: 'A' | 'B' | 'C' | 'U';
    /**
     * An unverified rule erases nothing
     */
    readonly status: 'verified' | 'unverified';
    readonly ends: 'two-persons' | 'by-itself' | 'never';
    readonly mayDecide: boolean;
    readonly decisions: ReadonlyArray<RetentionDecision>;
};

export type RetentionRules = {
    readonly items: ReadonlyArray<RetentionLine>;
};

export type ProposePeriod = {
    /**
     * `null`: none
     */
    readonly months: number | null;
    /**
     * The text, decision or advice that it stands on
     */
    readonly source: string;
};

export type Settle = {
    readonly outcome: 'agreed' | 'refused';
};

export type DueCase = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly team: Named;
    readonly closedOn: string;
    /**
     * The first day after the last period
     */
    readonly dueOn: string;
    readonly rule: 'case-after-closure' | 'case-after-majority';
    readonly isHeld: boolean;
    readonly isProposed: boolean;
};

export type DueCases = {
    readonly items: ReadonlyArray<DueCase>;
    readonly next: string | null;
    /**
     * `false`: no period is in force, so nothing is due
     */
    readonly hasPeriod: boolean;
};

export type RecordSharing = {
    /**
     * Whether they are bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
    readonly toWhom: string;
    readonly service?: string;
    readonly what: string;
    readonly how: 'spoken' | 'written' | 'meeting' | 'file';
    readonly answer?: string;
    /**
     * Day on which it was told
     */
    readonly on: string;
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    readonly classes: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    /**
     * The line that this one corrects
     */
    readonly corrects?: string;
};

export type ReferralPartner = {
    readonly id: string;
    readonly name: string;
    /**
     * Names of their teams: where they work
     */
    readonly organisations: ReadonlyArray<string>;
};

export type ReferableClass = {
    readonly fieldClass: 'identity' | 'contact' | 'places' | 'health' | 'situation' | 'narrative';
    readonly title: Words;
    /**
     * What is recorded of it now, by its titles
     */
    readonly now: ReadonlyArray<Words>;
};

export type ReferralChoices = {
    readonly partners: ReadonlyArray<ReferralPartner>;
    readonly classes: ReadonlyArray<ReferableClass>;
};

export type SeenPrepared = {
    readonly id: string;
    /**
     * The version that was seen
     */
    readonly version: number;
};

export type OpenReferral = {
    /**
     * Whether they are bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
    /**
     * Whoever asks or refers made sure: nobody around the child works there
     */
    readonly nobodyAroundWorksThere: true;
    readonly classes: ReadonlyArray<'identity' | 'contact' | 'places' | 'health' | 'situation' | 'narrative'>;
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    /**
     * Hours within which an answer is asked for (TOOL); unless said, 4 for what is needed at once and 48 otherwise. Never beyond a place that is held
     */
    readonly answerHours?: 4 | 24 | 48 | 168;
    /**
     * What the child says of it, or why not, for who receives it; left out, it is said that nothing is noted
     */
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    /**
     * Why a second service is told who the child is while another may still take them, before its answer is due. Kept with what was sent
     */
    readonly besideAnother?: string;
    /**
     * The account of a partner
     */
    readonly accountId: string;
    /**
     * When it ends by itself; 107 days at most: until feedback is due, and a fortnight
     */
    readonly until: string;
    /**
     * What the partner is asked for; they read it
     */
    readonly request: string;
    /**
     * Mark of the preview that was looked at: refused where it says something else by now
     */
    readonly previewed: string;
    /**
     * Lines of that preview that do not leave; left out, all of them do
     */
    readonly leftOut?: ReadonlyArray<string>;
    /**
     * Which need of the directory: for it one service at a time is told who the child is
     */
    readonly need?: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * Why who the child is is told before a yes: of a bed, where no service said that it has one; of a need in words, while another may take the child for a bed. Kept with what was sent
     */
    readonly beforeYes?: string;
    /**
     * The need of an earlier referral that nobody meets
     */
    readonly needId?: string;
    /**
     * The request to which the service said yes: one at a time is told who the child is
     */
    readonly capacityRequestId?: string;
    /**
     * What was prepared of it, as it was seen: it goes with the sending
     */
    readonly prepared?: SeenPrepared;
};

export type AnswerReferral = {
    readonly answer: 'accepted' | 'refused' | 'other-offer' | 'elsewhere';
    /**
     * Of a refusal
     */
    readonly reason?: 'full' | 'age' | 'language' | 'not-our-mission' | 'not-safe-here';
    /**
     * Of another offer: what; of one for somebody else: for whom
     */
    readonly words?: string;
    /**
     * Of a yes: when the child is expected there, with its offset; before the referral ends
     */
    readonly expectedAt?: string;
    /**
     * By when
     */
    readonly byWhen?: string;
    /**
     * Whom to call there
     */
    readonly whomToCall?: string;
};

export type GiveFeedback = {
    /**
     * What came of the child, as the service says
     */
    readonly words: string;
};

export type ReceivedTerms = {
    /**
     * On which ground it was told (F38)
     */
    readonly ground: Words;
    /**
     * Whether whoever receives it is bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Whether the child was told of it first
     */
    readonly child: 'yes' | 'no';
    /**
     * Whether the parents were: if not, they are not called
     */
    readonly parents: 'yes' | 'no';
    /**
     * null: nothing was noted
     */
    readonly childView: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    } | null;
};

export type ReferralEvent = {
    readonly kind: 'sent' | 'received' | 'accepted' | 'refused' | 'other-offer' | 'elsewhere' | 'first-appointment' | 'feedback' | 'ended' | 'reminded' | 'answer-asked' | 'escalated' | 'feedback-asked' | 'feedback-missing' | 'unmet' | 'withdrawn' | 'kept-away';
    readonly at: string;
    /**
     * Who; null: the clock, or a service without account by its link
     */
    readonly by: string | null;
    /**
     * Of a refusal, an unmet need or an end; of a yes: its offer was taken
     */
    readonly reason: 'full' | 'age' | 'language' | 'not-our-mission' | 'not-safe-here' | 'refused' | 'silent' | 'no-service' | 'met' | 'partly-met' | 'not-met' | 'offer-taken' | null;
    readonly words: string | null;
    /**
     * Of a yes: when the child is expected there
     */
    readonly expectedAt: string | null;
    readonly byWhen: string | null;
    /**
     * Whom to call there
     */
    readonly whomToCall: string | null;
};

export type ReferralMessage = {
    readonly from: 'team' | 'service';
    /**
     * Who; to the service, the team. null: a service by its link, or not open to this reader
     */
    readonly by: string | null;
    readonly at: string;
    /**
     * null: not open to this reader
     */
    readonly words: string | null;
    /**
     * When the other side first had it before it; null: it is new to them
     */
    readonly seenAt: string | null;
};

export type ReferralMessages = {
    /**
     * Oldest first
     */
    readonly items: ReadonlyArray<ReferralMessage>;
    /**
     * May write: until the service says no, the child is received, or the referral is over
     */
    readonly mayWrite: boolean;
};

export type ReferredLine = {
    readonly title: Words;
    readonly shown: Words;
    readonly at: string | null;
    /**
     * When it was sent by itself; null: with the referral
     */
    readonly addedAt: string | null;
};

export type ReferredPart = {
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    /**
     * The lines, none when nothing is recorded, or that it is redacted
     */
    readonly lines: ReadonlyArray<ReferredLine> | Redacted;
};

export type ReferredCase = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    /**
     * The team that referred the case: whom to ask
     */
    readonly team: string;
    readonly zone: string;
    readonly since: string;
    /**
     * When it ends by itself
     */
    readonly until: string;
    /**
     * As it was told when it was sent; null: gone with the case’s key, or closed
     */
    readonly terms: ReceivedTerms | null;
    /**
     * The partner said no: nothing of the child is shown to them any more
     */
    readonly isClosed: boolean;
    /**
     * What the partner is asked for, or that it is redacted
     */
    readonly request: string | Redacted;
    readonly state: 'sent' | 'received' | 'accepted' | 'started' | 'refused' | 'other-offer' | 'elsewhere' | 'no-answer' | 'withdrawn' | 'ended';
    /**
     * When an answer is due
     */
    readonly dueAt: string;
    /**
     * Of the team, as administrators keep it: to verify who asks
     */
    readonly checkPhone: string | null;
    /**
     * When feedback is due (TOOL: the three months of F37), as long as it is owed
     */
    readonly feedbackDueAt: string | null;
    /**
     * A yes was given: what comes of the child can be told
     */
    readonly mayGiveFeedback: boolean;
    /**
     * What was answered, oldest first
     */
    readonly answers: ReadonlyArray<ReferralEvent>;
    /**
     * None where the partner said no
     */
    readonly messages: ReferralMessages;
    /**
     * Each class of fields there is
     */
    readonly parts: ReadonlyArray<ReferredPart>;
};

export type MatchServices = {
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * In years; under 18, whatever is typed (G01)
     */
    readonly age?: number;
    readonly sex?: 'girl' | 'boy' | 'other';
    /**
     * BCP 47 codes; none: language is not looked at
     */
    readonly languages?: ReadonlyArray<string>;
    /**
     * When; now unless said
     */
    readonly at?: string;
    /**
     * How many to pass over
     */
    readonly from?: number;
};

export type MatchedCriterion = {
    readonly of: 'need' | 'age' | 'sex' | 'places' | 'hours' | 'language' | 'distance' | 'trait';
    /**
     * `ask`: not known, and never a no
     */
    readonly verdict: 'fits' | 'ask' | 'no';
    /**
     * Whether a `no` shuts the service out
     */
    readonly decides: boolean;
    /**
     * Of `trait`: which
     */
    readonly trait?: 'cultural-mediation' | 'recording-room' | 'secret-address' | 'night-staff' | 'without-papers' | 'exploitation-expertise' | 'forensic-without-complaint' | 'specialised-posts';
};

export type MatchedService = {
    readonly id: string;
    readonly name: string;
    readonly kind: 'crip' | 'ase' | 'uaped' | 'umj' | 'police-unit' | 'court' | 'duty-prosecution' | 'pjj' | 'ngo' | 'young-shelter' | 'remote-shelter' | 'foster-service' | 'psychotherapy' | 'legal-aid' | 'interpreting-service' | 'street-outreach' | 'street-educators' | 'employer-programme' | 'cross-border' | 'cegidd' | 'sexual-health-centre' | 'csapa' | 'adolescent-centre' | 'pmi' | 'mdph' | 'school-nurse' | 'france-victimes' | 'national-line';
    /**
     * None: the whole country
     */
    readonly territoryNames: ReadonlyArray<string>;
    readonly standing: 'fits' | 'ask' | 'no';
    /**
     * Those that decide first
     */
    readonly criteria: ReadonlyArray<MatchedCriterion>;
    /**
     * Borders of départements between; null: not by land
     */
    readonly borders: number | null;
    /**
     * It answers in its own account; otherwise by a link or by telephone
     */
    readonly hasAccount: boolean;
    readonly phones: ReadonlyArray<string>;
    readonly email: string | null;
    /**
     * Where it is; empty: not known, or that it is redacted
     */
    readonly address: string | Redacted;
    /**
     * Its address is secret
     */
    readonly hasSecretAddress: boolean;
    readonly say: string | null;
    readonly freePlaces: number | null;
    /**
     * Of the free places
     */
    readonly placesAt: string | null;
    readonly waitingDays: number | null;
    readonly ages: ServedAges | null;
    readonly verifiedAt: string;
    readonly isStale: boolean;
    /**
     * Somebody who answers there has the name of the child’s family, or of somebody around them, whom the reader may see
     */
    readonly hasNamesake: boolean;
    /**
     * G05: it takes younger minors, and shuts out those of sixteen and seventeen
     */
    readonly excludesSixteenSeventeen: boolean;
    /**
     * G05: nothing but that shuts this child out
     */
    readonly lostToAge: boolean;
};

export type MatchedServices = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * Name of the territory of the case
     */
    readonly territory: string;
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * Looked for; null: the age is in doubt or not known
     */
    readonly ages: ServedAges | null;
    readonly sex: 'girl' | 'boy' | 'other' | null;
    readonly languages: ReadonlyArray<string>;
    readonly at: string;
    /**
     * Services that fit
     */
    readonly fit: number;
    /**
     * Services of which something that decides is not known
     */
    readonly toAsk: number;
    /**
     * Services that something shuts out
     */
    readonly cannot: number;
    /**
     * G05: of these, those that a younger child of the same need would find
     */
    readonly lostToAge: number;
    readonly items: ReadonlyArray<MatchedService>;
    /**
     * Hand back as `from`; null at the end
     */
    readonly next: number | null;
};

export type CapacityLink = {
    readonly state: 'waiting' | 'sent' | 'locked' | 'over';
    /**
     * To be told by telephone; null: not to this reader
     */
    readonly code: string | null;
    readonly until: string | null;
};

export type ReachedService = {
    readonly phones: ReadonlyArray<string>;
    /**
     * A mail with a link could leave
     */
    readonly hasMail: boolean;
    /**
     * What it is called on the telephone
     */
    readonly number: string;
    readonly link: CapacityLink | null;
};

export type Crowded = {
    /**
     * Free places, as it said
     */
    readonly free: number;
};

export type SentReferral = {
    /**
     * Its line in the register of sharing
     */
    readonly id: string;
    /**
     * An account, or a service without one
     */
    readonly partner: Named;
    /**
     * Of a service without account
     */
    readonly service: ReachedService | null;
    readonly state: 'sent' | 'received' | 'accepted' | 'started' | 'refused' | 'other-offer' | 'elsewhere' | 'no-answer' | 'withdrawn' | 'ended';
    readonly sentAt: string;
    /**
     * When an answer is due (TOOL)
     */
    readonly dueAt: string;
    /**
     * When it ends by itself
     */
    readonly until: string;
    /**
     * When feedback is due (TOOL: the three months of F37), as long as it is owed
     */
    readonly feedbackDueAt: string | null;
    /**
     * Of a yes: the same places may have gone to other children; null: nothing says so
     */
    readonly crowded: Crowded | null;
    /**
     * An answer or feedback is waited for: to be chased
     */
    readonly isAwaited: boolean;
    /**
     * Oldest first
     */
    readonly events: ReadonlyArray<ReferralEvent>;
    readonly messages: ReferralMessages;
};

export type ReferralNeed = {
    /**
     * The first referral that was sent for it
     */
    readonly id: string;
    /**
     * What was asked for; null: not open to this reader
     */
    readonly request: string | null;
    /**
     * Its code; null: in words alone, or not open to this reader
     */
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence' | null;
    readonly state: 'open' | 'later' | 'unsure' | 'waiting' | 'unmet' | 'met';
    /**
     * Nobody is known to meet it, and nobody is asked
     */
    readonly isOpen: boolean;
    /**
     * How many were asked
     */
    readonly asked: number;
    /**
     * Oldest first; without those that would tell the reader where the child goes
     */
    readonly referrals: ReadonlyArray<SentReferral>;
};

export type RunningQuestion = {
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    readonly state: 'waiting' | 'found' | 'open';
    readonly asked: number;
    /**
     * When answers are due (TOOL)
     */
    readonly dueAt: string;
};

export type PreparedReferral = {
    readonly id: string;
    /**
     * The version that was seen
     */
    readonly version: number;
    /**
     * The account of a partner
     */
    readonly accountId: string | null;
    /**
     * A service without account
     */
    readonly serviceId: string | null;
    /**
     * What they are called; empty: no longer known here
     */
    readonly to: string;
    /**
     * Why it can not be sent to them now
     */
    readonly bar: 'gone' | 'kept-away' | 'has-account' | null;
    /**
     * What they are asked for, once it is said
     */
    readonly request: string | null;
    /**
     * Who kept it last
     */
    readonly by: string;
    readonly at: string;
    /**
     * To be sent or dropped by then (TOOL: a day)
     */
    readonly dueAt: string;
    /**
     * It is time to send it or to drop it
     */
    readonly isDue: boolean;
};

export type SaidOfNeed = {
    readonly reason: 'met' | 'changed' | 'by-mistake' | 'no-service' | 'age' | 'language';
    /**
     * Who said it; empty: not open to this reader
     */
    readonly by: string;
    readonly at: string;
};

export type UnaskedNeed = {
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * When somebody is to be asked (TOOL); null: somebody said what came of it
     */
    readonly dueAt: string | null;
    /**
     * What somebody said of it last
     */
    readonly said: SaidOfNeed | null;
    /**
     * What was said ended it, until services shut the child out by age again
     */
    readonly isOver: boolean;
};

export type SentReferrals = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * May refer, chase, record an answer
     */
    readonly mayRefer: boolean;
    /**
     * May take a referral back
     */
    readonly mayWithdraw: boolean;
    /**
     * Those that nobody meets first
     */
    readonly needs: ReadonlyArray<ReferralNeed>;
    /**
     * Questions for a place that go on, the newest first
     */
    readonly questions: ReadonlyArray<RunningQuestion>;
    /**
     * Composed and not sent, the oldest first; of a reader who may refer
     */
    readonly prepared: ReadonlyArray<PreparedReferral>;
    /**
     * Needs for which services were looked for and nobody was asked, also those that were said to be over
     */
    readonly unasked: ReadonlyArray<UnaskedNeed>;
};

export type TakeOffer = {
    /**
     * When what was read was offered: the moment of its event
     */
    readonly offeredAt: string;
};

export type RemindPartner = {
    /**
     * By a mail that says nothing of the child, or by telephone: noted
     */
    readonly how: 'mail' | 'telephone';
};

export type FollowUpReferral = {
    /**
     * The child was received, what came of it, or it is over
     */
    readonly what: 'first-appointment' | 'feedback' | 'ended';
    /**
     * Of an end: whether the need was met
     */
    readonly outcome?: 'met' | 'partly-met' | 'not-met';
    /**
     * What came of it, as the service or the child says; feedback is nothing else
     */
    readonly words?: string;
};

export type RecordUnmet = {
    readonly reason: 'refused' | 'full' | 'age' | 'language' | 'silent' | 'no-service';
};

export type UnansweredReferral = {
    readonly what: 'answer' | 'feedback' | 'first' | 'next' | 'reception' | 'age-gap' | 'message';
    readonly caseFileId: string;
    readonly reference: string;
    readonly team: string;
    /**
     * null: of a need, for which nobody is asked
     */
    readonly partner: string | null;
    readonly since: string;
};

export type UnansweredReferrals = {
    /**
     * The oldest silence first
     */
    readonly items: ReadonlyArray<UnansweredReferral>;
    readonly next: string | null;
};

export type PastReferral = {
    readonly id: string;
    readonly caseFileId: string;
    readonly team: string;
    /**
     * As they knew it
     */
    readonly reference: string;
    readonly since: string;
    readonly endedAt: string;
    /**
     * By the team, before its time
     */
    readonly isWithdrawn: boolean;
};

export type PastReferrals = {
    /**
     * Over in the last ninety days, the newest first
     */
    readonly items: ReadonlyArray<PastReferral>;
    readonly next: string | null;
};

export type ReceivedReferral = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    /**
     * The team that referred the case: whom to ask
     */
    readonly team: string;
    readonly zone: string;
    readonly since: string;
    /**
     * When it ends by itself
     */
    readonly until: string;
    /**
     * Several may be of one case
     */
    readonly id: string;
    /**
     * What is asked: a need of the directory, or the words of who asks; null: closed by a no
     */
    readonly asks: Words | null;
    readonly state: 'sent' | 'received' | 'accepted' | 'started' | 'refused' | 'other-offer' | 'elsewhere' | 'no-answer' | 'withdrawn' | 'ended';
    /**
     * Accepted since the team took what they had offered
     */
    readonly isOfferTaken: boolean;
    /**
     * When an answer is due
     */
    readonly dueAt: string;
    /**
     * Titles of the classes that it carries
     */
    readonly carries: ReadonlyArray<Words>;
    /**
     * The team wrote what the partner has not seen
     */
    readonly hasNewMessage: boolean;
};

export type ReceivedReferrals = {
    readonly items: ReadonlyArray<ReceivedReferral>;
    readonly next: string | null;
};

export type CapacityEvent = {
    readonly kind: 'yes' | 'no' | 'other-offer' | 'elsewhere' | 'reminded' | 'referred' | 'told' | 'closed' | 'taken' | 'unmet' | 'met';
    readonly at: string;
    /**
     * Who; null: by the link
     */
    readonly by: string | null;
    readonly reason: 'full' | 'age' | 'language' | 'not-our-mission' | 'not-safe-here' | 'refused' | 'silent' | 'no-service' | null;
    readonly heldUntil: string | null;
    readonly words: string | null;
    readonly whomToCall: string | null;
};

export type CapacityRequest = {
    readonly id: string;
    readonly number: string;
    readonly service: Named;
    /**
     * It is in the directory no more, and can be told of no child
     */
    readonly hasLeft: boolean;
    readonly phones: ReadonlyArray<string>;
    /**
     * Accounts that are of it: to whom a part can be referred
     */
    readonly members: ReadonlyArray<Named>;
    readonly state: 'waiting' | 'yes' | 'no' | 'other-offer' | 'elsewhere' | 'no-answer' | 'lapsed' | 'closed' | 'kept-away';
    /**
     * Of a service without account
     */
    readonly link: CapacityLink | null;
    /**
     * Who the child is was told to it
     */
    readonly isReferred: boolean;
    /**
     * Of a yes: to be confirmed by telephone, it may be promised more often than there are places
     */
    readonly isToConfirm: boolean;
    /**
     * Oldest first
     */
    readonly events: ReadonlyArray<CapacityEvent>;
};

export type CapacityQuestion = {
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * A band; null: a minor of unknown age
     */
    readonly ages: ServedAges | null;
    readonly sex: 'girl' | 'boy' | 'other' | null;
    /**
     * None: language does not decide
     */
    readonly languages: ReadonlyArray<string>;
    readonly wanted: 'at-once' | 'within-a-day' | 'within-a-week';
    /**
     * When an answer is due (TOOL); to a service to the minute, as two of them may compare
     */
    readonly dueAt: string;
    readonly askedAt: string;
    readonly id: string;
    readonly state: 'waiting' | 'found' | 'open' | 'unmet' | 'closed';
    /**
     * Services that were asked
     */
    readonly asked: number;
    /**
     * Of these, a yes that holds
     */
    readonly yes: number;
    readonly no: number;
    readonly otherOffer: number;
    /**
     * Not for them, but for somebody whom they name
     */
    readonly elsewhere: number;
    /**
     * Who said nothing in time, which is an answer
     */
    readonly silent: number;
    /**
     * Why nobody meets the need
     */
    readonly unmet: 'refused' | 'full' | 'age' | 'language' | 'silent' | 'no-service' | null;
    /**
     * Somebody covers the need
     */
    readonly isMet: boolean;
    /**
     * Those who say yes first
     */
    readonly requests: ReadonlyArray<CapacityRequest>;
};

export type CapacityQuestions = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * May ask, record an answer, renew a link
     */
    readonly mayRefer: boolean;
    /**
     * The newest twenty, newest first
     */
    readonly items: ReadonlyArray<CapacityQuestion>;
};

export type AskCapacity = {
    /**
     * Whoever asks or refers made sure: nobody around the child works there
     */
    readonly nobodyAroundWorksThere: true;
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * In years; a band of ages goes out. Left out: as the case says, as far as the reader sees it
     */
    readonly age?: number;
    readonly sex?: 'girl' | 'boy' | 'other';
    /**
     * ISO 639 codes, no region, only where language decides
     */
    readonly languages?: ReadonlyArray<string>;
    readonly wanted: 'at-once' | 'within-a-day' | 'within-a-week';
    /**
     * Hours within which an answer is asked for (TOOL)
     */
    readonly answerHours: 1 | 4 | 24 | 72;
    /**
     * Of the line in the register of sharing
     */
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    readonly serviceIds: ReadonlyArray<string>;
};

export type AnswerCapacity = {
    readonly answer: 'yes' | 'no' | 'other-offer' | 'elsewhere';
    /**
     * Of a yes: how long the place is held
     */
    readonly heldHours?: 2 | 4 | 12 | 24 | 48 | 72 | 168;
    /**
     * Of a no
     */
    readonly reason?: 'full' | 'age' | 'language' | 'not-our-mission' | 'not-safe-here';
    /**
     * Of another offer: what; of one for somebody else: for whom; of a yes: on which condition
     */
    readonly words?: string;
    /**
     * Whom to call there
     */
    readonly whomToCall?: string;
};

export type TellService = {
    /**
     * Whether they are bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
    /**
     * Whoever asks or refers made sure: nobody around the child works there
     */
    readonly nobodyAroundWorksThere: true;
    readonly classes: ReadonlyArray<'identity' | 'contact' | 'places' | 'health' | 'situation' | 'narrative'>;
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    /**
     * Hours within which an answer is asked for (TOOL); unless said, 4 for what is needed at once and 48 otherwise. Never beyond a place that is held
     */
    readonly answerHours?: 4 | 24 | 48 | 168;
    /**
     * What the child says of it, or why not, for who receives it; left out, it is said that nothing is noted
     */
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    /**
     * Why a second service is told who the child is while another may still take them, before its answer is due. Kept with what was sent
     */
    readonly besideAnother?: string;
    /**
     * What it was told, as it stands in the register of sharing
     */
    readonly what: string;
    /**
     * What is spoken is received at once
     */
    readonly how: 'spoken' | 'written';
};

export type RecordCapacityUnmet = {
    readonly reason: 'refused' | 'full' | 'age' | 'language' | 'silent' | 'no-service';
};

export type Over = {
    readonly why: 'withdrawn' | 'found' | 'not-sought' | 'goes-on' | 'ended';
    /**
     * Since when, to the minute
     */
    readonly at: string;
};

export type ReceivedCapacity = {
    /**
     * To speak of it by telephone; of this service alone
     */
    readonly number: string;
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * A band; null: a minor of unknown age
     */
    readonly ages: ServedAges | null;
    readonly sex: 'girl' | 'boy' | 'other' | null;
    /**
     * None: language does not decide
     */
    readonly languages: ReadonlyArray<string>;
    readonly wanted: 'at-once' | 'within-a-day' | 'within-a-week';
    /**
     * When an answer is due (TOOL); to a service to the minute, as two of them may compare
     */
    readonly dueAt: string;
    readonly state: 'waiting' | 'yes' | 'no' | 'other-offer' | 'elsewhere' | 'no-answer' | 'lapsed' | 'closed' | 'kept-away';
    /**
     * Of a yes
     */
    readonly heldUntil: string | null;
    /**
     * Nobody looks any more: no answer is taken
     */
    readonly isClosed: boolean;
    /**
     * Of a closed one: why, and since when
     */
    readonly over: Over | null;
    /**
     * Of the team, as administrators keep it: to verify who asks
     */
    readonly checkPhone: string | null;
    readonly id: string;
    /**
     * Of the member’s own service
     */
    readonly service: string;
};

export type ReceivedCapacities = {
    /**
     * Of the last thirty days, the newest first
     */
    readonly items: ReadonlyArray<ReceivedCapacity>;
    readonly next: string | null;
};

export type AskCallBack = {
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
};

export type LinkCallBack = {
    /**
     * Of the team, as administrators keep it; null: none is kept, or there is no such link
     */
    readonly checkPhone: string | null;
};

export type OpenAnswerLink = {
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
    /**
     * Six digits, as they were told by telephone
     */
    readonly code: string;
};

export type AskedCapacity = {
    /**
     * To speak of it by telephone; of this service alone
     */
    readonly number: string;
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * A band; null: a minor of unknown age
     */
    readonly ages: ServedAges | null;
    readonly sex: 'girl' | 'boy' | 'other' | null;
    /**
     * None: language does not decide
     */
    readonly languages: ReadonlyArray<string>;
    readonly wanted: 'at-once' | 'within-a-day' | 'within-a-week';
    /**
     * When an answer is due (TOOL); to a service to the minute, as two of them may compare
     */
    readonly dueAt: string;
    readonly state: 'waiting' | 'yes' | 'no' | 'other-offer' | 'elsewhere' | 'no-answer' | 'lapsed' | 'closed' | 'kept-away';
    /**
     * Of a yes
     */
    readonly heldUntil: string | null;
    /**
     * Nobody looks any more: no answer is taken
     */
    readonly isClosed: boolean;
    /**
     * Of a closed one: why, and since when
     */
    readonly over: Over | null;
    /**
     * Of the team, as administrators keep it: to verify who asks
     */
    readonly checkPhone: string | null;
};

export type AnswerByLink = {
    readonly answer: 'yes' | 'no' | 'other-offer' | 'elsewhere';
    /**
     * Of a yes: how long the place is held
     */
    readonly heldHours?: 2 | 4 | 12 | 24 | 48 | 72 | 168;
    /**
     * Of a no
     */
    readonly reason?: 'full' | 'age' | 'language' | 'not-our-mission' | 'not-safe-here';
    /**
     * Of another offer: what; of one for somebody else: for whom; of a yes: on which condition
     */
    readonly words?: string;
    /**
     * Whom to call there
     */
    readonly whomToCall?: string;
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
    /**
     * Six digits, as they were told by telephone
     */
    readonly code: string;
};

export type LinkedTerms = {
    /**
     * On which ground it was told (F38)
     */
    readonly ground: Words;
    /**
     * Whether whoever receives it is bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Whether the child was told of it first
     */
    readonly child: 'yes' | 'no';
    /**
     * Whether the parents were: if not, they are not called
     */
    readonly parents: 'yes' | 'no';
};

export type LinkedReferral = {
    readonly state: 'sent' | 'received' | 'accepted' | 'started' | 'refused' | 'other-offer' | 'elsewhere' | 'no-answer' | 'withdrawn' | 'ended';
    readonly sentAt: string;
    /**
     * When an answer is due (TOOL)
     */
    readonly dueAt: string;
    /**
     * What it is called on the telephone
     */
    readonly number: string;
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence' | null;
    /**
     * Why nothing is asked any more, and no answer taken; null: it goes on
     */
    readonly over: Over | null;
    /**
     * Of the team, as administrators keep it: to verify who asks
     */
    readonly checkPhone: string | null;
    /**
     * As it was told; null: gone with the case’s key, or nothing is asked any more
     */
    readonly terms: LinkedTerms | null;
    /**
     * What was answered by the link, oldest first
     */
    readonly answers: ReadonlyArray<ReferralEvent>;
    /**
     * None where nothing is asked any more
     */
    readonly messages: ReferralMessages;
};

export type AnswerReferralByLink = {
    readonly answer: 'accepted' | 'refused' | 'other-offer' | 'elsewhere';
    /**
     * Of a refusal
     */
    readonly reason?: 'full' | 'age' | 'language' | 'not-our-mission' | 'not-safe-here';
    /**
     * Of another offer: what; of one for somebody else: for whom
     */
    readonly words?: string;
    /**
     * Of a yes: when the child is expected there, with its offset; before the referral ends
     */
    readonly expectedAt?: string;
    /**
     * By when
     */
    readonly byWhen?: string;
    /**
     * Whom to call there
     */
    readonly whomToCall?: string;
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
    /**
     * Six digits, as they were told by telephone
     */
    readonly code: string;
};

export type WriteMessageByLink = {
    /**
     * It changes nothing of how the referral stands: an answer is given as one
     */
    readonly words: string;
    /**
     * What stands behind # in the link of the mail
     */
    readonly token: string;
    /**
     * Six digits, as they were told by telephone
     */
    readonly code: string;
};

export type UnmetCount = {
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence' | 'other';
    /**
     * age-gap: children whom services shut out by being sixteen or seventeen, beside what anybody answered (G05)
     */
    readonly reason: 'refused' | 'full' | 'age' | 'language' | 'silent' | 'no-service' | 'not-said' | 'age-gap';
    /**
     * Children whose need is open still
     */
    readonly open: number;
    /**
     * Children of whom somebody said that nobody meets it
     */
    readonly recorded: number;
};

export type UnmetInDepartment = {
    /**
     * Official code of the département
     */
    readonly territory: string;
    readonly name: string;
    /**
     * The most first
     */
    readonly counts: ReadonlyArray<UnmetCount>;
};

export type UnmetNeed = {
    readonly caseFileId: string;
    readonly reference: string;
    readonly team: string;
    /**
     * other: in words of a referral alone
     */
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence' | 'other';
    readonly reason: 'refused' | 'full' | 'age' | 'language' | 'silent' | 'no-service' | 'not-said' | 'changed' | 'by-mistake';
    /**
     * open: services said no, or nothing; recorded: somebody said that nobody meets it; not-needed: somebody said that the child needs it no more, and no service was asked
     */
    readonly standing: 'open' | 'recorded' | 'not-needed';
    /**
     * Services were asked for a place: their answers tell of it
     */
    readonly isAsked: boolean;
    readonly since: string;
};

export type UnmetNeeds = {
    readonly departments: ReadonlyArray<UnmetInDepartment>;
    /**
     * The oldest first
     */
    readonly items: ReadonlyArray<UnmetNeed>;
    /**
     * Whether there are more than these
     */
    readonly hasMore: boolean;
};

export type CloseUnasked = {
    /**
     * One for which services were looked for
     */
    readonly need: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * no-service, age, language: nobody meets it, which is counted; else it is needed no more
     */
    readonly reason: 'met' | 'changed' | 'by-mistake' | 'no-service' | 'age' | 'language';
};

export type SentLine = {
    /**
     * The same as long as it says the same
     */
    readonly id: string;
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    readonly shown: Words;
    /**
     * Noted then, as the partner reads it
     */
    readonly at: string | null;
};

export type ReferralPreview = {
    /**
     * Exactly what would be sent, in order
     */
    readonly lines: ReadonlyArray<SentLine>;
    /**
     * To be sent with the referral: what was looked at is what leaves
     */
    readonly mark: string;
};

export type ReferralAdditions = {
    /**
     * Recorded since, of what it carries, and not sent yet
     */
    readonly lines: ReadonlyArray<SentLine>;
};

export type SendAddition = {
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
    /**
     * The line that is sent
     */
    readonly lineId: string;
};

export type WriteToService = {
    /**
     * It changes nothing of how the referral stands: an answer is given as one
     */
    readonly words: string;
    /**
     * When the newest message of the service was written that the writer has read: none of it waits any more, unless another came since
     */
    readonly readUntil?: string;
};

export type MarkRead = {
    /**
     * When the newest message of the service was written that stood on the page
     */
    readonly readUntil: string;
};

export type WriteMessage = {
    /**
     * It changes nothing of how the referral stands: an answer is given as one
     */
    readonly words: string;
};

export type OpenNeed = {
    readonly id: string;
    /**
     * In words; null: not open to this reader
     */
    readonly request: string | null;
};

export type ServiceToTell = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly service: Named;
    readonly phones: ReadonlyArray<string>;
    /**
     * A mail with a link leaves when it is told
     */
    readonly hasMail: boolean;
    /**
     * Referred to as an account, and not told here
     */
    readonly hasAccount: boolean;
    /**
     * Needs of the case in words that nobody meets, or somebody is asked for
     */
    readonly openNeeds: ReadonlyArray<OpenNeed>;
};

export type ReferToService = {
    /**
     * Whether they are bound by secrecy
     */
    readonly isBound: boolean;
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
    /**
     * Whoever asks or refers made sure: nobody around the child works there
     */
    readonly nobodyAroundWorksThere: true;
    readonly classes: ReadonlyArray<'identity' | 'contact' | 'places' | 'health' | 'situation' | 'narrative'>;
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    /**
     * Hours within which an answer is asked for (TOOL); unless said, 4 for what is needed at once and 48 otherwise. Never beyond a place that is held
     */
    readonly answerHours?: 4 | 24 | 48 | 168;
    /**
     * What the child says of it, or why not, for who receives it; left out, it is said that nothing is noted
     */
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    /**
     * Why a second service is told who the child is while another may still take them, before its answer is due. Kept with what was sent
     */
    readonly besideAnother?: string;
    /**
     * What it was told, as it stands in the register of sharing
     */
    readonly what: string;
    /**
     * What is spoken is received at once
     */
    readonly how: 'spoken' | 'written';
    /**
     * Which need of the directory: for it one service at a time is told who the child is
     */
    readonly need?: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * Why who the child is is told before a yes: of a bed, where no service said that it has one; of a need in words, while another may take the child for a bed. Kept with what was sent
     */
    readonly beforeYes?: string;
    /**
     * The need of an earlier referral that nobody meets
     */
    readonly needId?: string;
    /**
     * What was prepared of it, as it was seen: it goes with the sending
     */
    readonly prepared?: SeenPrepared;
    /**
     * Of the directory, without account
     */
    readonly serviceId: string;
};

export type PreparedTerms = {
    /**
     * Whether they are bound by secrecy
     */
    readonly isBound?: boolean;
    /**
     * Why strictly this is needed
     */
    readonly why?: string;
    readonly child?: InformedBeforehand;
    readonly parents?: InformedBeforehand;
    readonly classes?: ReadonlyArray<'identity' | 'contact' | 'places' | 'health' | 'situation' | 'narrative'>;
    readonly ground?: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'access-request' | 'other';
    /**
     * Hours within which an answer is asked for (TOOL); unless said, 4 for what is needed at once and 48 otherwise. Never beyond a place that is held
     */
    readonly answerHours?: 4 | 24 | 48 | 168;
    /**
     * What the child says of it, or why not, for who receives it; left out, it is said that nothing is noted
     */
    readonly childView?: {
        readonly said: string;
    } | {
        readonly whyNot: string;
    };
    /**
     * Why a second service is told who the child is while another may still take them, before its answer is due. Kept with what was sent
     */
    readonly besideAnother?: string;
    /**
     * Lines of that preview that do not leave; left out, all of them do
     */
    readonly leftOut?: ReadonlyArray<string>;
    /**
     * Which need of the directory: for it one service at a time is told who the child is
     */
    readonly need?: 'bed-tonight' | 'lasting-place' | 'urgent-medicine' | 'forensic-examination' | 'sexual-medicine' | 'psychological-support' | 'addiction-support' | 'recorded-room' | 'legal-help' | 'interpreter-help' | 'school-or-training' | 'street-presence';
    /**
     * Why who the child is is told before a yes: of a bed, where no service said that it has one; of a need in words, while another may take the child for a bed. Kept with what was sent
     */
    readonly beforeYes?: string;
    /**
     * The need of an earlier referral that nobody meets
     */
    readonly needId?: string;
    /**
     * What the service is asked for, or what it is told
     */
    readonly request?: string;
    /**
     * To an account: how many days it is to be open, from when it is sent
     */
    readonly days?: number;
    /**
     * To a service without account: how it is to be told
     */
    readonly how?: 'spoken' | 'written';
    /**
     * The need has no name in the directory
     */
    readonly isOtherNeed?: boolean;
    /**
     * It was said whether places are shown; with `classes`
     */
    readonly showsPlaces?: boolean;
};

export type ResumedReferral = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly prepared: PreparedReferral;
    readonly terms: PreparedTerms;
};

export type PrepareReferral = {
    /**
     * The account of a partner; or `serviceId`
     */
    readonly accountId?: string;
    /**
     * A service without account; or `accountId`
     */
    readonly serviceId?: string;
    readonly terms: PreparedTerms;
};

export type KeptPrepared = {
    readonly id: string;
};

export type ChangePrepared = {
    /**
     * The account of a partner; or `serviceId`
     */
    readonly accountId?: string;
    /**
     * A service without account; or `accountId`
     */
    readonly serviceId?: string;
    readonly terms: PreparedTerms;
    /**
     * The version that was seen
     */
    readonly version: number;
};

export type DropPrepared = {
    /**
     * The version that was seen
     */
    readonly version: number;
};

export type WhomToAsk = {
    readonly name: string;
    /**
     * Their teams; empty: none
     */
    readonly team: string;
};

export type CaseLink = {
    readonly id: string;
    readonly kind: 'sibling' | 'co-victim' | 'same-facilitator';
    readonly state: 'to-answer' | 'agreed' | 'waiting' | 'refused' | 'ended';
    /**
     * When it began in this case
     */
    readonly since: string;
    /**
     * About the other child; null: nobody yet
     */
    readonly ask: WhomToAsk | null;
    /**
     * As it was typed, or of a case that the reader reads
     */
    readonly reference: string | null;
    /**
     * Of a case that the reader reads
     */
    readonly otherCaseFileId: string | null;
};

export type CaseLinks = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * What waits for an answer first, then the newest, or that it is redacted
     */
    readonly links: ReadonlyArray<CaseLink> | Redacted;
    readonly mayWrite: boolean;
};

export type AskLink = {
    readonly kind: 'sibling' | 'co-victim' | 'same-facilitator';
    /**
     * Of the other case
     */
    readonly reference: string;
};

export type AnswerLink = {
    /**
     * Whether each side may know whom to ask about the other child
     */
    readonly agrees: boolean;
};

export type LetterKind = {
    readonly id: string;
    readonly title: Words;
    readonly purpose: Words;
};

export type SendingContent = {
    /**
     * Of a letter that is the child’s own
     */
    readonly receivedBy: 'child' | 'safe-contact' | 'other' | null;
    readonly toWhom: string;
    /**
     * The recipient’s, or ours
     */
    readonly reference: string;
    readonly keptWhere: string;
    readonly secondSignature: string | null;
};

export type LetterSending = {
    /**
     * When it left
     */
    readonly sentAt: string;
    /**
     * When that was recorded
     */
    readonly recordedAt: string;
    readonly how: 'e-mail' | 'post' | 'hand';
    /**
     * The person, or that it is redacted
     */
    readonly by: Named | Redacted;
    /**
     * To whom, and where its copy is, or that it is redacted
     */
    readonly content: SendingContent | Redacted;
};

export type LetterSummary = {
    readonly id: string;
    readonly template: string;
    readonly title: Words;
    /**
     * When its words were settled
     */
    readonly at: string;
    /**
     * The person, or that it is redacted
     */
    readonly by: Named | Redacted;
    readonly corrects: string | null;
    readonly correctedBy: string | null;
    /**
     * `null`: not sent
     */
    readonly sending: LetterSending | null;
};

export type Letters = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * Kinds that the reader may write now
     */
    readonly kinds: ReadonlyArray<LetterKind>;
    /**
     * The newest first
     */
    readonly letters: ReadonlyArray<LetterSummary>;
};

export type LetterSource = {
    readonly code: string;
    readonly text: Words;
};

export type ProposedPart = {
    readonly id: string;
    readonly title: Words;
    readonly hint: Words | null;
    /**
     * Without it, it is no letter of its kind
     */
    readonly isRequired: boolean;
    /**
     * In the letter’s language
     */
    readonly text: string;
};

export type KnownFamilyTold = {
    /**
     * By us; they know without us; they were not told; it is not known yet
     */
    readonly is: 'told' | 'knows' | 'not-told' | 'not-known';
    /**
     * Why not, or why it is not known yet; then always
     */
    readonly why?: string;
    /**
     * The step or the letter that says it
     */
    readonly source: Words;
    /**
     * Of when it is
     */
    readonly at: string;
};

export type AskedFamilyTold = {
    /**
     * Id of the part that says it first
     */
    readonly part: string;
    /**
     * `null`: nothing is known of it
     */
    readonly known: KnownFamilyTold | null;
};

export type LeftOutLine = {
    readonly id: string;
    readonly text: string;
    /**
     * Of the line: what is recorded is said in French
     */
    readonly language: 'fr' | 'en';
    /**
     * Id of the part to which it goes once it is chosen
     */
    readonly part: string;
    /**
     * The line of that part in whose place it goes, where that stands still
     */
    readonly instead?: string;
};

export type LeftOutClass = {
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    readonly lines: ReadonlyArray<LeftOutLine>;
};

export type LetterDraft = {
    /**
     * The letter that it is to correct
     */
    readonly corrects: string | null;
    readonly content: {
        readonly [key: string]: unknown;
    };
    readonly savedAt: string;
    /**
     * For `If-Match` of the next save
     */
    readonly revision: number;
};

export type LetterProposal = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly id: string;
    readonly title: Words;
    readonly purpose: Words;
    /**
     * In which it is printed
     */
    readonly language: 'fr' | 'en';
    readonly signs: Words;
    readonly second: 'none' | 'may' | 'must';
    readonly sources: ReadonlyArray<LetterSource>;
    /**
     * To whom, line by line
     */
    readonly recipient: string;
    readonly parts: ReadonlyArray<ProposedPart>;
    /**
     * What its writer chooses before it is settled; `null`: it does not have to say it
     */
    readonly familyTold: AskedFamilyTold | null;
    /**
     * What is known besides, to choose from word by word
     */
    readonly leftOut: ReadonlyArray<LeftOutClass>;
    /**
     * What the reader has typed of it and not settled
     */
    readonly drafts: ReadonlyArray<LetterDraft>;
};

export type SaveLetterDraft = {
    /**
     * Whatever the form holds, up to 64 kB; never validated
     */
    readonly content: {
        readonly [key: string]: unknown;
    };
    /**
     * The letter of this case that it is to correct
     */
    readonly corrects?: string;
    /**
     * The referral that it tells of
     */
    readonly referralId?: string;
};

export type LetterDraftSaved = {
    readonly savedAt: string;
    readonly revision: number;
};

export type PartText = {
    readonly id: string;
    /**
     * Its words; empty: the letter has no such part
     */
    readonly text: string;
};

export type FamilyTold = {
    /**
     * By us; they know without us; they were not told; it is not known yet
     */
    readonly is: 'told' | 'knows' | 'not-told' | 'not-known';
    /**
     * Why not, or why it is not known yet; then always
     */
    readonly why?: string;
};

export type WriteLetter = {
    /**
     * Name of its kind
     */
    readonly template: string;
    /**
     * To whom, with the address, line by line
     */
    readonly recipient: string;
    readonly parts: ReadonlyArray<PartText>;
    /**
     * Ids of what was left out at first and was chosen word by word
     */
    readonly chosen: ReadonlyArray<string>;
    /**
     * Whether the family was told: always of a letter that has to say it, of no other
     */
    readonly familyTold?: FamilyTold;
    /**
     * The run of the step that it does
     */
    readonly runId?: string;
    /**
     * The step that it does
     */
    readonly step?: string;
    /**
     * The letter of this case that it corrects
     */
    readonly corrects?: string;
    /**
     * The referral that it tells of: always of a kind that is written from one, of no other
     */
    readonly referralId?: string;
};

export type LetterMade = {
    readonly id: string;
};

export type WrittenPart = {
    readonly id: string;
    readonly title: Words;
    /**
     * In the letter’s language
     */
    readonly text: string;
};

export type CountedClass = {
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
    readonly title: Words;
    readonly count: number;
};

export type LetterContent = {
    /**
     * In which it is printed
     */
    readonly language: 'fr' | 'en';
    readonly recipient: string;
    readonly parts: ReadonlyArray<WrittenPart>;
    /**
     * `null`: it does not have to say it
     */
    readonly familyTold: FamilyTold | null;
    /**
     * Ids of what was left out at first and was chosen
     */
    readonly chosen: ReadonlyArray<string>;
    /**
     * What was known and left out
     */
    readonly leftOut: ReadonlyArray<CountedClass>;
    /**
     * `null`: the child’s own
     */
    readonly ground: 'shared-secret' | 'authority' | 'emergency' | 'agreed' | 'referrer' | 'other' | null;
    readonly isBound: boolean;
    readonly second: 'none' | 'may' | 'must';
};

export type LetterStep = {
    readonly runId: string;
    readonly step: string;
};

export type Letter = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly id: string;
    readonly template: string;
    readonly title: Words;
    /**
     * When its words were settled
     */
    readonly at: string;
    /**
     * The person, or that it is redacted
     */
    readonly by: Named | Redacted;
    readonly corrects: string | null;
    readonly correctedBy: string | null;
    /**
     * `null`: not sent
     */
    readonly sending: LetterSending | null;
    /**
     * SHA-256 of the file
     */
    readonly sha256: string;
    readonly bytes: number;
    /**
     * The step that it does
     */
    readonly step: LetterStep | null;
    /**
     * The referral that it tells of
     */
    readonly referralId: string | null;
    /**
     * May record that it was sent
     */
    readonly maySend: boolean;
    /**
     * What it says, or that it is redacted
     */
    readonly content: LetterContent | Redacted;
};

export type LetterBasis = {
    /**
     * Why strictly this is needed
     */
    readonly why: string;
    readonly child: InformedBeforehand;
    readonly parents: InformedBeforehand;
};

export type SendLetter = {
    readonly how: 'e-mail' | 'post' | 'hand';
    /**
     * When it left
     */
    readonly sentAt: string;
    /**
     * Who has it now; always, but where the child has
     */
    readonly toWhom?: string;
    /**
     * Of a letter that is the child’s own, always: they have it by hand, their safe contact has, or somebody else, which needs a basis
     */
    readonly receivedBy?: 'child' | 'safe-contact' | 'other';
    /**
     * The recipient’s reference; ours unless said
     */
    readonly reference?: string;
    /**
     * Where a copy is kept besides
     */
    readonly keptWhere?: string;
    /**
     * Who signed second, where a second person must
     */
    readonly secondSignature?: string;
    /**
     * What the law asks first (CASF L226-2-2); not of a letter that the child has, by hand or by their safe contact, nor of one that tells of a referral, which has its own
     */
    readonly basis?: LetterBasis;
};

export type OriginalPlace = {
    /**
     * Where the thing itself is: it stays there
     */
    readonly place: string;
    /**
     * Number of its seal
     */
    readonly seal: string;
};

export type DocumentVersion = {
    readonly id: string;
    readonly version: number;
    readonly kind: 'certificate' | 'order' | 'report' | 'identity-paper' | 'letter-received' | 'other';
    readonly title: string;
    /**
     * `null`: not known
     */
    readonly datedOn: string | null;
    readonly author: string | null;
    readonly classes: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    /**
     * `null`: it is no evidence
     */
    readonly original: OriginalPlace | null;
    readonly at: string;
    /**
     * Who added it, or that it is redacted
     */
    readonly by: Named | Redacted;
    readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
    /**
     * Of a PDF
     */
    readonly pages: number | null;
    readonly bytes: number;
    /**
     * SHA-256 of the file as it came
     */
    readonly originalSha256: string;
    /**
     * SHA-256 of what is kept
     */
    readonly sha256: string;
};

export type Destruction = {
    readonly at: string;
    /**
     * The person, or that it is redacted
     */
    readonly by: Named | Redacted;
    readonly reason: 'image-of-abuse' | 'recording' | 'wrong-child' | 'no-ground';
};

export type CaseDocument = {
    /**
     * The newest first; those behind it were replaced
     */
    readonly versions: ReadonlyArray<DocumentVersion>;
    /**
     * `null`: its files are kept
     */
    readonly destroyed: Destruction | null;
};

export type CaseDocuments = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * The newest first
     */
    readonly items: ReadonlyArray<CaseDocument>;
    readonly next: string | null;
    /**
     * How many there are in all
     */
    readonly total: number;
    /**
     * How many of them the reader sees no more of
     */
    readonly closed: number;
    readonly mayAdd: boolean;
    readonly mayDestroy: boolean;
};

export type AddDocument = {
    readonly kind: 'certificate' | 'order' | 'report' | 'identity-paper' | 'letter-received' | 'other';
    /**
     * What it is, in words
     */
    readonly title: string;
    /**
     * The day that stands on it; left out: not known
     */
    readonly datedOn?: string;
    /**
     * Who wrote it, or which service
     */
    readonly author?: string;
    /**
     * What it tells of, beside who the child is: shown to who sees all of these
     */
    readonly classes: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    /**
     * Of what is evidence
     */
    readonly original?: OriginalPlace;
    /**
     * The version of a document of this case that it follows
     */
    readonly follows?: string;
    /**
     * Said by who adds it: no image of abuse, and no recording of a hearing. No program recognises one
     */
    readonly isNoImageOfAbuse: boolean;
    /**
     * The file in base64: PDF, JPEG, PNG or WebP by what it is, 10 MB at most
     */
    readonly content: string;
};

export type DocumentAdded = {
    /**
     * Of this version
     */
    readonly id: string;
    /**
     * SHA-256 of the file as it came
     */
    readonly originalSha256: string;
    /**
     * SHA-256 of what is kept
     */
    readonly sha256: string;
};

export type DestroyDocument = {
    readonly reason: 'image-of-abuse' | 'recording' | 'wrong-child' | 'no-ground';
};

export type OwnAppointment = {
    readonly id: string;
    readonly kind: 'hearing' | 'confrontation' | 'authority' | 'medical' | 'placement' | 'transport' | 'meeting' | 'case-conference' | 'other';
    readonly state: 'planned' | 'moved' | 'held' | 'cancelled' | 'missed-by-child' | 'missed-by-service';
    /**
     * By the clocks of the case
     */
    readonly day: string;
    /**
     * `null`: not known yet
     */
    readonly hour: string | null;
    readonly minutes: number | null;
    /**
     * What nobody has settled yet
     */
    readonly missing: ReadonlyArray<'third-person' | 'escort' | 'interpreter' | 'interpreter-not-found' | 'told' | 'hour'>;
    /**
     * Within what the reader sees
     */
    readonly clashes: ReadonlyArray<Clash>;
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    /**
     * The reader goes with the child
     */
    readonly isEscort: boolean;
};

export type OwnAppointments = {
    /**
     * The next first
     */
    readonly items: ReadonlyArray<OwnAppointment>;
    readonly next: string | null;
};

export type Appointment = {
    readonly id: string;
    readonly kind: 'hearing' | 'confrontation' | 'authority' | 'medical' | 'placement' | 'transport' | 'meeting' | 'case-conference' | 'other';
    readonly state: 'planned' | 'moved' | 'held' | 'cancelled' | 'missed-by-child' | 'missed-by-service';
    /**
     * By the clocks of the case
     */
    readonly day: string;
    /**
     * `null`: not known yet
     */
    readonly hour: string | null;
    readonly minutes: number | null;
    /**
     * What nobody has settled yet
     */
    readonly missing: ReadonlyArray<'third-person' | 'escort' | 'interpreter' | 'interpreter-not-found' | 'told' | 'hour'>;
    /**
     * Within what the reader sees
     */
    readonly clashes: ReadonlyArray<Clash>;
    readonly version: number;
    readonly reason: 'authority' | 'service' | 'child-refuses' | 'child-not-well' | 'child-absent' | 'no-interpreter' | 'no-escort' | 'not-safe' | 'by-mistake' | null;
    /**
     * Where a journey begins, or that it is redacted
     */
    readonly from: string | Redacted | null;
    /**
     * Where, or that it is redacted
     */
    readonly place: string | Redacted | null;
    /**
     * With whom, or that it is redacted
     */
    readonly withWhom: string | Redacted | null;
    /**
     * Who of ours goes along, or that it is redacted
     */
    readonly escortAccount: Named | Redacted | null;
    /**
     * Who goes along, in words, or that it is redacted
     */
    readonly escort: string | Redacted | null;
    readonly interpreter: 'yes' | 'no' | 'unknown';
    readonly interpreterFound: 'yes' | 'no' | 'unknown';
    /**
     * Which language, or that it is redacted
     */
    readonly language: string | Redacted | null;
    readonly third: 'named' | 'by-decision' | 'not-settled' | null;
    /**
     * Who is beside the child, or the decision, or that it is redacted
     */
    readonly thirdWords: string | Redacted | null;
    /**
     * Why the child is heard again, or that it is redacted
     */
    readonly whyAgain: string | Redacted | null;
    readonly told: 'yes' | 'no' | 'not-yet';
    /**
     * The notes, or that it is redacted
     */
    readonly notes: string | Redacted | null;
    /**
     * How it went, or that it is redacted
     */
    readonly outcome: string | Redacted | null;
    /**
     * When this was said
     */
    readonly at: string;
    /**
     * Who said it, or that it is redacted
     */
    readonly by: Named | Redacted;
};

export type NextHearing = {
    /**
     * The appointment
     */
    readonly id: string;
    /**
     * Which one it would be at least
     */
    readonly nth: number;
    /**
     * A repeat needs a justification
     */
    readonly isRepeat: 'yes' | 'no' | 'unknown';
    /**
     * Somebody said why the child is heard again
     */
    readonly isJustified: boolean;
};

export type Hearings = {
    /**
     * Rows of the case’s list of hearings and confrontations
     */
    readonly count: number;
    /**
     * Somebody said that there were no others
     */
    readonly isComplete: boolean;
    readonly next: ReadonlyArray<NextHearing>;
};

export type Appointments = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * The day that it is there
     */
    readonly today: string;
    /**
     * May plan, change and end
     */
    readonly mayWrite: boolean;
    /**
     * Who may go along; empty for who may not write
     */
    readonly escorts: ReadonlyArray<Named>;
    /**
     * To come or without an outcome, the next first
     */
    readonly next: ReadonlyArray<Appointment>;
    /**
     * Held, cancelled, missed; the last first
     */
    readonly past: ReadonlyArray<Appointment>;
    /**
     * `null`: not the reader’s to see
     */
    readonly hearings: Hearings | null;
    /**
     * How many are not shown: they would tell where the child goes
     */
    readonly hidden: number;
};

export type PlanAppointment = {
    /**
     * By the clocks of the case
     */
    readonly day: string;
    /**
     * By the clocks of the case; none: not known yet
     */
    readonly hour?: string;
    /**
     * How long it lasts
     */
    readonly minutes?: number;
    /**
     * Where
     */
    readonly place?: string;
    readonly kind: 'hearing' | 'confrontation' | 'authority' | 'medical' | 'placement' | 'transport' | 'meeting' | 'case-conference' | 'other';
    /**
     * Of a journey: where it begins; `place` is where it ends
     */
    readonly from?: string;
    /**
     * With whom
     */
    readonly withWhom?: string;
    /**
     * Who of the case’s people goes with the child
     */
    readonly escortId?: string;
    /**
     * Who goes with the child, in words
     */
    readonly escort?: string;
    /**
     * Whether an interpreter is needed
     */
    readonly interpreter: 'yes' | 'no' | 'unknown';
    /**
     * Whether one is found; not said: not known
     */
    readonly interpreterFound?: 'yes' | 'no' | 'unknown';
    /**
     * Which language
     */
    readonly language?: string;
    /**
     * Who is beside the child (S34); of a hearing or confrontation, not said is not settled
     */
    readonly third?: 'named' | 'by-decision' | 'not-settled';
    /**
     * Their name, or the decision: who decided, when, its reference, why
     */
    readonly thirdWords?: string;
    /**
     * Why the child is heard again (S39); asked for where they were heard before
     */
    readonly whyAgain?: string;
    /**
     * Whether the child was told
     */
    readonly told: 'yes' | 'no' | 'not-yet';
    readonly notes?: string;
};

export type PlannedAppointment = {
    readonly id: string;
};

export type AppointmentPage = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * The day that it is there
     */
    readonly today: string;
    readonly mayWrite: boolean;
    readonly escorts: ReadonlyArray<Named>;
    readonly appointment: Appointment;
    /**
     * What was said before, the last first
     */
    readonly earlier: ReadonlyArray<Appointment>;
};

export type ChangeAppointment = {
    /**
     * By the clocks of the case
     */
    readonly day: string;
    /**
     * By the clocks of the case; none: not known yet
     */
    readonly hour?: string;
    /**
     * How long it lasts
     */
    readonly minutes?: number;
    /**
     * Where
     */
    readonly place?: string;
    readonly kind: 'hearing' | 'confrontation' | 'authority' | 'medical' | 'placement' | 'transport' | 'meeting' | 'case-conference' | 'other';
    /**
     * Of a journey: where it begins; `place` is where it ends
     */
    readonly from?: string;
    /**
     * With whom
     */
    readonly withWhom?: string;
    /**
     * Who of the case’s people goes with the child
     */
    readonly escortId?: string;
    /**
     * Who goes with the child, in words
     */
    readonly escort?: string;
    /**
     * Whether an interpreter is needed
     */
    readonly interpreter: 'yes' | 'no' | 'unknown';
    /**
     * Whether one is found; not said: not known
     */
    readonly interpreterFound?: 'yes' | 'no' | 'unknown';
    /**
     * Which language
     */
    readonly language?: string;
    /**
     * Who is beside the child (S34); of a hearing or confrontation, not said is not settled
     */
    readonly third?: 'named' | 'by-decision' | 'not-settled';
    /**
     * Their name, or the decision: who decided, when, its reference, why
     */
    readonly thirdWords?: string;
    /**
     * Why the child is heard again (S39); asked for where they were heard before
     */
    readonly whyAgain?: string;
    /**
     * Whether the child was told
     */
    readonly told: 'yes' | 'no' | 'not-yet';
    readonly notes?: string;
    /**
     * The version that was read
     */
    readonly version: number;
};

export type EndAppointment = {
    /**
     * The version that was read
     */
    readonly version: number;
    readonly state: 'held' | 'cancelled' | 'missed-by-child' | 'missed-by-service';
    /**
     * Of what was cancelled
     */
    readonly reason?: 'authority' | 'service' | 'child-refuses' | 'child-not-well' | 'child-absent' | 'no-interpreter' | 'no-escort' | 'not-safe' | 'by-mistake';
    /**
     * How it went, or why not
     */
    readonly words?: string;
};

export type ProposedPoint = {
    readonly ground: 'question' | 'late' | 'blocked' | 'awaited' | 'referral' | 'own';
    readonly text: Words;
};

export type ConferenceLine = {
    /**
     * Its appointment
     */
    readonly id: string;
    readonly day: string;
    readonly hour: string | null;
    readonly appointment: 'planned' | 'moved' | 'held' | 'cancelled' | 'missed-by-child' | 'missed-by-service';
    readonly state: 'prepared' | 'written' | 'agreed' | 'sent-back';
};

export type Conferences = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * The day that it is there
     */
    readonly today: string;
    /**
     * May plan one
     */
    readonly mayWrite: boolean;
    /**
     * Who of ours may be invited; empty for who may not write
     */
    readonly people: ReadonlyArray<Named>;
    /**
     * What is open in the case
     */
    readonly proposed: ReadonlyArray<ProposedPoint>;
    /**
     * The last first
     */
    readonly conferences: ReadonlyArray<ConferenceLine>;
};

export type Guest = {
    readonly name: string;
    /**
     * What they do, and for whom
     */
    readonly role: string;
};

export type Point = {
    /**
     * Where it comes from
     */
    readonly ground: 'question' | 'late' | 'blocked' | 'awaited' | 'referral' | 'own';
    readonly text: string;
};

export type PlannedTime = {
    /**
     * By the clocks of the case
     */
    readonly day: string;
    /**
     * By the clocks of the case; none: not known yet
     */
    readonly hour?: string;
    /**
     * How long it lasts
     */
    readonly minutes?: number;
    /**
     * Where
     */
    readonly place?: string;
};

export type PlanConference = {
    /**
     * What it is for
     */
    readonly purpose: string;
    /**
     * Who of ours is invited
     */
    readonly memberIds: ReadonlyArray<string>;
    /**
     * Who is invited from outside, in words
     */
    readonly outside: ReadonlyArray<Guest>;
    /**
     * What is spoken of, in this order
     */
    readonly points: ReadonlyArray<Point>;
    /**
     * Whether the child was told of it
     */
    readonly told: 'yes' | 'no' | 'not-yet';
    /**
     * Whether the child was asked what they want said
     */
    readonly asked: 'yes' | 'no' | 'not-yet';
    /**
     * What the child said, in their own words
     */
    readonly childWords?: string;
    readonly when: PlannedTime;
};

export type PlannedConference = {
    /**
     * Its appointment
     */
    readonly id: string;
};

export type Member = {
    readonly id: string;
    readonly name: string;
    readonly came: 'unsaid' | 'came' | 'excused' | 'absent';
};

export type Outside = {
    readonly name: string;
    /**
     * What they do, and for whom
     */
    readonly role: string;
    readonly came: 'unsaid' | 'came' | 'excused' | 'absent';
};

export type SaidDecision = {
    readonly kind: 'measure' | 'hand-over';
    /**
     * What was decided, or that it is redacted
     */
    readonly what: string | Redacted | null;
    /**
     * Its reason, or that it is redacted
     */
    readonly why: string | Redacted;
    /**
     * Who is to lead, or that it is redacted
     */
    readonly lead: Named | Redacted | null;
};

export type Conference = {
    /**
     * 0: nothing was said of it yet
     */
    readonly version: number;
    readonly state: 'prepared' | 'written' | 'agreed' | 'sent-back';
    /**
     * What it is for, or that it is redacted
     */
    readonly purpose: string | Redacted;
    /**
     * Who of ours is invited, or that it is redacted
     */
    readonly members: ReadonlyArray<Member> | Redacted;
    /**
     * Who is invited from outside, or that it is redacted
     */
    readonly outside: ReadonlyArray<Outside> | Redacted;
    /**
     * What is spoken of, or that it is redacted
     */
    readonly points: ReadonlyArray<Point> | Redacted;
    /**
     * Whether the child was asked what they want said
     */
    readonly asked: 'yes' | 'no' | 'not-yet';
    /**
     * Whether the child was there
     */
    readonly childCame: 'unsaid' | 'came' | 'did-not-want' | 'not-invited' | 'not-able';
    /**
     * Why the child was not there, or that it is redacted
     */
    readonly childWhyNot: string | Redacted | null;
    /**
     * The child’s own words, or that it is redacted
     */
    readonly childWords: string | Redacted | null;
    /**
     * Who tells the child, or that it is redacted
     */
    readonly teller: string | Redacted | null;
    readonly tellBy: string | null;
    readonly decisions: ReadonlyArray<SaidDecision>;
    /**
     * What was said besides, or that it is redacted
     */
    readonly summary: string | Redacted | null;
    /**
     * Why it was written anew, or that it is redacted
     */
    readonly correction: string | Redacted | null;
    /**
     * Why it was sent back, or that it is redacted
     */
    readonly sentBack: string | Redacted | null;
    /**
     * When this was said
     */
    readonly at: string | null;
    /**
     * Who said it, or that it is redacted
     */
    readonly by: Named | Redacted | null;
};

export type PassedAction = {
    /**
     * Who had it, or that it is redacted
     */
    readonly from: Named | Redacted;
    /**
     * Who took it over, or that it is redacted
     */
    readonly to: Named | Redacted;
    /**
     * Who passed it on, or that it is redacted
     */
    readonly by: Named | Redacted;
    readonly at: string;
    /**
     * Why, or that it is redacted
     */
    readonly why: string | Redacted;
};

export type Action = {
    readonly id: string;
    readonly version: number;
    readonly state: 'open' | 'done' | 'undone';
    /**
     * What is to be done, or that it is redacted
     */
    readonly what: string | Redacted;
    /**
     * Who does it, or that it is redacted
     */
    readonly owner: Named | Redacted;
    /**
     * TOOL: by which day
     */
    readonly day: string;
    readonly isLate: boolean;
    /**
     * How it went, or why it was not done, or that it is redacted
     */
    readonly outcome: string | Redacted | null;
    /**
     * From whom to whom, the first first
     */
    readonly passed: ReadonlyArray<PassedAction>;
    /**
     * The reader may pass it on: it is theirs, or they lead the case or the team
     */
    readonly mayPass: boolean;
};

export type MinutesDraft = {
    readonly content: {
        readonly [key: string]: unknown;
    };
    /**
     * The version of the conference that was read
     */
    readonly version: number;
    readonly savedAt: string;
    /**
     * For `If-Match` of the next save
     */
    readonly revision: number;
};

export type OpenHandOver = {
    readonly to: Named;
    /**
     * Why, as it was decided; null: the reader may not propose it
     */
    readonly why: string | null;
    /**
     * Until when they may answer; null: they are not asked yet
     */
    readonly askedUntil: string | null;
    /**
     * The reader may propose it
     */
    readonly mayDo: boolean;
};

export type ConferencePage = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * Of the case, for `If-Match`
     */
    readonly seq: number;
    /**
     * The day that it is there
     */
    readonly today: string;
    /**
     * May prepare it, write its minutes, settle its actions
     */
    readonly mayWrite: boolean;
    /**
     * May agree to the minutes that stand: not who wrote them
     */
    readonly mayJudge: boolean;
    /**
     * When and where; whether the child was told
     */
    readonly appointment: Appointment;
    readonly conference: Conference;
    /**
     * What nobody has said yet
     */
    readonly missing: ReadonlyArray<'child-told' | 'child-asked' | 'minutes' | 'attendance' | 'child-came' | 'child-words' | 'who-tells' | 'tell-by' | 'other-person'>;
    /**
     * The first due first
     */
    readonly actions: ReadonlyArray<Action>;
    /**
     * What the reader was typing of its minutes
     */
    readonly draft: MinutesDraft | null;
    readonly handOver: OpenHandOver | null;
    /**
     * Who of ours may be invited and given actions
     */
    readonly people: ReadonlyArray<Named>;
    /**
     * What is open in the case
     */
    readonly proposed: ReadonlyArray<ProposedPoint>;
    /**
     * What was said before, the last first
     */
    readonly earlier: ReadonlyArray<Conference>;
};

export type PrepareConference = {
    /**
     * What it is for
     */
    readonly purpose: string;
    /**
     * Who of ours is invited
     */
    readonly memberIds: ReadonlyArray<string>;
    /**
     * Who is invited from outside, in words
     */
    readonly outside: ReadonlyArray<Guest>;
    /**
     * What is spoken of, in this order
     */
    readonly points: ReadonlyArray<Point>;
    /**
     * Whether the child was told of it
     */
    readonly told: 'yes' | 'no' | 'not-yet';
    /**
     * Whether the child was asked what they want said
     */
    readonly asked: 'yes' | 'no' | 'not-yet';
    /**
     * What the child said, in their own words
     */
    readonly childWords?: string;
    /**
     * The version that was read; 0: nothing was said yet
     */
    readonly version: number;
};

export type MemberCame = {
    readonly accountId: string;
    readonly came: 'unsaid' | 'came' | 'excused' | 'absent';
};

export type MinutesDecision = {
    readonly kind: 'measure' | 'hand-over';
    /**
     * What was decided; of a hand-over its kind says it
     */
    readonly what?: string;
    readonly why: string;
    /**
     * Of a hand-over: who is to lead
     */
    readonly leadId?: string;
};

export type NewAction = {
    readonly what: string;
    readonly ownerId: string;
    /**
     * By the clocks of the case
     */
    readonly day: string;
};

export type WriteMinutes = {
    /**
     * The version that was read; 0: nothing was said yet
     */
    readonly version: number;
    /**
     * Of whom nothing is sent it is not said
     */
    readonly members: ReadonlyArray<MemberCame>;
    /**
     * In the order of who was invited from outside
     */
    readonly outside: ReadonlyArray<'unsaid' | 'came' | 'excused' | 'absent'>;
    readonly told: 'yes' | 'no' | 'not-yet';
    readonly asked: 'yes' | 'no' | 'not-yet';
    /**
     * Whether the child was there
     */
    readonly childCame: 'unsaid' | 'came' | 'did-not-want' | 'not-invited' | 'not-able';
    /**
     * Why the child was not invited, or not able to come
     */
    readonly childWhyNot?: string;
    /**
     * What the child said, in their own words
     */
    readonly childWords?: string;
    /**
     * Who tells the child what came of it
     */
    readonly teller?: string;
    readonly tellBy?: string;
    readonly decisions: ReadonlyArray<MinutesDecision>;
    /**
     * New ones; those that were said before stay
     */
    readonly actions: ReadonlyArray<NewAction>;
    readonly summary?: string;
    /**
     * Why minutes that were agreed to are written anew
     */
    readonly correction?: string;
};

export type JudgeMinutes = {
    /**
     * The version that was read; 0: nothing was said yet
     */
    readonly version: number;
    readonly verdict: 'agreed' | 'sent-back';
    /**
     * Why they are sent back
     */
    readonly words?: string;
};

export type SettleAction = {
    /**
     * The version that was read; 0: nothing was said yet
     */
    readonly version: number;
    readonly state: 'done' | 'undone';
    /**
     * How it went; of what was not done, why
     */
    readonly words?: string;
};

export type PassAction = {
    /**
     * The version that was read; 0: nothing was said yet
     */
    readonly version: number;
    /**
     * Who takes it over
     */
    readonly ownerId: string;
    /**
     * Why
     */
    readonly words: string;
};

export type SaveMinutesDraft = {
    /**
     * Whatever the form holds, up to 128 kB; never validated
     */
    readonly content: {
        readonly [key: string]: unknown;
    };
    /**
     * The version that was read; 0: nothing was said yet
     */
    readonly version: number;
};

export type MinutesDraftSaved = {
    readonly savedAt: string;
    readonly revision: number;
};

export type OutOfForce = {
    readonly protocol: string;
    /**
     * As the version in force is called
     */
    readonly title: Words;
    /**
     * That the scenario names
     */
    readonly version: string;
    /**
     * In force here
     */
    readonly inForce: string;
};

export type ScenarioSummary = {
    readonly id: string;
    /**
     * What happens, in a line
     */
    readonly title: Words;
    readonly summary: Words;
    /**
     * The protocol that is practised
     */
    readonly protocol: string;
    /**
     * The fictional child
     */
    readonly child: string;
    /**
     * All that it speaks of; the one that is practised comes first
     */
    readonly protocols: ReadonlyArray<string>;
    /**
     * How long it takes with a class
     */
    readonly minutes: number;
    /**
     * What one can do afterwards
     */
    readonly objectives: ReadonlyArray<Words>;
    /**
     * Versions that it names and that are not in force
     */
    readonly outOfForce: ReadonlyArray<OutOfForce>;
};

export type Scenario = {
    readonly id: string;
    /**
     * What happens, in a line
     */
    readonly title: Words;
    readonly summary: Words;
    /**
     * The protocol that is practised
     */
    readonly protocol: string;
    /**
     * The fictional child
     */
    readonly child: string;
    /**
     * All that it speaks of; the one that is practised comes first
     */
    readonly protocols: ReadonlyArray<string>;
    /**
     * How long it takes with a class
     */
    readonly minutes: number;
    /**
     * What one can do afterwards
     */
    readonly objectives: ReadonlyArray<Words>;
    /**
     * Versions that it names and that are not in force
     */
    readonly outOfForce: ReadonlyArray<OutOfForce>;
    /**
     * The file's text, to be played with the engine in the browser
     */
    readonly yaml: string;
};

export type OwnScenarioSummary = {
    readonly id: string;
    /**
     * As its text says; null: it can not be read
     */
    readonly name: string | null;
    readonly title: Words | null;
    /**
     * The made-up child
     */
    readonly child: string | null;
    /**
     * The one that is practised comes first
     */
    readonly protocols: ReadonlyArray<string>;
    /**
     * Versions that it names and that are not in force
     */
    readonly outOfForce: ReadonlyArray<OutOfForce>;
    readonly minutes: number | null;
    /**
     * Errors when it was saved; with one it is not played
     */
    readonly errors: number;
    readonly revision: number;
    readonly changedAt: string;
};

export type BeginOwnScenario = {
    /**
     * A scenario to begin with: one that came with the product, or an own
     */
    readonly from?: string;
    /**
     * A text to begin with, of a file
     */
    readonly yaml?: string;
};

export type ScenarioVersion = {
    readonly revision: number;
    readonly savedAt: string;
};

export type OwnScenario = {
    readonly id: string;
    /**
     * As its text says; null: it can not be read
     */
    readonly name: string | null;
    readonly title: Words | null;
    /**
     * The made-up child
     */
    readonly child: string | null;
    /**
     * The one that is practised comes first
     */
    readonly protocols: ReadonlyArray<string>;
    /**
     * Versions that it names and that are not in force
     */
    readonly outOfForce: ReadonlyArray<OutOfForce>;
    readonly minutes: number | null;
    /**
     * Errors when it was saved; with one it is not played
     */
    readonly errors: number;
    readonly revision: number;
    readonly changedAt: string;
    /**
     * Its text: the scenario is nothing else
     */
    readonly yaml: string;
    /**
     * What the checker says of it now
     */
    readonly problems: ReadonlyArray<CheckProblem>;
    /**
     * Texts that are kept, the newest first
     */
    readonly versions: ReadonlyArray<ScenarioVersion>;
};

export type SaveOwnScenario = {
    readonly yaml: string;
};

export type ScenarioVersionText = {
    readonly revision: number;
    readonly savedAt: string;
    /**
     * Its text, as it was saved
     */
    readonly yaml: string;
};

export type BranchedFrom = {
    /**
     * Key of the space that it is a branch of
     */
    readonly key: string;
    /**
     * Where that space’s clock stood
     */
    readonly at: string;
};

export type KeptMoment = {
    readonly id: string;
    readonly title: string;
    /**
     * `making`: seconds; ask again
     */
    readonly state: 'making' | 'kept' | 'failed';
    /**
     * Where the space’s clock stood; null: it is not kept yet
     */
    readonly at: string | null;
    /**
     * Kept by itself before time went on; it gives way to those that are named
     */
    readonly isAutomatic: boolean;
};

export type Load = {
    /**
     * How many it is given
     */
    readonly cases: number;
    /**
     * Their series: the same number, the same children
     */
    readonly seed: number;
    /**
     * How many are there
     */
    readonly done: number;
    /**
     * `waiting`: it goes on by itself; ask again
     */
    readonly state: 'waiting' | 'stopped' | 'done' | 'failed';
};

export type TrainingSpace = {
    /**
     * First segment of its address: `/s/<key>/`
     */
    readonly key: string;
    readonly title: string;
    /**
     * `creating`, `copying`: seconds; ask again
     */
    readonly state: 'creating' | 'open' | 'copying' | 'archived' | 'failed';
    /**
     * Of one that is being made: a try before this one came to nothing
     */
    readonly isTriedAgain: boolean;
    /**
     * The scenario that it begins with; null: empty
     */
    readonly scenario: string | null;
    /**
     * Its title; null: empty
     */
    readonly scenarioTitle: Words | null;
    /**
     * How its class works
     */
    readonly mode: 'guided' | 'practice' | 'assessment';
    /**
     * Of an assessment: how long it takes
     */
    readonly minutes: number | null;
    /**
     * The space’s clock
     */
    readonly now: string;
    /**
     * When somebody last came in
     */
    readonly enteredAt: string;
    /**
     * When it goes by itself, unless somebody comes in before
     */
    readonly endsAt: string;
    /**
     * Whether it is near
     */
    readonly endsSoon: boolean;
    /**
     * Of a branch: what it began with
     */
    readonly branchOf: BranchedFrom | null;
    /**
     * First to last
     */
    readonly moments: ReadonlyArray<KeptMoment>;
    /**
     * Fictional cases that it is given; null: none
     */
    readonly load: Load | null;
};

export type TrainingSpaces = {
    /**
     * Whether this installation makes training spaces
     */
    readonly isPossible: boolean;
    /**
     * How many one person may have at once
     */
    readonly most: number;
    /**
     * How many moments are kept of one space
     */
    readonly mostMoments: number;
    readonly spaces: ReadonlyArray<TrainingSpace>;
};

export type NewTrainingSpace = {
    /**
     * What the class is called; nobody’s name
     */
    readonly title: string;
    /**
     * None: an empty space
     */
    readonly scenario?: string;
    /**
     * One that whoever asks wrote, as it is now
     */
    readonly ownScenario?: string;
    /**
     * `guided`: remarks as one goes; `practice` (unless said): feedback at the end; `assessment`: timed, no hint
     */
    readonly mode?: 'guided' | 'practice' | 'assessment';
    /**
     * Of an assessment: how long it takes; unless said, as long as its scenario does, an hour without one
     */
    readonly minutes?: number;
    /**
     * Fictional cases that it is given besides; none unless said
     */
    readonly cases?: 50 | 200 | 1000;
};

export type ChangeTrainingSpace = {
    /**
     * `begin-anew`: what was done in it goes
     */
    readonly change: 'begin-anew' | 'archive' | 'reopen';
};

export type EnteredTrainingSpace = {
    readonly path: string;
};

export type AskForLoad = {
    /**
     * How many fictional cases
     */
    readonly cases: 50 | 200 | 1000;
    /**
     * Of another space, to have the same children; unless said, one of its own
     */
    readonly seed?: number;
};

export type ChangeLoad = {
    /**
     * `stop`: what is there stays
     */
    readonly change: 'stop' | 'go-on';
};

export type KeepMoment = {
    /**
     * What the moment is called; nobody’s name
     */
    readonly title: string;
};

export type Branch = {
    /**
     * What the branch is called; nobody’s name
     */
    readonly title: string;
};

export type BranchOf = {
    readonly key: string;
    readonly title: string;
    readonly state: 'creating' | 'open' | 'copying' | 'archived' | 'failed';
    /**
     * Where this space’s clock stood
     */
    readonly at: string;
};

export type Past = {
    /**
     * How many entries of its record are of that space
     */
    readonly size: number;
    /**
     * Root over them, 64 hex digits
     */
    readonly root: string;
    /**
     * Whether the record of this branch still has them as they were
     */
    readonly holds: boolean;
    /**
     * Whether the space that it was made from has them as well; null: it is not there any more
     */
    readonly holdsInParent: boolean | null;
};

export type Moments = {
    /**
     * How many are kept at once
     */
    readonly most: number;
    /**
     * First to last
     */
    readonly moments: ReadonlyArray<KeptMoment>;
    /**
     * Newest first
     */
    readonly branches: ReadonlyArray<BranchOf>;
    /**
     * null: this space is no branch
     */
    readonly past: Past | null;
};

export type CastMember = {
    readonly id: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
};

export type Play = {
    /**
     * Whom to play: one of the space’s fictional staff
     */
    readonly accountId: string;
};

export type SpaceClock = {
    readonly now: string;
    /**
     * The next deadline of ours; null: none
     */
    readonly deadlineAt: string | null;
    /**
     * The next eighteenth birthday; null: none is known
     */
    readonly majorityAt: string | null;
};

export type MoveClock = {
    /**
     * So many hours or days; to the next deadline; to the next eighteenth birthday
     */
    readonly by: 'hours' | 'days' | 'deadline' | 'majority';
    /**
     * Hours, or days
     */
    readonly amount?: number;
    /**
     * Keep this moment first, so that a branch can begin with it: about a second; unless said, no
     */
    readonly keepsMoment?: boolean;
};

export type MovedClock = {
    /**
     * Whether one can go back to before; null: it was not asked for
     */
    readonly isMomentKept: boolean | null;
};

export type StandingLearner = {
    /**
     * Their nickname
     */
    readonly name: string;
    /**
     * Seconds since their last act, by the machine’s clock; null: nothing yet
     */
    readonly secondsSince: number | null;
    /**
     * Seconds since they asked to come in, by the machine’s clock
     */
    readonly secondsIn: number;
};

export type StandingAct = {
    /**
     * Who; null: an account that is no more
     */
    readonly who: string | null;
    readonly what: Words;
    /**
     * Seconds since, by the machine’s clock
     */
    readonly secondsSince: number;
};

export type StandingProgress = {
    readonly done: number;
    readonly of: number;
};

export type StandingLateStep = {
    readonly title: Words;
    /**
     * Since when, by the space’s clock
     */
    readonly since: string;
};

export type StandingCase = {
    /**
     * null: the class has done nothing yet
     */
    readonly lastAct: StandingAct | null;
    /**
     * Steps that are done or set aside, of those that were possible by now
     */
    readonly steps: StandingProgress;
    /**
     * What the scenario expects; null: nothing that a machine sees, or it takes too much work
     */
    readonly expectations: StandingProgress | null;
    /**
     * Steps that can be done now
     */
    readonly open: number;
    readonly late: StandingLateStep | null;
};

export type GroupStanding = {
    /**
     * First segment of its address
     */
    readonly key: string;
    readonly title: string;
    /**
     * Whether it is the one that is asked in
     */
    readonly isHere: boolean;
    /**
     * Its scenario; null: none
     */
    readonly scenario: Words | null;
    readonly mode: 'guided' | 'practice' | 'assessment';
    /**
     * The space’s clock
     */
    readonly now: string;
    /**
     * How many wait to be admitted
     */
    readonly waiting: number;
    /**
     * Who is in; who has done nothing since the longest comes first
     */
    readonly learners: ReadonlyArray<StandingLearner>;
    /**
     * null: no case was opened
     */
    readonly case: StandingCase | null;
};

export type AssessmentLimit = {
    /**
     * How long it takes
     */
    readonly minutes: number;
    /**
     * When it ends or ended, by the machine’s clock; null: it was not begun
     */
    readonly until: string | null;
    /**
     * 0: it is over; null: it was not begun
     */
    readonly secondsLeft: number | null;
};

export type GroupLearner = {
    readonly id: string;
    /**
     * A nickname
     */
    readonly name: string;
    readonly role: 'caseworker' | 'ase-referent' | 'assessor' | 'supervisor';
    readonly state: 'waiting' | 'admitted' | 'refused';
    readonly askedAt: string;
    /**
     * Whether whoever leads issued a certificate
     */
    readonly isCertified: boolean;
    /**
     * By what they took part, on which a certificate rests: an act of theirs in the case; or they followed, by an answer or by opening the case once something was done in it; null: nothing of it is seen, or there is no scenario
     */
    readonly tookPart: 'acted' | 'followed' | null;
};

export type Group = {
    /**
     * The scenario that it began with; null: empty, without a score
     */
    readonly scenario: Words | null;
    /**
     * Versions that it names and that were not in force where it comes from, when its owner came in last
     */
    readonly outOfForce: ReadonlyArray<OutOfForce>;
    readonly mode: 'guided' | 'practice' | 'assessment';
    /**
     * How long the scenario takes with a class, in minutes; 0: none
     */
    readonly minutes: number;
    /**
     * null: no assessment
     */
    readonly limit: AssessmentLimit | null;
    /**
     * Until when learners come in by the code, by the machine’s clock; null: closed
     */
    readonly codeUntil: string | null;
    /**
     * Whether learners see the score
     */
    readonly isScoreShown: boolean;
    /**
     * How many learners it has at most
     */
    readonly most: number;
    /**
     * Who waits comes first
     */
    readonly learners: ReadonlyArray<GroupLearner>;
};

export type JoinCode = {
    /**
     * Said this once: only its keyed hash is kept
     */
    readonly code: string;
    readonly until: string;
};

export type Admit = {
    /**
     * false: not admitted, or shown out again
     */
    readonly isAdmitted: boolean;
};

export type Learner = {
    readonly id: string;
    /**
     * A nickname
     */
    readonly name: string;
    readonly role: 'caseworker' | 'ase-referent' | 'assessor' | 'supervisor';
    readonly state: 'waiting' | 'admitted' | 'refused';
    readonly askedAt: string;
    /**
     * Whether whoever leads issued a certificate
     */
    readonly isCertified: boolean;
};

export type ShowScore = {
    /**
     * Whether learners see it
     */
    readonly isShown: boolean;
};

export type Join = {
    /**
     * As it stands on the wall; blanks and hyphens do not count
     */
    readonly code: string;
};

export type Joined = {
    readonly path: string;
};

export type WaitingRoom = {
    /**
     * Whether somebody new may ask
     */
    readonly isOpen: boolean;
    readonly mode: 'guided' | 'practice' | 'assessment';
    /**
     * null: no assessment
     */
    readonly limit: AssessmentLimit | null;
    /**
     * Whether whoever leads shows the score
     */
    readonly isScoreShown: boolean;
    /**
     * Who asked from this browser
     */
    readonly learners: ReadonlyArray<Learner>;
};

export type AskToJoin = {
    /**
     * A nickname; nobody’s real name
     */
    readonly name: string;
    readonly role: 'caseworker' | 'ase-referent' | 'assessor' | 'supervisor';
};

export type SlideDocument = {
    readonly title: Words;
    readonly says: Words;
};

export type SlidePoint = {
    readonly says: Words;
    /**
     * Of an answer alone; null: nothing is said
     */
    readonly isRight: boolean | null;
    /**
     * Of an answer alone
     */
    readonly because: Words | null;
};

export type Slide = {
    readonly id: string;
    readonly kind: 'opening' | 'beat' | 'inject' | 'question' | 'answer' | 'debrief';
    readonly title: Words;
    /**
     * A moment of the story
     */
    readonly when: Words | null;
    readonly told: Words | null;
    /**
     * What the child says
     */
    readonly words: Words | null;
    readonly documents: ReadonlyArray<SlideDocument>;
    readonly points: ReadonlyArray<SlidePoint>;
};

export type Presentation = {
    /**
     * Goes up with each change; 0: nothing was presented yet
     */
    readonly position: number;
    /**
     * Where the course stands
     */
    readonly slide: Slide | null;
    /**
     * Path of a page below the space: it is seen instead
     */
    readonly page: string | null;
    /**
     * Learners look up: their screens wait
     */
    readonly isPaused: boolean;
    /**
     * Whether whoever asks leads here
     */
    readonly isLeading: boolean;
};

export type Present = {
    /**
     * The position that was seen: of two who change it at once one is told
     */
    readonly after: number;
    /**
     * Its id
     */
    readonly slide?: string | null;
    /**
     * Seen instead of the slide, at which the course stands meanwhile; neither: nothing is presented
     */
    readonly page?: string | null;
    readonly isPaused: boolean;
};

export type ScriptSlide = {
    readonly id: string;
    readonly kind: 'opening' | 'beat' | 'inject' | 'question' | 'answer' | 'debrief';
    readonly title: Words;
    /**
     * A moment of the story
     */
    readonly when: Words | null;
    readonly told: Words | null;
    /**
     * What the child says
     */
    readonly words: Words | null;
    readonly documents: ReadonlyArray<SlideDocument>;
    readonly points: ReadonlyArray<SlidePoint>;
    readonly notes: ReadonlyArray<Words>;
    /**
     * When it came about, by the space’s clock; null: it has not, or it is nothing that comes about
     */
    readonly cameAt: string | null;
};

export type PresentationScript = {
    /**
     * null: the space began empty
     */
    readonly scenario: Words | null;
    readonly slides: ReadonlyArray<ScriptSlide>;
};

export type TrainerNote = {
    readonly id: string;
    readonly words: string;
    /**
     * By the space’s clock
     */
    readonly at: string;
};

export type AddTrainerNote = {
    /**
     * For whoever leads alone
     */
    readonly words: string;
};

export type AskedChoice = {
    readonly id: string;
    readonly says: Words;
    /**
     * null: not told yet
     */
    readonly isRight: boolean | null;
    /**
     * Why; null: not told yet
     */
    readonly because: Words | null;
    /**
     * How many learners gave it; null: not told
     */
    readonly times: number | null;
};

export type AskedQuestion = {
    readonly id: string;
    readonly ask: Words;
    readonly choices: ReadonlyArray<AskedChoice>;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
    /**
     * What whoever leads answered for the class: it counts alone; null: nothing
     */
    readonly forClass: string | null;
    /**
     * Since when it is asked, by the space’s clock; null: what it is about has not come yet
     */
    readonly askedAt: string | null;
    /**
     * What whoever asks answered; null: nothing
     */
    readonly own: string | null;
};

export type TickedExpectation = {
    readonly id: string;
    readonly title: Words;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
    /**
     * Until when it counts, by the space’s clock; null: to the end
     */
    readonly until: string | null;
    /**
     * When it was ticked
     */
    readonly seenAt: string | null;
};

export type ClassQuestions = {
    /**
     * Whether whoever asks leads here, and so answers for the class
     */
    readonly isLeading: boolean;
    /**
     * By the space’s clock
     */
    readonly now: string;
    /**
     * The time of the assessment is over: nothing is answered any more
     */
    readonly isOver: boolean;
    /**
     * Who learns is given those that are asked by now; whoever leads has them all
     */
    readonly questions: ReadonlyArray<AskedQuestion>;
    /**
     * For whoever leads
     */
    readonly expectations: ReadonlyArray<TickedExpectation>;
};

export type AnswerQuestion = {
    /**
     * One of the question’s choices
     */
    readonly choice: string;
};

export type ArrivedEvent = {
    /**
     * By the space’s clock
     */
    readonly at: string;
    readonly slide: Slide;
};

export type Story = {
    /**
     * The newest first
     */
    readonly arrived: ReadonlyArray<ArrivedEvent>;
};

export type PartOfScore = {
    readonly part: 'steps' | 'deadlines' | 'protection-order' | 'expectations' | 'questions' | 'reasons' | 'safeguards';
    readonly points: number;
    /**
     * What could be won; 0: it only takes away
     */
    readonly of: number;
};

export type ScoreFigures = {
    readonly points: number;
    readonly of: number;
    /**
     * 0 to 100, rounded down
     */
    readonly percent: number;
    /**
     * Points of what the story expects by a moment that has not come: in no other figure
     */
    readonly open: number;
    readonly parts: ReadonlyArray<PartOfScore>;
    /**
     * Reasons that nobody rated: they count nothing
     */
    readonly unratedReasons: number;
};

export type LostPoint = {
    /**
     * The same however often it is counted
     */
    readonly key: string;
    readonly part: 'steps' | 'deadlines' | 'protection-order' | 'expectations' | 'questions' | 'reasons' | 'safeguards';
    readonly points: number;
    /**
     * The moment that lost it, by the space’s clock
     */
    readonly at: string;
    /**
     * The step’s run; null: no step
     */
    readonly runId: string | null;
    readonly step: string | null;
    /**
     * Protocols that ask for this act, missing once whichever they are; none: no step
     */
    readonly protocols: ReadonlyArray<Words>;
    readonly title: Words;
    readonly why: Words;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
    /**
     * What the scenario says of it
     */
    readonly notes: ReadonlyArray<Words>;
};

export type ReasonRating = {
    readonly met: ReadonlyArray<'facts' | 'words' | 'judgement' | 'ground'>;
    readonly missing: ReadonlyArray<'facts' | 'words' | 'judgement' | 'ground'>;
    readonly note: string | null;
};

export type WrittenReason = {
    readonly entryId: string;
    /**
     * By the space’s clock
     */
    readonly at: string;
    /**
     * Name in this space
     */
    readonly who: string | null;
    readonly runId: string;
    readonly step: string;
    /**
     * The step
     */
    readonly title: Words;
    /**
     * As it was written, one line each, long ones shortened
     */
    readonly said: ReadonlyArray<Words>;
    /**
     * More was written than `said` has: it stands at the step
     */
    readonly isCut: boolean;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
    /**
     * null: not rated, so not counted
     */
    readonly rating: ReasonRating | null;
};

export type ModelAct = {
    /**
     * By the clock of the story
     */
    readonly at: string;
    /**
     * Whose act it is; null: nobody’s
     */
    readonly who: Words | null;
    readonly what: Words;
    /**
     * What is answered and decided, one line each
     */
    readonly said: ReadonlyArray<Words>;
};

export type GroupAct = {
    /**
     * By the space’s clock
     */
    readonly at: string;
    /**
     * Who entered it: name in this space
     */
    readonly who: string | null;
    readonly what: Words;
    /**
     * What was answered and decided, one line each, long ones shortened
     */
    readonly said: ReadonlyArray<Words>;
    /**
     * More was written than `said` has: it stands at the step
     */
    readonly isCut: boolean;
    readonly runId: string;
    readonly step: string;
};

export type ActBeside = {
    /**
     * The same in both
     */
    readonly key: string;
    /**
     * The step
     */
    readonly title: Words;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
    /**
     * null: the model run does not do it
     */
    readonly model: ModelAct | null;
    /**
     * null: the class did not do it
     */
    readonly group: GroupAct | null;
    /**
     * Keys of what was lost at this step, told at its first act
     */
    readonly lost: ReadonlyArray<string>;
};

export type HandledStep = {
    readonly step: string;
    readonly title: Words;
    readonly handling: 'missing' | 'late' | 'otherwise' | 'unknown' | 'waived' | 'done' | 'open';
};

export type HandledRun = {
    readonly protocol: string;
    readonly version: string;
    readonly title: Words;
    readonly steps: ReadonlyArray<HandledStep>;
};

export type GroupDeviation = {
    readonly kind: 'no-third-person' | 'rights-incident' | 'late' | 'skipped' | 'unapproved' | 'unweighed' | 'out-of-order' | 'repeated' | 'waived' | 'amended' | 'late-recording' | 'flag';
    readonly protocol: string;
    readonly step: string;
    /**
     * The step
     */
    readonly title: Words;
    readonly text: Words;
    /**
     * Who entered it; null: nobody did it
     */
    readonly who: string | null;
};

export type Handling = {
    readonly runs: ReadonlyArray<HandledRun>;
    /**
     * The first 500
     */
    readonly deviations: ReadonlyArray<GroupDeviation>;
};

export type MetPoint = {
    readonly key: string;
    readonly title: Words;
    readonly points: number;
    /**
     * When it was first so
     */
    readonly at: string;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
};

export type ScoreNote = {
    readonly says: Words;
    readonly basis: ReadonlyArray<string>;
};

export type AnsweredQuestion = {
    readonly id: string;
    readonly ask: Words;
    readonly choices: ReadonlyArray<AskedChoice>;
    /**
     * Codes of sources
     */
    readonly basis: ReadonlyArray<string>;
    /**
     * What whoever leads answered for the class: it counts alone; null: nothing
     */
    readonly forClass: string | null;
    /**
     * When the last answer that counts was given, by the space’s clock; null: there is none
     */
    readonly answeredAt: string | null;
};

export type ScoreMoment = {
    readonly at: string;
    /**
     * Name in this space; null: the protocol itself
     */
    readonly who: string | null;
    readonly what: Words;
};

export type Score = {
    /**
     * The scenario
     */
    readonly title: Words;
    readonly mode: 'guided' | 'practice' | 'assessment';
    /**
     * Whether learners see all of it
     */
    readonly isShown: boolean;
    /**
     * Whether whoever asks leads here, and so rates reasons
     */
    readonly mayRate: boolean;
    readonly caseFileId: string;
    /**
     * When it was counted, by the space’s clock
     */
    readonly now: string;
    /**
     * null: no assessment
     */
    readonly limit: AssessmentLimit | null;
    /**
     * Acts after the end of an assessment: they count nothing
     */
    readonly uncounted: number;
    /**
     * null: not shown yet, remarks alone
     */
    readonly figures: ScoreFigures | null;
    /**
     * The earliest first
     */
    readonly lost: ReadonlyArray<LostPoint>;
    /**
     * Reasons that were written, for whoever sees all of it
     */
    readonly reasons: ReadonlyArray<WrittenReason>;
    /**
     * The model run beside the class, the first 500 acts
     */
    readonly beside: ReadonlyArray<ActBeside>;
    /**
     * Empty where remarks alone are shown
     */
    readonly handling: Handling;
    readonly met: ReadonlyArray<MetPoint>;
    /**
     * What is to be said about it together
     */
    readonly debrief: ReadonlyArray<ScoreNote>;
    /**
     * Questions with all that was answered
     */
    readonly questions: ReadonlyArray<AnsweredQuestion>;
    /**
     * What was done, the first 500 acts
     */
    readonly timeline: ReadonlyArray<ScoreMoment>;
};

export type HandlingGroup = {
    /**
     * What the space is called
     */
    readonly title: string;
    /**
     * Whether it is the one that is asked in
     */
    readonly isHere: boolean;
    /**
     * Key of the space
     */
    readonly key: string;
    /**
     * Of a branch: what it began with
     */
    readonly branchOf: BranchedFrom | null;
    readonly handling: Handling;
    /**
     * What was done, the earliest first, 200 at most
     */
    readonly timeline: ReadonlyArray<ScoreMoment>;
    /**
     * More happened than `timeline` has
     */
    readonly isCut: boolean;
};

export type RateReason = {
    /**
     * What is there
     */
    readonly met: ReadonlyArray<'facts' | 'words' | 'judgement' | 'ground'>;
    /**
     * What is not there: a point lost each
     */
    readonly missing: ReadonlyArray<'facts' | 'words' | 'judgement' | 'ground'>;
    /**
     * A word about it, for whoever wrote it
     */
    readonly note?: string;
};

export type LessonFault = {
    /**
     * `names`: it speaks of what the version does not have. Else which of its runs goes otherwise
     */
    readonly of: 'names' | 'model' | 'planted' | 'branch';
    readonly text: Words;
};

export type TriedLesson = {
    readonly scenario: string;
    readonly title: Words;
    /**
     * The fictional child
     */
    readonly child: string;
    /**
     * What no longer goes as written, the first twenty; none: it can be taught as it is
     */
    readonly faults: ReadonlyArray<LessonFault>;
};

export type TriedOwnLessons = {
    /**
     * Scenarios of trainers that speak of this protocol and can be played; a hundred at most, the last changed
     */
    readonly total: number;
    /**
     * How many were told, within the time that there is
     */
    readonly tried: number;
    /**
     * Of those, how many go otherwise than before
     */
    readonly changed: number;
    /**
     * Trying was stopped, as it took too much: nothing is known
     */
    readonly isStopped: boolean;
    /**
     * Those that whoever asks wrote, `scenario` being the id; of others there is the number alone
     */
    readonly mine: ReadonlyArray<TriedLesson>;
};

export type TriedLessons = {
    /**
     * Of all there are; those beside `lessons` do not speak of this protocol
     */
    readonly total: number;
    /**
     * Trying was stopped, as it took too much: nothing is known
     */
    readonly isStopped: boolean;
    /**
     * Those to be written anew first
     */
    readonly lessons: ReadonlyArray<TriedLesson>;
    /**
     * What trainers of this service wrote
     */
    readonly own: TriedOwnLessons;
};

export type WaitingDraft = {
    readonly id: string;
    readonly protocol: string;
    readonly version: string | null;
    readonly title: Words | null;
};

export type AffectedLesson = {
    readonly scenario: string;
    readonly title: Words;
    /**
     * The fictional child
     */
    readonly child: string;
};

export type AffectedLessons = {
    /**
     * How many there are
     */
    readonly total: number;
    /**
     * Of those how many speak of the protocol and were told, within the time that there is
     */
    readonly tried: number;
    /**
     * Telling them was stopped, as it took too much: nothing is known
     */
    readonly isStopped: boolean;
    /**
     * Those that must be rewritten
     */
    readonly changed: ReadonlyArray<AffectedLesson>;
};

export type DraftEffect = {
    /**
     * Those that came with the product
     */
    readonly shipped: AffectedLessons;
    /**
     * Those that whoever asks wrote and that speak of the protocol, `scenario` being the id
     */
    readonly own: AffectedLessons;
};

export type CurriculumItem = {
    readonly id: string;
    readonly title: Words;
    readonly protocol: string;
    /**
     * In force; null: none is
     */
    readonly version: string | null;
    /**
     * TOOL: our own setting, without legal force
     */
    readonly months: number;
    /**
     * Which new version asks for it again
     */
    readonly renews: 'major' | 'minor';
    /**
     * A step asks whether who does it is trained in this
     */
    readonly isAsked: boolean;
};

export type Standing = {
    readonly item: string;
    readonly state: 'up-to-date' | 'ends-soon' | 'renewal-due' | 'never' | 'not-asked';
    /**
     * The last day on which it holds
     */
    readonly until: string | null;
    /**
     * Why it is to be renewed
     */
    readonly because: ReadonlyArray<'months' | 'version' | 'since'>;
};

export type HeldCertificate = {
    readonly id: string;
    readonly role: 'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner';
    readonly title: Words;
    /**
     * `protocol version`
     */
    readonly protocols: ReadonlyArray<string>;
    readonly practisedOn: string;
    readonly trainer: string;
    /**
     * Who took it in
     */
    readonly importedBy: string;
    readonly importedAt: string;
};

export type PersonStanding = {
    readonly accountId: string;
    readonly name: string;
    readonly roles: ReadonlyArray<'caseworker' | 'ase-referent' | 'assessor' | 'supervisor' | 'auditor' | 'trainer' | 'protocol-editor' | 'administrator' | 'partner'>;
    /**
     * In the order of the items
     */
    readonly standings: ReadonlyArray<Standing>;
    /**
     * Newest first
     */
    readonly certificates: ReadonlyArray<HeldCertificate>;
};

export type TrainingMatrix = {
    /**
     * Whether this house answers by certificates whether somebody is trained
     */
    readonly isFollowed: boolean;
    readonly items: ReadonlyArray<CurriculumItem>;
    /**
     * People of the reader’s teams: who has most to do first, then by name
     */
    readonly people: ReadonlyArray<PersonStanding>;
    /**
     * There are more people than are shown
     */
    readonly isCut: boolean;
};

export type OwnTraining = {
    readonly isFollowed: boolean;
    readonly items: ReadonlyArray<CurriculumItem>;
    readonly own: PersonStanding;
};

export type CheckCertificate = {
    readonly file: string;
};

export type Practised = {
    readonly protocol: string;
    readonly version: string;
    readonly title: Words;
};

export type CheckedCertificate = {
    readonly id: string;
    /**
     * The real name on it
     */
    readonly name: string;
    readonly role: 'caseworker' | 'ase-referent' | 'assessor' | 'supervisor';
    readonly title: Words;
    readonly protocols: ReadonlyArray<Practised>;
    readonly practisedOn: string;
    readonly space: string;
    readonly trainer: string;
    /**
     * The key that signed it
     */
    readonly signer: string;
};

export type ImportCertificate = {
    readonly file: string;
    /**
     * Whose it is
     */
    readonly accountId: string;
    /**
     * Where the names differ: why it is the same person
     */
    readonly whySame?: string;
};

export type ImportedCertificate = {
    readonly id: string;
};

export type WithdrawCertificate = {
    readonly why: 'wrong-person' | 'not-practised' | 'other';
};

export type IssueCertificate = {
    /**
     * The real name: it stands on the certificate, and nowhere else
     */
    readonly name: string;
    /**
     * Of somebody who is not seen to have taken part: in what they did, as whoever leads says. It stands in the record of the space, not on the certificate
     */
    readonly whyPresent?: string;
};

export type InboxItem = {
    readonly id: string;
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly runId: string;
    readonly step: string;
    readonly of: 'step' | 'approval';
    readonly title: Words;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    readonly dueAt: string | null;
    readonly lateFrom: string | null;
    readonly atOnce: boolean;
    /**
     * Why this account was told: it follows the case, may approve, or nobody had answered
     */
    readonly why: 'follows' | 'approves' | 'on-duty';
    /**
     * When this account was told
     */
    readonly at: string;
    /**
     * Who said that they see to it
     */
    readonly answeredBy: string | null;
    readonly answeredAt: string | null;
};

export type DayWord = {
    readonly madeAt: string;
    readonly late: number;
    readonly today: number;
    readonly approvals: number;
};

export type Renewal = {
    readonly item: string;
    readonly title: Words;
    /**
     * It holds no more; else it ends soon
     */
    readonly isOver: boolean;
    /**
     * A version of the protocol that came into force since has ended it
     */
    readonly isByVersion: boolean;
    /**
     * The last day on which its months hold
     */
    readonly until: string;
};

export type DigestChoice = {
    /**
     * Where the account works
     */
    readonly hour: number;
    /**
     * Whether the day’s word comes as a mail too
     */
    readonly byMail: boolean;
};

export type Reminders = {
    /**
     * Open ones, those without an answer first, newest first
     */
    readonly items: ReadonlyArray<InboxItem>;
    /**
     * How many more there are than are listed
     */
    readonly more: number;
    /**
     * Needs of children for which something waits to be done
     */
    readonly needs: number;
    /**
     * The day’s word, the last that was made
     */
    readonly digest: DayWord | null;
    /**
     * What this account should practise again; in a live space
     */
    readonly renewals: ReadonlyArray<Renewal>;
    readonly choice: DigestChoice;
    /**
     * Whether mails can leave here, and the account has an address
     */
    readonly hasMail: boolean;
};

export type CalendarFeed = {
    /**
     * null: there is none
     */
    readonly madeAt: string | null;
    /**
     * How often it was fetched
     */
    readonly fetches: number;
    readonly fetchedAt: string | null;
};

export type MadeFeed = {
    /**
     * The secret address, said this once
     */
    readonly address: string;
};

export type DemoMail = {
    readonly id: string;
    readonly at: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
};

export type DemoMails = {
    readonly items: ReadonlyArray<DemoMail>;
};

export type BoardPerson = {
    /**
     * `null`: cases that nobody leads
     */
    readonly id: string | null;
    readonly name: string | null;
    /**
     * Cases
     */
    readonly lateLegal: number;
    /**
     * Cases
     */
    readonly late: number;
    /**
     * Cases
     */
    readonly soon: number;
    /**
     * Cases
     */
    readonly open: number;
    /**
     * Cases
     */
    readonly approvals: number;
};

export type BoardProtocol = {
    readonly protocol: string;
    readonly title: Words;
    /**
     * Cases
     */
    readonly lateLegal: number;
    /**
     * Cases
     */
    readonly late: number;
    /**
     * Cases
     */
    readonly soon: number;
};

export type TeamBoard = {
    readonly now: string;
    readonly team: Named;
    /**
     * Teams that this reader answers for
     */
    readonly teams: ReadonlyArray<Named>;
    readonly figures: {
        /**
         * Cases
         */
        readonly 'late-legal': number;
        /**
         * Cases
         */
        readonly missing: number;
        /**
         * Cases
         */
        readonly 'no-place-tonight': number;
        /**
         * Cases
         */
        readonly late: number;
        /**
         * Cases
         */
        readonly soon: number;
        /**
         * Cases
         */
        readonly 'signs-unprotected': number;
        /**
         * Cases
         */
        readonly approvals: number;
        /**
         * Cases
         */
        readonly 'not-referred': number;
        /**
         * Cases
         */
        readonly 'hotel-refused': number;
        /**
         * Cases
         */
        readonly 'rights-incidents': number;
        /**
         * Cases
         */
        readonly open: number;
    };
    /**
     * Cases that are restricted to a circle, whoever is in it
     */
    readonly restricted: number;
    /**
     * Days back over which attempts and incidents are counted
     */
    readonly days: number;
    /**
     * Due within so many days is soon
     */
    readonly soonDays: number;
    readonly people: ReadonlyArray<BoardPerson>;
    readonly protocols: ReadonlyArray<BoardProtocol>;
};

export type BoardCase = {
    readonly case: CaseFileSummary;
    /**
     * Due date, opening, or last attempt, as the figure has it
     */
    readonly at: string;
};

export type BoardCasePage = {
    readonly items: ReadonlyArray<BoardCase>;
    readonly next: string | null;
};

export type LateCount = {
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL';
    /**
     * Cases
     */
    readonly cases: number;
};

export type LateWeek = {
    /**
     * How many weeks ago; 0: the one that runs
     */
    readonly weeksAgo: number;
    /**
     * Its Monday
     */
    readonly from: string;
    /**
     * One of each origin
     */
    readonly late: ReadonlyArray<LateCount>;
};

export type FirstAct = {
    readonly delay: 'day' | 'three-days' | 'week' | 'later' | 'none';
    /**
     * Cases
     */
    readonly cases: number;
};

export type BoardTrends = {
    /**
     * The oldest first: cases in which something became late
     */
    readonly weeks: ReadonlyArray<LateWeek>;
    /**
     * Cases opened within `days`, one of each delay
     */
    readonly firstAct: ReadonlyArray<FirstAct>;
    readonly days: number;
};

export type LeftOut = {
    /**
     * Classes of fields that stay out
     */
    readonly classes: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    /**
     * Facts by id, a row's field as `list.field`
     */
    readonly fields: ReadonlyArray<string>;
};

export type Bundle = {
    readonly id: string;
    readonly kind: 'case' | 'mission';
    readonly state: 'waiting' | 'gathering' | 'signing' | 'ready' | 'failed' | 'gone';
    readonly progress: number;
    readonly askedAt: string;
    readonly reason: string;
    readonly leaveOut: LeftOut;
    readonly redacted: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    /**
     * Nothing is left out, so that the verifier can replay the journal
     */
    readonly isWhole: boolean;
    readonly entries: number | null;
    readonly bytes: number | null;
    readonly fileName: string;
    readonly keptUntil: string | null;
};

export type FieldToLeaveOut = {
    readonly id: string;
    readonly title: Words;
    readonly fieldClass: 'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff';
};

export type CaseBundles = {
    readonly caseFileId: string;
    readonly reference: string;
    readonly items: ReadonlyArray<Bundle>;
    readonly redacted: ReadonlyArray<'identity' | 'people' | 'contact' | 'places' | 'health' | 'judicial' | 'situation' | 'narrative' | 'opinion' | 'staff'>;
    readonly fields: ReadonlyArray<FieldToLeaveOut>;
    /**
     * Acts in the journal
     */
    readonly entries: number;
};

export type BundleRequest = {
    /**
     * For whom and what for; stands in the dossier
     */
    readonly reason: string;
    readonly leaveOut: LeftOut;
    /**
     * Checkpoints that were kept elsewhere (signed notes, C2SP tlog-checkpoint)
     */
    readonly pinned?: ReadonlyArray<string>;
};

export type Formula = {
    readonly what: Words;
    readonly weights: Words;
    readonly expected: Words;
    readonly leftOut: Words;
    readonly apart: Words;
};

export type ProtocolFigures = {
    /**
     * Sum of the weights of what was expected
     */
    readonly expected: number;
    /**
     * Sum of the weights of what of it was done as it should
     */
    readonly met: number;
    /**
     * `null` while nothing was expected
     */
    readonly fitness: number | null;
    readonly protocol: string;
    readonly title: Words;
    readonly runs: number;
    readonly lateLegal: number;
    readonly lateOther: number;
};

export type StepFigures = {
    /**
     * Sum of the weights of what was expected
     */
    readonly expected: number;
    /**
     * Sum of the weights of what of it was done as it should
     */
    readonly met: number;
    /**
     * `null` while nothing was expected
     */
    readonly fitness: number | null;
    readonly protocol: string;
    readonly step: string;
    readonly title: Words;
    /**
     * Runs in which it was expected
     */
    readonly expectedRuns: number;
    /**
     * Runs in which it was done
     */
    readonly doneRuns: number;
    /**
     * How often it was done in all
     */
    readonly times: number;
    /**
     * Milliseconds from possible to done, for half of them
     */
    readonly medianWait: number | null;
    /**
     * The same for nine in ten
     */
    readonly ninetiethWait: number | null;
    readonly lateLegal: number;
    readonly lateOther: number;
    readonly shareLate: number | null;
};

export type DeviationCount = {
    readonly kind: 'no-third-person' | 'rights-incident' | 'late' | 'skipped' | 'unapproved' | 'unweighed' | 'out-of-order' | 'repeated' | 'waived' | 'amended' | 'late-recording' | 'flag';
    readonly count: number;
    readonly toJudge: number;
};

export type FollowedRules = {
    readonly protocol: string;
    readonly title: Words;
    readonly versions: ReadonlyArray<string>;
};

export type NamedTeam = {
    readonly id: string;
    readonly name: string;
};

export type Conformance = {
    /**
     * Sum of the weights of what was expected
     */
    readonly expected: number;
    /**
     * Sum of the weights of what of it was done as it should
     */
    readonly met: number;
    /**
     * `null` while nothing was expected
     */
    readonly fitness: number | null;
    readonly formula: Formula;
    readonly cases: number;
    readonly runs: number;
    readonly protocols: ReadonlyArray<ProtocolFigures>;
    readonly steps: ReadonlyArray<StepFigures>;
    readonly deviations: ReadonlyArray<DeviationCount>;
    readonly rules: ReadonlyArray<FollowedRules>;
    readonly teams: ReadonlyArray<NamedTeam>;
};

export type Judgement = {
    readonly kind: 'explained' | 'accepted' | 'finding' | 'no-deviation';
    /**
     * The words, or that it is redacted
     */
    readonly by: string | Redacted;
    readonly at: string;
    /**
     * The words, or that it is redacted
     */
    readonly text: string | Redacted | null;
};

export type DeviationItem = {
    readonly key: string;
    readonly kind: 'no-third-person' | 'rights-incident' | 'late' | 'skipped' | 'unapproved' | 'unweighed' | 'out-of-order' | 'repeated' | 'waived' | 'amended' | 'late-recording' | 'flag';
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly runId: string;
    readonly step: string;
    readonly stepTitle: Words;
    readonly protocol: string;
    readonly protocolTitle: Words;
    readonly version: string;
    /**
     * From when it is one; of lateness, the due date
     */
    readonly since: string;
    /**
     * Whole days: how late, how long after
     */
    readonly days: number | null;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL' | null;
    /**
     * Still not done
     */
    readonly isOpen: boolean;
    readonly text: Words;
    readonly basis: ReadonlyArray<string>;
    readonly entryId: string | null;
    /**
     * The words, or that it is redacted
     */
    readonly enteredBy: string | Redacted | null;
    readonly judgements: ReadonlyArray<Judgement>;
    readonly mayExplain: boolean;
    /**
     * `null`: the reader may judge it
     */
    readonly mayNotJudge: Words | null;
};

export type AboutDeviations = {
    readonly count: number;
    /**
     * Cases that were looked at
     */
    readonly cases: number;
    readonly rules: ReadonlyArray<FollowedRules>;
    readonly teams: ReadonlyArray<NamedTeam>;
};

export type DeviationPage = {
    readonly items: ReadonlyArray<DeviationItem>;
    readonly next: string | null;
    /**
     * On the first page
     */
    readonly about: AboutDeviations | null;
};

export type DeviationGroup = {
    readonly kind: 'no-third-person' | 'rights-incident' | 'late' | 'skipped' | 'unapproved' | 'unweighed' | 'out-of-order' | 'repeated' | 'waived' | 'amended' | 'late-recording' | 'flag';
    /**
     * Where they are put together by case
     */
    readonly caseFileId: string | null;
    readonly reference: string | null;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted | null;
    /**
     * Account id or `nobody`, where by person
     */
    readonly person: string | null;
    /**
     * The name, or that it is redacted
     */
    readonly personName: string | Redacted | null;
    readonly count: number;
    /**
     * In so many cases
     */
    readonly cases: number;
};

export type DeviationGroups = {
    readonly groups: ReadonlyArray<DeviationGroup>;
    /**
     * Whether there are more groups than this
     */
    readonly isTruncated: boolean;
    readonly about: AboutDeviations;
};

export type CaseStepConformance = {
    readonly step: string;
    readonly title: Words;
    readonly expectation: 'expected' | 'open' | 'unknown' | 'waived' | 'not-applicable';
    readonly weight: number;
    readonly times: number;
    /**
     * `null`: the question does not arise
     */
    readonly isInOrder: boolean | null;
    /**
     * `null`: the question does not arise
     */
    readonly isInTime: boolean | null;
    /**
     * `null`: the question does not arise
     */
    readonly isByWhomItShould: boolean | null;
    /**
     * `null`: the question does not arise
     */
    readonly isApproved: boolean | null;
    readonly isMet: boolean;
    readonly doneAt: string | null;
    readonly origin: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL' | null;
    readonly lateDays: number | null;
};

export type CaseRunConformance = {
    /**
     * Sum of the weights of what was expected
     */
    readonly expected: number;
    /**
     * Sum of the weights of what of it was done as it should
     */
    readonly met: number;
    /**
     * `null` while nothing was expected
     */
    readonly fitness: number | null;
    readonly runId: string;
    readonly protocol: string;
    readonly version: string;
    readonly title: Words;
    readonly steps: ReadonlyArray<CaseStepConformance>;
};

export type CaseFileConformance = {
    /**
     * Sum of the weights of what was expected
     */
    readonly expected: number;
    /**
     * Sum of the weights of what of it was done as it should
     */
    readonly met: number;
    /**
     * `null` while nothing was expected
     */
    readonly fitness: number | null;
    readonly formula: Formula;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly runs: ReadonlyArray<CaseRunConformance>;
    readonly deviations: ReadonlyArray<DeviationItem>;
};

export type ExplainDeviation = {
    readonly key: string;
    readonly text: string;
};

export type JudgeDeviation = {
    readonly key: string;
    readonly text: string;
    readonly verdict: 'accepted' | 'finding' | 'no-deviation';
};

export type TypeAttribute = {
    readonly name: string;
    readonly type: 'string' | 'integer' | 'time';
};

export type TypeDefinition = {
    readonly name: string;
    readonly attributes: ReadonlyArray<TypeAttribute>;
};

export type ObjectAttribute = {
    readonly name: string;
    readonly value: string;
    readonly time: string;
};

export type Relationship = {
    readonly objectId: string;
    readonly qualifier: string;
};

export type LogObject = {
    readonly id: string;
    readonly type: string;
    readonly attributes: ReadonlyArray<ObjectAttribute>;
    readonly relationships: ReadonlyArray<Relationship>;
};

export type EventAttribute = {
    readonly name: string;
    readonly value: string;
};

export type LogEvent = {
    readonly id: string;
    readonly type: string;
    readonly time: string;
    readonly attributes: ReadonlyArray<EventAttribute>;
    readonly relationships: ReadonlyArray<Relationship>;
};

export type EventLog = {
    readonly objectTypes: ReadonlyArray<TypeDefinition>;
    readonly eventTypes: ReadonlyArray<TypeDefinition>;
    readonly objects: ReadonlyArray<LogObject>;
    readonly events: ReadonlyArray<LogEvent>;
};

export type Unusual = {
    readonly code: 'refused' | 'break-glass' | 'outside' | 'same-name' | 'many' | 'night';
    readonly text: Words;
};

export type AccessQuestion = {
    readonly id: string;
    readonly askedAt: string;
    readonly askedBy: string;
    readonly question: string;
    readonly answeredAt: string | null;
    readonly answer: string | null;
};

export type AccessEvent = {
    /**
     * Place in the record
     */
    readonly id: string;
    readonly at: string;
    /**
     * `null`: nobody knows any more
     */
    readonly by: Named | null;
    /**
     * By which relation to the case they saw it then, or covered for it
     */
    readonly as: Words | null;
    readonly kind: 'opened' | 'listed' | 'exported' | 'acted' | 'refused';
    readonly act: Words;
    /**
     * What for
     */
    readonly purpose: Words;
    readonly unusual: ReadonlyArray<Unusual>;
    readonly questions: ReadonlyArray<AccessQuestion>;
    readonly mayAsk: boolean;
};

export type CaseAccessLog = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    /**
     * On the first page only, gravest first
     */
    readonly unusual: ReadonlyArray<AccessEvent>;
    /**
     * How many were searched for unusual ones; `null`: all
     */
    readonly searched: number | null;
    /**
     * Newest first
     */
    readonly items: ReadonlyArray<AccessEvent>;
    readonly next: string | null;
};

export type AskWhy = {
    readonly question: string;
};

export type Asked = {
    readonly id: string;
};

export type QuestionToMe = {
    readonly id: string;
    readonly askedAt: string;
    readonly askedBy: string;
    readonly question: string;
    readonly answeredAt: string | null;
    readonly answer: string | null;
    readonly reference: string;
    readonly accessedAt: string;
    readonly act: Words;
};

export type QuestionsToMe = {
    readonly items: ReadonlyArray<QuestionToMe>;
    readonly next: string | null;
};

export type AnswerWhy = {
    readonly answer: string;
};

export type Progress = {
    readonly cases: number;
    readonly examined: number;
    readonly findings: number;
    readonly openFindings: number;
};

export type MissionSummary = {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly state: 'draft' | 'open' | 'closed';
    readonly teams: ReadonlyArray<Named>;
    readonly auditors: ReadonlyArray<Named>;
    readonly createdAt: string;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
    /**
     * An auditor gets in until it closes
     */
    readonly isOpenToMe: boolean;
    readonly progress: Progress | null;
};

export type MissionList = {
    readonly items: ReadonlyArray<MissionSummary>;
};

export type ProtocolChoice = {
    readonly name: string;
    readonly title: Words;
};

export type MissionChoices = {
    readonly teams: ReadonlyArray<Named>;
    readonly auditors: ReadonlyArray<Named>;
    readonly protocols: ReadonlyArray<ProtocolChoice>;
    /**
     * Today by the clock of the space
     */
    readonly today: string;
};

export type MissionScope = {
    readonly teamIds: ReadonlyArray<string>;
    readonly from: string;
    readonly to: string;
    /**
     * Names of protocols; none: all
     */
    readonly protocols: ReadonlyArray<string>;
};

export type FrameSize = {
    /**
     * Cases that the scope takes in
     */
    readonly size: number;
};

export type MissionPlan = {
    readonly teamIds: ReadonlyArray<string>;
    readonly from: string;
    readonly to: string;
    /**
     * Names of protocols; none: all
     */
    readonly protocols: ReadonlyArray<string>;
    readonly title: string;
    /**
     * What the mission is to find out
     */
    readonly question: string;
    readonly auditorIds: ReadonlyArray<string>;
    readonly method: 'random' | 'risk' | 'all';
    /**
     * Cases to draw; absent for `all`
     */
    readonly size?: number;
    /**
     * Questions for each case
     */
    readonly checklist: ReadonlyArray<string>;
};

export type Sampling = {
    readonly method: 'random' | 'risk' | 'all';
    readonly seed: string | null;
    /**
     * Handed in rather than drawn by the server
     */
    readonly seedGiven: boolean;
    /**
     * Aliases of the cases that could be drawn, sorted
     */
    readonly frame: ReadonlyArray<string>;
    /**
     * SHA-256 of the frame, one alias a line; 64 hex digits
     */
    readonly frameHash: string;
};

export type RiskReason = {
    readonly kind: 'lateLegal' | 'rightsIncidents' | 'unprotected' | 'notReferred' | 'waived' | 'amended';
    readonly count: number;
    readonly points: number;
};

export type Check = {
    /**
     * Place in the checklist
     */
    readonly question: number;
    /**
     * Absent: not answered yet
     */
    readonly answer?: 'yes' | 'no' | 'unknown' | 'not-applicable';
    readonly note: string;
};

export type Examination = {
    readonly answers: ReadonlyArray<Check>;
    /**
     * Every question is answered, and the auditor is through with it
     */
    readonly done: boolean;
};

export type MissionCase = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * Name of the case in the record and in the frame
     */
    readonly alias: string;
    readonly place: number;
    readonly score: number | null;
    readonly reasons: ReadonlyArray<RiskReason>;
    readonly examination: Examination;
    readonly examinedBy: Named | null;
    readonly examinedAt: string | null;
    /**
     * For `If-Match`
     */
    readonly revision: number;
};

export type FindingCase = {
    readonly id: string;
    readonly reference: string;
};

export type FindingAnswered = {
    readonly text: string;
    readonly at: string;
    readonly by: Named;
};

export type FindingClosed = {
    readonly outcome: 'settled' | 'not-upheld';
    readonly note: string;
    readonly at: string;
    readonly by: Named;
};

export type FindingMay = {
    readonly answer: boolean;
    readonly close: boolean;
};

export type Finding = {
    readonly id: string;
    readonly reference: string;
    readonly missionId: string;
    readonly caseFile: FindingCase | null;
    readonly severity: 'minor' | 'serious' | 'critical';
    readonly expected: string;
    readonly happened: string;
    readonly days: number | null;
    readonly evidence: string;
    readonly author: Named;
    readonly raisedAt: string;
    readonly owner: Named;
    readonly dueOn: string;
    readonly answer: FindingAnswered | null;
    readonly closing: FindingClosed | null;
    /**
     * For `If-Match`
     */
    readonly revision: number;
    readonly may: FindingMay;
};

export type MissionMay = {
    readonly change: boolean;
    readonly open: boolean;
    readonly close: boolean;
    readonly examine: boolean;
    readonly raise: boolean;
};

export type Mission = {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly state: 'draft' | 'open' | 'closed';
    readonly teams: ReadonlyArray<Named>;
    readonly auditors: ReadonlyArray<Named>;
    readonly createdAt: string;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
    /**
     * An auditor gets in until it closes
     */
    readonly isOpenToMe: boolean;
    readonly progress: Progress | null;
    /**
     * For `If-Match`
     */
    readonly revision: number;
    readonly plan: MissionPlan;
    readonly protocolTitles: {
        readonly [key: string]: Words;
    };
    readonly createdBy: Named;
    readonly openedBy: Named | null;
    readonly closedBy: Named | null;
    readonly sampling: Sampling | null;
    readonly cases: ReadonlyArray<MissionCase>;
    /**
     * Cases drawn that are not there for the reader
     */
    readonly hiddenCases: number;
    readonly findings: ReadonlyArray<Finding>;
    readonly owners: ReadonlyArray<Named>;
    readonly may: MissionMay;
};

export type OpenMission = {
    /**
     * A seed that was drawn in public; without one the server draws it
     */
    readonly seed?: string;
};

export type Examined = {
    /**
     * For the next `If-Match`
     */
    readonly revision: number;
    readonly done: boolean;
};

export type MissionBundles = {
    readonly items: ReadonlyArray<Bundle>;
};

export type FindingInput = {
    /**
     * A case that was drawn; absent: about no case in particular
     */
    readonly caseFileId?: string;
    readonly severity: 'minor' | 'serious' | 'critical';
    readonly expected: string;
    readonly happened: string;
    /**
     * Days between what was expected and what happened
     */
    readonly days?: number;
    /**
     * What shows it: an act, its date, a document’s reference
     */
    readonly evidence: string;
    readonly ownerId: string;
    readonly dueOn: string;
};

export type FindingList = {
    readonly items: ReadonlyArray<Finding>;
};

export type FindingAnswer = {
    readonly text: string;
};

export type FindingClosing = {
    readonly outcome: 'settled' | 'not-upheld';
    readonly note: string;
};

export type ReplayDeviation = {
    readonly kind: 'late' | 'late-recording' | 'waived' | 'out-of-order' | 'flag' | 'rights-incident';
    readonly text: Words;
};

export type ReplayMoment = {
    /**
     * `seq` of the act, or an instant: for `at` of the page as it was known
     */
    readonly at: string;
    readonly when: string;
    readonly kind: 'act' | 'late';
    readonly title: Words;
    /**
     * The name, or that it is redacted; `null`: time alone
     */
    readonly by: string | Redacted | null;
    readonly deviations: ReadonlyArray<ReplayDeviation>;
};

export type Replay = {
    readonly caseFileId: string;
    readonly reference: string;
    /**
     * The name, or that it is redacted
     */
    readonly calledName: string | Redacted;
    readonly zone: string;
    readonly openedAt: string;
    readonly now: string;
    readonly moments: ReadonlyArray<ReplayMoment>;
};

export type CaseAsKnown = {
    readonly when: string;
    /**
     * The last act that was known
     */
    readonly seq: number;
    /**
     * As the page was then; `may` is false throughout
     */
    readonly caseFile: CaseFile;
    /**
     * What was recorded just then
     */
    readonly entries: ReadonlyArray<TimelineEntry>;
    /**
     * Changed since; shown as known now
     */
    readonly knownNow: ReadonlyArray<'identity' | 'lead'>;
};

export type Change = {
    readonly seq: number;
    readonly entryId: string;
    readonly at: string;
    readonly by: string;
    readonly title: Words;
    /**
     * By fact, as they were recorded, or that they are redacted
     */
    readonly values: {
        readonly [key: string]: string | number | ReadonlyArray<string> | AnswerWithNote | {
            readonly [key: string]: 'yes' | 'no' | AnswerWithNote;
        } | Redacted;
    };
};

export type Problem = {
    readonly type: string;
    /**
     * In the language of Accept-Language, French by default
     */
    readonly title: string;
    readonly status: number;
    /**
     * `title` says it where a code came later than its reader
     */
    readonly code: string;
    readonly reasons?: ReadonlyArray<ProblemReason>;
    readonly changes?: ReadonlyArray<Change>;
    readonly correlation?: string;
};
