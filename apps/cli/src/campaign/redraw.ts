import { type Terminal } from '../terminal/terminal.ts';

/** Draws lines over those that it drew before. */
export function openRedraw(terminal: Pick<Terminal, 'raw' | 'columns' | 'rows'>): { draw(lines: readonly string[]): void } {
  let drawn = 0;
  return {
    draw(lines) {
      const room = Math.max(4, terminal.rows - 2);
      const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), `… ${String(lines.length - room + 1)} more lines; a taller terminal shows them`];
      const back = drawn === 0 ? '' : `\u001b[${String(drawn)}A\r\u001b[0J`;
      // Without wrapping a line is a line, however narrow the terminal.
      terminal.raw(`${back}\u001b[?7l${shown.join('\n')}\n\u001b[?7h`);
      drawn = shown.length;
    },
  };
}
