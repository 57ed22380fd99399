/** Whether there is room for two columns, as the page opens: on a narrow screen what isn't asked for waits behind its title. */
export const isWideScreen = (): boolean => globalThis.matchMedia?.('(width >= 60rem)').matches ?? true;
