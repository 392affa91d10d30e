/** Measures from `start` until what was just drawn is on the screen, under a name that the benchmark reads. */
export function measureDrawn(name: `skein:${string}`, start: number): void {
  // A frame's callbacks run before the frame is painted, and a task that they leave behind runs after it.
  requestAnimationFrame(() => { setTimeout(() => { performance.measure(name, { start, end: performance.now() }); }, 0); });
}
