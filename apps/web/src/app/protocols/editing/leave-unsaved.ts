import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Language } from '@repere/ui';

/** Whoever leaves with unsaved text is told that it stays on this device, and may stay to save it. */
export const leaveUnsaved: CanDeactivateFn<{ hasUnsaved(): boolean }> = (page) =>
  !page.hasUnsaved() || confirm(inject(Language).t('editing.leave'));
