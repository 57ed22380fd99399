import { Component, computed, inject } from '@angular/core';
import { FIELD_CLASS_CONTENTS, type FieldClass } from '@repere/access';
import { Language, SpaceTime, capitalised } from '@repere/ui';
import { BundlesClient } from './bundles-client';
import { BundlesSession, isOnTheWay } from './bundles-session';

const MEGABYTE = 1_048_576;

/** Bundles that the reader ordered of this case: how far each is, and where to take it. */
@Component({
  selector: 'app-bundle-list',
  templateUrl: './bundle-list.html',
  styleUrl: './bundle-list.scss',
})
export class BundleList {
  private readonly session = inject(BundlesSession);
  private readonly client = inject(BundlesClient);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  protected readonly lines = computed(() => {
    const caseFileId = this.session.bundles()?.caseFileId ?? '';
    return this.session.items().map((bundle) => ({
      bundle,
      isOnTheWay: isOnTheWay(bundle),
      asked: this.t('audit.bundle.list.asked', { when: this.time.exactly(bundle.askedAt) }),
      left: this.left([...bundle.redacted, ...bundle.leaveOut.classes], bundle.leaveOut.fields),
      href: bundle.state === 'ready' ? this.client.fileOf(caseFileId, bundle.id) : null,
      size: this.sizeOf(bundle.bytes),
      kept: bundle.keptUntil && this.t('audit.bundle.list.kept', { day: this.time.day(bundle.keptUntil) }),
    }));
  });

  private left(classes: readonly FieldClass[], fields: readonly string[]): string {
    const named = this.session.bundles()?.fields ?? [];
    const words = [
      ...[...new Set(classes)].map((it) => capitalised(this.language.localize(FIELD_CLASS_CONTENTS[it]))),
      ...fields.map((id) => {
        const title = named.find((it) => it.id === id)?.title;
        return title ? this.language.localize(title) : id;
      }),
    ];
    return words.length > 0
      ? this.t('audit.bundle.list.left', { what: words.join(', ') })
      : this.t('audit.bundle.list.whole');
  }

  private sizeOf(bytes: number | null): string {
    if (bytes === null) return '';
    const size = new Intl.NumberFormat(this.language.current(), { maximumFractionDigits: 1 }).format(
      Math.max(0.1, bytes / MEGABYTE),
    );
    return this.t('audit.bundle.list.size', { size });
  }
}
