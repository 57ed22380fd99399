import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { ProofFinding } from '@repere/protocol';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../../platform/act-problem';
import { TitlesInForce } from '../../titles-in-force';
import { DraftChecker } from '../checking/draft-checker';
import { DraftHead } from '../draft-head';
import { draftPath } from '../draft-paths';
import { DraftSession } from '../draft-session';
import { EditorPosition } from '../text/editor-position';
import { nextExamplePath } from './next-example-path';
import { CounterExampleView } from './counter-example-view';

/** Does every promise still hold? What exploring found; a broken one tells whom it would have failed. */
@Component({
  selector: 'app-proof-page',
  imports: [ActProblem, DraftHead, Icon, MatButton, CounterExampleView],
  templateUrl: './proof-page.html',
  styleUrl: './proof-page.scss',
})
export class ProofPage {
  private readonly time = inject(SpaceTime);
  private readonly router = inject(Router);
  private readonly place = inject(EditorPosition);
  private readonly checker = inject(DraftChecker);
  protected readonly titles = inject(TitlesInForce);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(DraftSession);
  protected readonly draft = this.session.current;

  protected readonly asked = signal(false);
  protected readonly exploration = computed(() => this.draft().exploration);
  protected readonly isRunning = computed(() =>
    ['waiting', 'running'].includes(this.exploration()?.state ?? ''),
  );
  protected readonly isOld = computed(() => {
    const exploration = this.exploration();
    return exploration !== null && (exploration.revision < this.draft().revision || this.session.isChanged());
  });
  /** A worked example that fails stops publishing, not exploring. */
  protected readonly hasErrors = computed(() =>
    this.checker.errors().some(({ code }) => code !== 'example-fails'),
  );
  protected readonly about = computed(() => {
    const exploration = this.exploration();
    if (!exploration) return this.t('editing.proof.none');
    const percent = Math.round(exploration.progress * 100);
    const moment = exploration.finishedAt ? this.time.moment(exploration.finishedAt) : '';
    return this.t(`editing.proof.state.${exploration.state}`, { percent, moment });
  });
  private readonly findings = computed<readonly ProofFinding[]>(() =>
    (this.exploration()?.report?.findings ?? []).filter(({ protocol }) => protocol === this.draft().protocol),
  );
  /** Of the protocols that it opens, and that open it: a draft can break a promise of another. */
  protected readonly broken = computed(() =>
    (this.exploration()?.report?.findings ?? []).filter(({ verdict }) => verdict === 'broken'),
  );
  protected readonly bounded = computed(() => this.findings().filter(({ verdict }) => verdict === 'bounded'));
  protected readonly proven = computed(() => this.findings().filter(({ verdict }) => verdict === 'proven'));
  protected readonly dropped = computed(() =>
    this.draft().blockedBy.filter(({ code }) => code === 'dropped-safeguard'),
  );
  protected readonly covered = computed(() => {
    const covered = this.exploration()?.report?.covered;
    return covered ? this.t('editing.proof.covered', { ...covered }) : '';
  });

  /** Of what a territory makes of the version, its number: `(1.0.0+93)`. */
  protected territoryOf({ version }: ProofFinding): string {
    return version.includes('+') ? `(${version})` : '';
  }

  /** Saved first: what is explored is the saved text. */
  protected async explore(): Promise<void> {
    this.asked.set(true);
    await this.session.sendAct({ act: 'explorations' });
    this.asked.set(false);
  }

  /** Keeps the story among the worked examples: while the fault is there, it fails. */
  protected async keepExample({ id, counterExample }: ProofFinding): Promise<void> {
    if (!counterExample) return;
    const { files } = this.session.text();
    const path = nextExamplePath(Object.keys(files), id);
    this.session.writeFile(path, counterExample.example);
    this.place.showLine(path, 1);
    await this.router.navigate([...draftPath(this.draft().id)]);
  }
}
