/** Server-sent events of a browser, in the test's hands. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  /** Each that was opened, in order. */
  static opened: FakeEventSource[] = [];
  readyState = 1;

  constructor(readonly href: string) {
    super();
    FakeEventSource.opened.push(this);
  }

  /** In place of what jsdom has not. */
  static install(): void {
    FakeEventSource.opened = [];
    Object.assign(globalThis, { EventSource: FakeEventSource });
  }

  // Its name is the browser's.
  // eslint-disable-next-line @typescript-eslint/naming-convention
  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }

  sendEvent(type: string, data = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}
