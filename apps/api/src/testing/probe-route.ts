import type { ActName } from '@repere/audit';
import { Route } from '../platform/routes/route';
import { Answered } from '../platform/routes/route-answers';

/** A route of a test: for anybody who is signed in, so that what the test asks about is all that stands in the way. */
export function ProbeRoute(
  at: `GET ${string}` | 'POST' | `POST ${string}`,
  act: ActName,
  options: { readonly once?: boolean; readonly isUnrecorded?: true } = {},
): MethodDecorator {
  const described = {
    summary: 'A probe',
    act,
    purpose: 'care',
    needs: { on: 'signed-in' },
    answers: new Answered(at.startsWith('GET') ? 200 : 201, {}),
    refuses: [],
    isUnrecorded: options.isUnrecorded ?? false,
  } as const;
  return at.startsWith('GET')
    ? Route(at as `GET ${string}`, described)
    : Route(at as `POST ${string}`, { ...described, once: options.once ?? false });
}
