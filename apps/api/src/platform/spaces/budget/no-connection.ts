import { Refusal } from '../../refusals/refusal';

/** Every connection that this process may have to the server is taken, and stays so for longer than anybody should wait. */
export class NoConnection extends Refusal {
  /** `retryAfter`: seconds. */
  constructor(retryAfter: number) {
    super('unavailable', {
      retryAfter,
      reasons: [
        {
          code: 'no-connection',
          text: {
            fr: 'Trop de demandes en même temps : rien n’a été enregistré. Réessayez dans quelques secondes.',
            en: 'Too many requests at the same time: nothing was recorded. Try again in a few seconds.',
          },
        },
      ],
    });
  }
}
