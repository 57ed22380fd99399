import { Component, inject } from '@angular/core';
import { Icon, Language, STEP_STATUSES } from '@repere/ui';
import { PageHeading } from '../shell/page-heading';
import { EmergencyNumbers } from './emergency-numbers';

/** The essentials of the tool, and whom to call. */
@Component({
  selector: 'app-help-page',
  imports: [EmergencyNumbers, Icon, PageHeading],
  templateUrl: './help-page.html',
  styleUrl: './help-page.scss',
})
export class HelpPage {
  protected readonly t = inject(Language).t;
  protected readonly statuses = STEP_STATUSES;
  protected readonly origins = ['LEGAL', 'REPORT', 'MEDICAL', 'TOOL'] as const;
  protected readonly stages = [1, 2, 3, 4] as const;
  protected readonly readers = ['worker', 'supervisor', 'administrator', 'trace'] as const;
  protected readonly screen = ['curtain', 'lock', 'keys'] as const;
}
