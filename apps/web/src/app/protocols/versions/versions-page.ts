import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Problem, VersionRecord } from '@repere/contract';
import { territoryName } from '@repere/territories';
import { Language, SpaceTime } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { asAnswer } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField } from '../../platform/form/mistake';
import { ProblemLine } from '../../platform/problem-line';
import { OpenProtocol } from '../open-protocol';
import { ProtocolHead } from '../protocol-head';
import { partPath } from '../protocol-paths';
import { ProtocolsClient } from '../protocols-client';
import { VersionDiff } from './version-diff';

/** Which versions were there, who let them through, and what changed from one to another. */
@Component({
  selector: 'app-versions-page',
  imports: [FormField, MatButton, ProblemLine, ProtocolHead, RouterLink, SelectField, VersionDiff],
  templateUrl: './versions-page.html',
  styleUrl: './versions-page.scss',
})
export class VersionsPage {
  private readonly client = inject(ProtocolsClient);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly protocol = inject(OpenProtocol).current;

  // From the address: what is compared.
  readonly de = input<string>();
  readonly a = input<string>();

  protected readonly records = signal<readonly VersionRecord[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    { from: null as string | null, to: null as string | null },
    (it) =>
      checkField(it.to, 'protocols.compare.two', (to, valueOf) => {
        const from = valueOf(it.from);
        return from === null || to === null || from === to;
      }),
  );
  protected readonly lines = computed(() => (this.records() ?? []).map((record) => this.line(record)));
  /** Newest first, with what a département makes of each. */
  protected readonly choices = computed(() =>
    this.lines().flatMap(({ version, locals }) => [
      { code: version, label: this.t('protocols.versions.one', { version }) },
      ...locals.map((local) => ({
        code: local.version,
        label: `${this.t('protocols.versions.one', { version })}, ${local.place}`,
      })),
    ]),
  );
  /**
   * Without a choice: what this version changed of the one before; of a département's, what its rules change; of the first
   * version, what came next.
   */
  private readonly usual = computed(() => {
    const [base = '', local] = this.protocol().version.split('+');
    if (local !== undefined) return { from: base, to: this.protocol().version };
    const versions = this.lines().map(({ version }) => version);
    const place = Math.min(Math.max(0, versions.indexOf(base)), Math.max(0, versions.length - 2));
    return { from: versions[place + 1] ?? null, to: versions[place] ?? null };
  });
  protected readonly compared = computed(() => {
    const [from, to] = [this.de() ?? this.usual().from, this.a() ?? this.usual().to];
    return from && to && from !== to ? { from, to } : null;
  });

  constructor() {
    effect(() => {
      this.protocol();
      untracked(() => void this.loadVersions());
    });
    effect(() => this.form.type({ from: this.de() ?? this.usual().from, to: this.a() ?? this.usual().to }));
  }

  protected async loadVersions(): Promise<void> {
    const answer = await this.client.versions(this.protocol().protocol);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.records.set(answer.value);
  }

  protected async compare(event: Event): Promise<void> {
    const { from: de, to: a } = this.form.typed();
    if (await this.form.sendTyped(event, async () => asAnswer(null)))
      await this.router.navigate([], { relativeTo: this.route, queryParams: { de, a }, replaceUrl: true });
  }

  private line(record: VersionRecord) {
    const { protocol, version, inForce, inForceFrom, publishedAt, publishedBy, approvedBy, overlays } =
      record;
    const from = this.time.day(inForceFrom);
    const isToCome = Date.parse(inForceFrom) > this.time.now();
    return {
      ...record,
      lost: record.loss && {
        titles: record.loss.titles.map((title) => this.language.localize(title)),
        words: this.t('protocols.versions.lost', { who: record.loss.by, reason: record.loss.reason }),
      },
      path: partPath(protocol, version),
      state: this.t(`protocols.versions.${inForce ? 'in-force' : isToCome ? 'to-come' : 'earlier'}`, {
        day: from,
      }),
      who:
        publishedBy === null
          ? this.t('protocols.versions.with-product', { day: this.time.day(publishedAt) })
          : this.t('protocols.versions.by', {
              day: this.time.day(publishedAt),
              who: publishedBy,
              second: approvedBy ?? '–',
            }),
      locals: overlays.map((local) => ({
        version: local.version,
        place: territoryName(local.territory),
        path: partPath(protocol, local.version),
      })),
    };
  }
}
