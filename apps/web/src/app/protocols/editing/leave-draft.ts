import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Language } from '@repere/ui';
import type { DraftFrame } from './draft-frame';

/** Leaving with unsaved text: one is told that it stays on this device, and may stay to save it. */
export const leaveDraft: CanDeactivateFn<DraftFrame> = (frame) =>
  !frame.hasUnsaved() || confirm(inject(Language).t('editing.leave'));
