/** Ways to show, beside the password, that it is really you: a code of the authenticator app, a recovery code, a passkey. */
export const STEP_MEANS = ['code', 'recovery-code', 'passkey'] as const;
export type StepMeans = (typeof STEP_MEANS)[number];

/** `202` of `POST /session`: the password was right, a second step is due. No session yet. */
export interface SecondStepDue {
  /** What this account has to show. */
  readonly means: readonly StepMeans[];
  /** ISO 8601. After this one starts anew. */
  readonly until: string;
}

/** What a passkey signed (WebAuthn `AuthenticatorAssertionResponse`), base64url each. */
export interface PasskeyAssertion {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string;
}

/** What a new passkey says of itself (WebAuthn `AuthenticatorAttestationResponse`), base64url. */
export interface PasskeyAttestation {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports?: readonly string[];
}

/** Exactly one of them. */
export interface StepProof {
  readonly code?: string;
  readonly recoveryCode?: string;
  readonly passkey?: PasskeyAssertion;
}

/** To be asked again before something grave: password with what the account has beside it, or a passkey alone. */
export interface StepUp extends StepProof {
  readonly password?: string;
}

/** What `StepUp` has to hold for this account. */
export interface StepUpAsked {
  /** Whether the account has a second factor; without one the password alone is asked. */
  readonly means: readonly StepMeans[];
}

/** Options for the browser's `navigator.credentials`, as WebAuthn defines them in JSON. */
export interface PasskeyOptions {
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly lastUsedAt: string | null;
  /** Whether it is kept by a password manager and works on several devices. */
  readonly isSynced: boolean;
}

/** How one signs in beside the password (`GET /factors`). */
export interface Factors {
  /** Authenticator app; `null`: none. */
  readonly totp: { readonly addedAt: string } | null;
  readonly passkeys: readonly Passkey[];
  /** Recovery codes; `null`: none were made. */
  readonly recovery: { readonly left: number; readonly madeAt: string } | null;
  /** Whether this space asks everybody for a second factor: the last one can't be removed. */
  readonly isRequired: boolean;
}

/** An authenticator app to be: shown until its first code is right. */
export interface TotpToConfirm {
  /** Base32, for typing. */
  readonly secret: string;
  /** `otpauth://`, for the QR code. */
  readonly uri: string;
}

/** What a new factor brings: with the first one, recovery codes, shown this once. */
export interface FactorAdded {
  readonly recoveryCodes: readonly string[] | null;
}

export interface RecoveryCodes {
  readonly codes: readonly string[];
}
