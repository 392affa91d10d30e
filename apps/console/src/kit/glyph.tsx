import { type ReactNode } from 'react';

/** The marks of states and verdicts, 12 px on a 16 grid: no state is told by its colour alone. */
const shapes = {
  circle: <circle cx="8" cy="8" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  arrow: <path d="M2.5 8h9.5M8.2 3.8 12.6 8l-4.4 4.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  check: <path d="m2.8 8.6 3.4 3.4 7-7.8" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  triangle: <><path d="M8 2 15 14H1z" fill="currentColor" /><path d="M8 6.2v3.6M8 11.2v1.4" stroke="var(--tile-fill)" strokeWidth="1.7" /></>,
  cross: <path d="m3.6 3.6 8.8 8.8m0-8.8-8.8 8.8" stroke="currentColor" strokeWidth="2.2" />,
  return: <path d="M6.4 2.8 2.8 6.4 6.4 10M3.2 6.4h6.2a3.4 3.4 0 0 1 0 6.8H6" fill="none" stroke="currentColor" strokeWidth="1.9" />,
  question: <><path d="M5.2 6c0-1.7 1.2-2.9 2.9-2.9S11 4.2 11 5.7c0 2.2-2.9 2.3-2.9 4.3" fill="none" stroke="currentColor" strokeWidth="1.9" /><circle cx="8.1" cy="12.7" r="1.2" fill="currentColor" /></>,
  dotted: <g fill="currentColor"><circle cx="3.2" cy="8" r="1.4" /><circle cx="8" cy="8" r="1.4" /><circle cx="12.8" cy="8" r="1.4" /></g>,
  bolt: <path d="M9.5 1.5 3.5 9h4l-1 5.5L12.5 7h-4z" fill="currentColor" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type GlyphName = keyof typeof shapes;

export const Glyph = ({ name }: { readonly name: GlyphName }) => <svg viewBox="0 0 16 16" aria-hidden="true">{shapes[name]}</svg>;
