import { generateSync } from 'otplib';
import type { NewAccount, SignedInClient, TestService } from '../test-service';
import type { FactorAddedDto, TotpToConfirmDto } from '../../access/factors/factors.dto';

/** The app's code, so many steps from now. */
export const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

/** Somebody with an authenticator app, and what came with it. */
export interface WithTotp extends SignedInClient {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** A new account, signed in, with an authenticator app whose first code was the one before now: now's can be used. */
export async function signInWithTotp(service: TestService, account: NewAccount): Promise<WithTotp> {
  const someone = await service.signIn(account);
  const { body } = await someone.client.post<TotpToConfirmDto>('/factors/totp');
  const confirm = () =>
    someone.client.post<FactorAddedDto>('/factors/totp/confirm', { code: codeOf(body.secret, -1) });
  // The half minute may have turned on the way.
  const first = await confirm();
  const added = first.status === 403 ? await confirm() : first;
  if (added.status !== 200) throw new Error(`no factor: ${added.status} ${JSON.stringify(added.body)}`);
  return { ...someone, secret: body.secret, recoveryCodes: added.body.recoveryCodes ?? [] };
}
