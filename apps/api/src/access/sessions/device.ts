export const BROWSERS = ['chrome', 'edge', 'firefox', 'opera', 'safari', 'other'] as const;
export const SYSTEMS = ['android', 'ios', 'linux', 'macos', 'windows', 'other'] as const;

/** What a session was opened with, as coarse as its owner needs it to know it again. */
export interface Device {
  readonly browser: (typeof BROWSERS)[number];
  readonly system: (typeof SYSTEMS)[number];
}

// In this order: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari; an Android is a Linux.
const BROWSER_SIGNS: readonly (readonly [RegExp, Device['browser']])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\bOPR\//, 'opera'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const SYSTEM_SIGNS: readonly (readonly [RegExp, Device['system']])[] = [
  [/\bAndroid\b/, 'android'],
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b/, 'macos'],
  [/\b(Linux|X11|CrOS)\b/, 'linux'],
];

/** Families of browser and system of a `User-Agent` line; `other` for what isn't known. */
export const deviceOf = (userAgent: string): Device => ({
  browser: BROWSER_SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other',
  system: SYSTEM_SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other',
});
