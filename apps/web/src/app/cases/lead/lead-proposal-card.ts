import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { LEAD_REFUSAL_WORDS, LEAD_REFUSALS, type Shown } from '@repere/cases';
import type { CaseFile, LeadProposal } from '@repere/contract';
import { refuseLeadLengths } from '@repere/contract/lengths';
import { capitalised, Language, SpaceTime } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { OriginTag } from '@repere/ui/origin';
import { asAnswer } from '../../platform/api';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { CaseSession } from '../case-file/case-session';
import { shownName } from '../shown-name';
import { LeadClient } from './lead-client';

/** That somebody is asked to lead the case, since when and until when; they answer here, and who leads takes it back. */
@Component({
  selector: 'app-lead-proposal-card',
  imports: [ActProblem, FormField, LongText, MatButton, OriginTag, SelectField],
  templateUrl: './lead-proposal-card.html',
  styleUrl: './lead-proposal-card.scss',
})
export class LeadProposalCard {
  private readonly client = inject(LeadClient);
  private readonly session = inject(CaseSession);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  readonly proposal = input.required<LeadProposal>();

  protected readonly accepting = new SendingForm({});
  protected readonly closing = new SendingForm({});
  protected readonly refusing = new SendingForm(
    { refusal: null as string | null, words: '' },
    (it) => {
      requireValue(it.refusal, 'case.lead-proposal.why-missing');
      checkField(
        it.words,
        'case.lead-proposal.why-words-missing',
        (words) => this.refusing.typed().refusal === 'other' && words.trim() === '',
      );
      limitLength(it.words, refuseLeadLengths.words);
    },
    { idPrefix: 'refuse-lead-' },
  );

  protected readonly says = computed(() => {
    const { state, mayAnswer, at, until } = this.proposal();
    const { lead, team } = this.caseFile();
    const leads = lead ? this.showText(lead.name) : this.t('case.charge.no-lead', { team: team.name });
    const told = {
      ...{ to: this.showText(this.proposal().to), teams: this.showText(this.proposal().teams) },
      ...{ by: this.showText(this.proposal().by), lead: leads },
      ...{ since: this.time.moment(at), until: this.time.deadline(until) },
    };
    return this.t(`case.lead-proposal.${mayAnswer ? 'asked' : state}`, told);
  });
  protected readonly words = computed(() => this.showText(this.proposal().words));
  protected readonly answer = computed(() => {
    const { refusal, answer } = this.proposal();
    if (refusal === null) return null;
    const reason = this.language.labelled(
      this.t('case.lead-proposal.why'),
      this.language.localize(LEAD_REFUSAL_WORDS[refusal]),
    );
    return answer === null ? reason : `${reason}. ${this.showText(answer)}`;
  });
  protected readonly closeWords = computed(
    () =>
      ({
        open: 'case.lead-proposal.withdraw',
        silent: 'case.lead-proposal.put-away',
        refused: 'case.lead-proposal.read',
      })[this.proposal().state] as 'case.lead-proposal.withdraw',
  );
  protected readonly reasons = computed(() =>
    LEAD_REFUSALS.map((code) => ({
      code,
      label: capitalised(this.language.localize(LEAD_REFUSAL_WORDS[code])),
    })),
  );

  protected async acceptLead(event: Event): Promise<void> {
    const { id } = this.proposal();
    await this.accepting.sendTyped(event, async () =>
      asAnswer(
        await this.session.sendAct(['accept', id], (caseFileId, sending) =>
          this.client.acceptLead(caseFileId, id, sending),
        ),
      ),
    );
  }

  /** The case may be theirs to see no more: their day comes next. */
  protected async refuseLead(event: Event): Promise<void> {
    const { refusal: typed, words } = this.refusing.typed();
    const refusal = LEAD_REFUSALS.find((it) => it === typed);
    const { id } = this.proposal();
    const done = await this.refusing.sendTyped(event, async (sending) => {
      if (!refusal) return asAnswer(null);
      const said = { refusal, ...(words.trim() !== '' && { words: words.trim() }) };
      return this.client.refuseLead(this.caseFile().id, id, said, sending);
    });
    if (done) await this.router.navigateByUrl('/ma-journee');
  }

  protected async closeProposal(event: Event): Promise<void> {
    const { id, state } = this.proposal();
    await this.closing.sendTyped(event, async () =>
      asAnswer(
        await this.session.sendAct(['close', id, state], (caseFileId, sending) =>
          this.client.closeProposal(caseFileId, id, sending),
        ),
      ),
    );
  }

  private showText(value: Shown<string>): string {
    return shownName(value, this.t('case.name-redacted'));
  }
}
