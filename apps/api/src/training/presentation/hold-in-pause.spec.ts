import { waitsInPause } from './hold-in-pause';

it.each([
  ['POST', 'step.complete', true],
  ['POST', 'case-file.note', true],
  ['PUT', 'reminder.choose', true],
  ['DELETE', 'draft.discard', true],
  // Of the kind that shows something, and sends mails.
  ['POST', 'hand-over.send', true],
  // What somebody is in the middle of writing is kept.
  ['PUT', 'draft.save', false],
  ['DELETE', 'session.close', false],
  ['PUT', 'session.activity', false],
  // Looking, by whatever method.
  ['POST', 'case-file.search', false],
  ['POST', 'step.check', false],
  ['POST', 'case-file.what-if', false],
  ['GET', 'case-file.read', false],
  ['GET', 'case-file.print', false],
] as const)('%s %s waits in a pause: %s', (method, act, waits) => {
  expect(waitsInPause(method, act)).toBe(waits);
});
