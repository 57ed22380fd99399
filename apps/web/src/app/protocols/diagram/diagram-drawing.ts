import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Diagram, DiagramBox } from '@repere/protocol-diagram';
import { Icon, Language } from '@repere/ui';
import { boxPlace } from './drawn-box';
import { wrapWords } from './wrap-words';

const SMALLEST = 0.2;
const LARGEST = 2.5;
/** Smaller than this nobody can read it: the box that is chosen says its words below. */
const READABLE = 0.7;
/** Pixels that a pointer moves before it pulls the drawing. */
const PULL = 5;

/** What is said of a step in its box, beside its words: `tone` colours it, `text` stands there. */
export interface BoxMark {
  readonly tone: string;
  readonly text: string;
}

/** A protocol drawn: to be looked at, enlarged, pulled about; every box leads to its words. An extra: the table says it all. */
@Component({
  selector: 'app-diagram-drawing',
  imports: [Icon, RouterLink],
  templateUrl: './diagram-drawing.html',
  styleUrl: './diagram-drawing.scss',
})
export class DiagramDrawing {
  private readonly language = inject(Language);
  private readonly destroyed = inject(DestroyRef);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly STEP = 1.25;

  readonly diagram = input.required<Diagram>();
  /** By step. */
  readonly marks = input<ReadonlyMap<string, BoxMark>>(new Map());

  private readonly view = viewChild.required<ElementRef<HTMLElement>>('view');
  protected readonly zoom = signal(1);
  /** The box that has the focus, or the pointer over it. */
  protected readonly chosen = signal<string | null>(null);
  protected readonly isHeld = signal(false);
  private pulling: {
    readonly x: number;
    readonly y: number;
    readonly left: number;
    readonly top: number;
  } | null = null;
  private wasPulled = false;

  /** The words of what is chosen, while they are too small to be read. */
  protected readonly chosenWords = computed(() => {
    if (this.zoom() >= READABLE) return null;
    return this.boxes().find(({ id }) => id === this.chosen())?.name ?? this.t('protocols.diagram.small');
  });
  /** Several drawings may stand on a page. */
  protected readonly ids = computed(() => {
    const { protocol, version } = this.diagram();
    const name = `${protocol}-${version.replaceAll('.', '-')}`;
    return { keys: `diagram-keys-${name}`, head: `head-${name}`, lit: `head-lit-${name}` };
  });
  protected readonly percent = computed(() => Math.round(this.zoom() * 100));
  protected readonly boxes = computed(() => this.diagram().boxes.map((box) => this.drawn(box)));
  protected readonly arrows = computed(() => {
    const chosen = this.chosen();
    const drawn = this.diagram().arrows.map(({ from, to, why, points }) => ({
      key: `${from}>${to}`,
      why,
      path: points.map(({ x, y }, place) => `${place ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join(''),
      isLit: from === chosen || to === chosen,
    }));
    // What is lit lies on top.
    return drawn.sort((a, b) => Number(a.isLit) - Number(b.isLit));
  });

  constructor() {
    afterNextRender(() =>
      this.view().nativeElement.clientWidth > 0 ? this.scrollToStart() : this.waitForFrame(),
    );
  }

  /** In a part of a page that is folded it has no width yet. */
  private waitForFrame(): void {
    if (!('ResizeObserver' in globalThis)) return this.scrollToStart();
    const view = this.view().nativeElement;
    const observer = new ResizeObserver(() => {
      if (view.clientWidth === 0) return;
      observer.disconnect();
      this.scrollToStart();
    });
    observer.observe(view);
    this.destroyed.onDestroy(() => observer.disconnect());
  }

  /** As wide as its frame, with the start in sight. */
  private scrollToStart(): void {
    const view = this.view().nativeElement;
    this.zoom.set(Math.min(1, Math.max(SMALLEST, this.fittingWidth())));
    const start = this.diagram().boxes.find(({ kind }) => kind === 'start');
    const middle = ((start?.y ?? 0) + (start?.height ?? 0) / 2) * this.zoom();
    requestAnimationFrame(() => view.scrollTo({ top: middle - view.clientHeight / 2, behavior: 'instant' }));
  }

  /** Keeps what stands in the middle where it is. */
  protected zoomBy(factor: number): void {
    const view = this.view().nativeElement;
    const before = this.zoom();
    const zoom = Math.min(LARGEST, Math.max(SMALLEST, before * factor));
    const middle = (start: number, length: number) => ((start + length / 2) / before) * zoom - length / 2;
    const [left, top] = [
      middle(view.scrollLeft, view.clientWidth),
      middle(view.scrollTop, view.clientHeight),
    ];
    this.zoom.set(zoom);
    requestAnimationFrame(() => view.scrollTo({ left, top, behavior: 'instant' }));
  }

  protected fit(): void {
    const { clientHeight } = this.view().nativeElement;
    const zoom = Math.min(this.fittingWidth(), clientHeight / this.diagram().height);
    this.zoom.set(Math.min(1, Math.max(SMALLEST, zoom)));
  }

  protected hearEvent(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.zoomBy(this.STEP);
    else if (event.key === '-') this.zoomBy(1 / this.STEP);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }

  protected hold({ button, pointerType, clientX, clientY }: PointerEvent): void {
    this.wasPulled = false;
    // A finger scrolls by itself.
    if (button !== 0 || pointerType !== 'mouse') return;
    const { scrollLeft, scrollTop } = this.view().nativeElement;
    this.pulling = { x: clientX, y: clientY, left: scrollLeft, top: scrollTop };
  }

  protected pull({ clientX, clientY, pointerId }: PointerEvent): void {
    if (!this.pulling) return;
    const { x, y, left, top } = this.pulling;
    if (!this.wasPulled && Math.hypot(clientX - x, clientY - y) < PULL) return;
    const view = this.view().nativeElement;
    if (!this.wasPulled) view.setPointerCapture(pointerId);
    this.wasPulled = true;
    this.isHeld.set(true);
    view.scrollTo({ left: left + x - clientX, top: top + y - clientY, behavior: 'instant' });
  }

  protected letGo(): void {
    this.pulling = null;
    this.isHeld.set(false);
  }

  /** Who pulled did not mean to follow the link underneath. */
  protected refuseAfterPull(event: Event): void {
    if (!this.wasPulled) return;
    event.preventDefault();
    this.wasPulled = false;
  }

  private fittingWidth(): number {
    return this.view().nativeElement.clientWidth / this.diagram().width;
  }

  private drawn(box: DiagramBox) {
    const { protocol, version } = this.diagram();
    const title = this.localize(box.title);
    const place = boxPlace(box, protocol, version);
    const plain = {
      ...box,
      place,
      isOutside: false,
      isProtective: false,
      hasSecond: false,
      hasDeadline: false,
      mark: null,
    };
    switch (box.kind) {
      case 'start':
        return { ...plain, head: '', name: title, lines: [] };
      case 'outcome': {
        const less = box.protects === 'less' && this.t('protocols.protects-less');
        const name = [title, this.t('protocols.diagram.outcome'), less].filter(Boolean).join(', ');
        return { ...plain, head: '', name, lines: wrapWords(title, 15, 4) };
      }
      case 'opens': {
        const head = this.t('protocols.diagram.opens');
        return { ...plain, head, name: `${head} ${title}`, lines: wrapWords(title, 22, 3) };
      }
      case 'step': {
        const head = `${box.code} · ${this.t(`protocols.kind.${box.step}`)}`;
        const mark = this.marks().get(box.id) ?? null;
        const more = [
          mark?.text,
          box.approved && this.t('protocols.diagram.second'),
          box.hasDeadline && this.t('protocols.diagram.deadline'),
          box.isOutside && this.t('protocols.mark.outside'),
          box.protective && this.t('protocols.mark.protective'),
        ];
        return {
          ...plain,
          mark,
          isOutside: box.isOutside,
          isProtective: box.protective,
          hasSecond: box.approved,
          hasDeadline: box.hasDeadline,
          head,
          // What is seen comes first, so that who speaks to the screen can name it.
          name: [`${head} ${title}`, ...more].filter(Boolean).join(', '),
          lines: wrapWords(title, 22, 3),
        };
      }
    }
  }
}
