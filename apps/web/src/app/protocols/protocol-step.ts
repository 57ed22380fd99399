import { Component, computed, inject, input } from '@angular/core';
import type { ReadableProtocol } from '@repere/cases';
import type { StepDefinition } from '@repere/protocol-engine';
import { Language, LOCALES, OriginTag } from '@repere/ui';
import { guidanceLines } from '../cases/step/guidance-lines';
import { sayWithin } from './say-within';
import { SourceNotes } from './source-notes';

/** One step as the protocol has it: what, who, when, what is asked, who approves, on what ground. */
@Component({
  selector: 'app-protocol-step',
  imports: [OriginTag, SourceNotes],
  templateUrl: './protocol-step.html',
  styleUrl: './protocol-step.scss',
})
export class ProtocolStep {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly protocol = input.required<ReadableProtocol>();
  readonly step = input.required<StepDefinition>();

  protected readonly guidance = computed(() => {
    const { guidance } = this.step();
    return guidance ? guidanceLines(this.say(guidance)) : [];
  });
  protected readonly who = computed(() => this.listed(this.step().by.map((role) => this.t(`case.role.${role}`))));
  protected readonly after = computed(() =>
    this.listed(this.step().after.map((id) => this.titleOf(id))),
  );
  protected readonly due = computed(() => {
    const { due } = this.step();
    if (!due) return null;
    const within = sayWithin(due.within, this.language);
    return due.within === 'at once' ? within : this.t('protocols.due', { within, from: this.startOf(due.from) });
  });
  protected readonly asks = computed(() =>
    this.step().fields.flatMap((id) => {
      const fact = this.factOf(id);
      return fact ? [this.say(fact.title)] : [];
    }),
  );
  protected readonly approval = computed(() => {
    const { approvedBy, protective } = this.step();
    if (!approvedBy) return null;
    const isAtOnce = approvedBy.effect === 'at-once' || protective;
    return this.t(isAtOnce ? 'protocols.approval-after' : 'protocols.approval', {
      role: this.t(`case.role.${approvedBy.role}`),
    });
  });
  /** The exact conditions, for who wants them word by word. */
  protected readonly conditions = computed(() =>
    (['when', 'unless', 'ready'] as const).flatMap((kind) => {
      const text = this.step()[kind];
      return text ? [{ label: this.t(`protocols.condition.${kind}`), text }] : [];
    }),
  );
  protected readonly requires = computed(() => this.step().requires.map(({ because }) => this.say(because)));

  private titleOf(id: string): string {
    const step = this.protocol().document.steps.find((it) => it.id === id);
    return step ? this.say(step.title) : id;
  }

  private startOf(from: string): string {
    if (from === 'run') return this.t('protocols.from-run');
    const fact = this.factOf(from);
    return fact ? this.say(fact.title) : this.titleOf(from);
  }

  private factOf(id: string) {
    const { document, shared } = this.protocol();
    const [list = '', field] = id.split('.');
    const fact = document.facts[list] ?? shared.facts[list];
    return field ? fact?.row?.[field] : fact;
  }

  private listed(words: readonly string[]): string {
    return new Intl.ListFormat(LOCALES[this.language.current()], { type: 'conjunction' }).format(words);
  }
}
