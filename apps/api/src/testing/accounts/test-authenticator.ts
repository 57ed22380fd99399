import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type {
  PasskeyAssertionDto,
  PasskeyAttestationDto,
  PasskeyOptionsDto,
} from '../../access/factors/second-step/proofs.dto';

interface Credential {
  readonly id: Buffer;
  readonly privateKey: ReturnType<typeof generateKeyPairSync>['privateKey'];
  readonly userHandle: string;
  readonly rpId: string;
  counter: number;
}

/** What an authenticator, or who holds it, may do otherwise than it should. */
export interface Fault {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly userIsThere?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** An authenticator in software (WebAuthn §6, ES256, attestation `none`): makes passkeys and signs with them, or not as it should. */
export class TestAuthenticator {
  private readonly credentials: Credential[] = [];

  constructor(private readonly origin: string) {}

  makePasskey({ options }: PasskeyOptionsDto, fault: Fault = {}): PasskeyAttestationDto {
    const { challenge, rp, user } = options as {
      challenge: string;
      rp: { id: string };
      user: { id: string };
    };
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential: Credential = {
      id: randomBytes(32),
      privateKey,
      userHandle: user.id,
      rpId: rp.id,
      counter: fault.counter ?? 0,
    };
    this.credentials.push(credential);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    // COSE_Key (RFC 9053 §7.1.1): EC2, ES256, P-256.
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([credential.id.length >> 8, credential.id.length & 0xff]),
      credential.id,
      Buffer.from(isoCBOR.encode(cose as never)),
    ]);
    const authData = Buffer.concat([this.head(credential, ATTESTED, fault), attested]);
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    );
    return {
      id: credential.id.toString('base64url'),
      clientDataJSON: this.clientData('webauthn.create', challenge, fault).toString('base64url'),
      attestationObject: Buffer.from(attestationObject).toString('base64url'),
      transports: ['internal'],
    };
  }

  /** Signs with the passkey that is asked for, else with the last one made here. */
  sign({ options }: PasskeyOptionsDto, fault: Fault = {}): PasskeyAssertionDto {
    const { challenge, allowCredentials } = options as {
      challenge: string;
      allowCredentials?: { id: string }[];
    };
    const ids = allowCredentials?.map(({ id }) => id);
    const credential = this.credentials.findLast(({ id }) => !ids || ids.includes(id.toString('base64url')));
    if (!credential) throw new Error('no passkey here is asked for');
    credential.counter = fault.counter ?? credential.counter + 1;
    const authData = this.head(credential, 0, fault);
    const clientData = this.clientData('webauthn.get', challenge, fault);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return {
      id: credential.id.toString('base64url'),
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, credential.privateKey).toString('base64url'),
      userHandle: fault.userHandle ?? credential.userHandle,
    };
  }

  private head({ rpId, counter }: Credential, flags: number, fault: Fault): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const verified = fault.userIsThere === false ? 0 : VERIFIED;
    return Buffer.concat([
      createHash('sha256')
        .update(fault.rpId ?? rpId)
        .digest(),
      Buffer.from([PRESENT | verified | flags]),
      count,
    ]);
  }

  private clientData(type: string, challenge: string, fault: Fault): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: fault.challenge ?? challenge,
        origin: fault.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }
}
