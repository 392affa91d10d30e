import { displayWidth } from './draw-table.ts';
import { escapeHostile } from './escape-hostile.ts';
import { type Paint } from './paint.ts';

export type Field = readonly [label: string, value: string | number | boolean | null | undefined];

/** Label and value, one under the other; what has no value is left out. */
export function drawFields(fields: readonly Field[], paint: Paint): string[] {
  const shown = fields.flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [[label, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)] as const]));
  const width = Math.max(0, ...shown.map(([label]) => displayWidth(label)));
  return shown.map(([label, value]) => `${paint(label, 'quiet')}${' '.repeat(width - displayWidth(label))}  ${escapeHostile(value)}`);
}
