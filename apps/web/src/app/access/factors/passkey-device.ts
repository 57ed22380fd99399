import { Injectable } from '@angular/core';
import type { PasskeyAssertion, PasskeyAttestation, PasskeyOptions } from '@repere/contract';

/** The browser's way to passkeys. `null` for an answer: its owner left it, or the device has none that fits. */
@Injectable({ providedIn: 'root' })
export class PasskeyDevice {
  /** Whether this browser knows passkeys, at an address that can have them: a bare IP address can't. */
  readonly hasPasskeys =
    typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|^\[/.test(location.hostname);

  async makePasskey({ options }: PasskeyOptions): Promise<PasskeyAttestation | null> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    try {
      const { id, response } = await startRegistration({ optionsJSON: options as never });
      const { clientDataJSON, attestationObject, transports } = response;
      return { id, clientDataJSON, attestationObject, ...(transports ? { transports } : {}) };
    } catch {
      return null;
    }
  }

  async sign({ options }: PasskeyOptions): Promise<PasskeyAssertion | null> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    try {
      const { id, response } = await startAuthentication({ optionsJSON: options as never });
      const { clientDataJSON, authenticatorData, signature, userHandle } = response;
      return { id, clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) };
    } catch {
      return null;
    }
  }
}
