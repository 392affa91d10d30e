import { type ReactNode } from 'react';

const shapes = {
  now: <><path d="M8 4.5V8l2.4 1.6" /><circle cx="8" cy="8" r="6" /></>,
  fleet: <path d="M2.5 2.5h3v3h-3zM6.5 6.5h3v3h-3zM10.5 10.5h3v3h-3zM10.5 2.5h3v3h-3zM2.5 10.5h3v3h-3z" />,
  nodes: <><rect x="2" y="2.5" width="12" height="4.5" rx="1" /><rect x="2" y="9" width="12" height="4.5" rx="1" /><path d="M4.5 4.75h.01M4.5 11.25h.01" /></>,
  campaigns: <path d="M2 13.5h3.2V10H2zM6.4 13.5h3.2v-7H6.4zM10.8 13.5H14v-11h-3.2z" />,
  approvals: <><path d="M3 2.5h10v8.5l-3 2.5H3z" /><path d="m5.5 7.5 1.8 1.8 3.2-3.6" /></>,
  audit: <path d="M3.5 2.5h9v11h-9zM5.8 5.5h4.4M5.8 8h4.4M5.8 10.5H8" />,
  settings: <><circle cx="8" cy="8" r="2.2" /><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" /></>,
  help: <><circle cx="8" cy="8" r="6" /><path d="M6.2 6.4c0-1 .8-1.8 1.9-1.8s1.8.7 1.8 1.7c0 1.4-1.8 1.4-1.8 2.7M8 11.3h.01" /></>,
  search: <><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3 3" /></>,
  table: <path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6" />,
  copy: <><rect x="5.5" y="5.5" width="8" height="8" rx="1" /><path d="M3.5 10.5h-1v-8h8v1" /></>,
  more: <path d="M4 8h.01M8 8h.01M12 8h.01" strokeWidth="2" />,
  sun: <><circle cx="8" cy="8" r="2.8" /><path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" /></>,
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z" />,
  density: <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />,
  halt: <><path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4L1.8 10.6V5.4z" /><path d="M5.5 8h5" strokeWidth="1.8" /></>,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2" />,
  play: <path d="M5 3.2 12.5 8 5 12.8z" />,
  back: <path d="M6.4 2.8 2.8 6.4 6.4 10M3.2 6.4h6.2a3.4 3.4 0 0 1 0 6.8H6" />,
  retry: <path d="M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.5" strokeWidth="1.7" />,
  lock: <><rect x="3.5" y="7" width="9" height="6.5" rx="1" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" /></>,
  up: <path d="m4.5 9.5 3.5-3.5 3.5 3.5" />,
  down: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  left: <path d="m10 4-4 4 4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  close: <path d="m4.5 4.5 7 7m0-7-7 7" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  link: <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M7 3.5H2.5v10h10V9" />,
  download: <path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M3 13.5h10" />,
  calendar: <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />,
  star: <path d="m8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6z" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof shapes;

/** A line drawing beside a name; it never stands alone without one. */
export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">{shapes[name]}</svg>
);
