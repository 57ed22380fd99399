import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DEADLINE_ORIGINS, ORIGIN_WORDS } from '@repere/protocol';
import { Icon, Language } from '@repere/ui';
import { STEP_STATUSES } from '@repere/ui/status';
import { Session } from '../access/session';
import { PageHeading } from '../platform/pages/page-heading';
import { EmergencyNumbers } from './emergency-numbers';
import { RightsSheetCard } from './rights-sheet-card';

/** The essentials of the tool, and whom to call. */
@Component({
  selector: 'app-help-page',
  imports: [EmergencyNumbers, Icon, PageHeading, RightsSheetCard, RouterLink],
  templateUrl: './help-page.html',
  styleUrl: './help-page.scss',
})
export class HelpPage {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  private readonly session = inject(Session);
  protected readonly leadsTraining = () => this.session.mayDo('lead-training');
  protected readonly isLiveStaff = this.session.isLiveStaff;
  protected readonly statuses = STEP_STATUSES;
  protected readonly origins = DEADLINE_ORIGINS;
  protected readonly ORIGIN_WORDS = ORIGIN_WORDS;
  protected readonly stages = [1, 2, 3, 4] as const;
  protected readonly readers = [
    'worker',
    'why',
    'cover',
    'partner',
    'emergency',
    'supervisor',
    'administrator',
    'trace',
  ] as const;
  protected readonly account = ['password', 'forgotten', 'warned', 'two', 'review'] as const;
  protected readonly entering = ['two', 'where', 'lost', 'again'] as const;
  protected readonly screen = ['privacy-screen', 'lock', 'sessions', 'keys'] as const;
}
