/** A skein in flight. */
export const Mark = () => (
  <svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden="true" style={{ color: 'var(--accent-main)' }}><path d="M3.2 4.2 5 5.1M8.8 7 10.6 7.9M14.4 9.8 19 12.1 14.4 14.4M10.6 16.3 8.8 17.2M5 19.1 3.2 20" /></svg>
);
