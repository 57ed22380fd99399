import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';

/**
 * On paper in place of a page about a case: the browser's own printing would leave no trace. What may leave does so by the button of
 * the page of documents, once the record has it.
 */
@Component({
  selector: 'app-paper-by-button',
  template: `<p>{{ t('case.document.by-button') }}</p>`,
  host: { class: 'rp-instead-of-paper' },
})
export class PaperByButton {
  protected readonly t = inject(Language).t;
}
