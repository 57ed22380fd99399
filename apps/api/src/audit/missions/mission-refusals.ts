import { Refusal } from '../../platform/refusals/refusal';

/** Somebody changed it since it was read. */
export const stale = (): Refusal =>
  new Refusal('stale', {
    reasons: [
      {
        code: 'changed-since',
        text: {
          fr: 'Cela a changé depuis que vous l’avez lu. Rechargez la page : ce que vous avez écrit reste ici jusque-là.',
          en: 'This has changed since you read it. Reload the page: what you wrote stays here until then.',
        },
      },
    ],
  });
