/** Strokes on a 24-unit square, drawn for this app; an icon only ever stands beside words. */
export const ICON_SHAPES = {
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  approve: 'M4 12.5 9.5 18 20 6.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  banner: 'M5 21V4M5 5h13l-3 4 3 4H5',
  calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5v4M15 3.5v4',
  case: 'M3.5 7.5V19h17V7.5h-9L9.5 5h-6v2.5Z',
  chevron: 'm6 9 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  curtain: 'M3.5 12S6.5 6 12 6s8.5 6 8.5 6-3 6-8.5 6-8.5-6-8.5-6ZM4 20 20 4',
  danger: 'M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17v.2',
  day: 'M4 7.5 5.5 9 8.5 5.8M4 15.5 5.5 17l3-3.2M12 7.5h8M12 15.5h8',
  device: 'M7 3.5h10v17H7zM11 17.8h2',
  done: 'm6 12.5 4 4 8-9',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 16.8v.2',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9s1-6.5 3.5-9',
  leave: 'M14 4.5H5.5v15H14M10.5 12H21M17 8l4 4-4 4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  none: 'M6 12h12',
  outside: 'M12 4.5a7.5 7.5 0 1 1-7.2 5.4M4 4.5v5.4h5.4',
  phone:
    'M6 3.5h3.5l1.5 5-2.2 1.5a12 12 0 0 0 5.2 5.2l1.5-2.2 5 1.5V18a2.5 2.5 0 0 1-2.7 2.5C10.5 20 4 13.5 3.5 6.2A2.5 2.5 0 0 1 6 3.5Z',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20.5 20.5',
  sent: 'M4 12.5 8 16.5 16 7.5M11 16.5 19.5 7.5',
  started: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 4v16M12 8h3.5M12 12h4M12 16h3.5',
  todo: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
  wait: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 7.5V12l3 2',
} as const;
export type IconName = keyof typeof ICON_SHAPES;
