import { Refusal } from '../platform/refusals/refusal';

/** Who is not shown all of a conference writes none of it: they would write over what they do not see. */
export const notAllShown = (): Refusal =>
  new Refusal('not-allowed', {
    reasons: [
      {
        code: 'not-shown',
        text: {
          fr: 'Une partie de ce qui s’y dit ne vous est pas montrée : demandez à votre responsable.',
          en: 'A part of what is said there is not shown to you: ask your supervisor.',
        },
      },
    ],
  });
