import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Configuration } from '../../../platform/settings/configuration';
import { Refusal } from '../../../platform/refusals/refusal';
import { CONFIGURATION } from '../../../platform/tokens';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { PasskeysRepository, type StoredPasskey } from './passkeys.repository';
import { type RelyingParty, relyingPartyOf, userHandleOf } from './relying-party';
import type {
  PasskeyAssertionDto,
  PasskeyAttestationDto,
  PasskeyOptionsDto,
} from '../second-step/proofs.dto';

/** What to hand to the browser, and what it has to sign. */
export interface Asked extends PasskeyOptionsDto {
  readonly challenge: Buffer;
}

/** Whose passkey signed, as far as it is one of ours, and whether it counts. */
export interface Signed {
  readonly accountId: string | null;
  readonly isGood: boolean;
}

const TIMEOUT_MS = 5 * 60_000;

/**
 * WebAuthn: passkeys that know their account and ask their owner for a finger, a face or a code. That makes two factors of
 * one gesture. In a unit of work.
 */
@Injectable()
export class PasskeysService {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly passkeys: PasskeysRepository,
  ) {}

  /** Options to make a passkey for this account; the devices that have one already decline. */
  async askForNew(account: { readonly id: string; readonly login: string }): Promise<Asked> {
    const known = await this.passkeys.ofAccount(account.id);
    const options = await generateRegistrationOptions({
      rpName: `Repère – ${this.unit.space.title}`,
      rpID: this.party().id,
      userID: new Uint8Array(userHandleOf(this.unit.space, account.id)),
      userName: account.login,
      attestationType: 'none',
      timeout: TIMEOUT_MS,
      excludeCredentials: known.map(described),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options: { ...options }, challenge: Buffer.from(options.challenge, 'base64url') };
  }

  /** Keeps the passkey that answers the challenge; refuses with `passkey-refused`. */
  async addPasskey(
    accountId: string,
    name: string,
    challenge: Buffer | null,
    said: PasskeyAttestationDto,
  ): Promise<void> {
    const { id: expectedRPID, origin: expectedOrigin } = this.party();
    if (challenge === null) throw new Refusal('passkey-refused');
    const { id, clientDataJSON, attestationObject, transports = [] } = said;
    const verified = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    }).catch(refused);
    if (!verified.registrationInfo) throw new Refusal('passkey-refused');
    const { credential, credentialDeviceType } = verified.registrationInfo;
    const isNew = await this.passkeys.addPasskey({
      accountId,
      name,
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports,
      isSynced: credentialDeviceType === 'multiDevice',
    });
    if (!isNew) throw new Refusal('passkey-refused');
  }

  /** Options to sign with a passkey of this account; `null`: with whichever the device has. */
  async askForPasskey(accountId: string | null): Promise<Asked> {
    const known = accountId === null ? [] : await this.passkeys.ofAccount(accountId);
    const options = await generateAuthenticationOptions({
      rpID: this.party().id,
      timeout: TIMEOUT_MS,
      userVerification: 'required',
      ...(accountId === null ? {} : { allowCredentials: known.map(described) }),
    });
    return { options: { ...options }, challenge: Buffer.from(options.challenge, 'base64url') };
  }

  /** Good when a passkey of ours has signed the challenge, at our address, with its owner there, for the first time. */
  async check(said: PasskeyAssertionDto, challenge: Buffer | null): Promise<Signed> {
    const party = this.party();
    const passkey = await this.passkeys.byCredential(Buffer.from(said.id, 'base64url'));
    if (!passkey || challenge === null) return { accountId: passkey?.accountId ?? null, isGood: false };
    const isTheirs =
      said.userHandle === undefined ||
      Buffer.from(said.userHandle, 'base64url').equals(userHandleOf(this.unit.space, passkey.accountId));
    const signCount = await signCountOf(said, passkey, party, challenge);
    const isGood = isTheirs && signCount !== null && (await this.passkeys.used(passkey.id, signCount));
    return { accountId: passkey.accountId, isGood };
  }

  private party(): RelyingParty {
    const party = relyingPartyOf(this.configuration);
    if (!party) throw new Refusal('passkey-refused');
    return party;
  }
}

/** The counter that a good signature brings; `null`: it is none. */
async function signCountOf(
  { id, clientDataJSON, authenticatorData, signature, userHandle }: PasskeyAssertionDto,
  passkey: StoredPasskey,
  party: RelyingParty,
  challenge: Buffer,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

// The library throws for whatever is not as expected; what exactly is nobody's business outside.
const refused = (): never => {
  throw new Refusal('passkey-refused');
};

const described = ({ credentialId, transports }: StoredPasskey) => ({
  id: credentialId.toString('base64url'),
  transports: [...transports],
});
