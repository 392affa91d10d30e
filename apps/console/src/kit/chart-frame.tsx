import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-text.ts';
import { csvOf } from './csv-of.ts';
import { IconButton } from './icon-button.tsx';

export interface ChartTable { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] }

interface ChartFrameProps {
  readonly name: string;
  readonly height: number;
  /** The same data as text: shown instead of the drawing, and copied as CSV. */
  readonly table: ChartTable;
  readonly children: (width: number, height: number) => ReactNode;
}

/** Holds a drawing that knows its width, its table twin, and its CSV. */
export function ChartFrame({ name, height, table, children }: ChartFrameProps) {
  const t = useText();
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState('');
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(csvOf(table.columns, table.rows));
      setSaid(t('kit.copied'));
    } catch {
      setSaid(t('kit.copyFailed'));
    }
  };
  return (
    <figure className="panel-body" aria-label={name}>
      <div className="flex" style={{ justifyContent: 'flex-end', height: 24 }}>
        <span role="status" className="small muted">{said}</span>
        <IconButton icon="table" name={asTable ? t('kit.viewAsChart') : t('kit.viewAsTable')} pressed={asTable} onClick={() => { setAsTable(!asTable); }} />
        <IconButton icon="copy" name={t('kit.copyCsv')} onClick={() => { void copy(); }} />
      </div>
      <div ref={holder} style={{ minHeight: height }}>
        {asTable ? <TableTwin name={name} table={table} height={height} /> : <svg className="chart" role="img" aria-label={name} width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`}>{children(width, height)}</svg>}
      </div>
    </figure>
  );
}

const TableTwin = ({ name, table, height }: { readonly name: string; readonly table: ChartTable; readonly height: number }) => (
  <div style={{ maxHeight: height, overflow: 'auto' }} tabIndex={0} role="region" aria-label={name}>
    <table className="table">
      <thead><tr>{table.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
      <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={table.columns[at]}>{cell}</td>)}</tr>)}</tbody>
    </table>
  </div>
);

/** Width of an element, followed; 600 until it is known. */
function useWidth(holder: { readonly current: HTMLElement | null }): number {
  return useSyncExternalStore(
    (changed) => {
      const element = holder.current;
      if (element === null || typeof ResizeObserver === 'undefined') return () => undefined;
      const observer = new ResizeObserver(changed);
      observer.observe(element);
      return () => { observer.disconnect(); };
    },
    () => Math.max(240, Math.round(holder.current?.clientWidth ?? 600)),
  );
}
